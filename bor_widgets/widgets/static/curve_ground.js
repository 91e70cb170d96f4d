/* The ground of curves, which stands still while a slider moves: axes and named stretches. */
/* global svg, set, linear, wrapText, textWidth, writeLines, pool, ticksOf, tickText */
/* global BOLD_NAME, NAME_STEP, partLook, partHead, widestLine */
/* exported curveGround */

/**
 * @param {{axes: Element, stretches: Element, paint: Function}} layers
 * @returns {(data: object, width: number, rows: number) => object} draws the ground with room
 *   for so many rows above the cursor, and answers its measures: the plot in px, `toX`, `toY`,
 *   the names at the lines' `ends` (null where they have no room), the stretches that are only
 *   `numbered`, and where what stands `under` it begins
 */
function curveGround({ axes, stretches, paint }) {
  const small = { size: 13, most: 3 };
  const title = (axis) => (axis.scale ? `${axis.label} (${axis.scale})` : axis.label);

  /** Ticks that have room beside each other. */
  function ticksIn(axis, room) {
    const all = ticksOf(axis);
    const widest = Math.max(...all.map((value) => textWidth(tickText(value), 13) + 14));
    const every = Math.max(1, Math.ceil((all.length * widest) / room));
    return all.filter((_value, index) => index % every === 0);
  }

  /** Names of lines and areas, if all of them have room beside the picture. */
  function namesBeside(data, width, height) {
    if (width < 460) return { gutter: 0, ends: null };
    const heads = [...data.lines, ...data.bands].map(partHead);
    const widest = Math.max(...heads.map((head) => textWidth(head, 14, 700)));
    const gutter = Math.min(190, Math.round(width * 0.25), Math.ceil(widest) + 6);
    const ends = heads.map((head) => wrapText(head, gutter, BOLD_NAME));
    const tall = ends.reduce((sum, end) => sum + end.length * NAME_STEP + 4, 0);
    const fits = tall <= height && ends.every((end) => end.length < 4 && widestLine(end) <= gutter);
    return { gutter, ends: fits ? ends : null };
  }

  /** A name above each stretch, or a number where it does not fit. */
  function nameStretches(regions, toX) {
    return regions.map((region, index) => {
      const [from, to] = [toX(region.from), toX(region.to)];
      const text = partHead(region);
      const lines = wrapText(text, to - from - 8, BOLD_NAME);
      const fits = lines.length < 4 && widestLine(lines) <= to - from - 6
        && lines.join(" ") === text.replace(/\s+/g, " ").trim();
      const number = region.open ? `${index + 1} ?` : String(index + 1);
      return { region, from, to, lines: fits ? lines : [number], fits };
    });
  }
  function drawStretches(named, top, bottom) {
    const make = () =>
      svg("g", {}, svg("rect", {}), svg("rect", {}), svg("text", { "text-anchor": "middle" }));
    pool(stretches, named.length, make).forEach((node, index) => {
      const { region, from, to, lines } = named[index];
      const box = { x: from, y: top, width: to - from, height: bottom - top };
      const look = partLook(region);
      set(node, { "data-open": region.open ? "" : null, "data-region": region.label });
      set(node.children[0], { ...box, fill: look.soft });
      set(node.children[1], { ...box, fill: region.open ? paint(region.tone) : "none", stroke: look.ink });
      writeLines(node.children[2], (from + to) / 2, top + 18, lines, NAME_STEP);
    });
  }

  return (data, width, rows) => {
    const narrow = width < 460;
    const high = wrapText(data.y.high_label, narrow ? 62 : 92, small);
    const low = wrapText(data.y.low_label, narrow ? 62 : 92, small);
    const yTicks = ticksOf(data.y);
    const beside = [...high, ...low, ...yTicks.map(tickText)];
    const left = Math.ceil(Math.max(24, ...beside.map((text) => textWidth(text, 13)))) + 10;
    const yTitle = wrapText(title(data.y), width, { size: 14, most: 3 });
    const height = Math.round(Math.min(340, Math.max(210, width * 0.5)));
    const { gutter, ends } = namesBeside(data, width, height);
    const across = width - left - (ends ? gutter + 18 : 14);
    const toX = linear(data.x.low, data.x.high, left, left + across);
    const named = nameStretches(data.regions, toX);
    const strip = named.length ? Math.max(...named.map((entry) => entry.lines.length)) * NAME_STEP + 8 : 0;
    const above = yTitle.length * 18 + 8;
    const top = above + strip + (rows ? rows * NAME_STEP + 16 : 8);
    const bottom = top + height;
    const toY = linear(data.y.low, data.y.high, bottom, top);
    drawStretches(named, above, bottom);

    const parts = [];
    const write = (kind, x, y, lines, step, anchor) => {
      const node = svg("text", { class: kind, "text-anchor": anchor });
      writeLines(node, x, y, lines, step);
      parts.push(node);
    };
    const line = (kind, d) => parts.push(svg("path", { class: kind, d }));
    const tick = (x, y, text, anchor) =>
      parts.push(svg("text", { class: "bor-draw-small", x, y, text, "text-anchor": anchor }));
    write("bor-draw-axis", 0, 14, yTitle, 18, "start");
    const free = [top + high.length * 15 + 12, bottom - low.length * 15 - 8];
    for (const value of yTicks) {
      const y = toY(value);
      const end = value === data.y.high || value === data.y.low;
      line("bor-draw-grid", `M${left} ${y}H${left + across}`);
      if (end || (y > free[0] && y < free[1])) tick(left - 8, y + 4, tickText(value), "end");
    }
    write("bor-draw-small", left - 8, top + 19, high, 15, "end");
    write("bor-draw-small", left - 8, bottom - 11 - (low.length - 1) * 15, low, 15, "end");
    for (const value of ticksIn(data.x, across)) {
      line("bor-draw-frame", `M${toX(value)} ${bottom}v5`);
      tick(toX(value), bottom + 30, tickText(value), "middle");
    }
    line("bor-draw-frame", `M${left} ${top}V${bottom}H${left + across}`);
    // the name of the axis stands between the names of its ends, or below them
    const xTitle = wrapText(title(data.x), across, { size: 14, most: 3 });
    const [start, stop] = [data.x.low_label, data.x.high_label]
      .map((text) => wrapText(text, across / 2 - 8, { size: 13, most: 4 }));
    const between = across - 2 * Math.max(0, ...[...start, ...stop].map((text) => textWidth(text, 13))) - 24;
    write("bor-draw-small", left, bottom + 52, start, 15, "start");
    write("bor-draw-small", left + across, bottom + 52, stop, 15, "end");
    const fits = xTitle.length === 1 && textWidth(xTitle[0], 14) < between;
    const deep = Math.max(start.length, stop.length);
    const below = fits ? 0 : deep * 16;
    write("bor-draw-axis", left + across / 2, bottom + 52 + below, xTitle, 18, "middle");
    axes.replaceChildren(...parts);
    return {
      left, top, bottom, toX, toY, ends, width: across, height,
      numbered: named.filter((entry) => !entry.fits),
      under: bottom + 46 + Math.max(below + xTitle.length * 18, deep * 15),
    };
  };
}
