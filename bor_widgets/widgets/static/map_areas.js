/* The areas of the decision map and the names written in them. */
/* global THEME, svg, set, wrapText, textWidth */

const AREA_TEXT = 16;
const AREA_LINE = 21;

/** Do two boxes {x, y, w, h} touch? */
function touching(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/**
 * Where a box of w × h fits between the curves: the roomiest place in each third of the
 * area, roomiest first. A name that is covered by the point can then move to another.
 * @param {{x: number, top: number, bottom: number}[]} columns in px, from left to right
 */
function roomyPlaces(columns, w, h) {
  const best = [null, null, null];
  const from = columns[0]?.x ?? 0;
  const span = (columns.at(-1)?.x ?? 0) - from || 1;
  for (let first = 0; first < columns.length; first += 1) {
    let top = -Infinity;
    let bottom = Infinity;
    for (let last = first; last < columns.length; last += 1) {
      top = Math.max(top, columns[last].top);
      bottom = Math.min(bottom, columns[last].bottom);
      if (bottom - top < h) break;
      if (columns[last].x - columns[first].x < w) continue;
      const x = (columns[first].x + columns[last].x - w) / 2;
      const third = Math.min(2, Math.floor((3 * (x + w / 2 - from)) / span));
      const spare = bottom - top - h;
      if (!best[third] || spare > best[third].spare) {
        best[third] = { spare, x, y: (top + bottom - h) / 2, w, h };
      }
      break;
    }
  }
  return best.filter(Boolean).sort((a, b) => b.spare - a.spare);
}

/**
 * @param {SVGGElement} areas @param {SVGGElement} names
 * @param {Record<string, string>} textures from patterns()
 */
function mapAreas(areas, names, textures) {
  let written = [];

  function shape(path, band, columns) {
    const edge = (side) => columns.map((column) => `${column.x} ${column[side]}`);
    set(path, {
      d: columns.length ? `M${edge("top").join("L")}L${edge("bottom").reverse().join("L")}Z` : "",
      fill: `url(#${textures[`grade-${band.grade}`] ?? textures["grade-none"]})`,
      "data-grade": band.grade,
    });
  }

  /** Write the name on two lines, on one, or only the grade; false when nothing fits. */
  function write(columns, look, head, action) {
    const choices = action ? [[head, action], [`${head}: ${action}`], [head]] : [[head]];
    for (const lines of choices) {
      const widths = lines.map((line, index) => textWidth(line, AREA_TEXT, index ? 400 : 700));
      const places = roomyPlaces(columns, Math.max(...widths) + 20, lines.length * AREA_LINE + 8);
      if (!places.length) continue;
      const spans = lines.map((line, index) =>
        svg("tspan", { class: index ? null : "bor-map-strong", text: line }));
      const node = svg("text", { class: "bor-map-name", "text-anchor": "middle", stroke: look.fill }, spans);
      names.append(node);
      written.push({ node, spans, places, at: null });
      return true;
    }
    return false;
  }

  /** @returns {{look: object, text: string, named: boolean}[]} the areas that can be seen */
  function draw(bands, toX, toY) {
    while (areas.childElementCount > bands.length) areas.lastChild.remove();
    while (areas.childElementCount < bands.length) {
      areas.append(svg("path", { class: "bor-map-area" }));
    }
    written = [];
    names.replaceChildren();
    const entries = [];
    bands.forEach((band, index) => {
      const look = THEME.grade[band.grade] ?? THEME.grade.none;
      const columns = band.xs.map((x, i) => ({
        x: toX(x), top: toY(band.upper[i]), bottom: toY(band.lower[i]),
      }));
      shape(areas.children[index], band, columns);
      const head = `${look.glyph} ${band.label ?? ""}`;
      const seen = columns.some((column) => column.bottom - column.top > 1);
      const named = seen && write(columns, look, head, band.action_label);
      const text = band.action_label ? `${head}: ${band.action_label}` : head;
      if (seen) entries.push({ look, text, named });
    });
    return entries;
  }

  /**
   * Move names away from what stands on the map, if possible also from the guides.
   * A name without any free place is hidden.
   */
  function avoid(solid, guides) {
    const clearOf = (boxes) => (place) => !boxes.some((box) => touching(place, box));
    for (const name of written) {
      const free = name.places.find(clearOf([...solid, ...guides])) ?? name.places.find(clearOf(solid));
      set(name.node, { visibility: free ? null : "hidden" });
      if (!free || free === name.at) continue;
      name.at = free;
      name.spans.forEach((span, index) => set(span, {
        x: free.x + free.w / 2, y: free.y + 20 + index * AREA_LINE,
      }));
    }
  }

  return { draw, avoid };
}
