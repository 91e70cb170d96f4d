/* Number fields for the weights and cut points, which are ours alone. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "calibration-editor");
  const title = el("h3", { class: "bor-title", id: uid("title"), text: words.title });
  const list = el("div", { class: "bor-weights" });
  const reset = el("button", {
    type: "button", class: "bor-button", text: words.reset, "data-role": "calibration-reset",
    on: { click: () => model.send({ kind: "reset" }) },
  });
  const state = el("span", { class: "bor-muted" });
  root.append(
    el(
      "section",
      { class: "bor-card", "aria-labelledby": title.id },
      title,
      el("p", { class: "bor-weights-ours", text: words.scale }),
      list,
      el("div", { class: "bor-weights-foot" }, reset, state),
    ),
  );

  function build(field) {
    const label = el("label", { class: "bor-label", for: uid("weight"), id: uid("label"), dir: "auto" });
    const meaning = el("p", { dir: "auto" });
    const help = helpNote(`${words.help} ${field.label}`, meaning);
    const facts = el("span", { class: "bor-muted", id: uid("range") });
    const changed = el("span", { class: "bor-badge", text: words.changed });
    const error = errorLine("weight-error");
    const box = numberBox({
      low: field.low,
      high: field.high,
      attributes: { id: label.getAttribute("for"), "data-weight": field.name },
      onTyped: (value) => model.send({ kind: "set", name: field.name, value }),
    });
    const node = el(
      "div",
      { class: "bor-weight", "data-field": field.name },
      el("div", { class: "bor-weight-head" }, label, help.button, box.node),
      el("div", { class: "bor-weight-facts" }, facts, changed),
      error.node,
      help.note,
    );
    return {
      node,
      update: (now) => {
        const wrong = model.get("errors")[now.name];
        set(label, { text: now.label });
        set(meaning, { text: now.meaning ?? "" });
        help.button.hidden = !now.meaning;
        const [low, high, neutral] = [now.low, now.high, now.neutral].map((value) => showNumber(value, 0));
        set(facts, { text: `${words.range} ${low} ${words.to} ${high} \u00b7 ${words.neutral} ${neutral}` });
        changed.hidden = now.value === now.neutral;
        error.show(wrong, box.node);
        set(box.node, { "aria-describedby": [facts.id, wrong ? error.node.id : null].filter(Boolean).join(" ") });
        // what was typed stays beside its error; otherwise the field shows what holds
        if (!wrong) box.show(now.value);
      },
    };
  }

  function show() {
    const fields = model.get("fields");
    keyed(list, fields, (field) => `${field.name} ${field.low} ${field.high}`, build);
    const wrong = Object.keys(model.get("errors")).length > 0;
    const neutral = !wrong && fields.every((field) => field.value === field.neutral);
    reset.disabled = neutral;
    set(state, { text: neutral ? words.all_neutral : "" });
  }
  show();
  return listen(model, ["fields", "errors"], show);
}

export default { render };
