/* A figure in words. */

function render({ model, el: root }) {
  panelRoot(root, "described");
  const text = el("p", { dir: "auto", text: model.get("text") });
  const details = el("details", { class: "bor-described" }, el("summary", { text: model.get("words").label }), text);
  root.append(details);
  const say = announcer(root);
  return listen(model, ["text"], () => {
    set(text, { text: model.get("text") });
    if (details.open) say(model.get("text"));
  });
}

export default { render };
