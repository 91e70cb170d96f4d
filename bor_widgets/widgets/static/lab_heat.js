/* A map of cells: colour, number and interval in each. One tab stop; arrow keys walk. */
/* global DRAWERS, THEME, el, svg, set, sheet, resize, tonePaint, wrapText, textWidth, writeLines, pool */

DRAWERS.heat = (host, tools) => {
  const { words } = tools;
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const heads = svg("g", { "aria-hidden": "true" });
  const cells = svg("g", {});
  const legend = svg("g", { "aria-hidden": "true" });
  const foot = svg("text", { class: "bor-draw-scale", "aria-hidden": "true" });
  const board = sheet(tools, "heat", "group");
  board.append(defs, heads, cells, legend, foot);
  const told = el("p", { class: "bor-lab-read", dir: "auto", "data-role": "heat-told" });
  host.append(board, told);

  let [columns, rows] = [1, 1];
  let at = 0; // the cell that holds the tab stop
  let pointed = null;

  function tell() {
    set(told, { text: pointed?.borCell?.told ?? words.hint_heat, "data-active": Boolean(pointed) });
  }
  function point(node) {
    pointed = node;
    tell();
  }
  function walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = Number(event.currentTarget.dataset.place);
    const [row, column] = [Math.floor(here / columns), here % columns];
    // rows are kept from below: up is on
    const goal = {
      ArrowRight: [row, Math.min(column + 1, columns - 1)], ArrowLeft: [row, Math.max(column - 1, 0)],
      ArrowUp: [Math.min(row + 1, rows - 1), column], ArrowDown: [Math.max(row - 1, 0), column],
      Home: [row, 0], End: [row, columns - 1],
    }[event.key];
    if (!goal) return;
    event.preventDefault();
    event.stopPropagation();
    at = goal[0] * columns + goal[1];
    stop();
    [...cells.children].find((node) => Number(node.dataset.place) === at)?.focus();
  }
  function stop() {
    for (const node of cells.children) set(node, { tabindex: Number(node.dataset.place) === at ? 0 : -1 });
  }
  function makeCell() {
    const node = svg("g", {
      class: "bor-lab-cell", role: "img",
      on: {
        focus: () => { at = Number(node.dataset.place); stop(); point(node); },
        blur: () => point(null),
        pointerenter: () => point(node),
        pointerleave: () => point(null),
        keydown: walk,
      },
    });
    node.borParts = {
      ground: svg("rect", { class: "bor-lab-ground", rx: 6 }),
      pill: svg("rect", { class: "bor-lab-pill", rx: 9 }),
      text: svg("text", { class: "bor-lab-number", "text-anchor": "middle" }),
      small: svg("text", { class: "bor-draw-small bor-lab-small", "text-anchor": "middle" }),
      ring: svg("rect", { class: "bor-lab-ring", rx: 8, "data-screen-only": "" }),
    };
    node.append(...Object.values(node.borParts));
    return node;
  }

  function drawCell(node, cell, box) {
    const { ground, pill, text, small, ring } = node.borParts;
    node.borCell = cell;
    set(node, { "aria-label": cell.told, "data-state": cell.state, "data-tone": cell.tone || null });
    set(ground, {
      x: box.x + 1.5, y: box.y + 1.5, width: box.w - 3, height: box.h - 3,
      fill: cell.tone ? paint(cell.tone) : cell.fill,
    });
    set(ring, { x: box.x, y: box.y, width: box.w, height: box.h });
    const size = box.w < 64 ? 14 : 17;
    const wide = textWidth(cell.text, size, 700);
    const fits = wide <= box.w - 6;
    const below = cell.small && textWidth(cell.small, 13) <= box.w - 18 && box.h >= 48;
    const [middle, centre] = [box.x + box.w / 2, box.y + box.h / 2];
    const half = below ? 20 : 12;
    const across = Math.min(box.w - 6, Math.max(wide, below ? textWidth(cell.small, 13) : 0) + 14);
    set(pill, { x: middle - across / 2, y: centre - half, width: across, height: half * 2 });
    pill.style.display = fits && cell.state !== "wait" ? "" : "none";
    set(text, { x: middle, y: centre + (below ? -2 : 6), text: fits ? cell.text : "" });
    text.style.fontSize = `${size}px`;
    set(small, { x: middle, y: centre + 15, text: below ? cell.small : "" });
  }

  function drawLegend(entries, left, top, width) {
    legend.replaceChildren();
    let [x, y] = [left, top];
    for (const entry of entries) {
      const sign = entry.tone ? 22 : 120;
      const room = sign + 8 + textWidth(entry.text, 13) + 18;
      if (x > left && x + room > width) [x, y] = [left, y + 24];
      if (entry.tone) {
        legend.append(svg("rect", { x, y, width: 22, height: 16, rx: 4, fill: paint(entry.tone), class: "bor-lab-key" }));
      } else {
        const step = sign / entry.fills.length;
        entry.fills.forEach((fill, index) =>
          legend.append(svg("rect", { x: x + index * step, y, width: step + 0.5, height: 16, fill })));
      }
      const lines = wrapText(entry.text, width - x - sign - 10, { size: 13, most: 3 });
      const name = svg("text", { class: "bor-draw-small" });
      writeLines(name, x + sign + 8, y + 13, lines, 17);
      legend.append(name);
      y += (lines.length - 1) * 17;
      x += room;
    }
    return entries.length ? y + 26 : top;
  }

  return {
    draw(data, _drawing, width) {
      columns = data.x.values.length;
      rows = data.rows.length;
      at = Math.min(at, columns * rows - 1);
      const labels = data.y.values.map((value) => textWidth(value, 14));
      const left = Math.ceil(Math.max(...labels, 0)) + (data.y.label ? 12 : 2);
      const yName = data.y.label ? wrapText(`\u2191 ${data.y.label}`, width, { size: 14, weight: 600, most: 2 }) : [];
      const top = yName.length * 18 + 6;
      const cellWidth = Math.max(44, Math.min(190, (width - left - 4) / columns));
      const cellHeight = cellWidth < 64 ? 44 : Math.max(46, Math.min(58, 300 / rows));
      const bottom = top + rows * cellHeight;
      const xName = wrapText(`${data.x.label} \u2192`, width, { size: 14, weight: 600, most: 2 });
      heads.replaceChildren();
      const head = svg("text", { class: "bor-lab-axis" });
      writeLines(head, 0, 15, yName, 18);
      heads.append(head);
      data.y.values.forEach((value, j) => heads.append(svg("text", {
        class: "bor-draw-axis", x: left - 8, y: bottom - (j + 0.5) * cellHeight + 5, "text-anchor": "end", text: value,
      })));
      data.x.values.forEach((value, i) => heads.append(svg("text", {
        class: "bor-draw-axis", x: left + (i + 0.5) * cellWidth, y: bottom + 18, "text-anchor": "middle", text: value,
      })));
      const name = svg("text", { class: "bor-lab-axis" });
      writeLines(name, left, bottom + 40, xName, 18);
      heads.append(name);
      // from the top down, so that a screen reader meets them as they are seen
      pool(cells, rows * columns, makeCell).forEach((node, index) => {
        const [j, i] = [rows - 1 - Math.floor(index / columns), index % columns];
        set(node, { "data-place": j * columns + i, "data-x": i, "data-y": j });
        drawCell(node, data.rows[j][i], {
          x: left + i * cellWidth, y: bottom - (j + 1) * cellHeight, w: cellWidth, h: cellHeight,
        });
      });
      stop();
      const whole = Math.max(width - 2, left + columns * cellWidth + 2);
      const under = drawLegend(data.legend, 0, bottom + 40 + xName.length * 18, Math.min(whole, width));
      const lines = wrapText(data.foot, Math.min(whole, width) - 4, { size: 13, most: 6 });
      writeLines(foot, 0, under + 12, lines, 17);
      resize(board, whole, under + lines.length * 17 + 6);
      tell();
    },
  };
};
