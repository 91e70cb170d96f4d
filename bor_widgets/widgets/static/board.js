/* A board: figures side by side, each drawn by the drawer of its kind, each with its finding
 * as a title, its text alternative, and its numbers and pictures to take along. */
/* global DRAWERS, el, svg, set, fill, uid, listen, eachFrame, panelRoot, keyed, opener, download, svgToFile */

function figureOf(model, first) {
  const words = model.get("words");
  const stem = uid("figure");
  const title = el("figcaption", { class: "bor-title", id: `${stem}-title`, dir: "auto" });
  const alt = el("p", { class: "bor-hidden", id: `${stem}-alt` });
  const host = el("div", { class: "bor-drawing" });
  const table = el("table", { class: "bor-figure-table" });
  const result = el("span", { class: "bor-muted", role: "status" });
  const save = (kind, act) =>
    el("button", {
      type: "button", class: "bor-button", text: words[kind], "data-save": kind,
      "aria-label": fill(words.save_as, { kind: words[kind] }), on: { click: act },
    });
  const more = el(
    "div",
    { class: "bor-figure-more" },
    el("div", { class: "bor-figure-scroll", tabindex: 0, role: "region", "aria-labelledby": title.id }, table),
    el("p", { class: "bor-figure-files" },
      save("svg", () => picture("svg")), save("png", () => picture("png")), save("csv", csv), result),
  );
  const button = el("button", { type: "button", class: "bor-figure-open", text: words.numbers });
  opener(button, more);
  const node = el(
    "figure",
    { class: "bor-card bor-figure", "data-bor-export": first ? "" : null, "aria-labelledby": title.id },
    title, host, alt, button, more,
  );
  const tools = {
    words, titleId: title.id, altId: alt.id,
    act: (message) => model.send(message),
  };
  let drawer = null;
  let kind = "";
  let shown = null;
  let seen = "";
  let width = 0;

  async function picture(type) {
    const board = host.querySelector("svg") ?? drawer?.picture?.();
    try {
      await svgToFile(board, shown.name, type);
      set(result, { text: fill(words.saved, { file: `${shown.name}.${type}` }) });
    } catch {
      set(result, { text: words.not_saved });
    }
  }
  /** A spreadsheet must not take a text for a formula. */
  function entry(value) {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  function csv() {
    const lines = [shown.columns, ...shown.rows].map((row) => row.map(entry).join(","));
    download(`${shown.name}.csv`, "text/csv;charset=utf-8", `${lines.join("\n")}\n`);
    set(result, { text: fill(words.saved, { file: `${shown.name}.csv` }) });
  }
  function drawTable() {
    const row = (tag, cells) => el("tr", {}, cells.map((cell, index) =>
      el(tag, { dir: "auto", scope: tag === "th" ? "col" : null, text: cell ?? words.open, "data-column": index })));
    table.replaceChildren(
      el("thead", {}, row("th", shown.columns)),
      el("tbody", {}, shown.rows.map((cells) => row("td", cells))),
    );
  }

  function draw() {
    const room = Math.floor(host.clientWidth);
    if (!shown || !room) return;
    width = room;
    if (kind !== shown.kind) {
      drawer?.stop?.();
      host.replaceChildren();
      kind = shown.kind;
      drawer = DRAWERS[kind]?.(host, tools) ?? null;
    }
    drawer?.draw(shown.data, shown, width);
    const board = host.querySelector("svg");
    if (board) set(board, { "data-title": shown.title, "data-alt": shown.alt });
  }
  const sizes = new ResizeObserver(() => {
    if (Math.floor(host.clientWidth) !== width) draw();
  });
  sizes.observe(host);
  button.addEventListener("click", () => shown && drawTable());

  return {
    node,
    update: (drawing) => {
      const text = JSON.stringify(drawing);
      if (text === seen) return;
      seen = text;
      shown = drawing;
      set(node, { "data-drawing": drawing.name, "data-kind": drawing.kind, "data-wide": drawing.wide ? "" : null });
      set(title, { text: drawing.title });
      set(alt, { text: drawing.alt });
      if (!more.hidden) drawTable();
      draw();
    },
    /** Show the data once more: a hand moved something that they leave where it was. */
    again: draw,
    stop: () => {
      sizes.disconnect();
      drawer?.stop?.();
    },
  };
}

function render({ model, el: root }) {
  panelRoot(root, "board");
  const grid = el("div", { class: "bor-board-grid" });
  root.append(grid);
  let parts = [];
  const repaint = eachFrame(() => {
    const drawings = model.get("drawings");
    const before = new Set(parts);
    let first = model.get("main");
    parts = keyed(grid, drawings, (drawing) => drawing.name, () => {
      const part = figureOf(model, first);
      first = false;
      return part;
    });
    for (const part of before) if (!parts.includes(part)) part.stop();
  });
  const leave = listen(model, ["drawings"], () => repaint());
  const again = () => {
    for (const part of parts) part.again();
  };
  const hear = (message) => {
    if (message?.kind !== "again") return;
    again();
    // a part that is still held goes back when it is let go
    window.addEventListener("pointerup", again, { once: true });
  };
  model.on("msg:custom", hear);
  repaint();
  return () => {
    repaint.cancel();
    leave();
    model.off("msg:custom", hear);
    window.removeEventListener("pointerup", again);
    for (const part of parts) part.stop();
  };
}

export default { render };
