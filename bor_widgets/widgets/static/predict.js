/* The reader commits to an answer; only then does ours arrive, beside it. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "predict");
  const kicker = el("p", { class: "bor-predict-kicker", text: words.panel });
  const question = el("h3", { class: "bor-heading", dir: "auto", id: uid("question") });
  const choices = el("div", {});
  const error = errorLine("predict-error");
  const hintText = el("p", { dir: "auto" });
  const hintButton = el("button", { type: "button", class: "bor-button", text: words.hint });
  const hint = el("div", { class: "bor-help-note" }, hintText);
  opener(hintButton, hint);
  let choice = null;
  let mine = false;
  const commit = el("button", {
    type: "button", class: "bor-button bor-button-main", text: words.commit, "data-role": "predict-commit",
    on: {
      click: () => {
        const key = choice?.picked() ?? "";
        error.show(key ? "" : words.choose_first, choices);
        if (!key) {
          choice?.inputs.values().next().value?.focus();
          return;
        }
        mine = true;
        model.send({ kind: "commit", key });
      },
    },
  });
  const steps = el("div", { class: "bor-predict-steps" }, commit, hintButton);
  const yours = el("p", { class: "bor-answer-text", dir: "auto" });
  const waiting = el("p", { class: "bor-muted", text: words.waiting });
  const match = el("p", { class: "bor-predict-match" });
  const theirs = el("p", { class: "bor-answer-text", dir: "auto" });
  const text = el("p", { class: "bor-long", dir: "auto" });
  const sources = el("div", { class: "bor-answer-sources" });
  const sourcePart = el("div", {}, el("p", { class: "bor-subtitle", text: words.sources }), sources);
  const reveal = el(
    "section",
    { class: "bor-answer bor-answer-theirs", tabindex: "-1", "data-role": "predict-answer" },
    el("h4", { class: "bor-subtitle", text: words.theirs }),
    waiting, theirs, text, sourcePart,
  );
  const both = el(
    "div",
    { class: "bor-answers" },
    el(
      "section",
      { class: "bor-answer" },
      el("h4", { class: "bor-subtitle", text: words.yours }),
      yours,
      match,
      el("p", { class: "bor-muted", text: words.stays }),
    ),
    reveal,
  );
  root.append(
    el(
      "section",
      { class: "bor-card bor-predict-card", "aria-labelledby": question.id },
      kicker, question, choices, error.node, steps, hint, both,
    ),
  );
  const announce = announcer(root);

  function show() {
    const options = model.get("options");
    const committed = model.get("committed");
    const answer = model.get("answer");
    const labelOf = (key) => options.find((option) => option.key === key)?.label ?? key;
    set(question, { text: model.get("question") });
    keyed(choices, [options], JSON.stringify, () => {
      choice = radios({
        options, labelledby: question.id, attributes: { "data-role": "predict-option" },
        onPick: () => error.show("", choices),
      });
      return { node: choice.node };
    });
    const decided = Boolean(committed);
    if (decided) choice.show(committed);
    choices.hidden = decided;
    steps.hidden = decided;
    set(hintText, { text: model.get("hint") });
    hintButton.hidden = !model.get("hint");
    if (decided) hint.hidden = true;
    both.hidden = !decided;
    if (!decided) return;
    set(yours, { text: labelOf(committed) });
    // a question that is handed out comes without a key: its answer is told in class
    const arrived = answer.key !== undefined;
    const told = Boolean(answer.key);
    waiting.hidden = arrived;
    const same = answer.key === committed;
    const compared = told ? (same ? words.same : words.different) : words.kept;
    set(match, { text: arrived ? compared : "", "data-same": String(same || !told) });
    set(theirs, { text: told ? labelOf(answer.key) : "" });
    theirs.hidden = !told;
    set(text, { text: answer.text ?? "" });
    keyed(sources, answer.sources ?? [], (source) => source.id, (source) => ({ node: sourceNote(source, words) }));
    sourcePart.hidden = !answer.sources?.length;
    if (arrived && mine) {
      mine = false;
      reveal.focus({ preventScroll: true });
      announce(`${words.theirs}: ${told ? theirs.textContent : text.textContent}`);
    }
  }
  show();
  const leave = listen(model, ["question", "options", "hint", "committed", "answer"], show);
  return () => {
    announce.cancel();
    leave();
  };
}

export default { render };
