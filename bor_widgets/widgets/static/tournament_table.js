/* A rule table as a grid: one tab stop, arrow keys walk, a digit or a press puts a move in. */
/* global el, set, fill, uid, listen, panelRoot, wearTone, radios, errorLine, download, announcer */

function render({ model, el: root }) {
  const words = model.get("words");
  const parts = model.get("parts");
  panelRoot(root, "tournament-table");
  const { grades, ties, powers, others } = parts;
  const columns = powers.flatMap((power) => others.map((other) => ({ power, other })));
  const lines = grades.flatMap((grade) => ties.map((tie) => ({ grade, tie })));
  const title = el("h3", { class: "bor-lab-title", id: uid("table"), text: words.label });
  let brush = 1;
  let at = 0;
  const before = [];
  const say = announcer(root);

  const name = el("input", {
    type: "text", class: "bor-input", id: uid("name"), maxlength: 60, dir: "auto", "data-role": "table-name",
    on: { input: () => { model.set("name", name.value); model.save_changes(); } },
  });
  const begin = el(
    "select",
    { class: "bor-input bor-select", id: uid("begin"), "data-role": "table-begin",
      on: { change: () => {
        if (begin.value) { remember(); model.send({ kind: "begin", name: begin.value }); }
        begin.value = "";
      } } },
    el("option", { value: "", text: words.begin_own }),
    parts.tables.map((table) => el("option", { value: table.key, text: table.label })),
  );
  const brushLabel = el("p", { class: "bor-lab-label", id: uid("brush"), text: words.move });
  const palette = radios({
    options: parts.moves.map((move, index) => ({ key: String(index), label: `${index + 1} ${move.sign} ${move.label}` })),
    labelledby: brushLabel.id,
    attributes: { "data-role": "brush" },
    onPick: (key) => { brush = Number(key); },
  });
  palette.node.classList.add("bor-moves");
  [...palette.node.children].forEach((node, index) => wearTone(node, parts.moves[index].tone));
  palette.show(String(brush));

  const moves = () => model.get("moves");
  function remember() {
    before.push([...moves()]);
    if (before.length > 50) before.shift();
    undo.disabled = false;
  }
  function put(places, code) {
    const now = [...moves()];
    if (places.every((place) => now[place] === code)) return;
    remember();
    for (const place of places) now[place] = code;
    model.set("moves", now);
    model.save_changes();
  }
  const placeOf = (row, column) => row * columns.length + column;

  const cells = lines.flatMap((line, row) => columns.map((column, index) => el("td", {
    role: "gridcell", class: "bor-move", tabindex: -1, "data-place": placeOf(row, index),
    on: { click: (event) => { focusOn(placeOf(row, index)); put([placeOf(row, index)], brush); event.preventDefault(); } },
  })));
  const filler = (text, label, places) => el("button", {
    type: "button", class: "bor-fill", "aria-label": label, title: label, text, on: { click: () => put(places, brush) },
  });
  const table = el(
    "table",
    { role: "grid", class: "bor-moves-table", "aria-label": words.grid },
    el("thead", {},
      el("tr", { role: "row" }, el("td", { role: "gridcell", colspan: 2, class: "bor-moves-corner", text: words.other }),
        powers.map((power) => el("th", { scope: "colgroup", role: "columnheader", colspan: others.length, text: fill(words.power, { power }) }))),
      el("tr", { role: "row" },
        el("th", { scope: "col", role: "columnheader", text: words.grade }), el("th", { scope: "col", role: "columnheader", text: words.tie }),
        columns.map((column, index) => el("th", { scope: "col", role: "columnheader" },
          filler(column.other, fill(words.column, column), lines.map((_, row) => placeOf(row, index))))))),
    el("tbody", {}, lines.map((line, row) => el(
      "tr", { role: "row", "data-first": row % ties.length === 0 ? "" : null },
      row % ties.length === 0 ? el("th", { scope: "rowgroup", role: "rowheader", rowspan: ties.length, text: line.grade }) : null,
      el("th", { scope: "row", role: "rowheader" },
        filler(line.tie, fill(words.row, line), columns.map((_, index) => placeOf(row, index)))),
      cells.slice(row * columns.length, (row + 1) * columns.length),
    ))),
  );
  const read = el("p", { class: "bor-muted bor-move-told", "data-role": "move-told" });

  const labelOf = (place) => fill(words.cell, {
    ...lines[Math.floor(place / columns.length)], ...columns[place % columns.length],
    move: parts.moves[moves()[place]].label,
  });
  function focusOn(place) {
    set(cells[at], { tabindex: -1 });
    at = place;
    set(cells[at], { tabindex: 0 });
    cells[at].focus();
  }
  table.addEventListener("focusin", (event) => {
    const place = event.target.dataset?.place;
    set(read, { text: place === undefined ? "" : labelOf(Number(place)) });
  });
  table.addEventListener("pointerover", (event) => {
    const place = event.target.closest("[data-place]")?.dataset.place;
    if (place !== undefined) set(read, { text: labelOf(Number(place)) });
  });
  table.addEventListener("keydown", (event) => {
    const place = event.target.dataset?.place;
    if (place === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const [row, column] = [Math.floor(at / columns.length), at % columns.length];
    const goal = {
      ArrowRight: [row, Math.min(column + 1, columns.length - 1)], ArrowLeft: [row, Math.max(column - 1, 0)],
      ArrowDown: [Math.min(row + 1, lines.length - 1), column], ArrowUp: [Math.max(row - 1, 0), column],
      Home: [row, 0], End: [row, columns.length - 1],
    }[event.key];
    const digit = Number(event.key);
    if (goal) focusOn(placeOf(...goal));
    else if (event.key === "Enter" || event.key === " ") put([at], brush);
    else if (digit >= 1 && digit <= parts.moves.length && event.key.trim()) put([at], digit - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  const press = (text, kind, main) => el("button", {
    type: "button", class: main ? "bor-button bor-button-main" : "bor-button", text, "data-role": `table-${kind}`,
    on: { click: () => model.send({ kind }) },
  });
  const undo = el("button", {
    type: "button", class: "bor-button", text: words.undo, disabled: true, "data-role": "table-undo",
    on: { click: () => {
      model.set("moves", before.pop());
      model.save_changes();
      undo.disabled = !before.length;
    } },
  });
  const problem = errorLine("table");
  const told = el("span", { class: "bor-muted", "data-role": "table-told", dir: "auto" });
  root.append(el(
    "section",
    { class: "bor-card", "aria-labelledby": title.id },
    title,
    el("p", { class: "bor-muted", text: fill(words.hint, { count: cells.length, moves: parts.moves.length }) }),
    el("div", { class: "bor-own-head" },
      el("div", {}, el("label", { class: "bor-lab-label", for: name.id, text: words.name }), name),
      el("div", {}, el("label", { class: "bor-lab-label", for: begin.id, text: words.begin }), begin)),
    brushLabel, palette.node,
    el("div", { class: "bor-moves-scroll" }, table), read,
    el("div", { class: "bor-own-steps" }, press(words.join, "join", true), undo, press(words.save, "save"), told),
    problem.node,
  ));

  function show() {
    const now = moves();
    cells.forEach((cell, place) => {
      const move = parts.moves[now[place]];
      if (cell.dataset.move !== String(now[place])) {
        wearTone(cell, move.tone);
        set(cell, { "data-move": now[place], text: move.sign });
      }
      set(cell, { "aria-label": labelOf(place) });
    });
    if (document.activeElement === cells[at]) {
      set(read, { text: labelOf(at) });
      say(labelOf(at));
    }
    if (document.activeElement !== name) name.value = model.get("name");
    set(told, { text: model.get("told") });
    if (model.get("told")) say(model.get("told"));
    problem.show(model.get("problem"), name);
  }
  function hear(message) {
    if (message?.kind !== "file") return;
    download(message.name, "application/toml", message.text);
    set(told, { text: fill(words.saved, { file: message.name }) });
  }
  model.on("msg:custom", hear);
  set(cells[0], { tabindex: 0 });
  show();
  const leave = listen(model, ["moves", "name", "problem", "told"], show);
  return () => {
    leave();
    model.off("msg:custom", hear);
    say.cancel();
  };
}

export default { render };
