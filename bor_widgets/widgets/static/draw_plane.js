/* A plane: named fields, places on it, and a point to drag. Drawn in pixels. */
/* global DRAWERS, THEME, el, svg, set, fill, sheet, resize, tonePaint, linear, lookOf, writeLines */
/* global wrapText, textWidth, pool, ticksOf, tickText, mostHeight, eachFrame, uid, steadyHand */

DRAWERS.plane = (host, tools) => {
  const { words } = tools;
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const clip = svg("rect", { rx: 6 });
  const clipId = uid("plane");
  defs.append(svg("clipPath", { id: clipId }, clip));
  const back = svg("g", { "aria-hidden": "true" });
  const ground = svg("rect", { class: "bor-plane-ground", rx: 6 });
  const zones = svg("g", { "clip-path": `url(#${clipId})` });
  const names = svg("g", {});
  const ticks = svg("g", {});
  const frame = svg("rect", { class: "bor-draw-frame", rx: 6 });
  const guides = svg("path", { class: "bor-plane-guides" });
  back.append(ground, zones, ticks, frame, names, guides);
  const spots = svg("g", {});
  const tag = svg("text", { class: "bor-plane-tag", "text-anchor": "middle", "aria-hidden": "true" });
  const dot = svg(
    "g",
    { class: "bor-plane-dot", "data-role": "plane-point" },
    svg("circle", { class: "bor-plane-hit", r: 24 }),
    svg("circle", { class: "bor-plane-ring", r: 19 }),
    svg("circle", { class: "bor-plane-halo", r: 13 }),
    svg("circle", { class: "bor-plane-core", r: 10 }),
  );
  const board = sheet(tools, "plane", "group");
  board.append(defs, back, spots, tag, dot);
  const legend = el("p", { class: "bor-plane-legend" });
  const told = el("p", { class: "bor-plane-told bor-muted", dir: "auto", "data-role": "plane-told" });
  host.append(board, legend, told);

  let shown = null;
  let plot = { left: 0, top: 0, width: 0, height: 0 };
  let toX = null;
  let toY = null;
  let here = null;
  let focused = 0;

  function area(zone) {
    const points = zone.corners.map(([x, y]) => [toX(x), toY(y)]);
    const xs = points.map((point) => point[0]);
    const ys = points.map((point) => point[1]);
    return {
      d: `M${points.map((point) => point.join(" ")).join("L")}Z`,
      x: (Math.min(...xs) + Math.max(...xs)) / 2,
      y: (Math.min(...ys) + Math.max(...ys)) / 2,
      w: Math.max(...xs) - Math.min(...xs),
      h: Math.max(...ys) - Math.min(...ys),
    };
  }

  function drawZones(data) {
    const left = [];
    const written = [];
    pool(zones, data.zones.length, () => svg("path", { class: "bor-plane-zone" })).forEach((path, index) => {
      const zone = data.zones[index];
      const look = lookOf(zone.tone) ?? THEME.tone.open;
      const box = area(zone);
      set(path, {
        d: box.d, fill: paint(zone.tone), stroke: look.ink,
        "data-active": zone.active ? "" : null, "data-zone": zone.label,
      });
      const head = `${look.glyph} ${zone.label}`;
      const lines = wrapText(head, Math.max(box.w - 20, 40), { size: 15, weight: 700, most: 4 });
      const wide = Math.max(0, ...lines.map((line) => textWidth(line, 15, 700)));
      if (zone.label && wide <= box.w - 12 && lines.length * 19 <= box.h - 10 && !lines.at(-1).endsWith("…")) {
        written.push({ lines, box, look });
      } else if (zone.label) left.push(head);
    });
    pool(names, written.length, () => svg("text", { class: "bor-plane-name", "text-anchor": "middle" })).forEach((node, index) => {
      const { lines, box, look } = written[index];
      set(node, { stroke: look.fill });
      // places are named beside their dots: the field's own name then keeps to its edge
      const top = box.y - box.h / 2 + 20;
      writeLines(node, box.x, data.spots.length ? top : box.y - ((lines.length - 1) * 19) / 2 + 5, lines, 19);
    });
    set(legend, { text: left.join(" · ") });
    legend.hidden = !left.length;
  }

  function drawAxes(data) {
    const { left, top, width, height } = plot;
    const bottom = top + height;
    const parts = [];
    for (const value of ticksOf(data.x)) {
      parts.push(svg("path", { class: "bor-draw-grid", d: `M${toX(value)} ${bottom}v5` }));
      parts.push(svg("text", { class: "bor-draw-small", "text-anchor": "middle", x: toX(value), y: bottom + 19, text: tickText(value) }));
    }
    for (const value of ticksOf(data.y)) {
      parts.push(svg("path", { class: "bor-draw-grid", d: `M${left - 5} ${toY(value)}h5` }));
      parts.push(svg("text", { class: "bor-draw-small", "text-anchor": "end", x: left - 8, y: toY(value) + 4, text: tickText(value) }));
    }
    const scale = (axis) => (axis.scale ? `${axis.label} (${axis.scale})` : axis.label);
    const ends = `${data.x.low_label}` || `${data.x.high_label}`;
    let y = bottom + 19;
    if (ends) {
      y += 18;
      parts.push(svg("text", { class: "bor-draw-small", x: left, y, text: data.x.low_label }));
      parts.push(svg("text", { class: "bor-draw-small", "text-anchor": "end", x: left + width, y, text: data.x.high_label }));
    }
    const nameLines = wrapText(scale(data.x), width, { size: 14 });
    const axisName = svg("text", { class: "bor-draw-axis", "text-anchor": "middle" });
    writeLines(axisName, left + width / 2, y + 20, nameLines, 18);
    parts.push(axisName);
    const yLines = wrapText(scale(data.y), height + 30, { size: 14, most: 2 });
    const yName = svg("text", { class: "bor-draw-axis", "text-anchor": "middle", transform: `translate(14 ${top + height / 2}) rotate(-90)` });
    writeLines(yName, 0, 0, yLines, 17);
    parts.push(yName);
    if (data.y.high_label) parts.push(svg("text", { class: "bor-draw-small", x: left, y: top - 8, text: data.y.high_label }));
    if (data.y.low_label) {
      parts.push(svg("text", {
        class: "bor-draw-small", "text-anchor": "start", transform: `translate(${left - 34} ${bottom}) rotate(-90)`, text: data.y.low_label,
      }));
    }
    ticks.replaceChildren(...parts);
    return y + 20 + nameLines.length * 18;
  }

  function drawSpots(data) {
    const taken = [];
    pool(spots, data.spots.length, () => {
      const node = svg("g", { class: "bor-plane-spot" },
        svg("circle", { class: "bor-plane-spot-hit", r: 14 }), svg("circle", { class: "bor-plane-spot-core", r: 6 }),
        svg("text", { class: "bor-draw-small bor-plane-spot-name" }));
      node.addEventListener("focus", () => tell(node));
      node.addEventListener("pointerenter", () => tell(node));
      node.addEventListener("click", () => choose(node));
      node.addEventListener("keydown", walk);
      return node;
    }).forEach((node, index) => {
      const spot = data.spots[index];
      const look = lookOf(spot.tone) ?? THEME.tone.open;
      const [x, y] = [toX(spot.x), toY(spot.y)];
      node.borSpot = spot;
      set(node, {
        transform: `translate(${x} ${y})`, tabindex: index === focused ? 0 : -1,
        role: spot.case ? "button" : "img", "data-spot": spot.label, "data-case": spot.case || null,
        "aria-label": [spot.label, spot.detail, spot.case ? words.case_opens : ""].filter(Boolean).join(". "),
      });
      const [, core, name] = node.children;
      set(core, { fill: spot.hollow ? "#fff" : look.text, stroke: look.text });
      const w = textWidth(spot.label, 13);
      const options = [[10, 4, "start"], [-10, 4, "end"], [0, -12, "middle"], [0, 22, "middle"]];
      const boxOf = ([dx, dy, anchor]) => ({
        x: x + dx - (anchor === "end" ? w : anchor === "middle" ? w / 2 : 0), y: y + dy - 12, w, h: 16,
      });
      const inside = (box) => box.x >= plot.left && box.x + w <= plot.left + plot.width && box.y >= plot.top - 4;
      const meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
      const fits = options.find((option) => inside(boxOf(option)) && !taken.some((box) => meets(box, boxOf(option))));
      // a name that would cover another is read by pointing at its place, or in the table
      set(name, fits ? { x: fits[0], y: fits[1], "text-anchor": fits[2], text: spot.label } : { text: "" });
      if (fits) taken.push(boxOf(fits));
      taken.push({ x: x - 7, y: y - 7, w: 14, h: 14 });
    });
    told.hidden = !data.spots.length;
  }
  function tell(node) {
    set(told, { text: [node.borSpot.label, node.borSpot.detail].filter(Boolean).join(": ") });
  }
  function choose(node) {
    tell(node);
    if (node.borSpot.case) tools.act({ kind: "case", slug: node.borSpot.case });
  }
  function walk(event) {
    const nodes = [...spots.children];
    const at = nodes.indexOf(event.currentTarget);
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") choose(event.currentTarget);
    else if (by) {
      set(nodes[at], { tabindex: -1 });
      focused = (at + by + nodes.length) % nodes.length;
      set(nodes[focused], { tabindex: 0 });
      nodes[focused].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function drawPoint() {
    const { at_label: label, moves, x, y } = shown;
    dot.style.display = here ? "" : "none";
    tag.style.display = here && label ? "" : "none";
    set(guides, { d: "" });
    if (!here) return;
    const [px, py] = [toX(here[0]), toY(here[1])];
    set(dot, { transform: `translate(${px} ${py})`, "data-x": here[0].toFixed(2), "data-y": here[1].toFixed(2) });
    set(guides, { d: `M${plot.left} ${py}H${px}M${px} ${plot.top + plot.height}V${py}` });
    const lines = wrapText(label, Math.min(220, plot.width * 0.6), { size: 15, weight: 700, most: 3 });
    const half = Math.max(0, ...lines.map((line) => textWidth(line, 15, 700))) / 2 + 4;
    const middle = Math.min(Math.max(px, plot.left + half), plot.left + plot.width - half);
    const above = py - 24 - (lines.length - 1) * 19 > plot.top + 14;
    writeLines(tag, middle, above ? py - 24 - (lines.length - 1) * 19 : py + 36, lines, 19);
    const values = { x_label: x.label, y_label: y.label, x: here[0].toFixed(2), y: here[1].toFixed(2), label };
    const text = fill(words.point, values);
    set(dot, moves
      ? { role: "slider", tabindex: 0, "aria-label": text, "aria-roledescription": words.role, "aria-valuenow": here[0], "aria-valuemin": x.low, "aria-valuemax": x.high, "aria-valuetext": text }
      : { role: "img", tabindex: null, "aria-label": text });
    set(board, { "data-moves": moves ? "" : null });
  }

  // ---- moving the point
  const send = eachFrame(() => {
    const [one, other] = shown.moves;
    tools.act({ kind: "set", values: { [one]: here[0], [other]: here[1] } });
  });
  const keep = (value, axis) => Math.round(Math.min(axis.high, Math.max(axis.low, value)) * 100) / 100;
  function moveTo(x, y) {
    if (!shown.moves) return;
    here = [keep(x, shown.x), keep(y, shown.y)];
    hand.moved();
    drawPoint();
    send();
  }
  const hand = steadyHand(board, {
    node: dot,
    follow: (px, py) => {
      const { x, y } = shown;
      const across = (px - plot.left) / plot.width;
      const down = (py - plot.top) / plot.height;
      moveTo(x.low + across * (x.high - x.low), y.high - down * (y.high - y.low));
    },
    take: () => {
      here = shown.at;
      drawPoint();
    },
  });
  for (const part of [ground, zones, dot]) {
    part.addEventListener("pointerdown", (event) => shown?.moves && hand.press(event));
  }
  dot.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !shown.moves) return;
    const step = event.shiftKey ? 0.1 : 0.02;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowDown: [0, -step], ArrowUp: [0, step] }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(here[0] + by[0] * (shown.x.high - shown.x.low), here[1] + by[1] * (shown.y.high - shown.y.low));
  });

  let backKey = "";
  return {
    draw(data, _drawing, width) {
      shown = data;
      const most = mostHeight(host);
      const key = JSON.stringify([data.x, data.y, width, most]);
      if (key !== backKey) {
        const height = Math.round(Math.min(most, Math.max(250, width * 0.62)));
        plot = { left: 64, top: 26, width: width - 74, height };
        toX = linear(data.x.low, data.x.high, plot.left, plot.left + plot.width);
        toY = linear(data.y.low, data.y.high, plot.top + height, plot.top);
        const box = { x: plot.left, y: plot.top, width: plot.width, height };
        for (const rect of [clip, ground, frame]) set(rect, box);
        resize(board, width, drawAxes(data));
        backKey = key;
      }
      drawZones(data);
      drawSpots(data);
      if (!hand.answered()) drawPoint();
    },
    stop: () => {
      hand.stop();
      send.cancel();
    },
  };
};
