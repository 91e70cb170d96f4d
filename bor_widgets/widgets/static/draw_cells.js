/* A table of verdicts: an HTML table, where it is narrow a block for each row. Parts that can
 * be chosen or read share one tab stop; arrow keys walk among them. */
/* global DRAWERS, el, set, wearTone, sourceNote, wrapText, cellsLayout, cellsPicture */

DRAWERS.cells = (host, tools) => {
  const { words } = tools;
  const labelColumn = el("col", {});
  const headRow = el("tr", { role: "row" });
  const table = el(
    "table",
    { class: "bor-cells-table", role: "table", "aria-labelledby": tools.titleId },
    el("colgroup", {}, labelColumn),
    el("thead", { role: "rowgroup" }, headRow),
  );
  const empty = el("p", { class: "bor-muted" });
  const told = el("p", { class: "bor-cells-told", dir: "auto", "data-role": "cells-told" });
  const foot = el("p", { class: "bor-cells-foot", dir: "auto" });
  const node = el("div", { class: "bor-cells" }, table, empty, foot, told);
  host.append(node);
  const lay = cellsLayout(node, labelColumn);

  const rows = [];
  let [data, drawing, width, blocks] = [null, null, 0, false];
  let at = null; // the part that holds the one tab stop

  // ---- a row label or a verdict: plain text, or a button over its whole cell
  function makeText(place, what) {
    let text = place.appendChild(el("span", { class: "bor-cells-text", dir: "auto" }));
    return (entry, name) => {
      const part = Boolean(entry.key || entry.case || (what === "cell" && entry.note && !blocks));
      if (part !== (text.tagName === "BUTTON")) {
        const next = part ? el("button", { type: "button", class: "bor-cells-text bor-cells-part", dir: "auto" }) : el("span", { class: "bor-cells-text", dir: "auto" });
        text.replaceWith(next);
        text = next;
      }
      set(text, {
        text: entry.text ?? entry.label, "data-acts": Boolean(entry.key || entry.case), "data-case": entry.case || null,
        "aria-label": part ? [name, entry.case && words.case_opens].filter(Boolean).join(". ") : null,
      });
      text.borEntry = part ? entry : null;
      text.borTold = part ? name : "";
    };
  }

  function makeCell(more) {
    const column = el("span", { class: "bor-cells-column", "aria-hidden": "true", dir: "auto" });
    const glyph = el("span", { class: "bor-cells-glyph", "aria-hidden": "true" });
    const bar = el("span", { class: "bor-cells-share", "aria-hidden": "true" }, el("span", {}));
    const here = el("span", { class: "bor-cells-here" });
    const note = el("span", { class: "bor-cells-note", dir: "auto" });
    const source = el("span", { class: "bor-cells-source" });
    const body = el("div", { class: "bor-cells-body" });
    const setText = makeText(body, "cell");
    body.append(bar, here, note, source);
    const box = el("div", { class: "bor-cells-box" }, el("span", { class: "bor-cells-band" }, glyph), body);
    const cell = el("td", { role: "cell" }, column, box);
    let sourceId = "";
    cell.borSet = (entry, row, index) => {
      const { label: head, note: headNote } = data.columns[index];
      const mark = entry.chosen ? data.here : "";
      if (cell.dataset.tone !== entry.tone) {
        const look = wearTone(box, entry.tone);
        set(cell, { "data-tone": entry.tone });
        set(box, { "data-pattern": look?.pattern });
      }
      set(cell, {
        "data-open": entry.open, "data-chosen": entry.chosen, "data-row": row.label, "data-column": head,
        "aria-current": entry.chosen ? "true" : null,
      });
      set(column, { text: [head, headNote].filter(Boolean).join(": ") });
      set(glyph, { text: entry.glyph });
      setText(entry, [`${row.label} · ${head}: ${entry.text}${mark && ` (${mark})`}`, entry.note].filter(Boolean).join(". "));
      set(here, { text: mark });
      set(note, { text: blocks ? entry.note : "" });
      bar.hidden = entry.value === null;
      if (entry.value !== null) bar.firstChild.style.transform = `scaleX(${entry.value})`;
      const id = entry.source ? JSON.stringify(entry.source) : "";
      if (id === sourceId) return;
      sourceId = id;
      cell.borNote?.remove();
      source.replaceChildren();
      if (!entry.source) return;
      source.append(sourceNote(entry.source, words));
      source.firstChild.firstChild.classList.add("bor-cells-part");
      // the note takes the whole width under its row: a cell is too narrow for it
      cell.borNote = source.firstChild.lastChild;
      more.append(cell.borNote);
    };
    return cell;
  }

  function makeRow() {
    const note = el("span", { class: "bor-cells-rownote", dir: "auto" });
    const label = el("th", { scope: "row", role: "rowheader" });
    const setLabel = makeText(label, "row");
    const mark = el("span", { class: "bor-cells-here" });
    label.append(note, mark);
    const line = el("tr", { role: "row" }, label);
    const more = el("td", { role: "cell" });
    const moreLine = el("tr", { class: "bor-cells-more", role: "row", hidden: true }, more);
    const showNotes = () => set(moreLine, { hidden: [...more.children].every((part) => part.hidden) });
    const body = el("tbody", { role: "rowgroup", on: { click: showNotes } }, line, moreLine);
    let seen = "";
    return {
      node: body, line,
      update(row, head) {
        if (head + JSON.stringify(row) === seen) return;
        seen = head + JSON.stringify(row);
        setLabel(row, [row.label, row.note].filter(Boolean).join(". "));
        set(note, { text: row.note });
        set(mark, { text: row.chosen ? data.here : "" });
        set(line, { "data-marked": row.chosen, "aria-current": row.chosen ? "true" : null });
        for (const cell of [...line.children].slice(row.cells.length + 1)) {
          cell.borNote?.remove();
          cell.remove();
        }
        while (line.childElementCount <= row.cells.length) line.append(makeCell(more));
        row.cells.forEach((cell, index) => line.children[index + 1].borSet(cell, row, index));
        set(more, { colspan: row.cells.length + 1 });
        showNotes();
      },
    };
  }

  // ---- one tab stop
  const partsIn = (place) => [...place.querySelectorAll(".bor-cells-part")];
  function stopAt(part, parts = partsIn(table)) {
    at = part;
    for (const each of parts) if (each.tabIndex !== (each === at ? 0 : -1)) set(each, { tabindex: each === at ? 0 : -1 });
  }
  let over = null;
  const focused = () => {
    // a drawing may stand in a tree of its own, which has a focus of its own
    const { activeElement } = table.getRootNode();
    return table.contains(activeElement ?? null) ? activeElement : null;
  };
  const toldAt = (place) => place?.closest("td, th")?.querySelector("button.bor-cells-text")?.borTold;
  function tell() {
    const text = toldAt(over) || toldAt(focused());
    set(told, { text: text || words.hint_cells, "data-active": Boolean(text) });
  }

  function next(part, key) {
    const all = partsIn(table);
    if (key === "Home" || key === "End") return partsIn(part.closest("tr")).at(key === "Home" ? 0 : -1);
    const by = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    if (blocks || key === "ArrowRight" || key === "ArrowLeft") return all[all.indexOf(part) + by];
    const column = part.closest("td, th").cellIndex;
    let index = rows.findIndex((row) => row.node.contains(part)) + by;
    while (rows[index] && !partsIn(rows[index].line.children[column]).length) index += by;
    return rows[index] && partsIn(rows[index].line.children[column])[0];
  }
  table.addEventListener("keydown", (event) => {
    const part = event.target.closest(".bor-cells-part");
    if (!part || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    next(part, event.key)?.focus();
  });
  table.addEventListener("focusin", (event) => {
    const part = event.target.closest(".bor-cells-part");
    if (!part) return;
    stopAt(part);
    over = null; // what was done last counts, the pointer or the keys
    tell();
  });
  table.addEventListener("focusout", () => setTimeout(tell));
  for (const name of ["pointerover", "pointerleave"]) {
    table.addEventListener(name, (event) => {
      over = name === "pointerover" ? event.target : null;
      tell();
    });
  }
  table.addEventListener("click", (event) => {
    const entry = event.target.closest("button.bor-cells-text")?.borEntry;
    if (!entry) return;
    if (entry.key) tools.act({ kind: "pick", what: drawing.name, key: entry.key });
    if (entry.case) tools.act({ kind: "case", slug: entry.case });
  });

  // ---- the head and the note
  function drawHead() {
    const asHead = { scope: "col", role: "columnheader" };
    // a head without words is announced as nothing at all, so it is a plain cell
    const corner = data.corner ? el("th", asHead) : el("td", { role: "cell" });
    set(corner, { class: "bor-cells-corner", dir: "auto", text: data.corner });
    headRow.replaceChildren(corner, ...data.columns.map((column) => el(
      "th", asHead,
      el("span", { class: "bor-cells-head", dir: "auto", text: column.label }),
      column.note && el("span", { class: "bor-cells-headnote", dir: "auto", text: column.note }),
    )));
  }
  /** Room for the longest note, so that nothing moves while one after the other is read. */
  function reserve(parts) {
    const longest = parts.map((part) => part.borTold ?? "").reduce((one, other) => (other.length > one.length ? other : one), "");
    told.hidden = !longest || blocks;
    const key = `${width} ${longest}`;
    if (key !== reservedFor) told.style.minHeight = `${wrapText(longest, width - 24, { size: 14, most: 5 }).length * 21 + 9}px`;
    reservedFor = key;
  }

  let [headSeen, reservedFor] = ["", ""];
  return {
    draw(given, itself, room) {
      const held = focused();
      const place = held?.closest("td, th");
      [data, drawing, width] = [given, itself, room];
      blocks = lay(data, width);
      const head = JSON.stringify([data.corner, data.columns, data.here, blocks]);
      if (head !== headSeen) drawHead();
      headSeen = head;
      while (rows.length > data.rows.length) rows.pop().node.remove();
      while (rows.length < data.rows.length) table.append(rows[rows.push(makeRow()) - 1].node);
      rows.forEach((row, index) => row.update(data.rows[index], head));
      set(foot, { text: data.foot });
      set(empty, { text: data.rows.length ? "" : data.empty });
      const parts = partsIn(table);
      stopAt(parts.includes(at) ? at : (parts[0] ?? null), parts);
      reserve(parts);
      if (held && !table.contains(held)) (place.isConnected && partsIn(place)[0] || at)?.focus();
      if (over && !over.isConnected) over = null;
      tell();
    },
    picture: () => cellsPicture(host, data, drawing, Math.max(width, 170 * (data.columns.length + 1))),
  };
};
