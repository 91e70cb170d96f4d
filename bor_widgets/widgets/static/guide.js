/* The walk through a page, and presenter mode. */
/* global el, svg, set, fill, uid, listen, panelRoot, announcer, radios, errorLine, sourceNote, keyed */

const PRESENT_KEY = "present";

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "guide");
  // only a page of its own may change its address
  const ownPage = Boolean(window.bor);

  const count = el("p", { class: "bor-guide-count" });
  const say = el("p", { class: "bor-guide-say", dir: "auto" });
  const question = el("p", { class: "bor-guide-ask", dir: "auto", id: uid("ask") });
  const choices = el("div", { class: "bor-guide-choices" });
  const error = errorLine("guide-error");
  set(error.node, { "data-role": "guide-error" });
  const match = el("p", { class: "bor-guide-match", dir: "auto" });
  const theirs = el("p", { class: "bor-guide-answer", dir: "auto" });
  const reveal = el("p", { class: "bor-guide-reveal", dir: "auto" });
  const sources = el("div", { class: "bor-answer-sources" });
  const body = el("div", { class: "bor-guide-body", tabindex: -1, "data-role": "guide-body" },
    count, say, question, choices, error.node, match, theirs, reveal, sources);
  const press = (name, act, main = "") =>
    el("button", { type: "button", class: `bor-button ${main}`, "data-role": `guide-${name}`, text: words[name], on: { click: act } });
  const commit = press("commit", commitNow, "bor-button-main");
  const show = press("show", () => go(1));
  const back = press("back", () => go(-1));
  const next = press("next", () => go(1), "bor-button-main");
  const present = press("present", () => turn(!presenting()));
  const inputs = press("inputs", () => showInputs(!page().classList.contains("bor-with-inputs")));
  const keyOf = { next: el("kbd", { text: words.next_key }), back: el("kbd", { text: words.back_key }) };
  next.append(keyOf.next);
  back.append(keyOf.back);
  const bar = el("div", { class: "bor-guide-bar", role: "group", "aria-label": words.panel },
    back, commit, show, next, el("span", { class: "bor-guide-space" }), inputs, present);
  const card = el("section", { class: "bor-card bor-guide-card", "aria-label": words.panel }, body, bar);
  root.append(card);
  const announce = announcer(root);

  let choice = null;
  let picked = null;
  let moved = false;

  const phase = () => model.get("phase") ?? {};
  const page = () => root.closest(".bor-bench, .bor-root") ?? root;
  const presenting = () => page().classList.contains("bor-presenting");

  function go(by) {
    const { at, count: screens } = phase();
    if (at === undefined || at + by < 0 || at + by >= screens) return;
    moved = true;
    model.send({ kind: "go", phase: at + by });
  }
  function commitNow() {
    error.show(picked === null ? words.choose_first : "");
    if (picked === null) {
      choice?.inputs.values().next().value?.focus();
      return;
    }
    moved = true;
    model.send({ kind: "commit", option: picked });
  }

  // ---- presenter mode: large type, inputs folded, one screen at a time -------------------
  function showInputs(on) {
    page().classList.toggle("bor-with-inputs", on);
    set(inputs, { text: on ? words.hide_inputs : words.inputs, "aria-expanded": String(on) });
  }
  function turn(on) {
    page().classList.toggle("bor-presenting", on);
    if (ownPage) {
      document.documentElement.classList.toggle("bor-presents", on);
      const here = new URL(window.location.href);
      if (on) here.searchParams.set(PRESENT_KEY, "1");
      else here.searchParams.delete(PRESENT_KEY);
      if (here.toString() !== window.location.href) window.history.replaceState(null, "", here);
    }
    set(present, { text: on ? words.leave : words.present, "aria-pressed": String(on) });
    inputs.hidden = !on;
    for (const key of Object.values(keyOf)) key.hidden = !on;
    showInputs(false);
    update();
  }
  /** The keys of a presenter's clicker; a field that is typed in keeps its keys. */
  function keys(event) {
    if (!presenting() || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest?.("input[type=text], textarea, select, [contenteditable]")) return;
    const by = { PageDown: 1, PageUp: -1 }[event.key];
    const free = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const idle = event.target === document.body || body.contains(event.target);
    const step = by ?? (idle && !event.target.closest("input") ? free : undefined);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    go(step);
  }
  document.addEventListener("keydown", keys, true);

  let drawn = "";
  function update() {
    const now = phase();
    const walk = now.at !== undefined;
    const asks = walk && Boolean(now.ask) && !now.revealed;
    const text = JSON.stringify(now);
    body.hidden = !walk;
    set(card, { "data-walk": String(walk) });
    if (walk && text !== drawn) {
      drawn = text;
      const step = `${now.title} · ${fill(words.step, { step: now.step, steps: now.steps })}`;
      set(count, { text: asks ? `${step} · ${words.predict}` : step });
      set(card, { "data-phase": now.at, "data-revealed": String(now.revealed) });
      set(say, { text: now.say });
      say.hidden = !now.say;
      set(question, { text: now.ask });
      question.hidden = !now.ask;
      picked = asks ? now.chosen ?? null : null;
      keyed(choices, asks ? [now] : [], (item) => `${item.at}`, () => {
        choice = radios({
          options: now.options.map((label, index) => ({ key: String(index), label })),
          labelledby: question.id, attributes: { "data-role": "guide-option" },
          onPick: (key) => { picked = Number(key); error.show(""); },
        });
        return { node: choice.node };
      });
      if (asks && picked !== null) choice.show(String(picked));
      error.show(model.get("error"));
      const answered = now.revealed && now.ask;
      const chosen = now.chosen ?? null;
      const same = chosen === now.answer;
      match.hidden = !answered || chosen === null;
      set(match, {
        text: answered && chosen !== null ? `${fill(words.yours, { answer: now.options[chosen] })} ${same ? words.right : words.wrong}` : "",
        "data-same": String(same),
      });
      theirs.hidden = !answered;
      set(theirs, { text: answered ? now.options[now.answer] : "" });
      reveal.hidden = !now.reveal;
      set(reveal, { text: now.reveal ?? "" });
      keyed(sources, now.sources ?? [], (source) => source.id, (source) => ({ node: sourceNote(source, words) }));
      if (moved) {
        moved = false;
        body.focus({ preventScroll: !presenting() });
        announce([count.textContent, say.textContent, question.textContent, theirs.textContent, reveal.textContent].filter(Boolean).join(". "));
      }
    }
    commit.hidden = !asks;
    show.hidden = !asks || !presenting();
    next.hidden = !walk || asks;
    next.disabled = walk && now.at + 1 >= now.count;
    back.hidden = !walk || now.at === 0;
  }

  const asked = ownPage && new URL(window.location.href).searchParams.get(PRESENT_KEY) === "1";
  for (const key of Object.values(keyOf)) key.hidden = true;
  inputs.hidden = true;
  update();
  // the page is put around the widget only after this function has returned
  let start = 0;
  const begin = () => {
    if (root.isConnected && page() !== root) turn(true);
    else start = requestAnimationFrame(begin);
  };
  if (asked) begin();
  const leave = listen(model, ["phase", "error"], (name) => {
    if (name === "error") error.show(model.get("error"));
    update();
  });
  return () => {
    cancelAnimationFrame(start);
    document.removeEventListener("keydown", keys, true);
    announce.cancel();
    leave();
  };
}

export default { render };
