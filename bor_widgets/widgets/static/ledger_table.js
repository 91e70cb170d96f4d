/* What each theory says of the same situation, with brackets where two of them disagree. */

function buildColumn(words) {
  const label = el("p", { class: "bor-ledger-theory", dir: "auto" });
  const glyph = el("span", { class: "bor-ledger-glyph", "aria-hidden": "true" });
  const headline = el("h4", { class: "bor-ledger-headline", dir: "auto", id: uid("reading") });
  const reasons = el("ol", { class: "bor-claims bor-ledger-reasons" });
  const none = el("p", { class: "bor-muted", text: words.no_reasons });
  const open = el("ul", { class: "bor-claims" });
  const openPart = el("div", { class: "bor-open" }, el("p", { class: "bor-subtitle", text: words.open }), open);
  const node = el(
    "article",
    { class: "bor-ledger-column", "aria-labelledby": headline.id },
    el("header", {}, label, el("div", { class: "bor-ledger-verdict" }, glyph, headline)),
    el("div", { class: "bor-ledger-why" }, el("p", { class: "bor-subtitle", text: words.reasons }), reasons, none),
    openPart,
  );
  return {
    node,
    update: (column) => {
      const look = wearTone(node, column.tone);
      set(node, { "data-theory": column.theory });
      set(label, { text: column.label });
      set(glyph, { text: look?.glyph ?? "" });
      glyph.hidden = !look;
      set(headline, { text: column.headline });
      claims(reasons, column.reasons ?? [], words);
      none.hidden = Boolean(column.reasons?.length);
      claims(open, column.open ?? [], words);
      openPart.hidden = !column.open?.length;
    },
  };
}

function buildDisagreement(words, place) {
  const id = el("span", { class: "bor-dispute-id" });
  const sides = el("span", { class: "bor-dispute-sides", dir: "auto" });
  const button = el(
    "button",
    { type: "button", class: "bor-dispute-button" },
    id,
    " \u00b7 ",
    sides,
  );
  const text = el("p", { class: "bor-long", dir: "auto" });
  const places = el("p", { class: "bor-muted" });
  const note = el("div", { class: "bor-source-note" }, text, places);
  opener(button, note);
  const node = el(
    "li",
    { class: "bor-dispute" },
    el("span", { class: "bor-dispute-bracket", "aria-hidden": "true" }),
    button,
    note,
  );
  return {
    node,
    update: (dispute) => {
      const [from, to, names] = place(dispute);
      node.style.setProperty("--from", from);
      node.style.setProperty("--to", to);
      set(node, { "data-tension": dispute.tension, "data-span": to - from });
      set(id, { text: dispute.tension });
      set(sides, { text: names.join(` ${words.against} `) });
      set(text, { text: dispute.text });
      set(places, { text: dispute.places?.length ? `${words.places}: ${dispute.places.join("; ")}` : "" });
    },
  };
}

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "ledger-table");
  const title = el("h3", { class: "bor-heading", dir: "auto", id: uid("title") });
  const alt = el("p", { class: "bor-hidden", id: uid("alt") });
  const columns = el("div", { class: "bor-ledger-columns" });
  const subtitle = el("p", { class: "bor-subtitle", text: words.disagreements });
  const disputes = el("ul", { class: "bor-disputes", "aria-label": words.disagreements });
  const none = el("p", { class: "bor-muted", text: words.agreement });
  root.append(
    el(
      "section",
      { class: "bor-card", "aria-labelledby": title.id, "aria-describedby": alt.id },
      title,
      alt,
      columns,
      el("div", { class: "bor-ledger-disputes" }, subtitle, disputes, none),
    ),
  );

  function show() {
    const given = model.get("columns");
    const quarrels = model.get("disagreements");
    set(title, { text: model.get("title") });
    set(alt, { text: model.get("alt") });
    columns.style.setProperty("--columns", Math.max(1, given.length));
    disputes.style.setProperty("--columns", Math.max(1, given.length));
    keyed(columns, given, (column) => column.theory, () => buildColumn(words));
    // a bracket reaches from the middle of the first side's column to the middle of the last's
    const place = (dispute) => {
      const at = (dispute.between ?? [])
        .map((theory) => given.findIndex((column) => column.theory === theory))
        .filter((index) => index >= 0)
        .sort((left, right) => left - right);
      const from = at[0] ?? 0;
      const to = at[at.length - 1] ?? given.length - 1;
      return [from + 1, to + 2, at.map((index) => given[index].label)];
    };
    keyed(disputes, quarrels, (dispute) => dispute.tension, () => buildDisagreement(words, place));
    subtitle.hidden = !quarrels.length;
    disputes.hidden = !quarrels.length;
    none.hidden = Boolean(quarrels.length);
  }
  show();
  return listen(model, ["title", "alt", "columns", "disagreements"], show);
}

export default { render };
