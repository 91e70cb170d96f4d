/* One choice out of a few, always one. */

function render({ model, el: root }) {
  panelRoot(root, "choice-switch");
  const legend = el("legend", { class: "bor-switch-label", dir: "auto" });
  const row = el("div", { class: "bor-switch-row" });
  const note = el("p", { class: "bor-muted bor-switch-note", dir: "auto" });
  root.append(el("fieldset", { class: "bor-switch" }, legend, row, note));
  const group = uid("switch");
  const inputs = new Map();

  function build() {
    row.replaceChildren();
    inputs.clear();
    for (const option of model.get("options")) {
      const input = el("input", {
        type: "radio",
        name: group,
        value: option.key,
        on: {
          change: () => {
            model.set("value", option.key);
            model.save_changes();
          },
        },
      });
      inputs.set(option.key, input);
      row.append(el("label", { class: "bor-switch-option" }, input, el("span", { dir: "auto", text: option.label })));
    }
  }

  function show() {
    set(legend, { text: model.get("label") });
    set(note, { text: model.get("note") });
    note.hidden = !model.get("note");
    for (const [key, input] of inputs) input.checked = key === model.get("value");
  }
  build();
  show();
  return listen(model, ["value", "label", "note"], show);
}

export default { render };
