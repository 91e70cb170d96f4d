/* A field that finds a case by typing: the combobox pattern with a grouped list. */

/** Letters without accents and capitals, so that "Koln" finds "Köln". */
function plainText(text) {
  return String(text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function paperNames(entry) {
  return (Array.isArray(entry.papers) ? entry.papers : [entry.papers]).filter(Boolean);
}

function caseSearch({ words, onPick }) {
  let cases = [];
  let shown = [];
  let active = -1;
  let chosen = "";
  const label = el("label", { class: "bor-label", text: words.search, for: uid("search") });
  const hint = el("p", { class: "bor-muted", id: uid("hint"), text: words.search_hint });
  const list = el("div", { role: "listbox", id: uid("cases"), class: "bor-case-list", "aria-label": words.search });
  const count = el("p", { class: "bor-muted bor-case-count", role: "status" });
  const input = el("input", {
    type: "text", id: label.getAttribute("for"), class: "bor-input bor-case-input", role: "combobox",
    dir: "auto", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list",
    "aria-controls": list.id, "aria-describedby": hint.id, "aria-expanded": "false",
    "data-role": "case-search",
    on: {
      input: () => open(),
      click: () => open(),
      keydown: (event) => press(event),
      blur: () => setTimeout(() => node.contains(document.activeElement) || close(), 0),
    },
  });
  const arrow = el("button", {
    type: "button", class: "bor-icon-button bor-case-arrow", tabindex: "-1", text: "\u25BE",
    "aria-label": words.show,
    on: {
      // the field keeps the focus, so that the list stays open and the keys go on working
      mousedown: (event) => event.preventDefault(),
      click: () => {
        if (!list.hidden) { close(); return; }
        input.focus();
        input.select();
        open(true);
      },
    },
  });
  const clear = el("button", {
    type: "button", class: "bor-button", text: words.clear, "data-role": "case-clear",
    on: { click: () => { pick(""); input.focus(); close(); } },
  });
  const node = el(
    "div",
    { class: "bor-case-search" },
    label,
    el("div", { class: "bor-case-row" }, el("div", { class: "bor-case-box" }, input, arrow), clear),
    hint,
    count,
    list,
  );

  const titleOf = (slug) => cases.find((entry) => entry.slug === slug)?.title ?? "";

  function buildOption(entry) {
    const option = el(
      "div",
      {
        role: "option", id: uid("case"), class: "bor-case-option", "data-slug": entry.slug,
        on: {
          mousedown: (event) => event.preventDefault(),
          click: () => pick(entry.slug),
        },
      },
      el("span", { class: "bor-case-name", dir: "auto", text: entry.title }),
      el("span", { class: "bor-muted", dir: "auto", text: [entry.years, entry.id].filter(Boolean).join(" \u00b7 ") }),
      entry.theirs ? el("span", { class: "bor-badge", text: words.theirs }) : null,
    );
    return { node: option };
  }
  function buildGroup(group) {
    const title = el("div", { class: "bor-case-group", id: uid("papers"), dir: "auto", text: group.title });
    const options = el("div", { role: "presentation" });
    const part = { node: el("div", { role: "group", "aria-labelledby": title.id }, title, options) };
    part.update = (now) => keyed(options, now.entries, (entry) => JSON.stringify(entry), buildOption);
    return part;
  }
  function filter(all) {
    const asked = all ? [] : plainText(input.value).split(/\s+/).filter(Boolean);
    const groups = new Map();
    for (const entry of cases) {
      const text = plainText([entry.title, entry.years, entry.id, entry.slug, ...paperNames(entry)].join(" "));
      if (!asked.every((word) => text.includes(word))) continue;
      const title = paperNames(entry).join(" + ") || words.theirs;
      if (!groups.has(title)) groups.set(title, { title, entries: [] });
      groups.get(title).entries.push(entry);
    }
    keyed(list, [...groups.values()], (group) => group.title, buildGroup);
    shown = [...list.querySelectorAll('[role="option"]')];
    for (const option of shown) set(option, { "aria-selected": String(option.dataset.slug === chosen) });
    set(count, { text: shown.length ? `${shown.length} ${words.found}` : words.nothing });
  }
  function point(index) {
    shown[active]?.classList.remove("bor-case-active");
    active = index;
    const option = shown[active];
    option?.classList.add("bor-case-active");
    // scrollIntoView would move the page too
    if (option) {
      const above = option.offsetTop - list.scrollTop;
      if (above < 40) list.scrollTop += above - 40;
      const below = above + option.offsetHeight - list.clientHeight;
      if (below > 0) list.scrollTop += below;
    }
    set(input, { "aria-activedescendant": option?.id ?? null });
  }
  function open(all = input.value === titleOf(chosen)) {
    filter(all);
    list.hidden = false;
    count.hidden = false;
    set(input, { "aria-expanded": "true" });
    point(-1);
  }
  function close() {
    list.hidden = true;
    count.hidden = true;
    set(input, { "aria-expanded": "false", "aria-activedescendant": null });
    input.value = titleOf(chosen);
  }
  function pick(slug) {
    chosen = slug;
    close();
    onPick(slug);
  }
  function press(event) {
    if (list.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      open(true);
      point(event.key === "ArrowDown" ? 0 : shown.length - 1);
      return;
    }
    if (list.hidden) return;
    const last = shown.length - 1;
    const moves = {
      ArrowDown: active >= last ? 0 : active + 1,
      ArrowUp: active <= 0 ? last : active - 1,
      PageDown: Math.min(last, active + 8),
      PageUp: Math.max(0, active - 8),
    };
    if (event.key in moves && shown.length) {
      event.preventDefault();
      point(moves[event.key]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = shown[active] ?? (shown.length === 1 ? shown[0] : null);
      if (option) pick(option.dataset.slug);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  }
  list.hidden = true;
  count.hidden = true;
  return {
    node,
    show: (entries, slug) => {
      cases = entries;
      chosen = slug;
      clear.hidden = !slug;
      hint.hidden = Boolean(slug);
      if (list.hidden) close();
      else filter();
    },
  };
}
