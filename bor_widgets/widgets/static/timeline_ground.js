/* What stands still on a timeline: the axis of years, names of rows, periods told below. */
/* global svg, wrapText, textWidth, writeLines, tickText, NAME_STEP, partLook, widestLine */
/* exported timelineAxis, timelineLegend */

/** From one year on the axis to the next. */
const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

/** Years along the top, each with a line down through all rows, and the rows' names. */
function timelineAxis(layer, data, { plot, toX, titles, width }) {
  const room = Math.floor((width - 20) / 58);
  const step = YEAR_STEPS.find((size) => (data.end - data.start) / size <= room) ?? 1000;
  const parts = [];
  const line = (kind, d) => parts.push(svg("path", { class: kind, d }));
  for (let year = Math.ceil(data.start / step) * step; year <= data.end; year += step) {
    const x = toX(year);
    const half = textWidth(tickText(year), 13) / 2;
    line("bor-draw-grid", `M${x} ${plot.axis}V${plot.bottom}`);
    parts.push(svg("text", {
      class: "bor-draw-small", x: Math.min(Math.max(x, half), width - half), y: plot.axis + 27,
      "text-anchor": "middle", text: tickText(year),
    }));
  }
  line("bor-draw-frame", `M${plot.left} ${plot.axis}H${plot.left + plot.width}`);
  for (const { lines, y, first } of titles) {
    const node = svg("text", { class: "bor-timeline-lane" });
    writeLines(node, 0, y, lines, NAME_STEP + 1);
    if (!first) line("bor-draw-grid", `M0 ${y - 24}H${width}`);
    parts.push(node);
  }
  layer.replaceChildren(...parts);
}

/** Periods whose names had no room, each name once. @returns {number} where it ends */
function timelineLegend(layer, numbered, { paint, yearsOf, width, top }) {
  const entries = new Map();
  for (const { span, sign } of numbered) {
    const key = `${span.open} ${span.label}`;
    if (!entries.has(key)) entries.set(key, { span, signs: [], years: [] });
    entries.get(key).signs.push(sign);
    entries.get(key).years.push(yearsOf(span));
  }
  let [x, y, deep] = [0, top + 6, 0];
  layer.replaceChildren(...[...entries.values()].map(({ span, signs, years }) => {
    const sign = [...new Set(signs)].join(", ");
    const from = Math.max(26, textWidth(sign, 14, 700) + 16);
    const lines = wrapText(`${years.join(", ")}: ${span.label}`, width - from - 8, { size: 14, most: 8 });
    const wide = from + 8 + widestLine(lines, 400);
    if (x && x + wide > width) [x, y, deep] = [0, y + deep, 0];
    const text = svg("text", { class: "bor-timeline-key" });
    writeLines(text, x + from + 8, y + 16, lines, 18);
    const look = partLook(span);
    const node = svg("g", {},
      svg("rect", {
        class: "bor-timeline-box", x: x + 1, y: y + 1, width: from, height: 21, rx: 4,
        fill: paint(span.tone), stroke: look.ink, "data-open": span.open ? "" : null,
      }),
      svg("text", {
        class: "bor-timeline-name", x: x + 1 + from / 2, y: y + 16, "text-anchor": "middle",
        stroke: look.fill, text: sign,
      }), text);
    x += wide + 22;
    deep = Math.max(deep, lines.length * 18 + 10);
    return node;
  }));
  return y + deep;
}
