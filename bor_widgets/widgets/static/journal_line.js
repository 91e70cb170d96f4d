/* A line about the journal; it keeps the journal in the browser all the same. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "journal-line");
  const text = el("span", { class: "bor-muted", "data-role": "journal-count" });
  const problem = el("p", { class: "bor-error", role: "alert", dir: "auto" });
  // only a page of its own has neighbours
  const link = window.bor ? el("a", { class: "bor-link", href: "journal.ipynb", text: words.page }) : null;
  root.append(el("p", {}, text, " ", link), problem);
  function show() {
    set(text, { text: fill(words.line, { count: model.get("count") }) });
    set(problem, { text: model.get("problem") });
    problem.hidden = !model.get("problem");
  }
  const leaveKeeping = keepJournal(model, () => {});
  show();
  const leave = listen(model, ["count", "problem"], show);
  return () => {
    leaveKeeping();
    leave();
  };
}

export default { render };
