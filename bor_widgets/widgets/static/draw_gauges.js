/* Gauges: a bar each, with its meaning in words; what nobody measured has an open track. */
/* global DRAWERS, THEME, svg, set, sheet, resize, tonePaint, linear, lookOf, writeLines */
/* global wrapText, pool, textWidth */

DRAWERS.gauges = (host, tools) => {
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const rowsNode = svg("g", { "aria-hidden": "true" });
  const scaleText = svg("text", { class: "bor-draw-scale", "text-anchor": "end", "aria-hidden": "true" });
  const board = sheet(tools, "gauges");
  board.append(defs, rowsNode, scaleText);
  host.append(board);

  function makeRow() {
    const parts = {
      label: svg("text", { class: "bor-draw-label" }),
      text: svg("text", { class: "bor-draw-value", "text-anchor": "end" }),
      track: svg("rect", { class: "bor-gauge-track", rx: 7, height: 14 }),
      bar: svg("rect", { class: "bor-gauge-bar", rx: 7, height: 14 }),
      zero: svg("path", { class: "bor-gauge-zero" }),
      mark: svg("path", { class: "bor-gauge-mark" }),
      markText: svg("text", { class: "bor-draw-small", "text-anchor": "middle" }),
      lowText: svg("text", { class: "bor-draw-small" }),
      highText: svg("text", { class: "bor-draw-small", "text-anchor": "end" }),
    };
    const node = svg("g", {}, Object.values(parts));
    node.borParts = parts;
    return node;
  }

  function drawRow(node, gauge, top, width) {
    const parts = node.borParts;
    const look = lookOf(gauge.tone) ?? THEME.tone.open;
    const toX = linear(gauge.low, gauge.high, 1, width - 1);
    const told = wrapText(gauge.text, width * 0.5, { size: 15, weight: 700, most: 3 });
    const room = width - Math.max(...told.map((line) => textWidth(line, 15, 700)), 0) - 16;
    const label = wrapText(gauge.label, Math.max(room, width * 0.4), { size: 15, most: 3 });
    const lines = Math.max(told.length, label.length);
    writeLines(parts.label, 0, top + 15, label, 19);
    writeLines(parts.text, width, top + 15, told, 19);
    set(parts.text, { fill: look.text });
    const y = top + lines * 19 + 4;
    set(parts.track, { x: 0.5, y, width: width - 1, "data-open": gauge.value === null && !gauge.band ? "" : null });
    const zero = Math.min(Math.max(0, gauge.low), gauge.high);
    const known = gauge.band ?? (gauge.value === null ? null : [Math.min(zero, gauge.value), Math.max(zero, gauge.value)]);
    set(parts.bar, { "data-band": gauge.band ? "" : null, fill: paint(gauge.tone), stroke: look.ink });
    parts.bar.style.display = known ? "" : "none";
    if (known) {
      const [from, to] = known.map(toX);
      parts.bar.style.x = `${from}px`;
      parts.bar.style.width = `${Math.max(to - from, 3)}px`;
      parts.bar.style.y = `${y}px`;
    }
    set(parts.zero, { d: gauge.low < 0 && gauge.high > 0 ? `M${toX(0)} ${y - 3}V${y + 17}` : "" });
    const marked = gauge.mark !== null && gauge.mark !== undefined;
    set(parts.mark, { d: marked ? `M${toX(gauge.mark)} ${y - 4}V${y + 18}` : "" });
    const hasEnds = gauge.low_label || gauge.high_label;
    let next = y + 14;
    if (hasEnds || (marked && gauge.mark_label)) {
      next += 18;
      set(parts.lowText, { x: 0, y: next - 2, text: gauge.low_label });
      set(parts.highText, { x: width, y: next - 2, text: gauge.high_label });
      const half = textWidth(gauge.mark_label, 13) / 2;
      const free = [textWidth(gauge.low_label, 13) + 10 + half, width - textWidth(gauge.high_label, 13) - 10 - half];
      const at = marked ? Math.min(Math.max(toX(gauge.mark), free[0]), free[1]) : 0;
      set(parts.markText, { x: at, y: next - 2, text: marked && free[0] < free[1] ? gauge.mark_label : "" });
    } else for (const part of ["lowText", "highText", "markText"]) set(parts[part], { text: "" });
    set(node, { "data-gauge": gauge.label, "data-value": gauge.value ?? (gauge.band ? gauge.band.join("..") : "open") });
    return next + 18;
  }

  return {
    draw(data, _drawing, width) {
      let top = 0;
      pool(rowsNode, data.gauges.length, makeRow).forEach((node, index) => {
        top = drawRow(node, data.gauges[index], top, width);
      });
      set(scaleText, { x: width, y: top + 4, text: data.scale });
      resize(board, width, Math.max(top + (data.scale ? 10 : -10), 10));
    },
  };
};
