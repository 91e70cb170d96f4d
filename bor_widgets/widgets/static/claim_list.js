/* A list of sentences with their sources. */
/* global el, set, listen, panelRoot, keyed, claim */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "claim-list");
  const list = el("ul", { class: "bor-claims" });
  const none = el("p", { class: "bor-muted", text: words.no_case });
  root.append(el("div", { class: "bor-card" }, list, none));
  function build(item) {
    const node = claim("li", item, words);
    if (item.theirs) node.append(" ", el("span", { class: "bor-badge", text: words.theirs }));
    if (item.case) {
      node.append(" ", el("button", {
        type: "button", class: "bor-source-button", "data-case": item.case, text: words.open_case,
        "aria-label": `${words.open_case}: ${item.text}`,
        on: { click: () => model.send({ kind: "case", slug: item.case }) },
      }));
    }
    return { node };
  }
  function show() {
    const items = model.get("items");
    keyed(list, items, (item) => JSON.stringify(item), build);
    none.hidden = items.length > 0;
  }
  show();
  return listen(model, ["items"], show);
}

export default { render };
