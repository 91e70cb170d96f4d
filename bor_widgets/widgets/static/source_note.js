/* A row of source buttons. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "source-row");
  const label = el("span", { class: "bor-muted", id: uid("row"), text: words.label });
  const row = el("div", { class: "bor-source-row", role: "group", "aria-labelledby": label.id }, label);
  for (const source of model.get("sources")) row.append(sourceNote(source, words));
  root.append(row);
}

export default { render };
