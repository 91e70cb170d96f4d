/* Ways to narrow a list of records: rows of chips, boxes to choose from, and bars to press. */

/**
 * @param {{filters: object[], chosen: Record<string, string>, words: object,
 *   onChoose: (now: Record<string, string>) => void}} given `chosen` is kept by the caller
 */
function recordFilters({ filters, chosen, words, onChoose }) {
  const counted = ({ label, count }, form) =>
    count === null || count === undefined ? label : form.replace("{label}", label).replace("{count}", count);

  function chips(filter) {
    const title = el("span", { class: "bor-hidden", id: uid("filter"), text: filter.label });
    const choice = radios({
      options: filter.options.map((option) => ({ key: option.key, label: counted(option, "{label} {count}") })),
      labelledby: title.id,
      segmented: true,
      attributes: { "data-filter": filter.key },
      onPick: (key) => onChoose({ [filter.key]: key }),
    });
    choice.node.classList.add("bor-record-chips");
    return { filter, chips: true, node: el("div", { class: "bor-record-chip-row" }, title, choice.node), show: () => choice.show(chosen[filter.key]) };
  }

  function picker(filter) {
    const id = uid("filter");
    const box = el(
      "select",
      { id, class: "bor-input", "data-filter": filter.key, on: { change: () => onChoose({ [filter.key]: box.value }) } },
      el("option", { value: "", text: words.any }),
      filter.options.map((option) => el("option", { value: option.key, text: counted(option, "{label} ({count})") })),
    );
    return {
      filter,
      node: el("label", { class: "bor-record-select", for: id }, el("span", { text: filter.label }), box),
      show: () => {
        box.value = chosen[filter.key];
      },
    };
  }

  const parts = filters.map((filter) => (filter.look === "chips" ? chips(filter) : picker(filter)));
  const offered = ({ kinds }) => !kinds.length || !chosen.kind || kinds.includes(chosen.kind);
  return {
    chips: parts.filter((part) => part.chips).map((part) => part.node),
    selects: el("div", { class: "bor-record-selects" }, parts.filter((part) => !part.chips).map((part) => part.node)),
    /** Take back what the chosen kind of record does not know. */
    settle: () => {
      for (const filter of filters) if (!offered(filter)) chosen[filter.key] = "";
    },
    show: () => {
      for (const part of parts) {
        part.show();
        part.node.hidden = !offered(part.filter);
      }
    },
  };
}

/** What is seen while nothing is open: how the records divide, each bar a filter. */
function recordOverview(given, onChoose) {
  const most = Math.max(...given.bars.map((bar) => bar.count));
  const bar = ({ look, label, count, choose }) =>
    el(
      "button",
      { type: "button", class: "bor-record-bar", "data-look": look, on: { click: () => onChoose(choose) } },
      el("span", { class: "bor-record-bar-label", text: label }),
      el(
        "span",
        { class: "bor-record-bar-track", "aria-hidden": "true" },
        el("span", { class: "bor-record-bar-fill", style: `width: ${(100 * count) / most}%` }),
      ),
      el("span", { class: "bor-record-bar-count", text: count }),
    );
  return el(
    "section",
    { class: "bor-record-overview" },
    el("h3", { class: "bor-heading", text: given.title }),
    el("ul", { class: "bor-record-bars" }, given.bars.map((entry) => el("li", {}, bar(entry)))),
    el("p", { class: "bor-muted", text: given.text }),
  );
}
