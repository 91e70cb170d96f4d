/* The network of a running world: where states stand, what moves, and who is pointed at. */
/* global el, set, svg, reducedMotion, STATE_PATHS, paintTies, paintStates, netAsSvg */
/* exported worldNet, worldLegend */

/** How far a state is drawn from its home towards those with whom it holds back. */
const PULL = 0.2;
/** Sparks alive at most: more would be snow. */
const MOST_SPARKS = 260;

/**
 * @param {{looks: object, words: object, colourOf: (move: number) => string,
 *   onChoose: (k: number) => void, tellOf: (k: number) => string}} given
 */
function worldNet({ looks, words, colourOf, onChoose, tellOf }) {
  const canvas = el("canvas", { class: "bor-run-canvas", role: "img" });
  const tip = el("div", { class: "bor-run-tip", hidden: true, "aria-hidden": "true" });
  const file = el("div", { class: "bor-run-file", "data-bor-export": "", "aria-hidden": "true" });
  const node = el("div", { class: "bor-run-net" }, file, canvas, tip);
  const pen = canvas.getContext("2d");
  // the ties in a layer of their own: most pictures only move what lies on them
  const layer = document.createElement("canvas");
  const layerPen = layer.getContext("2d");
  let [width, height] = [600, 380];
  let scene = null;
  let nodes = [];
  let ties = [];
  let sparks = [];
  let chosen = -1;
  let hovered = -1;
  let frame = 0;
  let last = 0;
  let after = null;
  let stale = true;

  // ---- places
  const spot = (home) => ({ x: width / 2 + home.x * (width / 2 - 38), y: height / 2 - 4 + home.y * (height / 2 - 34) });
  const base = () => Math.max(2.6, Math.min(17, Math.min(width, height) * 0.05 * Math.sqrt(12 / Math.max(6, nodes.length))));

  /** Where every state is drawn to: near its home, nearer to those with whom it holds back. */
  function aim() {
    const size = base();
    const sums = nodes.map(() => ({ x: 0, y: 0, w: 0 }));
    for (const tie of ties) {
      if (tie.state !== 2) continue;
      for (const [k, other] of [[tie.a, tie.b], [tie.b, tie.a]]) {
        const there = spot(nodes[other].home);
        sums[k].x += there.x * tie.strength;
        sums[k].y += there.y * tie.strength;
        sums[k].w += tie.strength;
      }
    }
    const pull = nodes.length > 120 ? 0 : PULL;
    nodes.forEach((state, k) => {
      const home = spot(state.home);
      state.size = size * Math.max(0.62, Math.min(2.1, Math.sqrt(state.capability)));
      const share = sums[k].w ? pull * Math.min(1, sums[k].w / Math.max(2, nodes.length * 0.35)) : 0;
      const [cx, cy] = sums[k].w ? [sums[k].x / sums[k].w, sums[k].y / sums[k].w] : [home.x, home.y];
      state.to = { x: home.x + (cx - home.x) * share, y: home.y + (cy - home.y) * share };
    });
    if (nodes.length <= 120) part();
  }
  /** Keep states apart, so that none hides another. */
  function part() {
    for (let turn = 0; turn < 4; turn += 1) {
      nodes.forEach((a, i) => {
        for (let j = i + 1; j < nodes.length; j += 1) {
          const b = nodes[j];
          const [dx, dy] = [b.to.x - a.to.x, b.to.y - a.to.y];
          const gap = a.size + b.size + (nodes.length <= 36 ? 26 : 8);
          const far = Math.hypot(dx, dy) || 0.01;
          if (far >= gap) continue;
          const push = (gap - far) / 2 / far;
          a.to.x -= dx * push;
          a.to.y -= dy * push;
          b.to.x += dx * push;
          b.to.y += dy * push;
        }
      });
    }
    for (const state of nodes) {
      state.to.x = Math.min(Math.max(state.to.x, 34), width - 34);
      state.to.y = Math.min(Math.max(state.to.y, 26), height - 34);
    }
  }

  // ---- drawing
  function view(now, still) {
    const near = new Set([chosen]);
    if (chosen >= 0) for (const tie of ties) {
      if (tie.a === chosen) near.add(tie.b);
      if (tie.b === chosen) near.add(tie.a);
    }
    return { width, height, nodes, ties, looks, chosen, hovered, near, sparks, now, still, names: scene?.signs ?? [] };
  }
  function paint(seen, ties_) {
    if (ties_) paintTies(layerPen, seen);
    stale = false;
    pen.clearRect(0, 0, width, height);
    pen.drawImage(layer, 0, 0, width, height);
    paintStates(pen, seen);
  }
  function draw(now) {
    frame = 0;
    const still = reducedMotion();
    const passed = last ? Math.min(60, now - last) : 16;
    last = now;
    let moving = false;
    const ease = still ? 1 : 1 - Math.exp(-passed / 160);
    for (const state of nodes) {
      const [dx, dy, dr] = [state.to.x - state.x, state.to.y - state.y, state.size - state.r];
      state.x += dx * ease;
      state.y += dy * ease;
      state.r += dr * ease;
      if (Math.abs(dx) + Math.abs(dy) + Math.abs(dr) > 0.4) moving = true;
    }
    if (!still) sparks = sparks.filter((spark) => now - spark.since < spark.lasts);
    paint(view(now, still), moving || stale);
    const told = after;
    after = null;
    told?.();
    if ((moving || sparks.length) && !still) ask();
    else last = 0;
  }
  const ask = () => {
    frame ||= requestAnimationFrame(draw);
  };

  function resize() {
    const box = node.getBoundingClientRect();
    if (box.width < 50 || box.height < 50) return;
    const first = Math.abs(box.width - width) > 0.5 || Math.abs(box.height - height) > 0.5;
    [width, height] = [box.width, box.height];
    const zoom = Math.min(2, window.devicePixelRatio || 1);
    for (const [sheet, brush] of [[canvas, pen], [layer, layerPen]]) {
      sheet.width = Math.round(width * zoom);
      sheet.height = Math.round(height * zoom);
      brush.setTransform(zoom, 0, 0, zoom, 0, 0);
    }
    if (!nodes.length) return;
    aim();
    if (first) for (const state of nodes) Object.assign(state, { x: state.to.x, y: state.to.y, r: state.size });
    paint(view(performance.now(), reducedMotion()), true);
    ask();
  }
  const watcher = new ResizeObserver(resize);
  watcher.observe(node);

  // ---- pointing
  function at(event) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let [best, near] = [-1, 1e9];
    nodes.forEach((state, k) => {
      const far = Math.hypot(state.x - x, state.y - y) - state.r;
      if (far < 10 && far < near) [best, near] = [k, far];
    });
    return best;
  }
  function hover(k) {
    if (k === hovered) return;
    hovered = k;
    tip.hidden = k < 0;
    canvas.style.cursor = k < 0 ? "" : "pointer";
    if (k >= 0) {
      set(tip, { text: tellOf(k) });
      tip.style.left = `${Math.min(Math.max(nodes[k].x, 90), width - 90)}px`;
      const low = nodes[k].y > height / 2;
      tip.style.top = `${nodes[k].y + (low ? -nodes[k].r - 14 : nodes[k].r + 26)}px`;
      tip.dataset.low = String(low);
    }
    ask();
  }
  canvas.addEventListener("pointermove", (event) => hover(at(event)));
  canvas.addEventListener("pointerleave", () => hover(-1));
  canvas.addEventListener("click", (event) => {
    const k = at(event);
    onChoose(k === chosen ? -1 : k);
  });

  return {
    node,
    /** Other states: all at their homes. */
    scene(next) {
      scene = next;
      sparks = [];
      ties = [];
      chosen = hovered = -1;
      tip.hidden = true;
      nodes = next.names.map((_, k) => ({
        home: { x: next.homes[2 * k], y: next.homes[2 * k + 1] },
        role: next.roles[k], to: { x: 0, y: 0 }, size: 0, x: 0, y: 0, r: 0, capability: 1, doctrine: 0, forced: 0, fresh: true,
      }));
    },
    /** Another round. `told` is called when it has been drawn. */
    show({ states, pairs, events, pace, flash, alt }, told) {
      states.forEach((state, k) => Object.assign(nodes[k], state));
      ties = pairs;
      aim();
      for (const state of nodes) {
        if (state.fresh) Object.assign(state, { x: state.to.x, y: state.to.y, r: state.size, fresh: false });
      }
      const still = reducedMotion();
      const now = performance.now();
      if (still) sparks = [];
      if (flash) {
        const lasts = Math.min(1100, Math.max(320, pace * 1.15));
        events.slice(0, still ? 60 : pace < 400 ? 40 : 90).forEach((event, k) => {
          sparks.push({ from: event.other, to: event.one, colour: colourOf(event.move), since: now + (still ? 0 : (k % 12) * lasts * 0.015), lasts });
        });
        if (sparks.length > MOST_SPARKS) sparks = sparks.slice(-MOST_SPARKS);
      }
      set(canvas, { "aria-label": alt });
      after = told;
      stale = true;
      ask();
    },
    choose(k) {
      chosen = k;
      stale = true;
      ask();
    },
    /** Bring the picture that a file takes up to date. */
    asFile(title, alt, lines) {
      const drawing = netAsSvg(file, view(0, true), lines);
      drawing.dataset.title = title;
      drawing.dataset.alt = alt;
    },
    stop() {
      watcher.disconnect();
      cancelAnimationFrame(frame);
    },
  };
}

