/* Every page as a card; a picture of it comes once the words can be read. */
/* global DRAWERS, el, set, fill, listen, panelRoot */

/** The width at which a picture is drawn before it is made small. */
const DRAWN_AT = 620;

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "landing");
  // only a page of its own has neighbours; in a notebook the name is what helps
  const ownPage = Boolean(window.bor);
  const frames = new Map();
  const drawers = [];

  function card(entry) {
    const frame = el("div", { class: "bor-landing-picture bor-board", "aria-hidden": "true", "data-page": entry.page });
    frame.inert = true;
    if (entry.pictured) frames.set(entry.page, frame);
    const title = ownPage
      ? el("a", { class: "bor-landing-link", href: `${entry.page}.ipynb`, text: entry.title })
      : el("span", { class: "bor-landing-link", text: entry.title });
    return el(
      "li",
      { class: "bor-card bor-landing-card" },
      entry.pictured ? frame : null,
      entry.number ? el("p", { class: "bor-landing-number", text: fill(words.lesson, { number: entry.number }) }) : null,
      el("h3", { class: "bor-landing-title" }, title),
      el("p", { class: "bor-landing-purpose", text: entry.purpose }),
      ownPage && entry.read
        ? el("p", {}, el("a", {
          class: "bor-landing-read", href: `${entry.read}.ipynb`, text: words.read, "aria-label": `${words.read} ${entry.number}`,
        }))
        : null,
      ownPage ? null : el("p", {}, el("code", { text: fill(words.in_python, entry) })),
    );
  }
  /** A page of a list: its lesson and its title in one line. */
  function line(entry) {
    const number = el("span", { class: "bor-landing-number", text: fill(words.lesson, entry) });
    if (ownPage) return el("li", {}, el("a", { class: "bor-landing-line", href: `${entry.page}.ipynb` }, number, " ", entry.title));
    return el("li", { class: "bor-landing-line" }, number, " ", entry.title, " ", el("code", { text: entry.call }));
  }
  for (const group of model.get("groups")) {
    root.append(el(
      "section",
      { class: "bor-landing-group", "aria-label": group.label },
      el("h2", { class: "bor-heading", text: group.label }),
      group.list
        ? el("ul", { class: "bor-landing-list" }, group.cards.map(line))
        : el("ul", { class: "bor-landing-cards" }, group.cards.map(card)),
    ));
  }

  function draw() {
    for (const [page, drawing] of Object.entries(model.get("pictures"))) {
      const frame = frames.get(page);
      if (!frame || frame.firstChild || !DRAWERS[drawing.kind]) continue;
      const host = el("div", { class: "bor-landing-drawing" });
      host.style.width = `${DRAWN_AT}px`;
      frame.append(host);
      const tools = { words, titleId: "", altId: "", act: () => {} };
      const drawer = DRAWERS[drawing.kind](host, tools);
      drawer.draw(drawing.data, drawing, DRAWN_AT);
      drawers.push(drawer);
    }
  }
  draw();
  const leave = listen(model, ["pictures"], draw);
  const frame = requestAnimationFrame(() => setTimeout(() => model.send({ kind: "shown" }), 0));
  return () => {
    cancelAnimationFrame(frame);
    leave();
    for (const drawer of drawers) drawer.stop?.();
  };
}

export default { render };
