/* Rows with a value and its interval: dots on a scale, or bars from nothing. */
/* global DRAWERS, el, svg, set, sheet, resize, areaOf, tonePaint, linear, wrapText, textWidth, writeLines, tickText, pool */

DRAWERS.ranges = (host, tools) => {
  const { words } = tools;
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const ground = svg("g", { "aria-hidden": "true" });
  const rows = svg("g", {});
  const foot = svg("text", { class: "bor-draw-scale", "aria-hidden": "true" });
  const board = sheet(tools, "ranges", "group");
  board.append(defs, ground, rows, foot);
  const told = el("p", { class: "bor-lab-read", dir: "auto", "data-role": "ranges-told" });
  host.append(board, told);
  let at = 0;
  let pointed = null;

  function tell() {
    set(told, { text: pointed?.borRow?.told ?? words.hint_ranges, "data-active": Boolean(pointed) });
  }
  function point(node) {
    pointed = node;
    tell();
  }
  function stop() {
    [...rows.children].forEach((node, index) => set(node, { tabindex: index === at ? 0 : -1 }));
  }
  function walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const nodes = [...rows.children];
    const here = nodes.indexOf(event.currentTarget);
    const goal = {
      ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1,
      Home: 0, End: nodes.length - 1,
    }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    at = Math.min(Math.max(goal, 0), nodes.length - 1);
    stop();
    nodes[at].focus();
  }
  function makeRow() {
    const node = svg("g", {
      class: "bor-lab-row", role: "img",
      on: {
        focus: () => { at = [...rows.children].indexOf(node); stop(); point(node); },
        blur: () => point(null),
        pointerenter: () => point(node),
        pointerleave: () => point(null),
        keydown: walk,
      },
    });
    node.borParts = {
      hit: svg("rect", { class: "bor-lab-hit", rx: 8, "data-screen-only": "" }),
      bar: svg("rect", { class: "bor-lab-size", rx: 3 }),
      line: svg("path", { class: "bor-lab-whisker" }),
      dot: svg("circle", { class: "bor-lab-dot", r: 8 }),
      sign: svg("text", { class: "bor-lab-sign", "text-anchor": "middle" }),
      name: svg("text", { class: "bor-lab-name" }),
      note: svg("text", { class: "bor-draw-small" }),
    };
    node.append(...Object.values(node.borParts));
    return node;
  }

  return {
    draw(data, _drawing, width) {
      const beside = width >= 620;
      const longest = Math.max(0, ...data.rows.map((row) => textWidth(row.label, 15, 600)));
      const names = beside ? Math.min(300, longest + 14) : 0;
      const x = linear(data.axis.low, data.axis.high, names + 12, width - 22);
      const high = beside ? 44 : 62;
      const bottom = 8 + data.rows.length * high;
      ground.replaceChildren();
      told.hidden = !data.rows.length;
      if (!data.rows.length) {
        // nothing was run yet: an axis without rows would only look like a result
        rows.replaceChildren();
        foot.replaceChildren();
        resize(board, width, 8);
        return;
      }
      for (const tick of data.axis.ticks) {
        ground.append(
          svg("path", { class: tick === 0 ? "bor-draw-frame" : "bor-draw-grid", d: `M${x(tick)} 4V${bottom}` }),
          svg("text", { class: "bor-draw-axis", x: x(tick), y: bottom + 18, "text-anchor": "middle", text: tickText(tick) }),
        );
      }
      const title = svg("text", { class: "bor-lab-axis" });
      const lines = wrapText(data.axis.label, width - 4, { size: 14, weight: 600, most: 4 });
      writeLines(title, 0, bottom + 42, lines, 18);
      ground.append(title);
      at = Math.min(at, Math.max(0, data.rows.length - 1));
      pool(rows, data.rows.length, makeRow).forEach((node, index) => {
        const row = data.rows[index];
        const { hit, bar, line, dot, sign, name, note } = node.borParts;
        const top = 8 + index * high;
        const middle = top + (beside ? high / 2 : high - 18);
        const look = areaOf(row.tone);
        node.borRow = row;
        set(node, { "aria-label": row.told, "data-tone": row.tone });
        set(hit, { x: 1, y: top + 1, width: width - 2, height: high - 2 });
        const known = Number.isFinite(row.mean);
        bar.style.display = data.bars && known ? "" : "none";
        const zero = x(Math.max(data.axis.low, Math.min(0, data.axis.high)));
        set(bar, {
          x: Math.min(zero, x(row.mean)), y: middle - 11, width: Math.abs(x(row.mean) - zero), height: 22,
          fill: paint(row.tone), stroke: look.ink,
        });
        const [low, far] = [x(row.low), x(row.high)];
        set(line, { d: `M${low} ${middle}H${far}M${low} ${middle - 7}v14M${far} ${middle - 7}v14` });
        dot.style.display = data.bars || !known ? "none" : "";
        set(dot, { cx: x(row.mean), cy: middle, fill: look.text });
        set(sign, { x: x(row.mean), y: middle + 4, text: data.bars || !known ? "" : look.glyph });
        const wide = beside ? names - 8 : width - 4;
        const shown = wrapText(row.label, wide, { size: 15, weight: 600, most: 1 });
        writeLines(name, 0, beside ? middle + (row.note ? -2 : 5) : top + 16, shown, 18);
        const left = beside ? 0 : textWidth(shown[0] ?? "", 15, 600) + 10;
        writeLines(note, left, beside ? middle + 15 : top + 16, wrapText(row.note, wide - left, { size: 13, most: 1 }), 17);
      });
      stop();
      const under = bottom + 42 + lines.length * 18;
      const says = wrapText(data.foot, width - 4, { size: 13, most: 7 });
      writeLines(foot, 0, under + 8, says, 17);
      resize(board, width, under + says.length * 17 + 4);
      tell();
    },
  };
};
