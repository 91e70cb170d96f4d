/* Curves: lines with their names at their ends, open areas, stretches, an upright cursor. */
/* global DRAWERS, el, svg, set, fill, sheet, resize, tonePaint, pool, tickText, uprightCursor */
/* global partLook, partHead, briefly, curveGround, curveMark, curveDress, curveLegend, curveNames */

DRAWERS.curves = (host, tools) => {
  const { words } = tools;
  const layer = (name) => svg("g", { class: `bor-curves-${name}`, "aria-hidden": "true" });
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const [stretches, axes, bands, leaders, names] = ["stretches", "axes", "bands", "leaders", "names"].map(layer);
  const lines = svg("g", {});
  const [crossings, legend] = [layer("crossings"), layer("legend")];
  const board = sheet(tools, "curves", "group");
  const upright = uprightCursor(board, tools, {
    name: "curves",
    onPlace: (here) => {
      drawCrossings(here);
      tell(active);
    },
  });
  upright.node.prepend(upright.needle);
  board.append(defs, stretches, axes, bands, leaders, lines, names, crossings, legend, upright.node);
  const told = el("p", { class: "bor-curves-told bor-muted", dir: "auto", "data-role": "curves-told" });
  host.append(board, told);
  const drawGround = curveGround({ axes, stretches, paint });
  const drawLegend = curveLegend(legend, paint, words);
  const drawNames = curveNames(names, leaders);

  let shown = null;
  let ground = null;
  let active = null;
  let focused = 0;

  // ---- lines and areas
  function points(xs, ys) {
    return xs.map((x, index) => (ys[index] === null ? null : [ground.toX(x), ground.toY(ys[index])]));
  }
  function makeLine() {
    const node = svg("g", { class: "bor-curves-line" },
      svg("path", { class: "bor-curves-reach", "data-screen-only": "" }),
      svg("path", { class: "bor-curves-path" }), svg("path", { class: "bor-curves-marks" }));
    for (const name of ["focus", "pointerenter"]) node.addEventListener(name, () => tell(node));
    for (const name of ["blur", "pointerleave"]) node.addEventListener(name, () => tell(null));
    node.addEventListener("click", () => shown.moves || choose(node));
    node.addEventListener("keydown", walk);
    return node;
  }
  /** The way of a line; a gap in its values is a gap in it. */
  const wayOf = (all) => all
    .map((point, at) => (point ? `${all[at - 1] ? "L" : "M"}${point[0].toFixed(1)} ${point[1].toFixed(1)}` : ""))
    .join("");
  /** A few marks along a line, others on the next line, and one wherever a point stands alone. */
  function marksOf(all, line, index) {
    const every = Math.max(1, Math.ceil(all.length / 9));
    const marked = (at) => at % every === (index * 2) % every || (!all[at - 1] && !all[at + 1]);
    return all.map((point, at) => (point && marked(at) ? curveMark(index, ...point, line.aim ? 4 : 5) : "")).join("");
  }
  function drawLines(data) {
    focused = Math.min(focused, Math.max(0, data.lines.length - 1));
    pool(lines, data.lines.length, makeLine).forEach((node, index) => {
      const line = data.lines[index];
      const all = points(line.xs, line.ys);
      const [reach, path, marks] = node.children;
      const d = wayOf(all);
      const stroke = partLook(line).text;
      set(reach, { d });
      set(path, { d, ...curveDress(line, index) });
      set(marks, { d: marksOf(all, line, index), stroke, fill: line.aim ? "#fff" : stroke });
      node.borPoints = all;
      node.borLine = line;
      set(node, {
        role: "button", tabindex: index === focused ? 0 : -1, "data-line": line.label,
        "aria-label": briefly([partHead(line), line.aim ? words.curves_aim : "", line.note].filter(Boolean).join(". ")),
      });
    });
    pool(bands, data.bands.length, () => svg("path", { class: "bor-curves-band" })).forEach((path, index) => {
      const band = data.bands[index];
      const edge = [...points(band.xs, band.upper), ...points(band.xs, band.lower).reverse()];
      set(path, {
        d: `M${edge.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`, fill: paint(band.tone),
        stroke: partLook(band).ink, "data-open": band.open ? "" : null, "data-band": band.label,
      });
    });
  }

  // ---- reading and walking
  /** How high a line stands at a place; null in a gap or beyond its ends. */
  function heightAt({ xs, ys }, x) {
    const at = xs.lastIndexOf(x);
    if (at >= 0) return ys[at];
    const next = xs.findIndex((place) => place > x);
    if (next < 1 || ys[next - 1] === null || ys[next] === null) return null;
    return ys[next - 1] + ((ys[next] - ys[next - 1]) * (x - xs[next - 1])) / (xs[next] - xs[next - 1]);
  }
  function drawCrossings(here) {
    const heights = here === null ? []
      : shown.lines.map((line) => [line, heightAt(line, here)]).filter((pair) => pair[1] !== null);
    pool(crossings, heights.length, () => svg("circle", { r: 5 })).forEach((dot, index) => {
      const [line, height] = heights[index];
      set(dot, { cx: ground.toX(here), cy: ground.toY(height), stroke: partLook(line).text });
    });
  }
  function valuesAt(here) {
    const values = shown.lines.map((line) => {
      const height = heightAt(line, here);
      return { label: line.label, value: height === null ? words.curves_none : tickText(height) };
    });
    const open = shown.bands.filter((band) => band.open).map(({ label }) => ({ label, value: words.open }));
    return [...values, ...open].map((pair) => fill(words.curves_value, pair)).join(" · ");
  }
  function tell(node) {
    active = node;
    const line = active?.borLine;
    const here = upright.here();
    if (line) set(told, { text: briefly(line.note ? `${partHead(line)}: ${line.note}` : partHead(line)) });
    else if (here === null) set(told, { text: shown.lines.some((entry) => entry.note) ? words.hint_curves : "" });
    else {
      const place = { x_label: shown.x.label, x: tickText(here), values: valuesAt(here) };
      set(told, { text: briefly(fill(words.curves_here, place)) });
    }
  }
  function choose(node) {
    tell(node);
    tools.act({ kind: "pick", what: "line", key: node.borLine.label });
  }
  function walk(event) {
    const all = [...lines.children];
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") choose(event.currentTarget);
    else if (by) {
      focused = (all.indexOf(event.currentTarget) + by + all.length) % all.length;
      all.forEach((node, index) => set(node, { tabindex: index === focused ? 0 : -1 }));
      all[focused].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    draw(data, _drawing, width) {
      shown = data;
      const parts = [...data.lines, ...data.bands].map((part) => [part.label, part.tone, part.aim, part.open]);
      const key = JSON.stringify([data.x, data.y, data.regions, parts, width]);
      if (upright.say(data.at_label, Math.min(360, width * 0.7), key)) {
        ground = drawGround(data, width, upright.rows());
        resize(board, width, drawLegend(data, ground, width));
      }
      drawLines(data);
      drawNames(data, ground, (index) => lines.children[index].borPoints);
      const { left, top, bottom } = ground;
      upright.follow({
        at: data.at, label: data.at_label, moves: data.moves,
        axis: { label: data.x.label, low: data.x.low, high: data.x.high, step: data.step },
        plot: { left, width: ground.width, top: top - 4, bottom, knob: bottom, edges: [left, width] },
      });
    },
    stop: upright.stop,
  };
};
