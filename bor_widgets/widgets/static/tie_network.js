/* The network of ties. States are plates, ties are lines; each is one stop of the keyboard. */
/* global THEME, el, svg, set, uid, listen, eachFrame, placePlates, lineBetween, placeSign, NODE_LINE */

function render({ model, el: root }) {
  const stem = uid("net");
  const words = () => model.get("words");
  const drawn = new Map();
  let order = [];
  let pointed = "";
  let current = "";

  const title = el("figcaption", { class: "bor-title", id: `${stem}-title` });
  const alt = el("p", { class: "bor-hidden", id: `${stem}-alt` });
  const lines = svg("g", {});
  const plates = svg("g", {});
  const board = svg("svg", {
    class: "bor-net-board", role: "group", "aria-labelledby": title.id, "aria-describedby": alt.id,
  }, lines, plates);
  const stage = el("div", { class: "bor-net-stage" }, board);
  const detail = el("p", { class: "bor-net-detail" });
  const legend = el("div", { class: "bor-net-legend" });
  const figure = el("figure", { class: "bor bor-card bor-net" }, title, stage, detail, legend, alt);
  root.append(figure);

  function toneOf(edge) {
    return THEME.response[edge.tone] ?? THEME.tie[edge.tone] ?? THEME.tie.open;
  }

  // ---- parts, made once for each state and tie ---------------------------------------------
  function item(key, kind) {
    const node = svg("g", {
      class: `bor-net-item bor-net-${kind}`, role: "button", "data-key": key,
      on: {
        pointerenter: () => point(key),
        pointerleave: () => point(""),
        focus: () => {
          current = key;
          point(key);
          rove();
        },
        blur: () => point(""),
        click: () => choose(key),
        keydown: (event) => press(event, key),
      },
    });
    const parts = kind === "edge"
      ? {
        glow: svg("path", { class: "bor-net-glow", "data-screen-only": "" }),
        line: svg("path", { class: "bor-net-line" }),
        hit: svg("path", { class: "bor-net-hit", "data-screen-only": "" }),
        badge: svg("circle", { class: "bor-net-badge", r: 13 }),
        glyph: svg("text", { class: "bor-net-glyph", "text-anchor": "middle" }),
      }
      : {
        glow: svg("rect", { class: "bor-net-glow", rx: 16, "data-screen-only": "" }),
        plate: svg("rect", { class: "bor-net-plate", rx: 11 }),
        name: svg("text", { class: "bor-net-name", "text-anchor": "middle" }),
      };
    node.append(...Object.values(parts));
    (kind === "edge" ? lines : plates).append(node);
    return { key, node, kind, ...parts };
  }

  function partsOf(key, kind) {
    const known = drawn.get(key);
    if (known) return known;
    const made = item(key, kind);
    drawn.set(key, made);
    return made;
  }

  function drawEdge(edge, key, line, spot) {
    const parts = partsOf(key, "edge");
    const tone = toneOf(edge);
    const strength = Math.max(0, Math.min(1, Number(edge.strength) || 0));
    const d = `M${line.start.x} ${line.start.y}L${line.end.x} ${line.end.y}`;
    const width = 2 + 8 * strength;
    const dash = tone.stroke && tone.stroke.split(" ").map((part) => part * Math.max(1, width / 4)).join(" ");
    set(parts.line, { d, stroke: tone.colour, "stroke-width": width, "stroke-dasharray": dash || null });
    set(parts.line, { "stroke-linecap": tone.dash === "dot" ? "round" : null });
    set(parts.glow, { d, "stroke-width": width + 12 });
    set(parts.hit, { d });
    set(parts.badge, { cx: spot.x, cy: spot.y, stroke: tone.colour });
    set(parts.glyph, { x: spot.x, y: spot.y + 5.5, fill: tone.colour, text: tone.glyph });
    describe(parts, edge);
    set(parts.node, { "data-tone": edge.tone, "data-strength": strength.toFixed(2) });
  }

  function drawNode(node, plate) {
    const parts = partsOf(node.id, "node");
    const { x, y, w, h, rows } = plate;
    set(parts.plate, { x: x - w / 2, y: y - h / 2, width: w, height: h });
    set(parts.glow, { x: x - w / 2 - 5, y: y - h / 2 - 5, width: w + 10, height: h + 10 });
    parts.name.replaceChildren(...rows.map((row, index) => svg("tspan", {
      x, y: y + 5.5 + (index - (rows.length - 1) / 2) * NODE_LINE, text: row,
    })));
    describe(parts, node);
    set(parts.node, { "data-node-role": node.role ?? "third" });
  }

  function describe(parts, thing) {
    const text = thing.detail || thing.label || "";
    const label = thing.label && !text.includes(thing.label) ? `${thing.label}. ${text}` : text;
    parts.detail = label;
    set(parts.node, { "aria-label": label });
  }

  // ---- the whole picture -----------------------------------------------------------------------
  const repaint = eachFrame(() => {
    const nodes = model.get("nodes") ?? [];
    set(title, { text: model.get("title") });
    set(alt, { text: model.get("alt") });
    set(board, { "data-title": model.get("title"), "data-alt": model.get("alt") });
    set(stage, { hidden: nodes.length === 0 });
    const width = Math.round(figure.clientWidth && stage.clientWidth);
    if (!nodes.length) showDetail();
    if (!width) return;
    const small = width < 480;
    const crowd = Math.max(0, nodes.length - (small ? 4 : 8)) * (small ? 30 : 12);
    const scale = Math.min(360, Math.max(250, width * 0.5)) + crowd;
    const levels = nodes.map((node) => node.y);
    const spread = Math.max(...levels) - Math.min(...levels);
    const height = Math.round(Math.max(130, spread * scale + 84));
    set(board, { width, height, viewBox: `0 0 ${width} ${height}` });
    const at = placePlates(nodes, width, height, scale, small ? 94 : 150);
    const byId = new Map(nodes.map((node, index) => [node.id, at[index]]));
    const edges = (model.get("edges") ?? [])
      .map((edge) => ({ edge, key: `${edge.source}--${edge.target}` }))
      .filter(({ edge }) => byId.has(edge.source) && byId.has(edge.target));
    const keys = new Set(edges.map(({ key }) => key));
    const signs = [];
    for (const { edge, key } of edges) {
      const pair = keys.has(`${edge.target}--${edge.source}`) && edge.source !== edge.target;
      const line = lineBetween(byId.get(edge.source), byId.get(edge.target), pair ? 15 : 0);
      drawEdge(edge, key, line, placeSign(line, signs, at));
    }
    nodes.forEach((node, index) => drawNode(node, at[index]));
    order = [...nodes.map((node) => node.id), ...keys];
    for (const [key, parts] of drawn) {
      if (order.includes(key)) continue;
      parts.node.remove();
      drawn.delete(key);
    }
    drawLegend(edges.map(({ edge }) => edge));
    rove();
    showSelected();
  });

  function drawLegend(edges) {
    const tones = [...new Map(edges.map((edge) => [edge.tone, toneOf(edge)]))];
    legend.replaceChildren(
      ...tones.map(([name, tone]) => el("span", { class: "bor-net-entry" },
        svg("svg", { width: 52, height: 22, "aria-hidden": "true" },
          svg("path", {
            d: "M1 11H51", stroke: tone.colour, "stroke-width": 4, "stroke-dasharray": tone.stroke || null,
            "stroke-linecap": tone.dash === "dot" ? "round" : "butt",
          }),
          svg("circle", { cx: 26, cy: 11, r: 9.5, stroke: tone.colour, class: "bor-net-badge" }),
          svg("text", {
            x: 26, y: 15.5, fill: tone.colour, "text-anchor": "middle", class: "bor-net-sign", text: tone.glyph,
          })),
        el("span", { text: words()[`tone_${name}`] ?? name }))),
      el("span", { class: "bor-muted", text: edges.length ? words().width : "" }),
    );
  }

  // ---- pointing, moving on and choosing -----------------------------------------------------------
  function point(key) {
    pointed = key;
    for (const [name, parts] of drawn) parts.node.classList.toggle("bor-net-pointed", name === key);
    showDetail();
  }

  function showDetail() {
    const shown = drawn.get(pointed) ?? drawn.get(model.get("selected"));
    const empty = (model.get("nodes") ?? []).length === 0;
    set(detail, { text: shown ? shown.detail : empty ? words().empty : words().hint });
    detail.classList.toggle("bor-muted", !shown);
  }

  function showSelected() {
    for (const [key, parts] of drawn) {
      const chosen = key === model.get("selected");
      parts.node.classList.toggle("bor-net-chosen", chosen);
      set(parts.node, { "aria-pressed": String(chosen) });
    }
    showDetail();
  }

  /** Only one part is a stop of the Tab key; the arrow keys go on from there. */
  function rove() {
    if (!drawn.has(current)) current = order[0] ?? "";
    for (const [key, parts] of drawn) set(parts.node, { tabindex: key === current ? 0 : -1 });
  }

  function choose(key) {
    model.set("selected", model.get("selected") === key ? "" : key);
    model.save_changes();
  }

  function press(event, key) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = order.indexOf(key);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const goal = step ? order[(here + step + order.length) % order.length]
      : { Home: order[0], End: order.at(-1) }[event.key];
    if (goal !== undefined) drawn.get(goal)?.node.focus();
    else if (event.key === "Enter" || event.key === " ") choose(key);
    else if (event.key === "Escape" && model.get("selected")) choose(model.get("selected"));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const stops = [
    listen(model, ["title", "alt", "nodes", "edges", "words"], () => repaint()),
    listen(model, ["selected"], showSelected),
  ];
  const sizes = new ResizeObserver(() => repaint());
  sizes.observe(figure);
  repaint();

  return () => {
    stops.forEach((stop) => stop());
    sizes.disconnect();
    repaint.cancel();
    figure.remove();
  };
}

export default { render };
