/* The decision map. Layers from back to front: areas, their names, axes, remembered
 * places, the point with its guides and its verdict. Drawn in pixels, so that text keeps
 * its size on every screen. */
/* global el, svg, set, fill, uid, listen, eachFrame, patterns, swatch, wrapText, textWidth */
/* global mapAreas, mapAxes, plateOfWords, touching */

function render({ model, el: root }) {
  const stem = uid("map");
  const words = () => model.get("words");
  const axis = (name) => ({ low: 0, high: 1, label: "", ...model.get("axes")?.[name] });
  let here = { x: model.get("x"), y: model.get("y") };
  let dragging = null;
  let stale = true;
  let telling = false;
  let plot = { left: 0, top: 0, width: 0, height: 0 };
  let marked = [];

  // ---- parts, made once ------------------------------------------------------------------
  const title = el("figcaption", { class: "bor-title", id: `${stem}-title` });
  const alt = el("p", { class: "bor-hidden", id: `${stem}-alt` });
  const hint = el("span", {});
  const legend = el("span", { class: "bor-map-legend" });
  const defs = svg("defs", {});
  const textures = patterns(defs, stem);
  const clip = svg("rect", { rx: 6 });
  defs.append(svg("clipPath", { id: `${stem}-clip` }, clip));
  const ground = svg("rect", { class: "bor-map-ground", rx: 6 });
  const shapes = svg("g", { "clip-path": `url(#${stem}-clip)` });
  const names = svg("g", {});
  const ticks = svg("g", {});
  const frame = svg("rect", { class: "bor-map-frame", rx: 6 });
  const ghosts = svg("g", {});
  const guides = svg("path", { class: "bor-map-guides" });
  const areas = mapAreas(shapes, names, textures);
  const axes = mapAxes(ticks);
  const chipX = plateOfWords("bor-map-chip");
  const chipY = plateOfWords("bor-map-chip");
  const tag = plateOfWords("bor-map-tag");
  const dot = svg(
    "g",
    {
      class: "bor-map-point", "data-role": "map-point", role: "slider", tabindex: 0,
      "aria-describedby": `${stem}-alt`,
    },
    svg("circle", { class: "bor-map-hit", r: 24, "data-screen-only": "" }),
    svg("circle", { class: "bor-map-ring", r: 20, "data-screen-only": "" }),
    svg("circle", { class: "bor-map-halo", r: 13 }),
    svg("circle", { class: "bor-map-dot", r: 10 }),
    svg("path", { class: "bor-map-grip", d: "M-4.5 0H4.5M0 -4.5V4.5" }),
  );
  const back = svg("g", { "aria-hidden": "true" },
    ground, shapes, names, ticks, frame, ghosts, guides, chipX.node, chipY.node);
  const board = svg("svg", { class: "bor-map-board", role: "group", "aria-labelledby": title.id },
    defs, back, tag.node, dot);
  const stage = el("div", { class: "bor-map-stage" }, board);
  const figure = el("figure", { class: "bor bor-card bor-map", "data-bor-export": "" },
    title, stage, el("div", { class: "bor-map-foot" }, hint, legend), alt);
  root.append(figure);

  function toX(value) {
    const { low, high } = axis("x");
    return plot.left + ((value - low) / (high - low)) * plot.width;
  }
  function toY(value) {
    const { low, high } = axis("y");
    return plot.top + (1 - (value - low) / (high - low)) * plot.height;
  }

  // ---- what changes with the size, the axes and the areas ----------------------------------
  function drawBoard() {
    const width = Math.round(stage.clientWidth);
    if (!width) return;
    const small = width < 480;
    const height = Math.round(Math.min(460, Math.max(small ? 320 : 300, width * 0.78)));
    // the ends of the axis and its name need a line each where they do not fit into one
    const tight = width < 640;
    plot = { left: 62, top: 34, width: width - 76, height: height - 34 - (tight ? 76 : 58) };
    set(board, { width, height, viewBox: `0 0 ${width} ${height}` });
    const box = { x: plot.left, y: plot.top, width: plot.width, height: plot.height };
    for (const rect of [clip, ground, frame]) set(rect, box);
    // a small map has no room to move names about, so there the legend is complete
    const entries = areas.draw(model.get("bands") ?? [], toX, toY);
    const listed = entries.filter((entry) => small || !entry.named);
    legend.replaceChildren(...listed.map(({ look, text }) =>
      el("span", { class: "bor-map-entry" }, swatch(look), text)));
    axes.draw({ plot, x: axis("x"), y: axis("y"), toX, toY, words: words(), small: tight });
    stale = false;
  }

  function drawGhosts() {
    marked = [];
    ghosts.replaceChildren(...(model.get("marks") ?? []).flatMap((mark) => {
      const [x, y] = [toX(mark.x), toY(mark.y)];
      const text = wrapText(mark.label, 190, { size: 13, most: 1 })[0] ?? "";
      const half = textWidth(text, 13) / 2;
      const middle = Math.min(Math.max(x, plot.left + half + 4), plot.left + plot.width - half - 4);
      const up = y - 30 > plot.top ? y - 14 : y + 24;
      const name = svg("text", { class: "bor-map-ghost-name", x: middle, y: up, "text-anchor": "middle", text });
      marked.push({ text: name, box: { x: middle - half, y: Math.min(y - 10, up - 14), w: 2 * half, h: 34 } });
      return [svg("circle", { class: "bor-map-ghost", cx: x, cy: y, r: 8 }), name];
    }));
  }

  // ---- what changes with every move ------------------------------------------------------------
  function drawPoint() {
    if (!plot.width) return;
    const [px, py] = [toX(here.x), toY(here.y)];
    const [xText, yText] = [here.x.toFixed(2), here.y.toFixed(2)];
    const bottom = plot.top + plot.height;
    set(dot, { transform: `translate(${px} ${py})`, "data-x": xText, "data-y": yText });
    set(guides, { d: `M${plot.left} ${py}H${px}M${px} ${bottom}V${py}` });
    const cx = chipX.write([xText], 14, 600, 6);
    chipX.place(Math.min(px - cx.w / 2, plot.left + plot.width - cx.w + 12), bottom + 5);
    const cy = chipY.write([yText], 14, 600, 5);
    chipY.place(plot.left - cy.w - 3, py - cy.h / 2);
    axes.clear(px, py);
    areas.avoid(
      [{ x: px - 16, y: py - 16, w: 32, h: 32 }, drawTag(px, py), ...marked.map((mark) => mark.box)],
      [{ x: px - 3, y: py, w: 6, h: bottom - py }, { x: plot.left, y: py - 3, w: px - plot.left, h: 6 }],
    );
    const [x, y] = [axis("x"), axis("y")];
    const values = {
      x_label: x.label, y_label: y.label, x: xText, y: yText, verdict: model.get("point_label"),
    };
    set(dot, {
      "aria-label": fill(words().point, values), "aria-roledescription": words().role,
      "aria-valuenow": xText, "aria-valuemin": x.low, "aria-valuemax": x.high,
      "aria-valuetext": fill(words().value, values),
    });
  }

  /** The verdict beside, above or below the point, best where it covers no remembered place. */
  function drawTag(px, py) {
    const small = plot.width < 400;
    const lines = wrapText(model.get("point_label"), small ? 140 : 190, { size: 15, weight: 700, most: 3 });
    set(tag.node, { display: lines.length ? null : "none" });
    const { w, h } = tag.write(lines, 15, 700, 10);
    const [right, low] = [plot.left + plot.width, plot.top + plot.height];
    const level = Math.min(Math.max(py - h / 2, plot.top), low - h);
    const centred = Math.min(Math.max(px - w / 2, plot.left), right - w);
    const spots = [[px + 22, level], [px - 22 - w, level], [centred, py - 24 - h], [centred, py + 24]]
      .map(([x, y]) => ({ x, y, w, h }));
    const inside = spots.filter((spot) =>
      spot.x >= plot.left && spot.x + w <= right && spot.y >= plot.top && spot.y + h <= low);
    const free = inside.find((spot) => !marked.some((mark) => touching(mark.box, spot)));
    const best = free ?? inside[0] ?? spots[3];
    tag.place(best.x, best.y);
    for (const mark of marked) set(mark.text, { visibility: touching(mark.box, best) ? "hidden" : null });
    return best;
  }

  const repaint = eachFrame(() => {
    set(title, { text: model.get("title") });
    set(alt, { text: model.get("alt") });
    set(hint, { text: words().hint });
    set(board, { "data-title": model.get("title"), "data-alt": model.get("alt") });
    if (stale) drawBoard();
    drawGhosts();
    drawPoint();
  });

  // ---- moving the point ----------------------------------------------------------------------------
  const tell = eachFrame(() => {
    const { x, y } = here;
    telling = true;
    model.set("x", x);
    model.set("y", y);
    telling = false;
    model.save_changes();
  });

  function keep(value, name) {
    const { low, high } = axis(name);
    return Math.round(Math.min(high, Math.max(low, value)) * 100) / 100;
  }

  function moveTo(x, y) {
    const next = { x: keep(x, "x"), y: keep(y, "y") };
    if (next.x === here.x && next.y === here.y) return;
    here = next;
    drawPoint();
    tell();
  }

  function moveToPointer(event) {
    const box = board.getBoundingClientRect();
    const [x, y] = [axis("x"), axis("y")];
    const across = (event.clientX - box.left - plot.left) / plot.width;
    const down = (event.clientY - box.top - plot.top) / plot.height;
    moveTo(x.low + across * (x.high - x.low), y.high - down * (y.high - y.low));
  }

  function press(event) {
    if (event.button !== 0 || dragging !== null) return;
    event.preventDefault();
    dragging = event.pointerId;
    board.setPointerCapture(event.pointerId);
    figure.classList.add("bor-map-dragging");
    dot.focus({ preventScroll: true });
    moveToPointer(event);
  }

  function release(event) {
    if (event.pointerId !== dragging) return;
    dragging = null;
    figure.classList.remove("bor-map-dragging");
    tell.flush();
  }

  for (const part of [ground, shapes, dot]) part.addEventListener("pointerdown", press);
  board.addEventListener("pointermove", (event) => {
    if (event.pointerId === dragging) moveToPointer(event);
  });
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) {
    board.addEventListener(name, release);
  }
  dot.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = event.shiftKey ? 0.1 : 0.01;
    const { low, high } = axis("x");
    const target = {
      ArrowLeft: [here.x - step, here.y], ArrowRight: [here.x + step, here.y],
      ArrowDown: [here.x, here.y - step], ArrowUp: [here.x, here.y + step],
      PageDown: [here.x, here.y - 0.1], PageUp: [here.x, here.y + 0.1],
      Home: [low, here.y], End: [high, here.y],
    }[event.key];
    if (!target) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(...target);
  });

  const stop = listen(
    model,
    ["title", "alt", "axes", "bands", "x", "y", "point_label", "marks", "words"],
    (name) => {
      if (name === "bands" || name === "axes" || name === "words") stale = true;
      // while the reader drags, an older answer must not pull the point back
      if (dragging === null && !telling) here = { x: model.get("x"), y: model.get("y") };
      repaint();
    },
  );
  const sizes = new ResizeObserver(() => {
    stale = true;
    repaint();
  });
  sizes.observe(stage);
  repaint();

  return () => {
    stop();
    sizes.disconnect();
    repaint.cancel();
    tell.cancel();
    figure.remove();
  };
}

export default { render };
