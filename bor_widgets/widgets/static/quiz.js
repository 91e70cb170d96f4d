/* Questions to a lesson. Answers go to Python, which judges them; none is known here. */

function buildQuestion(question, number, { words, model, announce }) {
  const prompt = el("h4", { class: "bor-title bor-quiz-prompt", dir: "auto", id: uid("prompt"), text: question.prompt });
  const input = QUIZ_KINDS[question.kind](question, words, prompt.id);
  const count = el("span", { class: "bor-quiz-number", text: `${words.question} ${number}` });
  const state = el("span", { class: "bor-quiz-state" });
  const message = el("p", { class: "bor-quiz-message", dir: "auto" });
  const notes = el("ul", { class: "bor-claims" });
  const verdict = el("div", { class: "bor-quiz-verdict" }, message, notes);
  const hint = el("div", { class: "bor-help-note", dir: "auto", text: question.hint });
  const hintButton = el("button", { type: "button", class: "bor-button", text: words.hint });
  opener(hintButton, hint);
  let asked = false;
  const send = (kind, extra) => {
    asked = true;
    model.send({ kind, id: question.id, ...extra });
  };
  const check = el("button", {
    type: "button", class: "bor-button bor-button-main", "data-check": question.id,
    on: { click: () => send("attempt", { response: input.read() }) },
  });
  const giveUp = el("button", {
    type: "button", class: "bor-button", text: words.give_up, "data-give-up": question.id,
    on: { click: () => send("give_up") },
  });
  input.submitsBy?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") check.click();
  });
  const answer = el("p", { class: "bor-answer-text", dir: "auto" });
  const explanation = el("p", { class: "bor-long", dir: "auto" });
  const source = el("div", { class: "bor-answer-sources" });
  const end = el(
    "section",
    { class: "bor-quiz-end", tabindex: "-1" },
    el("p", { class: "bor-subtitle", text: words.answer }),
    answer,
    el("p", { class: "bor-subtitle", text: words.why }),
    explanation,
    source,
  );
  const steps = el("div", { class: "bor-quiz-steps" }, check, hintButton, giveUp);
  const node = el(
    "li",
    { class: "bor-quiz-item", "data-item-id": question.id },
    el("div", { class: "bor-quiz-top" }, count, state),
    prompt, input.node, verdict, steps, hint, end,
  );
  let shownResponse;
  return {
    node,
    show: (result) => {
      const closed = Boolean(result.closed);
      // a page that is opened again, or a journal that arrives, shows what was answered before
      const response = JSON.stringify(result.response);
      if (!asked && response !== undefined && response !== shownResponse) input.show(result.response);
      shownResponse = response;
      input.mark(result.marks ?? {});
      input.disable(closed);
      const stand = closed ? (result.correct ? "solved" : "shown") : result.tries ? "trying" : "new";
      set(node, { "data-state": stand });
      set(state, { text: closed ? `${result.correct ? "\u2713" : "\u25CB"} ${words[stand]}` : "" });
      set(message, { text: result.message ?? "" });
      claims(notes, (result.notes ?? []).map((text) => ({ text })), words);
      verdict.hidden = !result.message;
      set(check, { text: result.tries ? words.again : words.check });
      steps.hidden = closed;
      if (closed) hint.hidden = true;
      hintButton.hidden = !question.hint;
      giveUp.hidden = !result.may_give_up;
      end.hidden = !closed;
      if (closed) {
        set(answer, { text: result.answer });
        set(explanation, { text: result.explanation });
        keyed(source, [result.source], (given) => given.id, (given) => ({ node: sourceNote(given, words) }));
      }
      if (asked) {
        asked = false;
        announce([result.message, ...(result.notes ?? [])].filter(Boolean).join(" "));
        // the button that was pressed is gone: the focus goes on to what came in its place
        if (closed) end.focus({ preventScroll: true });
      }
    },
  };
}

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "quiz");
  const title = el("h3", { class: "bor-heading", dir: "auto", id: uid("title") });
  const score = el("p", { class: "bor-quiz-score", "data-role": "quiz-score" });
  const dots = el("div", { class: "bor-quiz-dots", "aria-hidden": "true" });
  const list = el("ol", { class: "bor-quiz-items" });
  root.append(
    el(
      "section",
      { class: "bor-card", "aria-labelledby": title.id },
      el("header", { class: "bor-quiz-head" }, title, el("div", { class: "bor-quiz-standing" }, score, dots)),
      list,
    ),
  );
  const announce = announcer(root, 50);
  let parts = [];
  let shown = [];

  function showResults() {
    const results = model.get("results");
    const standing = model.get("score");
    set(score, { text: standing.told ?? fill(words.score, standing) });
    shown.forEach((question, index) => {
      const result = results[question.id] ?? {};
      parts[index].show(result);
      const dot = dots.children[index];
      set(dot, {
        "data-state": result.closed ? (result.correct ? "solved" : "shown") : result.kept ? "solved" : "new",
        text: result.correct || result.kept ? "\u2713" : String(index + 1),
      });
    });
  }
  function show() {
    shown = model.get("questions").filter((question) => QUIZ_KINDS[question.kind]);
    set(title, { text: model.get("title") });
    parts = keyed(list, shown, JSON.stringify, (question) =>
      buildQuestion(question, shown.indexOf(question) + 1, { words, model, announce }),
    );
    keyed(dots, shown, (question) => question.id, () => ({ node: el("span", { class: "bor-quiz-dot" }) }));
    showResults();
  }
  show();
  const ways = [listen(model, ["questions", "title"], show), listen(model, ["results", "score"], showResults)];
  return () => {
    announce.cancel();
    for (const leave of ways) leave();
  };
}

export default { render };
