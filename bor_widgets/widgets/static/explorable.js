/* An explorable: sliders, a verdict and figures. Where Python answers, it is asked; where it
 * does not, the answers that Python gave in advance are looked up. No rule stands here. */
/* global BOARD, VERDICT, el, set, fill, listen, eachFrame, panelRoot, uid, wearTone, exploreSlider, gridAnswer */

/** A model for a part that knows nothing of Python: it holds values and tells of changes. */
function partModel(held, send) {
  const listeners = new Map();
  return {
    get: (name) => held[name],
    set: (name, value) => {
      if (JSON.stringify(held[name]) === JSON.stringify(value)) return;
      held[name] = value;
      for (const fn of listeners.get(`change:${name}`) ?? []) fn();
    },
    tell: (event, message) => {
      for (const fn of listeners.get(event) ?? []) fn(message);
    },
    on: (event, fn) => listeners.set(event, [...(listeners.get(event) ?? []), fn]),
    off: (event, fn) => listeners.set(event, (listeners.get(event) ?? []).filter((known) => known !== fn)),
    send: send ?? (() => {}),
    save_changes: () => {},
  };
}

/** A figure that plotly draws; the picture itself stands outside, where plotly's style is. */
function plotlyFigure(root, draw) {
  const titleId = uid("plot");
  const title = el("p", { class: "bor-title", id: titleId, dir: "auto" });
  const frame = el("div", { class: "bor-explore-frame" });
  const alt = el("p", { class: "bor-hidden", dir: "auto", "data-role": "alt" });
  const node = el("figure", { class: "bor-card bor-explore-plot", "aria-labelledby": titleId }, title, frame, alt);
  let host = null;
  let waiting = null;
  // without the picture its words remain
  const failed = () => alt.classList.remove("bor-hidden");
  const later = eachFrame(() => waiting && draw(host, waiting).catch(failed));
  return {
    node,
    update: (picture) => {
      if (!host) {
        const place = el("div", { class: "bor-plot", role: "group" });
        host = el("div", { class: "bor-explore-host" }, place);
        const shadow = root.getRootNode();
        if (shadow instanceof ShadowRoot) {
          host.slot = `plot-${picture.name}`;
          shadow.host.append(host);
          frame.append(el("slot", { name: host.slot }));
        } else frame.append(host);
        place.style.minHeight = `${picture.layout.height ?? 360}px`;
        set(node, { "data-drawing": picture.name });
      }
      set(title, { text: picture.title });
      set(alt, { text: picture.alt });
      set(host.firstElementChild, { "aria-label": picture.alt });
      waiting = picture;
      later();
    },
  };
}

/** Ask Python for plotly's script, once for a page; there is no other place to get it from. */
function plotlyFromPython(model) {
  window.borPlotly ??= new Promise((resolve) => {
    const take = (message, buffers) => {
      if (message?.kind !== "plotly") return;
      model.off("msg:custom", take);
      const address = URL.createObjectURL(new Blob([buffers[0]], { type: "text/javascript" }));
      const script = el("script", { src: address, on: { load: () => resolve(window.Plotly) } });
      document.head.append(script);
    };
    model.on("msg:custom", take);
    model.send({ kind: "plotly" });
  });
  return window.borPlotly;
}

