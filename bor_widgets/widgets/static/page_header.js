/* The head of a page: what it is, what to try first, and where it all comes from. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "page-header");
  const title = el("h1", { class: "bor-page-title", dir: "auto", text: model.get("title") });
  const first = el("p", { class: "bor-page-first", dir: "auto", text: model.get("first") });
  const sources = el("div", { class: "bor-page-sources", id: uid("sources") });
  for (const paper of model.get("papers")) {
    sources.append(
      el(
        "p",
        { dir: "auto" },
        el("strong", { text: `${paper.code} ` }),
        el("span", { text: paper.citation }),
        paper.note && el("span", { class: "bor-muted", text: ` ${paper.note}` }),
      ),
    );
  }
  sources.append(el("p", { class: "bor-muted", text: words.scale }));
  const button = el("button", { type: "button", class: "bor-page-about", text: words.about });
  opener(button, sources);
  root.append(
    el(
      "header",
      { class: "bor-page-head" },
      el("div", {}, title, first),
      // only a page of its own has neighbours
      window.bor && model.get("home")
        ? el("a", { class: "bor-page-about", href: model.get("home"), text: words.home })
        : null,
      button,
    ),
    sources,
  );
  return listen(model, ["title", "first"], () => {
    set(title, { text: model.get("title") });
    set(first, { text: model.get("first") });
  });
}

export default { render };
