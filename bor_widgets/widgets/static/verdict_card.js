/* The verdict: what to do, how grave the threat was judged and by whom, and why. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "verdict-card");

  const sign = el("div", { class: "bor-verdict-sign", "aria-hidden": "true" });
  const glyph = el("span", { class: "bor-verdict-glyph" });
  sign.append(glyph);
  const action = el("p", { class: "bor-verdict-action", dir: "auto" });
  const headline = el("h3", { class: "bor-verdict-headline", dir: "auto", "data-role": "verdict-headline" });
  const summary = el("p", { class: "bor-verdict-summary", dir: "auto" });
  const grade = el("span", { class: "bor-verdict-grade", dir: "auto" });
  const by = el("span", { class: "bor-badge bor-verdict-by", dir: "auto" });
  const gradeLine = el(
    "p",
    { class: "bor-verdict-judged" },
    el("span", { class: "bor-muted", text: `${words.grade}: ` }),
    grade,
    " ",
    by,
  );
  const section = (title, list, extra = "") =>
    el("section", { class: `bor-verdict-part ${extra}` }, el("h4", { class: "bor-subtitle", text: title }), list);
  const areas = el("ul", { class: "bor-verdict-areas" });
  const reasons = el("ol", { class: "bor-claims bor-verdict-reasons", "data-role": "verdict-reasons" });
  const none = el("p", { class: "bor-muted", text: words.no_reasons });
  const open = el("ul", { class: "bor-claims" });
  const notes = el("ul", { class: "bor-claims" });
  const tensions = el("ul", { class: "bor-claims", "data-role": "verdict-tensions" });
  const parts = {
    restraint: section(words.restraint, areas),
    reasons: section(words.reasons, el("div", {}, reasons, none)),
    open: section(words.open, open, "bor-open"),
    notes: section(words.notes, notes, "bor-verdict-notes"),
    tensions: section(words.tensions, tensions, "bor-verdict-notes"),
  };
  const card = el(
    "section",
    { class: "bor-card bor-verdict", "aria-label": words.panel },
    el("header", { class: "bor-verdict-head" }, sign, el("div", {}, action, headline)),
    summary,
    gradeLine,
    parts.restraint,
    parts.reasons,
    parts.open,
    parts.notes,
    parts.tensions,
  );
  root.append(card);
  const announce = announcer(root);

  // The card only grows while the point moves, so that what stands below does not jump.
  // What a reader opens makes it taller for as long as it is open.
  let tallest = 0;
  let width = 0;
  function steady() {
    if (card.querySelector('[aria-expanded="true"]')) return;
    if (card.clientWidth !== width) {
      width = card.clientWidth;
      tallest = 0;
    }
    card.style.minHeight = "";
    tallest = Math.max(tallest, card.offsetHeight);
    card.style.minHeight = `${tallest}px`;
  }

  function restraintOf(value) {
    if (value > 0) return "more";
    return value < 0 ? "less" : "same";
  }
  function area() {
    const mark = el("span", { class: "bor-area-sign", "aria-hidden": "true" });
    const name = el("span", { class: "bor-area-name", dir: "auto" });
    const label = el("span", { class: "bor-area-label", dir: "auto" });
    const node = el("li", { class: "bor-area" }, mark, name, " ", label);
    return {
      node,
      update: (item) => {
        const way = restraintOf(item.value);
        const look = wearTone(node, way);
        set(mark, { text: look.glyph });
        set(name, { text: item.area });
        set(label, { text: item.label || words[way] });
      },
    };
  }

  function show(name) {
    const given = model.get("card");
    const look = wearTone(card, given.action);
    set(card, { "data-action": given.action });
    set(glyph, { text: look?.glyph ?? "" });
    const pattern = look && look.pattern !== "plain" ? look.pattern : null;
    set(sign, { "data-pattern": pattern });
    // somebody else's finding begins with a card of its own height
    if (action.textContent !== (given.action_label ?? "")) tallest = 0;
    set(action, { text: given.action_label ?? "" });
    action.hidden = !given.action_label || given.action_label === given.headline;
    set(headline, { text: given.headline || words.waiting });
    set(summary, { text: given.summary ?? "" });
    summary.hidden = !given.summary;
    gradeLine.hidden = !given.grade_label;
    wearTone(gradeLine, given.grade);
    set(grade, { text: [THEME.grade[given.grade]?.glyph, given.grade_label].filter(Boolean).join(" ") });
    set(by, { text: given.by_label ?? "", "data-by": given.by });
    by.hidden = !given.by_label;
    keyed(areas, given.restraint ?? [], (item) => item.area, area);
    parts.restraint.hidden = !given.restraint?.length;
    claims(reasons, given.reasons ?? [], words);
    none.hidden = Boolean(given.reasons?.length);
    parts.reasons.hidden = !given.headline;
    claims(open, given.open ?? [], words);
    parts.open.hidden = !given.open?.length;
    claims(notes, given.notes ?? [], words);
    parts.notes.hidden = !given.notes?.length;
    claims(tensions, given.tensions ?? [], words);
    parts.tensions.hidden = !given.tensions?.length;
    steady();
    if (name && headline.textContent !== card.borSaid) announce(headline.textContent);
    card.borSaid = headline.textContent;
  }
  show();
  // in the host page the card gets its width only after this function has returned
  const watch = new ResizeObserver(() => card.clientWidth !== width && steady());
  watch.observe(card);
  const leave = listen(model, ["card"], show);
  return () => {
    watch.disconnect();
    announce.cancel();
    leave();
  };
}

export default { render };
