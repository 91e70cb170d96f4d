/* Shared functions for drawings: textures, the width of texts, files. Placed after house.js
 * and after `const THEME = {...}`, see as_json() of the theme. */
/* global THEME, SVG_SPACE, el, svg, set, uid */

/** One texture tile: a background and the strokes of the pattern on it. */
function tile(id, look) {
  const stroke = { stroke: look.ink, "stroke-width": 1.5, "stroke-opacity": 0.55 };
  const ground = svg("rect", { width: 10, height: 10, fill: look.fill });
  const marks = {
    plain: [],
    dots: [
      svg("circle", { cx: 2.5, cy: 2.5, r: 1.15, fill: look.ink, "fill-opacity": 0.6 }),
      svg("circle", { cx: 7.5, cy: 7.5, r: 1.15, fill: look.ink, "fill-opacity": 0.6 }),
    ],
    hatch: [svg("path", { d: "M-1 11 L11 -1 M-1 1 L1 -1 M9 11 L11 9", ...stroke })],
    cross: [svg("path", { d: "M0 0 L10 10 M0 10 L10 0", ...stroke })],
    lines: [svg("path", { d: "M0 5 H10", ...stroke })],
    grid: [svg("path", { d: "M0 5 H10 M5 0 V10", ...stroke, "stroke-width": 0.8 })],
  }[look.pattern];
  return svg(
    "pattern",
    { id, width: 10, height: 10, patternUnits: "userSpaceOnUse" },
    ground,
    marks,
  );
}

/**
 * Add the textures of all grades, actions and kinds of restraint to `<defs>`.
 * @param {SVGDefsElement} defs @param {string} stem a name of this drawing alone, see uid()
 * @returns {Record<string, string>} "grade-direct", "action-mix", "tone-open" … -> id
 */
function patterns(defs, stem) {
  const ids = {};
  for (const family of ["grade", "action", "restraint", "tone"]) {
    for (const [name, look] of Object.entries(THEME[family])) {
      const key = `${family}-${name}`;
      ids[key] = `${stem}-${key}`;
      defs.append(tile(ids[key], look));
    }
  }
  return ids;
}

/** A small square of the same texture for use in HTML (legends, verdicts). */
function swatch(look, size = 18) {
  const id = uid("swatch");
  return svg(
    "svg",
    { class: "bor-swatch", width: size, height: size, "aria-hidden": "true" },
    svg("defs", {}, tile(id, look)),
    svg("rect", {
      x: 0.75, y: 0.75, width: size - 1.5, height: size - 1.5, rx: 4,
      fill: `url(#${id})`, stroke: look.ink, "stroke-width": 1.5,
    }),
  );
}

/** Hand a file to the reader. @param {string|Blob} data */
function download(name, type, data) {
  const blob = data instanceof Blob ? data : new Blob([data], { type });
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

const DRAWN = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray",
  "stroke-linecap", "stroke-linejoin", "opacity", "font-family", "font-size", "font-weight",
  "font-style", "text-anchor", "dominant-baseline", "letter-spacing", "paint-order",
  "visibility", "display",
];

let pen = null;

/** Width of a text in px, without touching the layout. @param {number} size in px */
function textWidth(text, size, weight = 400) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${THEME.font}`;
  return pen.measureText(String(text)).width;
}

/**
 * Break a text into lines that fit into `room` px; what is left after `most` lines ends in
 * an ellipsis. A word is only cut when it alone is wider than a line.
 * @param {{size?: number, weight?: number, most?: number}} [how]
 */
function wrapText(text, room, { size = 14, weight = 400, most = 99 } = {}) {
  const fits = (part) => textWidth(part, size, weight) <= room;
  const fitting = (part) => {
    let [low, high] = [1, part.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(part.slice(0, middle))) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  // more than any drawing shows: measuring a whole book would take too long
  let rest = String(text ?? "").slice(0, 600).replace(/\s+/g, " ").trim();
  const lines = [];
  while (rest && lines.length < most) {
    let cut = fits(rest) ? rest.length : fitting(rest);
    const space = rest.lastIndexOf(" ", cut);
    if (cut < rest.length && space > 0) cut = space;
    lines.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  if (rest) {
    const last = lines.pop();
    const cut = fits(`${last}…`) ? last.length : fitting(`${last}…`) - 1;
    lines.push(`${last.slice(0, Math.max(1, cut)).trim()}…`);
  }
  return lines;
}

/**
 * A copy of a drawing that needs no style sheet. `data-title` and `data-alt` of the drawing
 * become a heading above it and its description, so that a saved picture explains itself.
 */
function standAlone(drawing) {
  const box = drawing.getBoundingClientRect();
  const edge = 16;
  const width = Math.ceil(box.width) + 2 * edge;
  const copy = drawing.cloneNode(true);
  const before = [drawing, ...drawing.querySelectorAll("*")];
  const after = [copy, ...copy.querySelectorAll("*")];
  before.forEach((node, index) => {
    const seen = getComputedStyle(node);
    const target = after[index];
    for (const name of DRAWN) {
      const value = seen.getPropertyValue(name);
      if (value) target.style.setProperty(name, value);
    }
    target.removeAttribute("class");
    target.removeAttribute("tabindex");
  });
  after.slice(1).filter((node) => node.dataset?.screenOnly !== undefined).forEach((node) => node.remove());
  const look = getComputedStyle(drawing);
  const colour = (name) => look.getPropertyValue(`--bor-${name}`).trim();
  const lines = wrapText(drawing.dataset.title, (width - 2 * edge) * 0.92, { size: 19, weight: 700 });
  const head = lines.length ? lines.length * 25 + 22 : edge;
  const height = Math.ceil(box.height) + head + edge;
  const file = svg(
    "svg",
    { xmlns: SVG_SPACE, width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
    drawing.dataset.title ? svg("title", { text: drawing.dataset.title }) : null,
    drawing.dataset.alt ? svg("desc", { text: drawing.dataset.alt }) : null,
    svg("rect", { width, height, fill: colour("card") }),
    lines.map((line, index) =>
      svg("text", {
        x: edge, y: 32 + index * 25, fill: colour("ink"), "font-size": 19, "font-weight": 700,
        "font-family": colour("font-heading"), text: line,
      }),
    ),
  );
  set(copy, { x: edge, y: head, width: Math.ceil(box.width), height: Math.ceil(box.height) });
  file.append(copy);
  return { file, width, height };
}

/**
 * Save a drawing as a file of its own.
 * @param {SVGSVGElement} drawing @param {string} name without an ending
 * @param {"svg"|"png"} kind @returns {Promise<void>} rejected when the browser cannot draw it
 */
async function svgToFile(drawing, name, kind) {
  const { file, width, height } = standAlone(drawing);
  const text = new XMLSerializer().serializeToString(file);
  if (kind === "svg") {
    download(`${name}.svg`, "image/svg+xml", text);
    return;
  }
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = el("canvas", { width: width * 2, height: height * 2 });
  const brush = canvas.getContext("2d");
  brush.scale(2, 2);
  brush.drawImage(image, 0, 0, width, height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("canvas");
  download(`${name}.png`, "image/png", blob);
}
