/* Every case on a line of time and on a map; filters, a list and a card beside them. */
/* global el, set, fill, listen, panelRoot, announcer, reducedMotion, sourceNote, uid,
   download, svgToFile, caseLine, worldMap, caseList, caseCard */

const IN_ADDRESS = ["paper", "theory", "rule", "actor", "era", "country", "text"];

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "case-atlas");
  // only a page of its own may change its address; a notebook's belongs to the notebook
  const ownPage = Boolean(window.bor);
  const say = announcer(root);

  function change(part) {
    const filters = { ...model.get("filters"), ...part };
    for (const [name, value] of Object.entries(filters)) if (!value) delete filters[name];
    model.set("filters", filters);
    model.save_changes();
  }
  function choose(slug) {
    model.set("chosen", slug);
    model.save_changes();
  }

  // ---- filters
  const fields = new Map();
  for (const facet of model.get("facets")) {
    const id = uid("facet");
    const field = el(
      "select",
      { id, class: "bor-input", "data-filter": facet.name, on: { change: () => change({ [facet.name]: field.value }) } },
      el("option", { value: "", text: facet.any }),
      facet.options.map((option) => el("option", { value: option.key, text: option.label })),
    );
    fields.set(facet.name, field);
    field.labelNode = el("label", { class: "bor-atlas-field-name", for: id, text: facet.label });
  }
  const textId = uid("text");
  const search = el("input", {
    type: "search", id: textId, class: "bor-input", "data-filter": "text", maxlength: 200, dir: "auto", autocomplete: "off",
    spellcheck: "false", placeholder: words.text_hint, on: { input: () => change({ text: search.value }) },
  });
  const clear = el("button", { type: "button", class: "bor-button", "data-role": "atlas-clear", text: words.clear, on: { click: () => { search.value = ""; change(Object.fromEntries(IN_ADDRESS.map((name) => [name, ""]))); } } });
  const country = el("button", { type: "button", class: "bor-button bor-atlas-country", "data-role": "atlas-country", on: { click: () => change({ country: "" }) } });
  const count = el("p", { class: "bor-atlas-count", role: "status", "data-role": "atlas-count" });
  const hint = el("p", { class: "bor-muted bor-atlas-hint", text: words.rule_hint });
  const filterPart = el(
    "section",
    { class: "bor-atlas-filters", "aria-label": words.filters },
    el("div", { class: "bor-atlas-fields" },
      el("div", { class: "bor-atlas-field" }, el("label", { class: "bor-atlas-field-name", for: textId, text: words.text }), search),
      [...fields.values()].map((field) => el("div", { class: "bor-atlas-field" }, field.labelNode, field))),
    el("div", { class: "bor-atlas-found" }, count, country, clear, hint),
  );

  // ---- the line
  const described = () => {
    const text = el("p", { dir: "auto" });
    return { text, node: el("details", { class: "bor-described" }, el("summary", { text: words.alt }), text) };
  };
  const saver = (label, drawing, name) => el("button", {
    type: "button", class: "bor-button bor-atlas-save", text: label, on: { click: () => svgToFile(drawing, name, "svg") },
  });
  const line = caseLine({ words, onChoose: (slug) => { choose(slug); reveal(); } });
  const lineTitle = el("h2", { class: "bor-title", dir: "auto", "data-role": "atlas-line-title" });
  const lineAlt = described();
  const keyMark = (kind, label) => el("span", { class: "bor-atlas-key" }, el("span", { class: "bor-atlas-key-mark", "data-kind": kind, "aria-hidden": "true" }), label);
  const eras = sourceNote(model.get("eras"), words);
  const linePart = el(
    "section",
    { class: "bor-card bor-atlas-when", "aria-label": words.line },
    lineTitle, line.node,
    el("div", { class: "bor-atlas-keys" }, keyMark("event", words.key_event), keyMark("cited", words.key_cited), keyMark("open", words.key_open)),
    el("p", { class: "bor-muted" }, `${words.eras} `, eras),
    el("p", { class: "bor-muted", text: words.line_help }),
    el("div", { class: "bor-atlas-foot" }, lineAlt.node, saver(words.save_picture, line.drawing, "cases-in-time")),
  );

  // ---- the map
  const map = worldMap({ words, onCountry: (code) => change({ country: code }), onSeat: (name) => change({ actor: name }) });
  const mapTitle = el("h2", { class: "bor-title", dir: "auto", "data-role": "atlas-map-title" });
  const mapAlt = described();
  const absent = el("p", { dir: "auto" });
  mapAlt.node.append(absent);
  const key = el("div", { class: "bor-atlas-keys bor-world-keys" });
  const mapNote = el("p", { class: "bor-muted", dir: "auto" });
  const mapPart = el(
    "section",
    { class: "bor-card bor-atlas-where", "aria-label": words.map },
    mapTitle, map.node, key,
    el("p", { class: "bor-muted", text: words.map_help }), mapNote,
    el("div", { class: "bor-atlas-foot" }, mapAlt.node, saver(words.save_map, map.drawing, "cases-on-the-map")),
  );

  // ---- list and card
  const list = caseList({ words, onChoose: (slug) => { fromList = true; choose(slug); } });
  let fromList = false;
  const listTitle = el("h2", { class: "bor-title", text: words.list });
  const listPart = el(
    "div",
    {},
    listTitle,
    el("p", { class: "bor-muted", text: words.list_help }),
    list.node,
    el("button", { type: "button", class: "bor-button bor-atlas-save", "data-role": "atlas-save-list", text: words.save_list, on: { click: () => model.send({ kind: "list" }) } }),
  );
  const card = caseCard({
    words, ownPage,
    onBack: () => { const before = model.get("chosen"); choose(""); listPart.hidden = false; card.node.hidden = true; list.focus(before); },
    onOpen: () => model.send({ kind: "open" }),
  });
  const side = el("aside", { class: "bor-card bor-atlas-side", "aria-label": words.list, tabindex: "-1" }, card.node, listPart);
  root.append(filterPart, el("div", { class: "bor-atlas-main" }, linePart, side, mapPart));

  /** On a narrow screen the card stands below the line: bring it into view. */
  function reveal() {
    requestAnimationFrame(() => {
      const box = side.getBoundingClientRect();
      if (box.top > window.innerHeight - 120) side.scrollIntoView({ block: "start", behavior: reducedMotion() ? "auto" : "smooth" });
    });
  }

  // ---- from Python to the page
  function showFilters() {
    const filters = model.get("filters");
    for (const [name, field] of fields) field.value = filters[name] ?? "";
    if (document.activeElement !== search) search.value = filters.text ?? "";
    clear.hidden = !Object.keys(filters).length;
    hint.hidden = !filters.rule;
    const told = model.get("told");
    country.hidden = !told.country;
    set(country, { text: `${fill(words.country, { name: told.country })} \u00d7`, "aria-label": fill(words.country_clear, { name: told.country }) });
  }
  function showFound() {
    const told = model.get("told");
    const filters = model.get("filters");
    const shown = model.get("shown");
    const rows = model.get("rows");
    const fit = new Set(shown);
    showFilters();
    set(count, { text: told.count });
    set(lineTitle, { text: told.line });
    set(lineAlt.text, { text: told.line_alt });
    set(mapTitle, { text: told.map });
    set(mapAlt.text, { text: told.map_alt });
    set(absent, { text: told.absent });
    line.show({ rows, shown, chosen: model.get("chosen"), line: model.get("line"), alt: told.line_alt, title: told.line });
    const marks = model.get("marks");
    map.show({ countries: marks.countries, seats: marks.seats, country: filters.country ?? "", actor: filters.actor ?? "", title: told.map, alt: told.map_alt });
    list.show(rows.filter((row) => fit.has(row.slug)));
  }
  function showCard() {
    const now = model.get("card");
    card.show(now);
    listPart.hidden = Boolean(now.slug);
    line.choose(now.slug ?? "");
    side.scrollTop = 0;
    if (!now.slug) return;
    say(`${now.title}. ${now.setting}`);
    if (fromList) card.title.focus({ preventScroll: true });
    fromList = false;
  }
  function showWorld() {
    const world = model.get("world");
    map.give(world);
    if (!world.paths) return;
    set(mapNote, { text: world.note });
    key.replaceChildren(
      el("span", { class: "bor-muted", text: `${words.map_key}:` }),
      ...world.legend.map((entry) => el("span", { class: "bor-atlas-key" }, el("span", { class: "bor-world-key", "data-step": entry.step, "aria-hidden": "true" }), entry.label)),
      el("span", { class: "bor-atlas-key" }, el("span", { class: "bor-world-key-seat", "aria-hidden": "true" }), words.seat_key),
    );
  }

  // ---- the address
  let waiting = 0;
  function follow() {
    if (!ownPage) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const here = new URL(window.location.href);
      const filters = model.get("filters");
      for (const name of IN_ADDRESS) {
        if (filters[name]) here.searchParams.set(name, filters[name]);
        else here.searchParams.delete(name);
      }
      if (model.get("chosen")) here.searchParams.set("case", model.get("chosen"));
      else here.searchParams.delete("case");
      if (here.toString() !== window.location.href) window.history.replaceState(null, "", here.toString());
    }, 300);
  }
  function arrive() {
    if (!ownPage) return;
    const given = new URL(window.location.href).searchParams;
    const asked = Object.fromEntries([...IN_ADDRESS, "case"].filter((name) => given.has(name)).map((name) => [name, given.get(name)]));
    if (Object.keys(asked).length) model.send({ kind: "arrived", asked });
  }
  function hear(message) {
    if (message?.kind === "file") download(message.name, "text/csv;charset=utf-8", message.text);
  }

  showFound();
  showCard();
  showWorld();
  arrive();
  // the map waits until the rest can be seen
  requestAnimationFrame(() => setTimeout(() => model.send({ kind: "shown" }), 0));
  model.on("msg:custom", hear);
  // several traits change with one answer: it is drawn once
  let asked = false;
  const found = () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => { asked = false; showFound(); follow(); });
  };
  const stops = [
    listen(model, ["filters", "shown", "told", "marks"], found),
    listen(model, ["card"], () => { showCard(); follow(); }),
    listen(model, ["world"], showWorld),
    listen(model, ["opened"], () => card.told(model.get("opened") ? words.opened : "")),
  ];
  return () => {
    clearTimeout(waiting);
    say.cancel();
    line.stop();
    map.stop();
    model.off("msg:custom", hear);
    for (const stop of stops) stop();
  };
}

export default { render };