function render({ model, el: root }) {
  const words = model.get("words");
  const specs = model.get("sliders");
  const grid = model.get("grid");
  let live = !grid?.tree;
  panelRoot(root, "explorable");
  set(root, { role: "group", "aria-label": model.get("title") || words.panel });

  async function drawPlot(host, picture) {
    if (window.BorFigures) return window.BorFigures.show(host, picture);
    const plotly = window.Plotly ?? (await plotlyFromPython(model));
    return plotly.react(host.firstElementChild, picture.data, picture.layout, { displaylogo: false, responsive: true });
  }

  // the parts begin with the first answer, so that nothing is announced before something moved
  let stops = specs.map((spec) => Math.max(0, nearest(spec, model.get("values")[spec.name])));
  const first = live ? model.get("answer") : gridAnswer(grid, stops);
  const verdict = partModel({ card: first.card, words: words.verdict });
  // the first figure stands beside the sliders' finding, all others below the reasons
  const boardOf = (main) => partModel({ drawings: [], main, words: words.board }, hear);
  const [mainBoard, moreBoard] = [boardOf(true), boardOf(false)];
  const [mainRoot, moreRoot, verdictRoot] = ["main", "more", "verdict"].map((name) => el("div", { class: `bor-explore-${name}` }));
  const [mainPlot, morePlots] = [el("div", { class: "bor-explore-plots" }), el("div", { class: "bor-explore-plots" })];
  const note = el("p", { class: "bor-muted bor-explore-note", dir: "auto" });
  const glyph = el("span", { class: "bor-explore-glyph" });
  const finding = el("span", { dir: "auto" });
  // what the verdict below says and speaks, once more where the hand is
  const line = el("p", { class: "bor-explore-finding", "aria-hidden": "true" }, glyph, finding);
  const sliders = specs.map((spec, axis) => exploreSlider(spec, words, (position) => move(axis, position)));
  root.append(
    el("div", { class: "bor-explore-top bor-card" },
      el("div", { class: "bor-explore-sliders" }, sliders.map((part) => part.node)), line),
    note, mainPlot, mainRoot, verdictRoot, morePlots, moreRoot,
  );
  let plotParts = new Map();
  let shown = first;

  /** The stop that is nearest to a value. */
  function nearest(spec, value) {
    const text = JSON.stringify(value);
    const exact = spec.stops.findIndex((stop) => JSON.stringify(stop) === text);
    if (exact >= 0 || !spec.numeric) return exact;
    return spec.stops.reduce((best, stop, i) => (Math.abs(stop - value) < Math.abs(spec.stops[best] - value) ? i : best), 0);
  }

  function show(answer) {
    shown = answer;
    verdict.set("card", answer.card);
    verdictRoot.hidden = !answer.card.headline;
    const look = wearTone(line, answer.card.action);
    set(glyph, { text: look?.glyph ?? "" });
    set(finding, { text: answer.card.headline ?? "" });
    line.hidden = !answer.card.headline;
    const own = answer.plotly.length ? 0 : 1;
    mainBoard.set("drawings", answer.drawings.slice(0, own));
    moreBoard.set("drawings", answer.drawings.slice(own));
    mainRoot.hidden = !answer.drawings.length || !own;
    moreRoot.hidden = answer.drawings.length <= own;
    const seen = new Map();
    for (const picture of answer.plotly) {
      const part = plotParts.get(picture.name) ?? plotlyFigure(root, drawPlot);
      if (!part.node.isConnected) (seen.size ? morePlots : mainPlot).append(part.node);
      part.update(picture);
      seen.set(picture.name, part);
    }
    for (const [name, part] of plotParts) if (!seen.has(name)) part.node.remove();
    plotParts = seen;
    mainPlot.hidden = !mainPlot.hasChildNodes();
    morePlots.hidden = !morePlots.hasChildNodes();
    set(root, { "data-place": live ? null : stops.join(" ") });
  }

  function showSliders() {
    const values = model.get("values");
    const texts = model.get("texts");
    specs.forEach((spec, axis) => {
      if (live) {
        const value = values[spec.name];
        sliders[axis].show(spec.numeric ? value : nearest(spec, value), texts[spec.name] ?? String(value), true);
      } else sliders[axis].show(stops[axis], spec.texts[stops[axis]], false);
    });
    set(note, { text: live ? words.live : model.get("note") || words.note });
  }

  const lookUp = eachFrame(() => show(gridAnswer(grid, stops)));
  const ask = eachFrame(() => model.save_changes());

  function move(axis, position) {
    const spec = specs[axis];
    if (live) {
      const value = spec.numeric ? position : spec.stops[position];
      model.set("values", { ...model.get("values"), [spec.name]: value });
      ask();
    } else {
      stops = stops.map((stop, i) => (i === axis ? position : stop));
      showSliders();
      lookUp();
    }
  }

  /** A hand moved something in a drawing. What no slider moves stays where it was. */
  function hear(message) {
    const wish = message.kind === "set" ? message.values : shown.picks[`${message.what} ${message.key}`];
    if (wish) {
      for (const [name, value] of Object.entries(wish)) {
        const axis = specs.findIndex((spec) => spec.name === name);
        const position = axis < 0 ? -1 : nearest(specs[axis], value);
        if (position >= 0) move(axis, live && specs[axis].numeric ? value : position);
      }
    }
    for (const board of [mainBoard, moreBoard]) board.tell("msg:custom", { kind: "again" });
  }

  const leave = [VERDICT.render({ model: verdict, el: verdictRoot }), BOARD.render({ model: mainBoard, el: mainRoot }), BOARD.render({ model: moreBoard, el: moreRoot })];
  show(first);
  showSliders();
  leave.push(
    listen(model, ["answer"], () => live && show(model.get("answer"))),
    listen(model, ["values", "texts"], () => live && showSliders()),
  );
  // a page that was saved has nobody who answers: then the grid goes on answering
  const greeted = (message) => {
    if (message?.kind !== "here" || live) return;
    live = true;
    showSliders();
    show(model.get("answer"));
  };
  model.on("msg:custom", greeted);
  model.send({ kind: "hello" });
  return () => {
    model.off("msg:custom", greeted);
    for (const way of leave) way?.();
  };
}

export default { render };
