/* A searched list of records with the open one beside it; on a phone one of the two. */

/** So many rows are shown at first, and so many more each time. */
const ROWS_AT_ONCE = 50;
const LONGEST_QUERY = 200;

/**
 * @param {{model: Model, root: Element, name: string, elsewhere?: string,
 *   rowHead: (record, context) => (Node|null)[]}} given
 */
function recordBrowser({ model, root, name, elsewhere, rowHead }) {
  const words = model.get("words");
  const records = model.get("records");
  const filters = model.get("filters");
  const tables = model.get("tables");
  // only a page of its own may change its address; a notebook's belongs to the notebook
  const ownPage = Boolean(window.bor);
  panelRoot(root, name);
  root.classList.add("bor-record-browser");
  const byId = new Map(records.map((record) => [record.id, record]));
  const index = searchIndex(records, (record) => [
    words[`kind_${record.kind}`], ...(record.papers ?? []).map((code) => tables.papers[code]),
    record.theirs ? words.theirs : "",
  ]);
  const chosen = Object.fromEntries(filters.map((filter) => [filter.key, ""]));
  let query = "";
  let open = "";
  let trail = [];
  let found = [];
  let length = ROWS_AT_ONCE;

  const valuesOf = (record, field) => {
    if (field === "lessons") return record.kind === "lesson" ? [record.id] : record.links?.lessons ?? [];
    return [record[field]].flat();
  };
  const asked = () => searchWords(query);
  const nameOf = (id) => [id, byId.get(id)?.name].filter(Boolean).join(" \u00b7 ");
  const detail = recordDetail({
    words, byId, tables, asked, ownPage, elsewhere, mention: new RegExp(tables.mention, "g"), jump: (id) => show(id, true),
  });

  // ---- the search and the filters
  const field = el("input", {
    type: "search", id: uid("search"), class: "bor-input bor-record-search", dir: "auto", autocomplete: "off",
    spellcheck: "false", maxlength: LONGEST_QUERY, "data-role": "record-search",
    on: {
      input: () => { query = field.value; refresh(); keep(); },
      keydown: (event) => {
        const first = list.querySelector("button");
        if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
        if (event.key === "Enter" && first) { event.preventDefault(); first.click(); }
        if (event.key === "Escape" && field.value) { event.stopPropagation(); field.value = ""; query = ""; refresh(); keep(); }
      },
    },
  });
  const hint = el("p", { class: "bor-muted bor-record-hint", id: uid("hint"), text: words.search_hint });
  set(field, { "aria-describedby": hint.id });
  const narrowing = recordFilters({ filters, chosen, words, onChoose: choose });
  const unfold = el("button", { type: "button", class: "bor-button bor-record-unfold", text: words.more_filters });
  const turn = opener(unfold, narrowing.selects, true);
  const clear = el("button", { type: "button", class: "bor-button", text: words.clear, "data-role": "record-clear", on: { click: empty } });
  const count = el("p", { class: "bor-record-count", role: "status", "data-role": "record-count" });

  function choose(now) {
    Object.assign(chosen, now);
    refresh();
    keep();
  }
  function empty() {
    query = "";
    field.value = "";
    choose(Object.fromEntries(filters.map((filter) => [filter.key, ""])));
    field.focus();
  }

  // ---- the list
  const list = el("ul", { class: "bor-record-list", "data-role": "record-list", "aria-label": words.list, on: { keydown: move } });
  const more = el("button", { type: "button", class: "bor-button bor-record-more", text: words.more, "data-role": "record-more", on: { click: () => grow(true) } });
  const scroller = el("div", { class: "bor-record-scroll" }, list, more);

  function buildRow(record) {
    const button = el(
      "button",
      { type: "button", class: "bor-record-row", "data-id": record.id, "data-kind": record.kind, on: { click: () => show(record.id, false) } },
      el("span", { class: "bor-record-row-head" }, el("span", { class: "bor-record-id" }, marked(record.id, asked())), rowHead(record, { words, tables })),
      record.name ? el("span", { class: "bor-record-name", dir: "auto" }, marked(record.name, asked())) : null,
      el("span", { class: "bor-record-snippet", dir: "auto" }, marked(snippet(record, asked()), asked())),
    );
    return { node: el("li", {}, button), update: () => set(button, { "aria-current": record.id === open ? "true" : null }) };
  }
  function draw() {
    // a row is made anew when the search changes, because its marks do
    keyed(list, found.slice(0, length), (record) => `${query}\n${record.id}`, buildRow);
    more.hidden = found.length <= length;
  }
  function refresh() {
    narrowing.settle();
    const wanted = filters.filter((filter) => chosen[filter.key]);
    found = searchRecords(index, query).filter((record) =>
      wanted.every((filter) => valuesOf(record, filter.field).includes(chosen[filter.key])));
    length = ROWS_AT_ONCE;
    narrowing.show();
    const all = records.length;
    set(count, {
      text: found.length === all ? fill(words.shown_all, { all }) : found.length ? fill(words.shown, { count: found.length, all }) : words.nothing,
    });
    clear.hidden = !query && !wanted.length;
    set(root, { "data-asked": clear.hidden ? null : "" });
    scroller.scrollTop = 0;
    draw();
  }
  /** Let the list show the row of the open record. */
  function bringToSight() {
    const place = found.findIndex((record) => record.id === open);
    if (place < 0) return;
    length = Math.max(length, place + 10);
    draw();
    const row = list.children[place];
    scroller.scrollTop = row.offsetTop - list.offsetTop - 40;
  }
  function grow(focus) {
    const before = length;
    length += ROWS_AT_ONCE;
    draw();
    if (focus) list.querySelectorAll("button")[before]?.focus();
  }
  const watcher = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && !more.hidden && document.activeElement !== more) grow(false);
  });
  watcher.observe(more);
  // a place in the list can be shown only once the list has a size
  const sized = new ResizeObserver(() => {
    if (!scroller.clientHeight) return;
    sized.disconnect();
    bringToSight();
  });
  sized.observe(scroller);
  function move(event) {
    const rows = [...list.querySelectorAll("button")];
    const here = rows.indexOf(document.activeElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (here < 0 || to === undefined) return;
    event.preventDefault();
    if (to < 0) field.focus();
    else (rows[to] ?? (more.hidden ? rows[here] : more)).focus();
  }

  // ---- the open record
  const heading = el("h3", { class: "bor-heading", tabindex: "-1", dir: "auto", "data-role": "record-title" });
  const eyebrow = el("p", { class: "bor-record-eyebrow" });
  const back = el("button", { type: "button", class: "bor-button", "data-role": "record-back", on: { click: goBack } });
  const close = el("button", { type: "button", class: "bor-button", "data-role": "record-close", text: words.close, on: { click: () => show("", false) } });
  const body = el("div", { class: "bor-record-body" });
  const page = el("article", { class: "bor-record-page", on: { keydown: (event) => { if (event.key === "Escape") { event.stopPropagation(); show("", false); } } } },
    el("div", { class: "bor-record-ways" }, back, close), eyebrow, heading, body);
  const overview = recordOverview(model.get("overview"), (now) => {
    choose(now);
    list.querySelector("button")?.focus();
  });

  function paint(focus) {
    const record = byId.get(open);
    set(root, { "data-open": record ? record.kind : null });
    page.hidden = !record;
    overview.hidden = Boolean(record);
    draw();
    if (!record) return;
    const before = trail.at(-1);
    back.hidden = !before;
    set(back, { text: before ? `\u2039 ${fill(words.back_to, { name: before })}` : "" });
    const told = (record.papers ?? []).map((code) => tables.papers[code]);
    eyebrow.replaceChildren(
      el("span", { class: "bor-record-id", text: record.id }),
      el("span", { text: words[`kind_${record.kind}`] }),
      record.explicitness ? el("span", { class: "bor-record-firm", "data-explicitness": record.explicitness, text: words[`explicitness_${record.explicitness}`] }) : "",
      el("span", { text: told.join(" + ") }),
      record.theirs ? el("span", { class: "bor-badge", text: words.theirs }) : "",
    );
    const title = record.name ?? words[`between_${told.length}`];
    heading.replaceChildren(...marked(title, asked()));
    body.replaceChildren(...detail(record));
    if (!focus) return;
    heading.focus({ preventScroll: true });
    const top = page.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight - 200) page.scrollIntoView({ block: "start" });
    announce(fill(words.opened, { name: nameOf(record.id) }));
  }
  /** Open a record. A jump from another one can be taken back. */
  function show(id, jumped) {
    const before = open;
    if (id && id === open) return paint(true);
    trail = jumped && open ? [...trail, open] : [];
    open = id;
    paint(Boolean(id));
    if (!id) list.querySelector(`[data-id="${CSS.escape(before)}"]`)?.focus();
    if (!id && !list.contains(document.activeElement)) field.focus();
    keep(Boolean(id));
    tell();
  }
  function goBack() {
    if (!trail.length) return;
    open = trail.at(-1);
    trail = trail.slice(0, -1);
    paint(true);
    keep();
    tell();
  }
  function tell() {
    model.set("opened", open);
    model.set("query", query.slice(0, LONGEST_QUERY));
    model.save_changes();
  }

  // ---- the address
  let waiting = 0;
  function address() {
    const here = new URL(window.location.href);
    const entries = { q: query, id: open, ...chosen };
    for (const [key, value] of Object.entries(entries)) {
      if (value) here.searchParams.set(key, value);
      else here.searchParams.delete(key);
    }
    return here.toString();
  }
  /** An opened record is a step that the browser's own Back takes back; typing is none. */
  function keep(step = false) {
    clearTimeout(waiting);
    if (!ownPage) return;
    const write = (how) => { if (window.location.href !== address()) window.history[how]({ trail }, "", address()); };
    if (step) write("pushState");
    else waiting = setTimeout(() => write("replaceState"), 300);
  }
  /** Take over what the address says, as far as it names something that is there. */
  function read() {
    const given = new URL(window.location.href).searchParams;
    query = (given.get("q") ?? (given.size ? "" : query)).slice(0, LONGEST_QUERY);
    field.value = query;
    for (const filter of filters) {
      const key = given.get(filter.key) ?? "";
      chosen[filter.key] = filter.options.some((option) => option.key === key) ? key : "";
    }
    open = byId.has(given.get("id")) ? given.get("id") : "";
  }
  function arrive() {
    const held = window.history.state?.trail;
    trail = Array.isArray(held) ? held.filter((id) => byId.has(id)) : [];
    read();
    refresh();
    paint(false);
    bringToSight();
    tell();
  }

  root.append(
    el("section", { class: "bor-card bor-record-top" },
      el("div", { class: "bor-record-ask" },
        el("div", { class: "bor-record-find" }, el("label", { class: "bor-label", for: field.id, text: words.search }), field, hint),
        unfold, narrowing.selects,
      ),
      narrowing.chips,
    ),
    el("div", { class: "bor-record-both" },
      el("section", { class: "bor-card bor-record-left", "aria-label": words.list }, el("div", { class: "bor-record-found" }, count, clear), scroller),
      el("div", { class: "bor-card bor-record-right" }, overview, page),
    ),
  );
  const announce = announcer(root);

  query = model.get("query");
  open = byId.has(model.get("opened")) ? model.get("opened") : "";
  field.value = query;
  const narrow = window.matchMedia("(max-width: 760px)");
  turn(!narrow.matches);
  if (ownPage && ["q", "id", ...Object.keys(chosen)].some((key) => new URL(window.location.href).searchParams.has(key))) arrive();
  else {
    refresh();
    paint(false);
  }
  if (ownPage) window.addEventListener("popstate", arrive);
  const leave = listen(model, ["opened", "query"], (trait) => {
    if (trait === "opened" && model.get("opened") !== open && (!model.get("opened") || byId.has(model.get("opened")))) {
      open = model.get("opened");
      trail = [];
      paint(false);
    }
    if (trait === "query" && model.get("query") !== query) {
      query = model.get("query");
      field.value = query;
      refresh();
    }
  });
  return () => {
    clearTimeout(waiting);
    announce.cancel();
    watcher.disconnect();
    sized.disconnect();
    window.removeEventListener("popstate", arrive);
    leave();
  };
}
