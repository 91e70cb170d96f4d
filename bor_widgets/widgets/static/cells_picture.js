/* A table of verdicts as a drawing, for a file. */
/* global svg, set, lookOf, wrapText, resize, tonePaint, writeLines */
/* exported cellsPicture */

/** The same table as a drawing, for a file. It stands in the page until it has been copied. */
function cellsPicture(host, data, drawing, width) {
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const board = svg("svg", { class: "bor-sheet bor-cells-picture", "aria-hidden": "true", "data-title": drawing.title, "data-alt": drawing.alt }, defs);
  const step = (width - 6) / (data.columns.length + 1);
  let top = 0;
  /** Write a text under what stands there; the answer is where it ends. */
  function write(text, x, y, room, size, weight) {
    const lines = wrapText(text, room, { size, weight, most: 12 });
    const node = svg("text", { style: `font-size:${size}px;font-weight:${weight}` });
    writeLines(node, x, y + size, lines, size + 5);
    board.append(node);
    return y + lines.length * (size + 5);
  }
  const pair = (entry, x) => write(entry.note, x, write(entry.label, x, top + 6, step - 12, 15, 700), step - 12, 13, 400);
  const heads = [{ label: data.corner, note: "" }, ...data.columns];
  top = Math.max(...heads.map((head, index) => pair(head, index * step + 4))) + 8;
  for (const row of data.rows) {
    const boxes = row.cells.map((cell) => [cell, lookOf(cell.tone), svg("rect", { rx: 8 }), svg("rect", { rx: 7 })]);
    board.append(...boxes.flatMap(([, , box, band]) => [box, band]));
    const ends = boxes.map(([cell, look, , band], index) => {
      const x = (index + 1) * step;
      let y = write(cell.text, x + 40, top + 7, step - 54, 15, 600);
      set(band, { x: x + 2, y: top + 2, width: 30, fill: paint(cell.tone) });
      board.append(svg("circle", { cx: x + 17, cy: top + 19, r: 11, style: "fill:var(--bor-card)" }));
      board.append(svg("text", { x: x + 17, y: top + 24, "text-anchor": "middle", style: `font-weight:700;fill:${look.text}`, text: cell.glyph }));
      if (cell.value !== null) {
        const bar = (share, fill) => svg("rect", { x: x + 40, y: y + 3, width: (step - 54) * share, height: 9, rx: 4, style: `fill:${fill};stroke:${look.text}` });
        board.append(bar(1, "var(--bor-card)"), bar(cell.value, look.text));
        y += 16;
      }
      const more = [cell.chosen ? `\u25c6 ${data.here}` : "", cell.note, cell.source?.id ?? ""].filter(Boolean);
      return more.reduce((end, text) => write(text, x + 40, end, step - 54, 13, 400), y);
    });
    const height = Math.max(pair(row, 4) - top, ...ends.map((end) => end - top), 38) + 6;
    boxes.forEach(([cell, look, box, band], index) => {
      set(band, { height: height - 4 });
      set(box, {
        x: (index + 1) * step, y: top, width: step - 6, height, style: `fill:${look.soft};stroke:${cell.chosen ? "var(--bor-ink)" : look.text}`,
        "stroke-width": cell.chosen ? 4 : 1.5, "stroke-dasharray": cell.open ? "6 4" : null,
      });
    });
    top += height + 8;
  }
  if (data.foot) top = write(data.foot, 4, top + 6, width - 12, 14, 400) + 6;
  resize(board, width, top);
  host.parentNode.append(board);
  setTimeout(() => board.remove());
  return board;
}
