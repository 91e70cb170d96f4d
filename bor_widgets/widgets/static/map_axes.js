/* The axes of the decision map and the small plates with numbers and words. */
/* global svg, set, fill, wrapText, textWidth */

/** A number as it stands at a tick, with a true minus sign. */
function plainNumber(value) {
  return String(Math.round(value * 100) / 100).replace("-", "\u2212");
}

/** Words on a plate that is as large as its words. */
function plateOfWords(className) {
  const plate = svg("rect", { rx: 6 });
  const text = svg("text", {});
  const node = svg("g", { class: className, "aria-hidden": "true" }, plate, text);
  let shown = null;
  let size = { w: 0, h: 0 };
  return {
    node,
    write(lines, height, weight, pad) {
      if (shown === lines.join("\n")) return size;
      shown = lines.join("\n");
      const w = Math.max(0, ...lines.map((line) => textWidth(line, height, weight))) + 2 * pad;
      size = { w, h: lines.length * height * 1.3 + pad };
      set(plate, { width: size.w, height: size.h });
      text.replaceChildren(...lines.map((line, index) => svg("tspan", {
        x: pad, y: pad / 2 + height * (1.02 + index * 1.3), text: line,
      })));
      return size;
    },
    place: (x, y) => set(node, { transform: `translate(${x} ${y})` }),
  };
}

/** @param {SVGGElement} layer where the ticks, numbers and words go */
function mapAxes(layer) {
  let numbers = [];

  function put(className, x, y, text, more) {
    return svg("text", { class: className, x, y, text: text ?? "", ...more });
  }

  function draw({ plot, x, y, toX, toY, words, small }) {
    const bottom = plot.top + plot.height;
    const right = plot.left + plot.width;
    const named = (axis) => (axis.scale ? fill(words.axis, axis) : axis.label);
    const fit = (text, room) => wrapText(text, room, { most: 1 })[0] ?? "";
    const turned = (cy, text, anchor) => put("bor-map-end", 0, 0, fit(text, plot.height / 2 - 6), {
      "text-anchor": anchor, transform: `translate(14 ${cy}) rotate(-90)`,
    });
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
      const across = toX(x.low + part * (x.high - x.low));
      const up = toY(y.low + part * (y.high - y.low));
      return svg("path", { class: "bor-map-tick", d: `M${across} ${bottom}v6M${plot.left} ${up}h-6` });
    });
    numbers = [0, 0.5, 1].flatMap((part) => {
      const vx = x.low + part * (x.high - x.low);
      const vy = y.low + part * (y.high - y.low);
      const anchor = part === 1 ? "end" : "middle";
      return [
        { axis: "x", at: toX(vx), node: put("bor-map-number", toX(vx), bottom + 21, plainNumber(vx), { "text-anchor": anchor }) },
        { axis: "y", at: toY(vy), node: put("bor-map-number", plot.left - 10, toY(vy) + 5, plainNumber(vy), { "text-anchor": "end" }) },
      ];
    });
    const ends = (small ? plot.width / 2 : (plot.width - textWidth(named(x), 15, 600)) / 2) - 24;
    layer.replaceChildren(
      ...ticks,
      ...numbers.map((number) => number.node),
      put("bor-map-axis", small ? 4 : plot.left, 20, `↑ ${named(y)}`),
      put("bor-map-axis", small ? right : (plot.left + right) / 2, bottom + (small ? 62 : 44),
        `${named(x)} →`, { "text-anchor": small ? "end" : "middle" }),
      put("bor-map-end", plot.left, bottom + (small ? 41 : 44), fit(x.low_label, ends)),
      put("bor-map-end", right, bottom + (small ? 41 : 44), fit(x.high_label, ends), { "text-anchor": "end" }),
      turned(bottom, y.low_label, "start"),
      turned(plot.top, y.high_label, "end"),
    );
  }

  /** Hide the numbers that the plates of the point would touch. */
  function clear(px, py) {
    for (const { axis, at, node } of numbers) {
      const near = axis === "x" ? Math.abs(at - px) < 34 : Math.abs(at - py) < 22;
      set(node, { visibility: near ? "hidden" : null });
    }
  }

  return { draw, clear };
}
