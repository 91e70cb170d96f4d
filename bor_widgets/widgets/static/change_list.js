/* The smallest changes that alter the response, each a button that makes the change. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "change-list");
  const title = el("h3", { class: "bor-title", dir: "auto", id: uid("title") });
  const list = el("ul", { class: "bor-changes", "aria-labelledby": title.id });
  const empty = el("p", { class: "bor-muted", text: words.empty });
  root.append(el("section", { class: "bor-card", "aria-labelledby": title.id }, title, list, empty));

  function build(first) {
    let change = first;
    const label = el("span", { class: "bor-change-label", dir: "auto" });
    const from = el("span", { class: "bor-change-from", dir: "auto" });
    const to = el("span", { class: "bor-change-to", dir: "auto" });
    const result = el("span", { class: "bor-change-result", dir: "auto" });
    const button = el(
      "button",
      {
        type: "button",
        class: "bor-change",
        on: { click: () => model.send({ kind: "apply", name: change.name, value: change.value }) },
      },
      el(
        "span",
        { class: "bor-change-what" },
        label,
        el(
          "span",
          { class: "bor-change-step" },
          from,
          el("span", { class: "bor-hidden", text: ` ${words.to} ` }),
          el("span", { class: "bor-change-arrow", "aria-hidden": "true", text: "\u2192" }),
          to,
        ),
      ),
      el("span", { class: "bor-change-then" }, el("span", { class: "bor-muted", text: `${words.then} ` }), result),
    );
    return {
      node: el("li", {}, button),
      update: (item) => {
        change = item;
        set(button, { "data-change": item.name, title: words.press });
        set(label, { text: item.label });
        set(from, { text: item.from_label });
        set(to, { text: item.to_label });
        set(result, { text: item.result });
      },
    };
  }

  function show() {
    const changes = model.get("changes");
    set(title, { text: model.get("title") });
    keyed(list, changes, (change) => change.name, build);
    list.hidden = !changes.length;
    empty.hidden = Boolean(changes.length);
  }
  show();
  return listen(model, ["title", "changes"], show);
}

export default { render };
