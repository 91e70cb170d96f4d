/* A heading that unfolds what stands below it. */

function render({ model, el: root }) {
  panelRoot(root, "fold-button");
  const label = el("span", { class: "bor-fold-label", dir: "auto" });
  const hint = el("span", { class: "bor-fold-hint", dir: "auto" });
  const sign = el("span", { class: "bor-fold-sign", "aria-hidden": "true" });
  const button = el(
    "button",
    {
      type: "button",
      class: "bor-fold",
      on: {
        click: () => {
          model.set("opened", !model.get("opened"));
          model.save_changes();
        },
      },
    },
    sign,
    el("span", { class: "bor-fold-words" }, label, hint),
  );
  root.append(el("h2", { class: "bor-fold-heading" }, button));

  function show() {
    const opened = model.get("opened");
    set(button, { "aria-expanded": String(opened), "data-fold": model.get("name") });
    set(label, { text: model.get("label") });
    set(hint, { text: model.get("busy") ? model.get("words").busy : model.get("hint") });
    set(button, { "aria-busy": String(model.get("busy")) });
    set(sign, { text: opened ? "\u2212" : "+" });
  }
  show();
  return listen(model, ["opened", "label", "hint", "busy"], show);
}

export default { render };
