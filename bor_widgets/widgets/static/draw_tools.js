/* What the drawers of a board share. Placed after picture.js and before each drawer, which
 * puts itself into DRAWERS under the name of its kind:
 *   DRAWERS.kind = (host, tools) => ({ draw(data, drawing, width), stop?() })
 * `host` is an empty element of the figure; `draw` is called with every change of the data and
 * of the width, and updates in place. `tools`: `act(message)` tells Python what was done,
 * `words` holds every word, `titleId` and `altId` name the figure. */
/* global THEME, svg, set, el, uid, lookOf, textWidth, wrapText, tile */

const DRAWERS = {};

/** From a scale to pixels. */
function linear(low, high, from, to) {
  const span = high - low || 1;
  return (value) => from + ((value - low) / span) * (to - from);
}

/** A few round places of an axis. */
function ticksOf(axis) {
  if (axis.ticks?.length) return axis.ticks;
  const span = axis.high - axis.low;
  const step = span > 50 ? 25 : span > 10 ? 5 : span > 4 ? 1 : span > 1.2 ? 0.5 : 0.25;
  const places = [];
  for (let value = Math.ceil(axis.low / step) * step; value <= axis.high + 1e-9; value += step) {
    places.push(Math.round(value * 1000) / 1000);
  }
  return places;
}

/** A number of an axis as it is written: a year has no decimals. */
function tickText(value) {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(2)));
}

/** The board of a drawing: an SVG that is told apart from its neighbours by its title. */
function sheet(tools, name, role = "img") {
  const board = svg("svg", {
    class: `bor-sheet bor-sheet-${name}`, role,
    "aria-labelledby": tools.titleId, "aria-describedby": tools.altId,
  });
  return board;
}

/** How tall a picture may be: on a projector it stands under a question in large type. */
function mostHeight(host, usual = 400) {
  return host.closest(".bor-presenting") ? Math.min(usual, 270) : usual;
}

/** Give a sheet its size in px. */
function resize(board, width, height) {
  set(board, { width, height, viewBox: `0 0 ${width} ${height}` });
}

/**
 * Textures by tone, made when first asked for: `fillOf("alarm")` -> "url(#…)".
 * @param {SVGDefsElement} defs
 */
function tonePaint(defs) {
  const stem = uid("tone");
  const made = new Set();
  return (tone) => {
    const look = lookOf(tone) ?? THEME.tone.open;
    const id = `${stem}-${tone}`;
    if (!made.has(tone)) {
      made.add(tone);
      defs.append(tile(id, look));
    }
    return `url(#${id})`;
  };
}

/** How a tone looks where it fills an area, in the order of look_of() in Python. */
function areaOf(tone) {
  return THEME.tone[tone] ?? THEME.grade[tone] ?? THEME.action[tone] ?? THEME.restraint[tone] ?? THEME.tone.open;
}

/** Write lines of text into an SVG text element. */
function writeLines(text, x, y, lines, step) {
  text.replaceChildren(
    ...lines.map((line, index) => svg("tspan", { x, y: y + index * step, text: line })),
  );
}

/** Keep at most `count` children, and as many, made by `make`. @returns {Element[]} */
function pool(parent, count, make) {
  while (parent.childElementCount > count) parent.lastElementChild.remove();
  while (parent.childElementCount < count) parent.append(make());
  return [...parent.children];
}