/** What lines and shapes mean; only the shapes that are there. */
function worldLegend(looks) {
  const tieSign = (look) => svg("svg", { width: 28, height: 12, "aria-hidden": "true" },
    svg("path", { d: "M2 6H26", stroke: look.colour, "stroke-width": 3.4, "stroke-dasharray": look.dash || null, "stroke-linecap": "round", fill: "none" }));
  const shapeSign = (look) => svg("svg", { width: 20, height: 20, viewBox: "-10 -10 20 20", "aria-hidden": "true" },
    svg("path", { d: STATE_PATHS[look.shape], transform: "scale(7.4)", fill: look.fill, stroke: look.ink, "stroke-width": 0.2 }));
  const counts = looks.ties.map(() => el("b", {}));
  const ties = looks.ties.map((look, k) => el("li", { title: look.label }, tieSign(look), counts[k], " ", look.short));
  const shapes = looks.doctrines.map((look) => el("li", { title: look.label }, shapeSign(look), look.short));
  return {
    node: el("div", { class: "bor-run-legend", "data-role": "legend" }, el("ul", {}, ties.reverse()), el("ul", {}, shapes)),
    /** Who is there, and how many ties there are of each kind, if they are counted. */
    show(states, numbers = []) {
      const used = new Set(states.map((state) => state.doctrine));
      shapes.forEach((shape, k) => { shape.hidden = !used.has(k); });
      numbers.forEach((number, k) => set(counts[k], { text: String(number) }));
    },
  };
}
