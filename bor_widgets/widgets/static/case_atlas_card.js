/* The card of a chosen case, and the list of the cases that fit.
 * Uses house.js and forms.js; contains no words for readers. */
/* global el, set, uid, keyed, sourceNote, opener */

function caseList({ words, onChoose }) {
  const list = el("ul", { class: "bor-atlas-list", "data-role": "atlas-list" });
  function build(row) {
    const button = el(
      "button",
      { type: "button", class: "bor-atlas-entry", "data-slug": row.slug, on: { click: () => onChoose(row.slug) } },
      el("span", { class: "bor-atlas-entry-title", dir: "auto", text: row.title }),
      el("span", { class: "bor-muted", dir: "auto", text: [row.years, row.papers.join(" + "), row.theirs ? words.theirs : "", row.id].filter(Boolean).join(" \u00b7 ") }),
    );
    return { node: el("li", {}, button) };
  }
  return {
    node: list,
    show: (rows) => keyed(list, rows, (row) => row.slug, build),
    focus: (slug) => [...list.querySelectorAll("button")].find((node) => node.dataset.slug === slug)?.focus(),
  };
}

function caseCard({ words, ownPage, onBack, onOpen }) {
  const title = el("h3", { class: "bor-heading", dir: "auto", tabindex: "-1", "data-role": "atlas-title" });
  const facts = el("p", { class: "bor-muted", dir: "auto" });
  const cited = el("p", { class: "bor-atlas-caution", text: words.cited });
  const setting = el("p", { class: "bor-long", dir: "auto", "data-role": "atlas-setting" });
  const held = el("p", { class: "bor-muted" });
  const part = (label, content) => el("section", { class: "bor-atlas-part" }, el("h4", { class: "bor-subtitle", text: label }), content);
  const parties = el("ul", { class: "bor-atlas-parties" });
  const partyPart = part(words.parties, parties);
  const places = el("ul", { class: "bor-atlas-places" });
  const placePart = part(words.read, places);
  const rules = el("div", { class: "bor-answer-sources" });
  const ruleButton = el("button", { type: "button", class: "bor-button bor-atlas-rules", "data-role": "atlas-rules", text: words.rules });
  const ruleBody = el("div", {}, rules);
  const turn = opener(ruleButton, ruleBody);
  const rulePart = el("section", { class: "bor-atlas-part" }, ruleButton, el("p", { class: "bor-muted", text: words.rules_hint }), ruleBody);
  const back = el("button", { type: "button", class: "bor-button", "data-role": "atlas-back", text: `\u2190 ${words.back}`, on: { click: onBack } });
  // a page of its own goes to the console's page; a notebook opens it below
  const open = ownPage
    ? el("a", { class: "bor-button bor-button-main bor-atlas-open", "data-role": "atlas-open", text: words.open })
    : el("button", { type: "button", class: "bor-button bor-button-main bor-atlas-open", "data-role": "atlas-open", text: words.open, on: { click: onOpen } });
  const opened = el("p", { class: "bor-muted", role: "status" });
  const node = el(
    "article",
    { class: "bor-atlas-card", "data-role": "atlas-card" },
    back, title, facts, cited,
    el("div", { class: "bor-atlas-go" }, el("p", { class: "bor-muted", text: words.predict }), open, opened),
    part(words.setting, el("div", {}, setting, held)), partyPart, placePart, rulePart,
  );
  let shown = "";
  return {
    node,
    title,
    show: (card) => {
      node.hidden = !card.slug;
      if (!card.slug) { shown = ""; return; }
      set(title, { text: card.title });
      set(facts, { text: [card.years, card.papers.join(" + "), card.theirs ? words.theirs : "", card.id].filter(Boolean).join(" \u00b7 ") });
      cited.hidden = card.kind !== "cited";
      set(setting, { text: card.setting });
      set(held, { text: card.held_back });
      parties.replaceChildren(...card.parties.map((party) => el(
        "li", {},
        el("span", { class: "bor-atlas-party", dir: "auto", text: party.name }),
        el("span", { class: "bor-badge", "data-part": party.role, text: words[party.role] ?? party.role }),
        party.note ? el("span", { class: "bor-muted", dir: "auto", text: party.note }) : null,
      )));
      partyPart.hidden = !card.parties.length;
      places.replaceChildren(...card.places.map((place) => el("li", { dir: "auto", text: place })));
      placePart.hidden = !card.places.length;
      keyed(rules, card.rules, (rule) => `${card.slug} ${rule.id}`, (rule) => ({ node: sourceNote(rule, words) }));
      rulePart.hidden = !card.rules.length;
      if (ownPage) set(open, { href: card.link });
      if (card.slug !== shown) {
        turn(false);
        set(opened, { text: "" });
        shown = card.slug;
      }
    },
    told: (text) => set(opened, { text }),
  };
}
