/* Find a case, see what is coded, commit to a prediction, then compare with the paper. */

/** Words about a case; a case of one's own has other words where no paper speaks. */
function caseWord(words, own, name) {
  return (own && words[`own_${name}`]) || words[name];
}

function codedRow(words, send, own) {
  return (first) => {
    let entry = first;
    const name = el("span", { class: "bor-coded-name", dir: "auto" });
    const value = el("span", { class: "bor-coded-value", dir: "auto" });
    const basis = el("span", { class: "bor-badge bor-flag" });
    const places = el("span", { class: "bor-muted bor-coded-places" });
    const reason = el("p", { dir: "auto" });
    const why = el("button", { type: "button", class: "bor-help-button", text: "?" });
    const note = el("div", { class: "bor-help-note" }, reason);
    opener(why, note);
    const sign = el("span", { class: "bor-coded-sign" });
    const button = el("button", {
      type: "button",
      class: "bor-button",
      on: { click: () => send({ kind: entry.locked ? "unlock" : "lock", name: entry.name }) },
    });
    const node = el(
      "li",
      { class: "bor-coded" },
      sign,
      el("span", { class: "bor-coded-main" }, name, value),
      el("span", { class: "bor-coded-basis" }, basis, places, why),
      button,
      note,
    );
    return {
      node,
      update: (now) => {
        entry = now;
        set(node, { "data-name": now.name, "data-locked": String(Boolean(now.locked)) });
        if (sign.dataset.locked !== String(Boolean(now.locked))) {
          sign.dataset.locked = String(Boolean(now.locked));
          sign.replaceChildren(lockSign(Boolean(now.locked)));
        }
        set(name, { text: now.label });
        set(value, { text: now.value_label });
        set(basis, { "data-flag": now.basis, text: caseWord(words, own(), `basis_${now.basis}`) ?? now.basis });
        set(places, { text: (now.places ?? []).join("; ") });
        set(reason, { text: now.why ?? "" });
        why.hidden = !now.why;
        set(why, { "aria-label": `${words.why} ${now.label}`, title: words.why });
        const press = now.locked ? words.unlock : words.lock;
        set(button, { text: press, "aria-label": `${press}: ${now.label}` });
      },
    };
  };
}

