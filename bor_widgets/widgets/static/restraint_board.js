/* Restraint by issue area. Every bar is made once and then only changed, so that it can
 * slide from one value to the next. Used by the restraint bars and by the drawings of a board. */
/* global THEME, el, svg, set, fill, patterns, wrapText, textWidth */

const SLOT = 78;
const TALL = 300;
const NAME_LINES = 3;

/**
 * @param {{titleId: string, altId: string, stem: string, words: () => object}} given
 * @returns `stage` to place, its `board`, and `draw(bars, width)`
 */
function restraintBoard({ titleId, altId, stem, words }) {
  const defs = svg("defs", {});
  const textures = patterns(defs, stem);
  const back = svg("g", { "aria-hidden": "true" });
  const zero = svg("path", { class: "bor-bars-zero", "aria-hidden": "true" });
  const columns = svg("g", { "aria-hidden": "true" });
  const board = svg("svg", {
    class: "bor-bars-board", role: "img", "aria-labelledby": titleId, "aria-describedby": altId,
  }, defs, back, columns, zero);
  const stage = el("div", { class: "bor-bars-stage" }, board);

  function newColumn() {
    const parts = {
      bar: svg("rect", { class: "bor-bars-bar", rx: 5 }),
      arrow: svg("text", { class: "bor-bars-arrow", "text-anchor": "middle" }),
      label: svg("text", { class: "bor-bars-label", "text-anchor": "middle" }),
      name: svg("text", { class: "bor-bars-name", "text-anchor": "middle" }),
      hint: svg("title", {}),
    };
    const node = svg("g", { class: "bor-bars-column" }, Object.values(parts));
    columns.append(node);
    return { node, ...parts };
  }
  const made = [];

  function lines(text, x, y, rows, step) {
    text.replaceChildren(...rows.map((row, index) => svg("tspan", { x, y: y + index * step, text: row })));
  }

  function namesOf(bar, width) {
    return wrapText(bar.area, width - 10, { size: 15, weight: 600, most: NAME_LINES });
  }

  function kind(value) {
    if (value > 0.005) return "more";
    return value < -0.005 ? "less" : "same";
  }

  function drawColumn(column, bar, x, width, plot) {
    const value = Math.max(-1, Math.min(1, Number(bar.value) || 0));
    const sort = kind(value);
    const look = THEME.restraint[sort];
    const room = width - 10;
    const middle = x + width / 2;
    const thick = Math.min(84, width * 0.62);
    const height = Math.max(Math.abs(value) * plot.half, 5);
    const top = sort === "more" ? plot.zero - height : sort === "less" ? plot.zero : plot.zero - 2.5;
    set(column.node, { "data-area": bar.area, "data-value": value.toFixed(2), "data-kind": sort });
    set(column.bar, { fill: `url(#${textures[`restraint-${sort}`]})`, stroke: look.ink });
    column.bar.style.x = `${middle - thick / 2}px`;
    column.bar.style.y = `${top}px`;
    column.bar.style.width = `${thick}px`;
    column.bar.style.height = `${height}px`;
    const shift = sort === "less" ? height : -height;
    const rows = wrapText(bar.label, room, { weight: 600, most: 2 });
    set(column.arrow, { x: middle, y: sort === "less" ? plot.zero + 22 : plot.zero - 8, fill: look.text, text: look.glyph });
    column.arrow.style.transform = `translateY(${shift}px)`;
    const labelTop = sort === "less" ? plot.zero + 40 : plot.zero - 30 - (rows.length - 1) * 17;
    lines(column.label, middle, labelTop, rows, 17);
    column.label.style.transform = `translateY(${shift}px)`;
    set(column.label, { fill: look.text });
    lines(column.name, middle, plot.names, namesOf(bar, width), 18);
    set(column.hint, {
      text: fill(words().value, { area: bar.area, label: bar.label, value: value.toFixed(2) }),
    });
  }

  let backKey = "";
  function drawBack(plot, width, height) {
    const { more, less, same, scale } = words();
    const key = JSON.stringify([plot, width, height, words()]);
    if (key === backKey) return;
    backKey = key;
    const off = plot.turned ? 41 : 34;
    const put = (x, y, text, rest) => svg("text", { class: "bor-bars-axis", x, y, text, ...rest });
    back.replaceChildren(
      svg("path", { class: "bor-bars-guide", d: `M${plot.left} ${plot.zero - plot.half}H${width}M${plot.left} ${plot.zero + plot.half}H${width}` }),
      svg("text", { class: "bor-bars-turned", "text-anchor": "start", transform: `translate(16 ${plot.zero - off}) rotate(-90)`, text: `${more} →` }),
      svg("text", { class: "bor-bars-turned", "text-anchor": "end", transform: `translate(16 ${plot.zero + off}) rotate(-90)`, text: `← ${less}` }),
      plot.turned
        ? svg("text", { class: "bor-bars-turned", "text-anchor": "middle", transform: `translate(16 ${plot.zero}) rotate(-90)`, text: same })
        : put(0, plot.zero + 5, same),
      put(width, height - 4, scale, { "text-anchor": "end" }),
    );
    set(zero, { d: `M${plot.left} ${plot.zero}H${width}` });
  }

  function draw(bars, seen) {
    stage.hidden = bars.length === 0;
    if (!seen || !bars.length) return;
    const same = Math.ceil(textWidth(words().same, 14));
    // where there is little room, "as before" is turned like the words above and below it
    const turned = same + 12 + bars.length * SLOT > seen && same <= 62;
    const left = turned ? 24 : same + 12;
    const width = Math.max(seen, left + bars.length * SLOT);
    const slot = Math.min(220, (width - left) / bars.length);
    const deepest = Math.max(...bars.map((bar) => namesOf(bar, slot).length));
    const names = TALL + 20;
    const height = TALL + deepest * 18 + 30;
    const plot = { left, turned, zero: TALL / 2, half: TALL / 2 - 58, names };
    set(stage, { tabindex: width > seen + 1 ? 0 : null, "aria-labelledby": titleId });
    set(board, { width, height, viewBox: `0 0 ${width} ${height}` });
    drawBack(plot, width, height);
    while (made.length > bars.length) made.pop().node.remove();
    while (made.length < bars.length) made.push(newColumn());
    const start = left + Math.max(0, (width - left - slot * bars.length) / 2);
    bars.forEach((bar, index) => drawColumn(made[index], bar, start + index * slot, slot, plot));
    if (width > seen + 1) showRest();
    else stage.classList.remove("bor-bars-rest");
  }

  /** Let the edge fade while there are more areas to the right. */
  function showRest() {
    const rest = stage.scrollWidth - stage.clientWidth - stage.scrollLeft;
    stage.classList.toggle("bor-bars-rest", rest > 4);
  }
  stage.addEventListener("scroll", showRest, { passive: true });

  return { stage, board, draw };
}
