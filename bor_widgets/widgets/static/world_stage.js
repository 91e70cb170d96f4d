/* A running world: the page asks for a round, draws it, and only then asks for the next. */

/** Rounds that a press on fast-forward plays, until another number is typed. */
const FAST = 100;

function render({ model, el: root }) {
  const words = model.get("words");
  const looks = model.get("looks");
  const sources = model.get("sources");
  const rules = model.get("event_rules");
  panelRoot(root, "world-stage");
  set(root, { role: "group", "aria-label": words.panel });

  // ---- what is known of the world
  let scene = null;
  let waitingFrame = null;
  let now = { shown: 0, round: 0, shocks: [], states: [], said: "", events: [] };
  let logAt = 0;
  let speed = model.get("speeds")[2];
  const nameOf = (k) => scene?.names[k] ?? "";

  // ---- parts
  const net = worldNet({
    looks, words,
    colourOf: (move) => (lookOf(looks.moves[move].tone) ?? {}).text ?? looks.colours.accent,
    onChoose: choose,
    tellOf: (k) => [nameOf(k), ...factsOf(k)].join(" · "),
  });
  const strips = worldStrips({
    words, looks, sources, measures: model.get("measures"),
    onLook: look,
    onPick: (names) => { model.set("picked", names); model.save_changes(); },
  });
  const log = worldLog({ words, looks, sources, rules, nameOf });
  const finding = worldFinding({ words, sources });
  const status = el("p", { class: "bor-run-status", role: "status", "data-role": "world-status" });
  const drawn = el("p", { class: "bor-muted bor-run-drawn", "data-role": "drawn" });

  // ---- transport
  const SIGNS = {
    start: "M4 3v10M13 3 6 8l7 5z", back: "M11 3 4 8l7 5z", play: "M4 2.5 13 8l-9 5.5z",
    pause: "M5 3v10M11 3v10", step: "M5 3l7 5-7 5z", last: "M12 3v10M3 3l7 5-7 5z", fast: "M2 4l6 4-6 4zM8 4l6 4-6 4z",
  };
  const sign = (name) => svg("svg", { viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true", class: "bor-run-sign" },
    svg("path", { d: SIGNS[name] }));
  const iconButton = (name, press) => el("button", {
    type: "button", class: "bor-button bor-run-icon", "data-role": `run-${name}`, "aria-label": words[name], title: words[name], on: { click: press },
  }, sign(name));
  const playLabel = el("span", {});
  const playSign = el("span", { class: "bor-run-play-sign" });
  const play = el("button", {
    type: "button", class: "bor-button bor-button-main bor-run-play", "data-role": "run-play", on: { click: turn },
  }, playSign, playLabel);
  const buttons = {
    start: iconButton("start", () => look(0)),
    back: iconButton("back", () => look(now.shown - 1)),
    step: iconButton("step", step),
    last: iconButton("last", () => look(now.round)),
  };
  let fastRounds = FAST;
  const fastLabel = el("span", {});
  const fast = el("button", { type: "button", class: "bor-button", "data-role": "run-fast", on: { click: () => fastForward() } }, sign("fast"), fastLabel);
  const fastField = numberBox({
    low: 1, high: 2000, places: 0,
    attributes: { "aria-label": words.fast_field, "data-role": "run-fast-rounds" },
    onTyped: (value) => {
      if (typeof value === "number" && value >= 1 && value <= 2000) fastRounds = Math.round(value);
      showButtons();
    },
  });
  fastField.show(FAST);
  const speedName = (value) => (value ? fill(words.speed_value, { speed: value }) : words.speed_most);
  const speedId = uid("speed");
  const speedField = el(
    "select",
    { id: speedId, class: "bor-input bor-run-speed", "data-role": "run-speed", on: { change: () => { speed = Number(speedField.value); } } },
    model.get("speeds").map((value) => el("option", { value, text: speedName(value), selected: value === speed })),
  );
  const transport = el(
    "div",
    { class: "bor-run-transport", role: "group", "aria-label": words.round },
    buttons.start, buttons.back, play, buttons.step, buttons.last,
    el("span", { class: "bor-run-group" }, fast, fastField.node),
    el("span", { class: "bor-run-group" }, el("label", { for: speedId, class: "bor-hidden", text: words.speed }), speedField),
  );
  const slider = el("input", {
    type: "range", min: 0, step: 1, class: "bor-run-range", "aria-label": words.timeline, "data-role": "run-timeline",
    on: { input: () => { look(Math.min(Number(slider.value), now.round)); slider.value = String(Math.min(Number(slider.value), now.round)); } },
  });
  const roundText = el("span", { class: "bor-run-round", "data-role": "run-round" });
  const resume = el("button", {
    type: "button", class: "bor-button", text: words.resume, title: words.resume_hint, "data-role": "run-resume",
    on: { click: () => { pace.pause(); ask({ kind: "resume" }); play.focus(); } },
  });
  const timeline = el("div", { class: "bor-run-timeline" }, el("div", { class: "bor-run-strip-words" }, roundText, resume), slider);

  // ---- legend and one state
  const legend = worldLegend(looks);
  const how = el("details", { class: "bor-run-how" },
    el("summary", { text: words.legend }),
    el("ul", { class: "bor-muted" }, ["legend_states", "legend_ties", "legend_roles", "legend_strikes", "legend_near", "legend_speed"].map((key) => el("li", { text: words[key] }))),
    el("p", { class: "bor-muted", text: words.keys }), el("p", { class: "bor-muted", text: words.scale }));
  const stateId = uid("state");
  const stateField = el("select", { id: stateId, class: "bor-input", "data-role": "look-at", on: { change: () => choose(Number(stateField.value)) } });
  const facts = el("p", { class: "bor-run-facts", "data-role": "facts", "aria-live": "polite" });
  const oneState = el("div", { class: "bor-run-one" }, el("label", { for: stateId, class: "bor-muted", text: words.look_at }), stateField, facts);

  // ---- shocks
  const selects = {};
  const shockField = (name, label, options) => {
    const id = uid(name);
    selects[name] = el("select", { id, class: "bor-input", "data-role": `shock-${name}`, on: { change: showShock } }, options);
    return el("div", { class: "bor-run-shock-field" }, el("label", { for: id, class: "bor-muted", text: label }), selects[name]);
  };
  const shocks = model.get("shocks");
  const shockMeaning = el("p", { class: "bor-muted" });
  const otherField = shockField("other", words.shock_other, []);
  const shock = el(
    "details",
    { class: "bor-card bor-run-shock", "data-role": "shock" },
    el("summary", { class: "bor-title", text: words.shock }),
    shockMeaning,
    el("div", { class: "bor-run-shock-fields" },
      shockField("kind", words.shock_kind, shocks.map((entry) => el("option", { value: entry.kind, text: entry.kind }))),
      shockField("one", words.shock_one, []), otherField,
      el("button", {
        type: "button", class: "bor-button bor-button-main", text: words.shock_do, "data-role": "shock-do",
        on: { click: () => ask({ kind: "shock", what: selects.kind.value, one: Number(selects.one.value), other: Number(selects.other.value) }) },
      })),
  );
  function showShock() {
    const entry = shocks.find((each) => each.kind === selects.kind.value);
    set(shockMeaning, { text: entry.meaning });
    otherField.hidden = entry.alone;
  }

  // ---- prediction
  const question = el("p", { class: "bor-run-question", id: uid("question") });
  const choices = el("div", {});
  const error = errorLine("ask");
  let choice = null;
  const hint = el("p", { class: "bor-muted" });
  const predict = el(
    "section",
    { class: "bor-run-predict", "aria-labelledby": question.id, "data-role": "world-predict" },
    el("p", { class: "bor-run-kicker", text: words.predict }), question, choices, hint, error.node,
    el("div", { class: "bor-run-predict-steps" },
      el("button", {
        type: "button", class: "bor-button bor-button-main", text: words.commit, "data-role": "world-commit",
        on: { click: () => {
          const key = choice?.picked() ?? "";
          error.show(key ? "" : words.predict_first, choices);
          if (key) commit(key);
        } },
      }),
      el("button", { type: "button", class: "bor-button", text: words.predict_skip, "data-role": "world-skip", on: { click: () => commit("") } })),
  );
  function commit(key) {
    model.send({ kind: "predict", key });
    play.focus();
  }
  const answer = el("section", { class: "bor-card bor-run-answer", "data-role": "world-answer", "aria-label": words.predict });
  function showAsk() {
    const given = model.get("ask");
    set(question, { text: given.text });
    set(hint, { text: given.hint });
    keyed(choices, [given.options], (options) => given.text + JSON.stringify(options), () => {
      choice = radios({ options: given.options, labelledby: question.id, segmented: true, attributes: { "data-role": "world-choice" }, onPick: () => error.show("", choices) });
      return { node: choice.node };
    });
    const open = !given.over;
    predict.hidden = !open;
    net.node.classList.toggle("bor-run-asks", open);
    answer.hidden = !given.committed;
    if (!given.committed) return;
    const label = given.options.find((option) => option.key === given.committed)?.label ?? "";
    const came = given.came ?? {};
    answer.replaceChildren(
      el("p", { class: "bor-run-kicker", text: words.predict_done }),
      el("p", { text: fill(words.predict_yours, { label }) }),
      came.text
        ? el("p", { class: "bor-run-came", "data-same": String(came.key === given.committed), text: `${came.text} ${came.key ? (came.key === given.committed ? words.predict_same : words.predict_other) : ""}` })
        : el("p", { class: "bor-muted", text: fill(words.predict_wait, { rounds: 100 }) }),
    );
  }

  net.node.append(predict);
  const picture = el(
    "section",
    { class: "bor-card bor-run-picture", "aria-label": words.network },
    net.node, el("div", { class: "bor-run-under" }, legend.node), transport, timeline,
    el("div", { class: "bor-run-line" }, status),
  );
  root.append(
    el("div", { class: "bor-run-grid" },
      el("div", { class: "bor-run-middle" }, picture, strips.node,
        shock, el("section", { class: "bor-card bor-run-reading", "aria-label": words.legend }, oneState, how, drawn)),
      el("aside", { class: "bor-run-side", "aria-label": words.finding }, finding.node, answer, log.node)),
  );
  const say = announcer(root);

  // ---- asking for rounds
  const pace = worldPace({
    send: (message) => model.send({ ...message, serial: scene.serial }),
    speed: () => speed,
    shown: () => now.shown,
    onTurn: () => showButtons(),
    onPause: () => { showLog(true); rest(); },
  });
  const ask = (message) => { if (scene) pace.ask(message); };
  function rest() {
    say(now.said);
    model.send({ kind: "rest", serial: scene.serial });
  }
  function begin(until) {
    if (!model.get("ask").over) {
      error.show(words.predict_first, choices);
      choice?.inputs.values().next().value?.focus();
      return;
    }
    set(status, { text: "" });
    pace.begin(until);
  }
  function turn() {
    if (pace.playing()) pace.pause();
    else begin(null);
  }
  function step() {
    pace.pause();
    if (!model.get("ask").over) begin(null);
    else ask({ kind: "next", rounds: 1 });
    restLater();
  }
  function fastForward() {
    if (pace.playing()) pace.pause();
    else begin(now.shown + fastRounds);
  }
  let resting = 0;
  function restLater() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (!pace.playing()) rest();
    }, 500);
  }
  function look(round) {
    pace.pause();
    ask({ kind: "look", round: Math.max(0, Math.min(now.round, round)) });
    restLater();
  }

  // ---- showing
  function showButtons() {
    const playing = pace.playing();
    set(playLabel, { text: playing ? words.pause : words.play });
    playSign.replaceChildren(sign(playing ? "pause" : "play"));
    set(play, { "aria-pressed": String(playing), "data-playing": String(playing) });
    const label = fill(words.fast, { rounds: fastRounds });
    set(fastLabel, { text: fill(words.fast_short, { rounds: fastRounds }) });
    set(fast, { "aria-label": label, title: label });
    buttons.start.disabled = now.shown === 0;
    buttons.back.disabled = now.shown === 0;
    buttons.last.disabled = now.shown === now.round;
    resume.hidden = now.shown === now.round || playing;
  }
  function showLog(read) {
    logAt = performance.now();
    log.show(now.events, now.listed ?? "", `${scene?.serial}.${now.shown}`, read);
    finding.show(now.finding ?? { headline: "", rules: [], lines: [] });
  }
  function take(message, buffers) {
    if (message.serial !== model.get("scene").serial || !scene || message.serial !== scene.serial) {
      // the states of this world are still on their way
      waitingFrame = [message, buffers];
      return;
    }
    const before = now.shown;
    now = { ...message, ...readFrame(buffers, 0, scene.names.length) };
    strips.take(now.values, now.since);
    const playing = pace.playing();
    const flash = now.shown > before && now.shown - before <= 3;
    const lasts = playing ? 1000 / (pace.rate() || 4) : 600;
    net.show({ ...now, pace: lasts, flash }, pace.drawn);
    strips.show(now);
    const most = roundsShown(now.round);
    if (Number(slider.max) !== most) slider.max = String(most);
    if (document.activeElement !== slider || playing || Number(slider.value) > now.round) slider.value = String(now.shown);
    const text = fill(words.round_of, { round: now.shown, last: now.round });
    set(slider, { "aria-valuetext": text });
    slider.style.setProperty("--played", `${(now.round / most) * 100}%`);
    slider.style.setProperty("--shown", `${(now.shown / most) * 100}%`);
    set(roundText, { text });
    set(drawn, { text: now.drawn });
    legend.show(now.states, now.counts);
    showFacts();
    showButtons();
    // a round that was on its way at the pause is the one to be told and kept
    if (!playing && now.shown !== before) restLater();
    // words are for reading: while rounds fly by they come a few times a second
    const slow = !playing || (pace.rate() > 0 && pace.rate() <= 2);
    if (slow || performance.now() - logAt > 200) showLog(slow);
    set(root, { "data-round": now.round, "data-shown": now.shown });
  }
  function factsOf(k) {
    const state = now.states[k];
    if (!state) return [];
    const value = (key, places = 2) => fill(words[key], { value: state[key].toFixed(places) });
    return [
      fill(words.follows, { doctrine: looks.doctrines[state.doctrine].label }),
      value("capability"), value("legitimacy"), value("strength"), value("calm", 0),
      state.forced ? words.sides : "",
    ].filter(Boolean);
  }
  function showFacts() {
    const k = Number(stateField.value);
    set(facts, { text: k >= 0 ? factsOf(k).join(" · ") : "" });
  }
  function choose(k) {
    stateField.value = String(k);
    net.choose(k);
    showFacts();
  }
  function showScene() {
    const next = model.get("scene");
    const other = scene === null || next.serial !== scene.serial;
    scene = next;
    if (!other) return;
    pace.reset();
    now = { shown: 0, round: 0, shocks: [], states: [], said: "", events: [] };
    net.scene(scene);
    const options = () => scene.names.map((name, k) => el("option", { value: k, text: name }));
    stateField.replaceChildren(el("option", { value: -1, text: words.nobody }), ...options());
    for (const name of ["one", "other"]) {
      const held = selects[name].value;
      selects[name].replaceChildren(...options());
      selects[name].value = held && Number(held) < scene.names.length ? held : name === "one" ? "0" : String(Math.min(1, scene.names.length - 1));
    }
    if (waitingFrame && waitingFrame[0].serial === scene.serial) {
      const [message, buffers] = waitingFrame;
      waitingFrame = null;
      take(message, buffers);
    }
    showButtons();
  }

  // ---- keys
  const forgetKeys = courseKeys(root, {
    " ": turn, ArrowRight: step, ArrowLeft: () => look(now.shown - 1), Home: () => look(0), End: () => look(now.round),
  }, ", .bor-run-log-scroll");

  // a file takes the picture as it is at the press
  const beforeFile = (event) => {
    if (!event.target.closest?.('.bor-export [data-role="svg"], .bor-export [data-role="png"]')) return;
    net.asFile(now.finding?.headline ?? words.network, now.alt ?? "", [roundText.textContent, now.drawn, forecast()]);
  };
  const forecast = () => (now.finding?.lines ?? []).find((line) => line.rules.includes("R61"))?.text ?? "";
  document.addEventListener("click", beforeFile, true);

  function hear(message, buffers) {
    if (message?.kind === "frame") take(message, buffers);
    if (message?.kind === "stopped") pace.ended();
  }
  const showStatus = () => set(status, { text: model.get("status") });
  model.on("msg:custom", hear);
  const ways = [
    listen(model, ["scene"], showScene),
    listen(model, ["ask"], showAsk),
    listen(model, ["picked"], () => strips.pick(model.get("picked"))),
    listen(model, ["status"], showStatus),
  ];
  showScene();
  showShock();
  strips.pick(model.get("picked"));
  showAsk();
  showStatus();
  showButtons();
  model.send({ kind: "ready" });
  return () => {
    for (const leave of ways) leave();
    model.off("msg:custom", hear);
    document.removeEventListener("click", beforeFile, true);
    forgetKeys();
    pace.stop();
    clearTimeout(resting);
    net.stop();
    strips.stop();
    say.cancel();
  };
}

export default { render };
