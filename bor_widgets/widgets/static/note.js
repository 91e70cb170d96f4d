/* A field for the reader's own argument. What is being typed is never changed from outside. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "note");
  const question = el("h3", { class: "bor-title", dir: "auto", id: uid("note"), text: model.get("question") });
  const field = el("textarea", {
    class: "bor-input bor-note-field", dir: "auto", rows: 4, placeholder: words.placeholder,
    "aria-labelledby": question.id, "data-role": "note-field",
  });
  const error = errorLine("note-error");
  const state = el("span", { class: "bor-muted", role: "status" });
  const keep = el("button", {
    type: "button", class: "bor-button bor-button-main", "data-role": "note-keep", text: words.keep,
    on: { click: () => model.send({ kind: "keep", text: field.value }) },
  });
  root.append(
    el(
      "section",
      { class: "bor-card bor-note-card", "aria-labelledby": question.id },
      el("p", { class: "bor-note-kicker", text: words.panel }),
      question, field, error.node,
      el("div", { class: "bor-note-steps" }, keep, state),
    ),
  );
  let shown = "";
  const changed = () => field.value.trim() !== model.get("text");
  function say() {
    const given = field.value.trim();
    set(state, { text: given && changed() ? words.changed : model.get("text") ? words.kept : "" });
  }
  function show() {
    const kept = model.get("text");
    // what is being written stays, whatever arrives
    if (field.value === "" || field.value.trim() === shown) field.value = kept;
    shown = kept;
    error.show(model.get("error"), field);
    say();
  }
  field.addEventListener("input", say);
  show();
  return listen(model, ["text", "error"], show);
}

export default { render };
