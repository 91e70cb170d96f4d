/* The picture of a network: states are plates, ties are lines; each is one stop of the
 * keyboard. Used by the network of ties and by the drawings of a board. */
/* global el, svg, set, placePlates, lineBetween, placeSign, NODE_LINE */

/**
 * @param {{titleId: string, altId: string, onChoose: (key: string, kind: "node"|"edge") => void,
 *   onLeave?: () => void}} given `onLeave` is asked by the Escape key
 * @returns `parts` to place, and `draw(picture, width)`, where a picture is
 *   `{nodes, edges, looks: {tone: {colour, stroke, dash, glyph, meaning}}, note, hint, chosen}`
 *   and every edge has a `key`, a `tone`, a `width` 0..1 and perhaps an `other_tone`
 */
function networkBoard({ titleId, altId, onChoose, onLeave }) {
  const drawn = new Map();
  let picture = { nodes: [], edges: [], looks: {}, chosen: "" };
  let order = [];
  let pointed = "";
  let current = "";
  let placed = { key: "", at: [], height: 0 };
  let legendKey = "";

  const lines = svg("g", {});
  const plates = svg("g", {});
  const board = svg("svg", {
    class: "bor-net-board", role: "group", "aria-labelledby": titleId, "aria-describedby": altId,
  }, lines, plates);
  const stage = el("div", { class: "bor-net-stage" }, board);
  const detail = el("p", { class: "bor-net-detail", dir: "auto" });
  const legend = el("div", { class: "bor-net-legend" });

  // ---- parts, made once for each state and tie ---------------------------------------------
  const strand = () => ({
    line: svg("path", { class: "bor-net-line" }),
    badge: svg("circle", { class: "bor-net-badge", r: 13 }),
    glyph: svg("text", { class: "bor-net-glyph", "text-anchor": "middle" }),
  });

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
        click: () => onChoose(key, kind),
        keydown: (event) => press(event, key, kind),
      },
    });
    const made = { key, node, kind, strands: [] };
    if (kind === "edge") {
      made.glow = svg("path", { class: "bor-net-glow", "data-screen-only": "" });
      made.hit = svg("path", { class: "bor-net-hit", "data-screen-only": "" });
      node.append(made.glow, made.hit);
    } else {
      made.glow = svg("rect", { class: "bor-net-glow", rx: 16, "data-screen-only": "" });
      made.plate = svg("rect", { class: "bor-net-plate", rx: 11 });
      made.name = svg("text", { class: "bor-net-name", "text-anchor": "middle" });
      node.append(made.glow, made.plate, made.name);
    }
    (kind === "edge" ? lines : plates).append(node);
    return made;
  }

  function partsOf(key, kind) {
    let known = drawn.get(key);
    if (known && known.kind !== kind) {
      known.node.remove();
      known = null;
    }
    if (!known) drawn.set(key, (known = item(key, kind)));
    return known;
  }

  /** Two signs of one tie stand beside each other, each with its own line and badge. */
  function strandsOf(parts, count) {
    while (parts.strands.length > count) Object.values(parts.strands.pop()).forEach((node) => node.remove());
    while (parts.strands.length < count) {
      const made = strand();
      parts.strands.push(made);
      parts.hit.before(made.line);
      parts.node.append(made.badge, made.glyph);
    }
    return parts.strands;
  }

  function drawEdge(edge, a, b, aside, signs, at) {
    const parts = partsOf(edge.key, "edge");
    const tones = [edge.tone, edge.other_tone].filter(Boolean);
    const width = 2 + 8 * edge.width;
    const middle = lineBetween(a, b, aside);
    const d = `M${middle.start.x} ${middle.start.y}L${middle.end.x} ${middle.end.y}`;
    strandsOf(parts, tones.length).forEach(({ line, badge, glyph }, index) => {
      const look = picture.looks[tones[index]];
      const off = tones.length > 1 ? (index - 0.5) * (width + 5) : 0;
      const own = off ? lineBetween(a, b, aside + off) : middle;
      // their signs stand side by side across the tie, also where it is short
      const sign = off ? lineBetween(a, b, aside + Math.sign(off) * 15) : middle;
      const spot = placeSign(sign, signs, at);
      const dash = look.stroke && look.stroke.split(" ").map((part) => part * Math.max(1, width / 4)).join(" ");
      set(line, {
        d: off ? `M${own.start.x} ${own.start.y}L${own.end.x} ${own.end.y}` : d,
        stroke: look.colour, "stroke-width": width, "stroke-dasharray": dash || null,
        "stroke-linecap": look.dash === "dot" ? "round" : null,
      });
      set(badge, { cx: spot.x, cy: spot.y, stroke: look.colour });
      set(glyph, { x: spot.x, y: spot.y + 5.5, fill: look.colour, text: look.glyph });
    });
    set(parts.glow, { d, "stroke-width": width * tones.length + 12 });
    set(parts.hit, { d });
    describe(parts, edge);
    set(parts.node, {
      "data-tone": edge.tone, "data-other-tone": edge.other_tone || null,
      "data-strength": edge.strength === null ? "open" : edge.width.toFixed(2),
    });
  }

  function drawNode(node, plate) {
    const parts = partsOf(node.id, "node");
    const { x, y, w, h, rows } = plate;
    const key = `${x} ${y} ${rows.join("\n")}`;
    if (parts.placed !== key) {
      parts.placed = key;
      set(parts.plate, { x: x - w / 2, y: y - h / 2, width: w, height: h });
      set(parts.glow, { x: x - w / 2 - 5, y: y - h / 2 - 5, width: w + 10, height: h + 10 });
      parts.name.replaceChildren(...rows.map((row, index) => svg("tspan", {
        x, y: y + 5.5 + (index - (rows.length - 1) / 2) * NODE_LINE, text: row,
      })));
    }
    describe(parts, node);
    set(parts.node, { "data-node-role": node.role ?? "third" });
  }

  function describe(parts, thing) {
    const text = thing.detail || thing.label || "";
    const label = thing.label && !text.includes(thing.label) ? `${thing.label}. ${text}` : text;
    if (parts.detail === label) return;
    parts.detail = label;
    set(parts.node, { "aria-label": label });
  }

  // ---- the whole picture -----------------------------------------------------------------------
  /** Places depend on names and width alone: nothing moves while values change. */
  function place(nodes, width) {
    const key = JSON.stringify([width, nodes.map((node) => [node.label, node.x, node.y])]);
    if (key === placed.key) return;
    const small = width < 480;
    const crowd = Math.max(0, nodes.length - (small ? 4 : 8)) * (small ? 30 : 12);
    const scale = Math.min(360, Math.max(250, width * 0.5)) + crowd;
    const levels = nodes.map((node) => node.y);
    const spread = Math.max(...levels) - Math.min(...levels);
    const height = Math.round(Math.max(130, spread * scale + 84));
    set(board, { width, height, viewBox: `0 0 ${width} ${height}` });
    placed = { key, height, at: placePlates(nodes, width, height, scale, small ? 100 : 150) };
  }

  function draw(next, width) {
    picture = next;
    const { nodes } = picture;
    stage.hidden = nodes.length === 0;
    if (nodes.length && width) {
      place(nodes, width);
      const byId = new Map(nodes.map((node, index) => [node.id, placed.at[index]]));
      const edges = picture.edges.filter((edge) => byId.has(edge.source) && byId.has(edge.target));
      const pairs = new Map();
      for (const edge of edges) {
        const pair = JSON.stringify([edge.source, edge.target].sort());
        pairs.set(pair, [...(pairs.get(pair) ?? []), edge]);
      }
      const signs = [];
      for (const edge of edges) {
        const [first] = [edge.source, edge.target].sort();
        const group = pairs.get(JSON.stringify([edge.source, edge.target].sort()));
        const wide = (group.length - 1) / 2 - group.indexOf(edge);
        const aside = wide * 30 * (edge.source === first ? 1 : -1);
        drawEdge(edge, byId.get(edge.source), byId.get(edge.target), aside, signs, placed.at);
      }
      nodes.forEach((node, index) => drawNode(node, placed.at[index]));
      order = [...nodes.map((node) => node.id), ...edges.map((edge) => edge.key)];
      drawLegend(edges);
    }
    const kept = new Set(nodes.length ? order : []);
    for (const [key, parts] of drawn) {
      if (kept.has(key)) continue;
      parts.node.remove();
      drawn.delete(key);
    }
    rove();
    showChosen();
  }

  function drawLegend(edges) {
    const tones = [...new Set(edges.flatMap((edge) => [edge.tone, edge.other_tone]).filter(Boolean))];
    const note = edges.length ? picture.note : "";
    const key = JSON.stringify([tones.map((tone) => [tone, picture.looks[tone].meaning]), note]);
    if (key === legendKey) return;
    legendKey = key;
    legend.replaceChildren(
      ...tones.map((tone) => {
        const look = picture.looks[tone];
        return el("span", { class: "bor-net-entry" },
          svg("svg", { width: 52, height: 22, "aria-hidden": "true" },
            svg("path", {
              d: "M1 11H51", stroke: look.colour, "stroke-width": 4, "stroke-dasharray": look.stroke || null,
              "stroke-linecap": look.dash === "dot" ? "round" : "butt",
            }),
            svg("circle", { cx: 26, cy: 11, r: 9.5, stroke: look.colour, class: "bor-net-badge" }),
            svg("text", {
              x: 26, y: 15.5, fill: look.colour, "text-anchor": "middle", class: "bor-net-sign", text: look.glyph,
            })),
          el("span", { dir: "auto", text: look.meaning }));
      }),
      el("span", { class: "bor-muted", text: note }),
    );
  }

  // ---- pointing, moving on and choosing ---------------------------------------------------------
  function point(key) {
    drawn.get(pointed)?.node.classList.remove("bor-net-pointed");
    pointed = key;
    drawn.get(key)?.node.classList.add("bor-net-pointed");
    showDetail();
  }

  function showDetail() {
    const shown = drawn.get(pointed) ?? drawn.get(picture.chosen);
    set(detail, { text: shown ? shown.detail : picture.hint });
    detail.classList.toggle("bor-muted", !shown);
  }

  function showChosen() {
    for (const [key, parts] of drawn) {
      const chosen = key === picture.chosen;
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

  function press(event, key, kind) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = order.indexOf(key);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const goal = step ? order[(here + step + order.length) % order.length]
      : { Home: order[0], End: order.at(-1) }[event.key];
    if (goal !== undefined) drawn.get(goal)?.node.focus();
    else if (event.key === "Enter" || event.key === " ") onChoose(key, kind);
    else if (event.key === "Escape" && picture.chosen && onLeave) onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    parts: [stage, detail, legend],
    board,
    stage,
    draw,
    choose: (key) => {
      picture = { ...picture, chosen: key };
      showChosen();
    },
  };
}
