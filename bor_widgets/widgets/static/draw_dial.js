/* Dial: half a ring of stops and a hand, turned by a click, by dragging and by the arrow keys. */
/* global DRAWERS, el, svg, set, sheet, resize, tonePaint, areaOf, writeLines, wrapText */
/* global textWidth, pool */

DRAWERS.dial = (host, tools) => {
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  // where in its stop a name is tried: share of the way outwards, and aside
  const SPOTS = [0, 0.07, -0.07, 0.13, -0.13].flatMap((aside) => [0.5, 0.56, 0.44, 0.62, 0.68].map((share) => [share, aside]));
  const stops = svg("g", {});
  // above all stops, so that no neighbour covers an edge
  const mark = svg("path", { class: "bor-dial-mark", "aria-hidden": "true" });
  const ring = svg("path", { class: "bor-dial-ring", "aria-hidden": "true", "data-screen-only": "" });
  const hand = svg("g", { class: "bor-dial-hand", "aria-hidden": "true" },
    svg("circle", { class: "bor-dial-reach", r: 34, "data-screen-only": "" }),
    svg("path", { class: "bor-dial-needle" }), svg("circle", { class: "bor-dial-hub", r: 15 }),
    svg("circle", { class: "bor-dial-pin", r: 5 }));
  const head = svg("text", { class: "bor-dial-head", "text-anchor": "middle", "aria-hidden": "true" });
  const key = svg("g", { "aria-hidden": "true" });
  const board = sheet(tools, "dial", "radiogroup");
  board.append(defs, stops, mark, ring, hand, head, key);
  const told = el("p", { class: "bor-dial-told", dir: "auto", "data-role": "dial-told" });
  host.append(board, told);

  let shown = null;
  let at = null;
  let pointed = null;
  let dragging = null;
  let plan = { key: "" };

  // ---- shapes
  const place = (r, angle) => [plan.cx - r * Math.cos(angle), plan.cy - r * Math.sin(angle)];
  const dot = (r, angle) => place(r, angle).map((part) => part.toFixed(1)).join(" ");
  function wedge(index, outer) {
    const [from, to] = [index * plan.share, (index + 1) * plan.share];
    return `M${dot(plan.inner, from)}L${dot(outer, from)}A${outer} ${outer} 0 0 1 ${dot(outer, to)}`
      + `L${dot(plan.inner, to)}A${plan.inner} ${plan.inner} 0 0 0 ${dot(plan.inner, from)}Z`;
  }
  const lookFor = (stop) => areaOf(stop.tone);

  /** Lines of a stop's name and where their middle lies, if all of it stays in the wedge. */
  function fitting(stop, index, size) {
    const angle = (index + 0.5) * plan.share;
    const plain = stop.label.replace(/\s+/g, " ").trim();
    // a word that had to be cut is not readable
    const ways = [150, 110, 80, 60].map((room) => wrapText(stop.label, room, { size, weight: 700, most: 4 }))
      .filter((lines) => lines.length <= 3 && lines.join(" ") === plain)
      .map((lines) => ({ lines, w: Math.max(...lines.map((line) => textWidth(line, size, 700))), h: lines.length * (size + 3) + size + 6 }));
    for (const [share, aside] of SPOTS) {
      const [x, y] = place(plan.inner + (plan.outer - plan.inner) * share, angle + aside * plan.share);
      for (const { lines, w, h } of ways) {
        const inside = [[-1, -1], [1, -1], [1, 1], [-1, 1], [0, -1], [0, 1]].every(([dx, dy]) => {
          const [px, py] = [plan.cx - (x + (dx * w) / 2), plan.cy - (y + (dy * h) / 2)];
          const [r, turn] = [Math.hypot(px, py), Math.atan2(py, px)];
          const gap = 6 / r;
          return r > plan.inner + 4 && r < plan.outer - 5 && turn > index * plan.share + gap && turn < (index + 1) * plan.share - gap;
        });
        if (inside) return { lines, x, y: y - h / 2, size };
      }
    }
    return null;
  }

  function lay(data, width) {
    const look = JSON.stringify([width, data.stops.map((stop) => [stop.label, stop.tone])]);
    if (look === plan.key) return;
    const outer = Math.floor(Math.min(width / 2 - 4, 230));
    plan = { key: look, fresh: true, outer: outer - 8, full: outer, inner: Math.round(outer * 0.33), cx: width / 2, cy: outer + 3, share: Math.PI / data.stops.length };
    for (const size of [18, 16, 15, 14, 13]) {
      plan.names = data.stops.map((stop, index) => fitting(stop, index, size));
      if (plan.names.every(Boolean)) break;
    }
    const inRing = plan.names.every(Boolean);
    if (!inRing) {
      plan.names = data.stops.map((stop, index) => {
        const [x, y] = place((plan.inner + plan.outer) / 2, (index + 0.5) * plan.share);
        return { lines: [], x, y: y - 12, size: 18 };
      });
    }
    // the heading has wider letters than those that are measured
    const big = { size: 26, weight: 700, most: 3 };
    plan.heads = new Map(data.stops.map((stop) => [stop.key, wrapText(stop.label, (width - 12) * 0.82, big)]));
    plan.none = wrapText(data.none, (width - 12) * 0.82, { ...big, size: 18 });
    let y = plan.cy + 54 + (Math.max(...[...plan.heads.values()].map((lines) => lines.length)) - 1) * 31;
    // names that find no room in the ring stand below it, with the sign of their stop
    const rows = inRing ? [] : data.stops.map((stop) => ({ stop, lines: wrapText(`${lookFor(stop).glyph} ${stop.label}`, width - 4, { size: 15, most: 3 }) }));
    pool(key, rows.length, () => svg("text", {})).forEach((node, index) => {
      writeLines(node, 2, y + 30, rows[index].lines, 19);
      y += rows[index].lines.length * 19 + 4;
    });
    set(hand.children[0], { cx: plan.cx, cy: plan.cy });
    const [tip, cx, cy] = [plan.inner - 6, plan.cx, plan.cy];
    set(hand.children[1], { d: `M${cx - tip} ${cy}L${cx} ${cy - 8}V${cy + 8}Z` });
    set(hand.children[2], { cx, cy });
    set(hand.children[3], { cx, cy });
    hand.style.transformOrigin = `${cx}px ${cy}px`;
    resize(board, width, y + (rows.length ? 34 : 16));
  }

  // ---- parts
  function makeStop() {
    const node = svg("g", {
      class: "bor-dial-stop", role: "radio",
      on: {
        focus: () => point(node),
        blur: () => point(null),
        pointerenter: () => point(node),
        pointerleave: () => point(null),
        click: () => {
          node.focus({ preventScroll: true });
          choose(node.borStop.key);
        },
        keydown: press,
      },
    });
    node.borParts = {
      shape: svg("path", { class: "bor-dial-shape" }),
      glyph: svg("text", { class: "bor-dial-glyph", "text-anchor": "middle" }),
      name: svg("text", { class: "bor-dial-name", "text-anchor": "middle" }),
    };
    node.append(...Object.values(node.borParts));
    return node;
  }

  function show() {
    const list = shown.stops;
    const chosen = list.findIndex((stop) => stop.key === at);
    pool(stops, list.length, makeStop).forEach((node, index) => {
      const stop = list[index];
      const look = lookFor(stop);
      const { shape, glyph, name } = node.borParts;
      if (plan.fresh) {
        const spot = plan.names[index];
        set(glyph, { x: spot.x, y: spot.y + 17, stroke: look.fill, text: look.glyph });
        writeLines(name, spot.x, spot.y + 4 + spot.size * 1.85, spot.lines, spot.size + 3);
        set(name, { stroke: look.fill });
        name.style.fontSize = `${spot.size}px`;
        set(shape, { fill: paint(stop.tone) });
      }
      const here = index === chosen;
      set(shape, { d: wedge(index, here ? plan.full : plan.outer) });
      set(node, {
        "aria-checked": String(here), tabindex: index === Math.max(chosen, 0) ? 0 : -1, "data-stop": stop.key,
        "aria-label": [stop.label, stop.detail].filter(Boolean).join(". "),
      });
      node.borStop = stop;
    });
    plan.fresh = false;
    set(mark, { d: chosen < 0 ? "" : wedge(chosen, plan.full) });
    drawRing();
    hand.style.display = chosen < 0 ? "none" : "";
    hand.style.transform = `rotate(${(((chosen + 0.5) * plan.share * 180) / Math.PI).toFixed(1)}deg)`;
    writeLines(head, plan.cx, plan.cy + 50, chosen < 0 ? plan.none : plan.heads.get(at), 31);
    head.style.fontSize = chosen < 0 ? "18px" : "26px";
    set(board, { "data-at": at });
    tell();
  }

  // ---- pointing and choosing
  function point(node) {
    pointed = node;
    drawRing();
    tell();
  }
  function drawRing() {
    const focused = [...stops.children].findIndex((node) => node.matches(":focus-visible"));
    const full = focused >= 0 && shown.stops[focused].key === at;
    set(ring, { d: focused < 0 ? "" : wedge(focused, full ? plan.full : plan.outer) });
  }
  function tell() {
    const stop = pointed?.borStop ?? shown.stops.find((one) => one.key === at);
    const other = stop && stop.key !== at;
    const text = other || !stop?.detail ? [stop?.label, stop?.detail].filter(Boolean).join(": ") : stop.detail;
    set(told, { text: text.length > 500 ? `${text.slice(0, 499)}…` : text });
  }
  function choose(name) {
    if (name === at) return;
    at = name;
    show();
    tools.act({ kind: "set", values: { [shown.moves]: at } });
  }
  function press(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const nodes = [...stops.children];
    const here = nodes.indexOf(event.currentTarget);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    // the ends of a threat are not neighbours: the hand stops there
    const goal = step ? Math.min(Math.max(here + step, 0), nodes.length - 1)
      : { Home: 0, End: nodes.length - 1, Enter: here, " ": here }[event.key];
    if (goal === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    choose(nodes[goal].borStop.key);
    nodes[goal].focus();
  }
  hand.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    dragging = event.pointerId;
    board.setPointerCapture(event.pointerId);
  });
  board.addEventListener("pointermove", (event) => {
    if (event.pointerId !== dragging) return;
    const box = board.getBoundingClientRect();
    const zoom = box.width / Number(board.getAttribute("width")) || 1;
    const [dx, dy] = [plan.cx - (event.clientX - box.left) / zoom, plan.cy - (event.clientY - box.top) / zoom];
    if (Math.hypot(dx, dy) < 20) return;
    const turn = dy < 0 ? (dx > 0 ? 0 : Math.PI) : Math.atan2(dy, dx);
    const index = Math.min(Math.floor(turn / plan.share), shown.stops.length - 1);
    choose(shown.stops[index].key);
  });
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
    board.addEventListener(name, (event) => {
      if (event.pointerId === dragging) dragging = null;
    });
  }

  return {
    draw(data, _drawing, width) {
      shown = data;
      if (dragging === null) at = data.at;
      lay(data, width);
      set(board, { "aria-labelledby": null, "aria-label": data.label });
      show();
    },
  };
};