/** The question, then both answers side by side. The paper's answer arrives only then. */
function predictionPart(words, model) {
  const title = el("h4", { class: "bor-title", id: uid("predict"), text: words.predict });
  const hint = el("p", { class: "bor-muted", text: words.predict_hint });
  const choices = el("div", {});
  const reason = el("textarea", { id: uid("reason"), class: "bor-input", rows: 2, maxlength: 1000, dir: "auto", "data-role": "case-reason" });
  const error = errorLine("predict-error");
  let choice = null;
  const commit = el("button", {
    type: "button", class: "bor-button bor-button-main", text: words.commit, "data-role": "case-commit",
    on: {
      click: () => {
        const action = choice?.picked() ?? "";
        error.show(action ? "" : words.choose_first, choices);
        if (!action) {
          choice?.inputs.values().next().value?.focus();
          return;
        }
        mine = true;
        model.send({ kind: "commit", action, reason: reason.value });
      },
    },
  });
  let mine = false;
  const ask = el(
    "div",
    { class: "bor-case-ask" },
    hint,
    choices,
    el("label", { class: "bor-label bor-reason-label", for: reason.id, text: words.reason }),
    reason,
    error.node,
    commit,
  );
  const yours = el("p", { class: "bor-answer-text", dir: "auto" });
  const yourReason = el("p", { class: "bor-muted", dir: "auto" });
  const waiting = el("p", { class: "bor-muted", text: words.waiting });
  const line = (label) => {
    const text = el("p", { class: "bor-long", dir: "auto" });
    const title = el("p", { class: "bor-subtitle", text: label });
    const node = el("div", {}, title, text);
    return { node, title, show: (value) => { set(text, { text: value ?? "" }); node.hidden = !value; } };
  };
  const done = el("p", { class: "bor-answer-text", dir: "auto" });
  const reading = line(words.reading);
  const observed = line(words.observed);
  const sources = el("div", { class: "bor-answer-sources" });
  const sourceTitle = el("p", { class: "bor-subtitle", text: words.explained_by });
  const sourcePart = el("div", {}, sourceTitle, sources);
  const tensions = el("ul", { class: "bor-claims" });
  const tensionPart = el("div", { class: "bor-open" }, el("p", { class: "bor-subtitle", text: words.tensions }), tensions);
  const theirsTitle = el("h5", { class: "bor-subtitle", text: words.theirs_title });
  const theirs = el(
    "section",
    { class: "bor-answer bor-answer-theirs", tabindex: "-1", "data-role": "case-reveal" },
    theirsTitle,
    waiting, done, reading.node, observed.node, sourcePart, tensionPart,
  );
  const both = el(
    "div",
    { class: "bor-answers" },
    el(
      "section",
      { class: "bor-answer" },
      el("h5", { class: "bor-subtitle", text: words.yours }),
      yours,
      yourReason,
    ),
    theirs,
  );
  const node = el("section", { class: "bor-case-predict", "aria-labelledby": title.id }, title, ask, both);

  return {
    node,
    clear: () => {
      reason.value = "";
      choice?.show("");
      error.show("");
      mine = false;
    },
    show: () => {
      const actions = model.get("actions");
      const committed = model.get("committed");
      const reveal = model.get("reveal");
      const said = (name) => ({ text: caseWord(words, model.get("page").theirs, name) });
      set(hint, said("predict_hint"));
      set(theirsTitle, said("theirs_title"));
      set(reading.title, said("reading"));
      set(sourceTitle, said("explained_by"));
      keyed(choices, [actions], JSON.stringify, () => {
        choice = radios({
          options: actions, labelledby: title.id, attributes: { "data-role": "case-action" },
          onPick: () => error.show("", choices),
        });
        return { node: choice.node };
      });
      const decided = Boolean(committed.action);
      ask.hidden = decided;
      both.hidden = !decided;
      if (!decided) return;
      set(yours, { text: actions.find((action) => action.key === committed.action)?.label ?? committed.action });
      set(yourReason, { text: committed.reason ? `${words.your_reason}: ${committed.reason}` : words.no_reason });
      waiting.hidden = Boolean(reveal.done || reveal.reading);
      set(done, { text: reveal.done ?? "" });
      reading.show(reveal.reading);
      observed.show(reveal.observed);
      keyed(sources, reveal.explained_by ?? [], (source) => source.id, (source) => ({ node: sourceNote(source, words) }));
      sourcePart.hidden = !reveal.explained_by?.length;
      const pulls = (reveal.tensions ?? []).map((entry) => (typeof entry === "string" ? { text: entry } : entry));
      claims(tensions, pulls.map((entry) => ({ ...entry, text: [entry.tension, entry.text].filter(Boolean).join(" \u00b7 ") })), words);
      tensionPart.hidden = !pulls.length;
      if (mine && waiting.hidden) {
        mine = false;
        theirs.focus({ preventScroll: true });
      }
    },
  };
}

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "case-picker");
  const search = caseSearch({
    words,
    onPick: (slug) => {
      model.set("selected", slug);
      model.save_changes();
    },
  });
  const title = el("h3", { class: "bor-heading", dir: "auto", "data-role": "case-title" });
  const facts = el("p", { class: "bor-muted", dir: "auto" });
  const setting = el("p", { class: "bor-long", dir: "auto" });
  const coded = el("ul", { class: "bor-coded-list" });
  const codedHint = el("p", { class: "bor-muted" });
  const open = el("ul", { class: "bor-claims" });
  const openHint = el("p", { class: "bor-muted", text: words.open_hint });
  const openPart = el(
    "div",
    { class: "bor-open" },
    el("p", { class: "bor-subtitle", text: words.open }),
    openHint,
    open,
  );
  const predict = predictionPart(words, model);
  const page = el(
    "article",
    { class: "bor-case-page" },
    el("header", {}, title, facts),
    setting,
    el("section", {}, el("h4", { class: "bor-title", text: words.coded }), codedHint, coded),
    openPart,
    predict.node,
  );
  root.append(
    el("section", { class: "bor-card" }, el("h3", { class: "bor-title", text: words.title }), search.node, page),
  );
  const announce = announcer(root);
  const own = () => Boolean(model.get("page").theirs);
  const build = codedRow(words, (message) => model.send(message), own);

  function show(name) {
    const given = model.get("page");
    const selected = model.get("selected");
    if (name === "selected") predict.clear();
    search.show(model.get("cases"), selected);
    page.hidden = !selected || !given.title;
    if (page.hidden) return;
    set(title, { text: given.title });
    const from = [...paperNames(given), given.theirs ? words.theirs : ""].filter(Boolean);
    set(facts, { text: [given.years, from.join(" + ")].filter(Boolean).join(" \u00b7 ") });
    set(setting, { text: given.setting ?? "" });
    setting.hidden = !given.setting;
    keyed(coded, given.coded ?? [], (entry) => entry.name, build);
    set(codedHint, { text: given.coded?.length ? words.coded_hint : caseWord(words, own(), "no_coded") });
    set(openHint, { text: caseWord(words, own(), "open_hint") });
    claims(open, (given.open ?? []).map((entry) => (typeof entry === "string" ? { text: entry } : entry)), words);
    openPart.hidden = !given.open?.length;
    predict.show();
    if (name === "page") announce(given.title);
    if (name === "reveal" && model.get("reveal").done) {
      announce(`${caseWord(words, own(), "theirs_title")}: ${model.get("reveal").done}`);
    }
  }
  show();
  const leave = listen(model, ["cases", "selected", "page", "actions", "committed", "reveal"], show);
  return () => {
    announce.cancel();
    leave();
  };
}

export default { render };
