/* Two worlds in step, and what their difference comes to over many pairs. */

function render({ model, el: root }) {
  const words = model.get("words");
  const looks = model.get("looks");
  const sources = model.get("sources");
  panelRoot(root, "world-stage");
  root.classList.add("bor-world-pair");
  set(root, { role: "group", "aria-label": words.panel });

  let scene = null;
  let waitingFrame = null;
  let now = { shown: 0, round: 0, shocks: [], sides: [] };
  let speed = model.get("speeds")[2];

  // ---- the two
  const colourOf = (move) => (lookOf(looks.moves[move].tone) ?? {}).text ?? looks.colours.accent;
  const sides = ["a", "b"].map((name, which) => {
    const title = el("h2", { class: "bor-run-pair-title", "data-side": name });
    const headline = el("p", { class: "bor-run-pair-headline", "data-role": `headline-${name}` });
    const net = worldNet({
      looks, words, colourOf, onChoose: (k) => sides.forEach((side) => side.net.choose(k)),
      tellOf: (k) => [scene.sides[which].names[k], looks.doctrines[now.sides[which]?.states?.[k]?.doctrine ?? 0].label].join(" · "),
    });
    if (which) net.node.querySelector(".bor-run-file").removeAttribute("data-bor-export");
    return { title, headline, net, node: el("section", { class: "bor-card bor-run-picture" }, title, net.node, headline) };
  });

  const legend = worldLegend(looks);

  // ---- transport
  const playLabel = el("span", {});
  const play = el("button", { type: "button", class: "bor-button bor-button-main bor-run-play", "data-role": "run-play", on: { click: turn } }, playLabel);
  const button = (name, press) => el("button", { type: "button", class: "bor-button", "data-role": `run-${name}`, text: words[name], on: { click: press } });
  const back = button("back", () => look(now.shown - 1));
  const step = button("step", () => { pace.pause(); ask({ kind: "next" }); });
  const speedField = el(
    "select",
    { class: "bor-input bor-run-speed", "aria-label": words.speed, "data-role": "run-speed", on: { change: () => { speed = Number(speedField.value); } } },
    model.get("speeds").map((value) => el("option", { value, selected: value === speed, text: value ? fill(words.speed_value, { speed: value }) : words.speed_most })),
  );
  const roundText = el("span", { class: "bor-run-round", "data-role": "run-round" });
  const slider = el("input", {
    type: "range", min: 0, step: 1, class: "bor-run-range", "aria-label": words.timeline, "data-role": "run-timeline",
    on: { input: () => look(Math.min(Number(slider.value), now.round)) },
  });
  const status = el("p", { class: "bor-run-status", role: "status", "data-role": "world-status" });
  const strips = worldStrips({
    words, looks, sources, measures: model.get("measures"), two: true, onLook: look,
    onPick: (names) => { model.set("picked", names); model.save_changes(); },
  });
  strips.node.querySelector(".bor-run-strips-head").append(
    el("p", { class: "bor-run-pair-key" },
      svg("svg", { width: 26, height: 10, "aria-hidden": "true" }, svg("path", { d: "M1 5H25", stroke: looks.colours.accent, "stroke-width": 2.5 })), ` ${words.line_one}  `,
      svg("svg", { width: 26, height: 10, "aria-hidden": "true" }, svg("path", { d: "M1 5H25", stroke: looks.colours.shock, "stroke-width": 2.5, "stroke-dasharray": "5 3" })), ` ${words.line_other}`));

  // ---- the pairs
  const measureId = uid("measure");
  const measureField = el(
    "select",
    { id: measureId, class: "bor-input", "data-role": "pair-measure", on: { change: () => pick(measureField.value) } },
    model.get("measures").map((measure) => el("option", { value: measure.name, text: measure.label })),
  );
  const sentence = el("p", { class: "bor-run-headline", "data-role": "pair-result", "aria-live": "polite" });
  const what = el("p", { class: "bor-muted" });
  const forecast = el("p", { class: "bor-muted" });
  const own = el("span", { class: "bor-run-sources" });
  const compareLabel = el("span", {});
  const compare = el("button", { type: "button", class: "bor-button bor-button-main", "data-role": "pair-compare", on: { click: press } }, compareLabel);
  const bar = el("progress", { max: 1, value: 0, class: "bor-run-progress", "aria-label": words.result });
  const barText = el("span", { class: "bor-muted", "data-role": "pair-progress" });
  const barLine = el("div", { class: "bor-run-pair-bar" }, bar, barText);
  const list = el("ul", { class: "bor-run-forest", "data-role": "pair-rows" });
  const listPart = el("section", { class: "bor-card", "aria-label": words.all },
    el("h2", { class: "bor-title", text: words.all }), el("p", { class: "bor-muted", text: words.all_hint }), list);
  const result = el(
    "section",
    { class: "bor-card bor-run-finding", "aria-label": words.result },
    el("h2", { class: "bor-subtitle", text: words.result }), sentence, own,
    el("div", { class: "bor-run-one" }, compare, el("label", { for: measureId, class: "bor-muted", text: words.measure }), measureField),
    barLine, what, el("p", {}, forecast, " ", sourceNote(sources.R61, words)),
  );
  root.append(
    el("div", { class: "bor-run-middle" },
      el("div", { class: "bor-run-two" }, sides.map((side) => side.node)),
      el("section", { class: "bor-card bor-run-pair-legend", "aria-label": words.legend }, legend.node),
      el("section", { class: "bor-card bor-run-pair-steps", "aria-label": words.round },
        el("div", { class: "bor-run-transport" }, back, play, step, speedField, roundText, slider), status),
      result, listPart, strips.node),
  );
  const say = announcer(root);

  // ---- running
  const pace = worldPace({
    send: (message) => model.send({ ...message, serial: scene.serial }),
    speed: () => speed,
    shown: () => now.shown,
    onTurn: showButtons,
    onPause: () => say([roundText.textContent, ...sides.map((side) => `${side.title.textContent}: ${side.headline.textContent}`)].join(" ")),
  });
  const ask = (message) => { if (scene) pace.ask(message); };
  function turn() {
    if (pace.playing()) pace.pause();
    else pace.begin();
  }
  function look(round) {
    pace.pause();
    ask({ kind: "look", round: Math.max(0, Math.min(now.round, round)) });
  }
  function showButtons() {
    const playing = pace.playing();
    set(playLabel, { text: playing ? words.pause : words.play });
    set(play, { "data-playing": String(playing) });
    back.disabled = now.shown === 0;
  }
  function take(message, buffers) {
    if (!scene || message.serial !== scene.serial) {
      waitingFrame = [message, buffers];
      return;
    }
    const before = now.shown;
    const flash = message.shown > before && message.shown - before <= 3;
    const lasts = pace.playing() ? 1000 / (pace.rate() || 4) : 600;
    let left = 2;
    // the next round is asked for when both have been drawn
    const drawn = () => { left -= 1; if (!left) pace.drawn(); };
    message.sides = message.sides.map((side, which) => {
      const held = { ...side, ...readFrame(buffers, 7 * which, scene.sides[which].names.length) };
      strips.take(held.values, message.since, which);
      sides[which].net.show({ ...held, pace: lasts, flash }, drawn);
      set(sides[which].headline, { text: held.headline });
      return held;
    });
    now = message;
    legend.show(now.sides.flatMap((side) => side.states));
    strips.show(now);
    const most = roundsShown(now.round);
    slider.max = String(most);
    slider.value = String(now.shown);
    slider.style.setProperty("--played", `${(now.round / most) * 100}%`);
    slider.style.setProperty("--shown", `${(now.shown / most) * 100}%`);
    const text = fill(words.round_of, { round: now.shown, last: now.round });
    set(roundText, { text });
    set(slider, { "aria-valuetext": text });
    set(root, { "data-round": now.round, "data-shown": now.shown });
    showButtons();
  }
  function showScene() {
    const next = model.get("scene");
    if (!next.sides || (scene && next.serial === scene.serial)) return;
    scene = next;
    pace.reset();
    now = { shown: 0, round: 0, shocks: [], sides: [] };
    sides.forEach((side, which) => {
      set(side.title, { text: scene.sides[which].title });
      side.net.scene(scene.sides[which]);
    });
    if (waitingFrame?.[0].serial === scene.serial) {
      const [message, buffers] = waitingFrame;
      waitingFrame = null;
      take(message, buffers);
    }
    showButtons();
  }

  // ---- the pairs: a slice is asked for when the last one has been told
  let running = false;
  function press() {
    model.send({ kind: running ? "cancel" : "compare", serial: scene.serial });
  }
  function showProgress() {
    const progress = model.get("progress");
    const before = running;
    running = progress.share !== undefined;
    barLine.hidden = !running;
    bar.value = progress.share ?? 0;
    set(barText, { text: progress.text ?? "" });
    set(compareLabel, { text: running ? words.cancel : fill(words.compare, { pairs: model.get("pairs") }) });
    if (running && !before) more();
  }
  /** A frame between two slices, so that the two that are watched get their turn. */
  function more() {
    requestAnimationFrame(() => { if (running) model.send({ kind: "more", serial: scene.serial }); });
  }
  function pick(name) {
    model.set("measure", name);
    model.save_changes();
  }
  function forest(row, most) {
    const x = (value) => 50 + Math.sign(value) * Math.sqrt(Math.abs(value) / most) * 46;
    return svg("svg", { class: "bor-run-forest-line", viewBox: "0 0 100 16", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("path", { d: "M50 0V16", stroke: looks.colours.muted, "stroke-width": 0.4, "vector-effect": "non-scaling-stroke" }),
      svg("path", { d: `M${x(row.low)} 8H${x(row.high)}`, stroke: looks.colours.accent, "stroke-width": 3, "vector-effect": "non-scaling-stroke", "stroke-linecap": "round" }),
      svg("path", { d: `M${x(row.mean)} 8h0.01`, stroke: looks.colours.accent, "stroke-width": 13, "vector-effect": "non-scaling-stroke", "stroke-linecap": "round" }),
      row.seen ? null : svg("path", { d: `M${x(row.mean)} 8h0.01`, stroke: looks.colours.card, "stroke-width": 8, "vector-effect": "non-scaling-stroke", "stroke-linecap": "round" }));
  }
  function showResult() {
    const given = model.get("result");
    set(sentence, { text: given.text });
    set(what, { text: given.what });
    set(forecast, { text: given.forecast });
    measureField.value = model.get("measure");
    keyed(own, given.rules ?? [], (id) => id, (id) => ({ node: sourceNote(sources[id], words) }));
    listPart.hidden = !given.rows?.length;
    const most = Math.max(0.01, ...(given.rows ?? []).flatMap((row) => [Math.abs(row.low), Math.abs(row.high)]));
    keyed(list, given.rows ?? [], (row) => row.name, (row) => {
      const line = el("span", { class: "bor-run-forest-frame" });
      const told = el("span", { class: "bor-run-forest-told" });
      const kind = el("span", { class: "bor-badge" });
      const press_ = el("button", { type: "button", class: "bor-run-forest-name", "data-measure-row": row.name, text: row.label, on: { click: () => pick(row.name) } });
      return {
        node: el("li", {}, press_, line, told, kind),
        update: (next) => {
          line.replaceChildren(forest(next, most));
          set(told, { text: next.told });
          set(kind, { text: next.seen ? (next.mean > 0 ? words.higher : words.lower) : words.unseen });
          set(press_, { "aria-pressed": String(next.name === model.get("measure")) });
        },
      };
    });
  }

  // ---- keys, as on the page of one world
  const forgetKeys = courseKeys(root, {
    " ": turn, ArrowRight: () => step.click(), ArrowLeft: () => look(now.shown - 1), Home: () => look(0), End: () => look(now.round),
  });
  const beforeFile = (event) => {
    if (!event.target.closest?.('.bor-export [data-role="svg"], .bor-export [data-role="png"]')) return;
    sides[0].net.asFile(sides[0].title.textContent, now.sides[0]?.alt ?? "", [roundText.textContent, forecast.textContent]);
  };
  document.addEventListener("click", beforeFile, true);

  function hear(message, buffers) {
    if (message?.kind === "frame") take(message, buffers);
    if (message?.kind === "stopped") pace.ended();
    if (message?.kind === "slice") more();
  }
  const showStatus = () => set(status, { text: model.get("status") });
  model.on("msg:custom", hear);
  const ways = [
    listen(model, ["scene"], showScene),
    listen(model, ["result", "measure"], showResult),
    listen(model, ["progress", "pairs"], showProgress),
    listen(model, ["picked"], () => strips.pick(model.get("picked"))),
    listen(model, ["status"], showStatus),
  ];
  showScene();
  strips.pick(model.get("picked"));
  showResult();
  showProgress();
  showStatus();
  model.send({ kind: "ready" });
  return () => {
    running = false;
    for (const leave of ways) leave();
    model.off("msg:custom", hear);
    forgetKeys();
    document.removeEventListener("click", beforeFile, true);
    pace.stop();
    for (const side of sides) side.net.stop();
    strips.stop();
    say.cancel();
  };
}

export default { render };
