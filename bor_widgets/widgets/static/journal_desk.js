/* The journal as a part of a page. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "journal-desk");
  const journal = journalPart(model);
  const title = el("h2", { class: "bor-heading", id: uid("journal"), text: words.journal });
  const count = el("p", { class: "bor-muted", "data-role": "journal-count" });
  root.append(
    el("section", { class: "bor-card", "aria-labelledby": title.id }, title, count, journal.problem, journal.other, journal.node),
  );
  const show = () => set(count, { text: fill(words.entries, { count: model.get("count") }) });
  show();
  const leave = listen(model, ["count"], show);
  return () => {
    journal.leave();
    leave();
  };
}

export default { render };
