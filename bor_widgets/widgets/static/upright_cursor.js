/* An upright line that tells where the reader is, and is moved by dragging and by keys. */
/* global svg, set, fill, linear, wrapText, writeLines, tickText, eachFrame, steadyHand */
/* global BOLD_NAME, NAME_STEP, briefly, widestLine */
/* exported uprightCursor */

/**
 * @param {SVGElement} board the sheet; a press anywhere on it moves the line
 * @param {object} tools see draw_tools.js
 * @param {{name: string, keeps?: string, onPlace: (here: number|null) => void}} options
 *   `name` is part of its role, `keeps` selects parts that keep a press to themselves,
 *   `onPlace` draws and tells what else depends on the place
 * @returns {object} `node` and `needle` to be put into the sheet (the needle may stand lower),
 *   `here()`, `say(label, room, key)`, `rows()`, `follow(state)` and `stop()`
 */
function uprightCursor(board, tools, { name, keeps = "", onPlace }) {
  const { words } = tools;
  const needle = svg("path", { class: "bor-upright-needle" });
  const pill = svg("rect", { class: "bor-upright-pill", rx: 8 });
  const pillText = svg("text", { class: "bor-upright-text", "text-anchor": "middle" });
  const knob = svg("g", { class: "bor-upright-knob" },
    svg("circle", { class: "bor-upright-hit", r: 22, "data-screen-only": "" }),
    svg("circle", { class: "bor-upright-ring", r: 17, "data-screen-only": "" }),
    svg("circle", { class: "bor-upright-core", r: 12 }),
    svg("path", { class: "bor-upright-arrows", d: "M-3 -4L-7 0L-3 4M3 -4L7 0L3 4" }));
  const node = svg("g", { class: "bor-upright", "data-role": `${name}-cursor` }, pill, pillText, knob);

  let state = null;
  let here = null;
  let said = [];
  let rows = 0;
  let saidFor = "";

  function draw() {
    const { label, moves, axis, plot } = state;
    for (const part of [node, needle]) part.style.display = here === null ? "none" : "";
    set(board, { "data-moves": moves ? "" : null, "data-at": here });
    if (here === null) return;
    const px = linear(axis.low, axis.high, plot.left, plot.left + plot.width)(here);
    const half = widestLine(said) / 2 + 9;
    const [first, last] = [plot.edges[0] + half, plot.edges[1] - half];
    const middle = Math.min(Math.max(px, first), Math.max(last, first));
    const high = said.length * NAME_STEP + 8;
    pill.style.display = said.length ? "" : "none";
    set(pill, { x: middle - half, y: plot.top - high, width: half * 2, height: high });
    writeLines(pillText, middle, plot.top - high + 17, said, NAME_STEP);
    set(needle, { d: `M${px} ${plot.top}V${plot.bottom}` });
    set(knob, { transform: `translate(${px} ${plot.knob})` });
    knob.style.display = moves ? "" : "none";
    const text = briefly(fill(words.cursor_here, { x_label: axis.label, x: tickText(here), label }));
    set(node, moves
      ? {
        role: "slider", tabindex: 0, "aria-hidden": null, "aria-label": axis.label,
        "aria-roledescription": words.cursor_role, "aria-valuemin": axis.low,
        "aria-valuemax": axis.high, "aria-valuenow": here, "aria-valuetext": text,
      }
      : { role: null, tabindex: null, "aria-hidden": "true" });
  }
  function show() {
    draw();
    onPlace(here);
  }

  // ---- moving it
  const send = eachFrame(() => tools.act({ kind: "set", values: { [state.moves]: here } }));
  function moveTo(value) {
    const { low, high, first = low, step } = state.axis;
    const most = Math.floor((high - first) / step + 1e-6);
    const count = Math.min(Math.max(Math.round((value - first) / step), 0), most);
    const place = Number((first + count * step).toFixed(6));
    if (place === here) return;
    here = place;
    hand.moved();
    show();
    send();
  }
  const hand = steadyHand(board, {
    node,
    follow: (x) => {
      const { axis, plot } = state;
      moveTo(linear(plot.left, plot.left + plot.width, axis.low, axis.high)(x));
    },
    take: () => {
      here = state.at;
      show();
    },
  });
  board.addEventListener("pointerdown", (event) => {
    if (state?.moves && !(keeps && event.target.closest(keeps))) hand.press(event);
  });
  node.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !state.moves) return;
    const { low, high, step } = state.axis;
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
    const end = { Home: low, End: high }[event.key];
    if (by === undefined && end === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(end ?? here + by * step * (event.shiftKey ? 10 : 1));
  });

  return {
    node,
    needle,
    here: () => here,
    /** For how many lines of its label there must be room. */
    rows: () => rows,
    /**
     * What is said of the place, in at most `room` px. The answer is whether what stands still
     * must be drawn anew: for another `key`, or when the label grew. One that has grown keeps
     * its room, so that the picture does not jump while the line moves.
     */
    say(label, room, key) {
      said = label ? wrapText(label, room, { ...BOLD_NAME, most: 3 }) : [];
      const before = rows;
      rows = Math.max(key === saidFor ? rows : 0, said.length);
      const anew = key !== saidFor || rows !== before;
      saidFor = key;
      return anew;
    },
    /**
     * Where Python says that it is, on which axis and between which places of the drawing:
     * {at, label, moves, axis: {label, low, high, first?, step},
     *  plot: {left, width, top, bottom, knob, edges}}
     */
    follow(next) {
      state = next;
      if (!hand.answered()) show();
    },
    stop: () => {
      hand.stop();
      send.cancel();
    },
  };
}
