/* One record, opened: what it says, who says so and where, and what it leads to. */

/** More links of one kind than this are folded. */
const LINKS_SHOWN = 8;

/**
 * @param {{words: object, byId: Map, tables: object, mention: RegExp, asked: () => string[],
 *   jump: (id: string) => void, ownPage: boolean, withRules: boolean}} context
 * @returns {(record) => Node[]}
 */
function recordDetail(context) {
  const { words, byId, tables, mention, asked, jump, ownPage } = context;

  /** A text with its ids as buttons and what was searched for marked. */
  function linked(text) {
    const nodes = [];
    let from = 0;
    for (const found of text.matchAll(mention)) {
      if (!byId.has(found[0])) continue;
      nodes.push(...marked(text.slice(from, found.index), asked()), jumpButton(found[0], false));
      from = found.index + found[0].length;
    }
    return [...nodes, ...marked(text.slice(from), asked())];
  }

  function jumpButton(id, named = true) {
    const record = byId.get(id);
    const name = named ? record.name ?? record.text : "";
    return el(
      "button",
      {
        type: "button", class: named ? "bor-record-jump" : "bor-record-inline", "data-jump": id,
        title: named ? null : record.name ?? record.text, on: { click: () => jump(id) },
      },
      el("span", { class: "bor-record-id", text: id }),
      name ? el("span", { class: "bor-record-jump-name", dir: "auto", text: name }) : null,
    );
  }

  /** A record that is named: a button that opens it, or the note that says what it is. */
  function reference(id) {
    if (byId.has(id)) return jumpButton(id);
    const note = tables.notes[id];
    if (!note) return null;
    const source = sourceNote(note, words);
    source.insertBefore(el("span", { class: "bor-record-note-name", text: `${note.name} ` }), source.firstChild);
    return source;
  }

  function links(title, ids, extra) {
    const nodes = (ids ?? []).map(reference).filter(Boolean);
    if (!nodes.length) return null;
    const list = el("ul", { class: "bor-record-links" }, nodes.slice(0, LINKS_SHOWN).map((node) => el("li", {}, node)));
    const rest = nodes.slice(LINKS_SHOWN);
    const more = rest.length === 0 ? null : el("button", {
      type: "button", class: "bor-button bor-record-more-links", text: fill(words.more_links, { count: rest.length }),
      on: {
        click: () => {
          list.append(...rest.map((node) => el("li", {}, node)));
          more.remove();
          rest[0].focus?.();
        },
      },
    });
    return el("section", { class: "bor-record-part" }, el("h4", { class: "bor-subtitle", text: title }), extra, list, more);
  }

  /** Links that tell what was done in a case: shown when the reader says so. */
  function spoiler(title, ids) {
    const body = links(title, ids);
    if (!body) return null;
    const hidden = el("div", { class: "bor-record-kept" }, el("p", { class: "bor-muted", text: words.spoiler }));
    const list = el("div", {}, ...[...body.children].slice(1));
    const button = el("button", { type: "button", class: "bor-button", text: words.reveal, "data-role": "reveal" });
    opener(button, list);
    hidden.append(button, list);
    return el("section", { class: "bor-record-part" }, el("h4", { class: "bor-subtitle", text: title }), hidden);
  }

  function bench(row, withLesson) {
    const label = fill(words.open_bench, { bench: row.title });
    const way = ownPage
      ? el("a", { class: "bor-button bor-record-open", href: row.href, "data-bench": row.name, text: label })
      : el("code", { class: "bor-record-code", "data-bench": row.name, text: fill(words.bench_here, row) });
    if (!withLesson) return el("li", {}, way);
    const lesson = byId.has(row.lesson)
      ? jumpButton(row.lesson)
      : el("p", { class: "bor-record-lesson" }, el("span", { class: "bor-record-id", text: row.lesson }), ` ${row.lesson_title}`);
    return el("li", { class: "bor-record-bench" }, lesson, el("p", { class: "bor-muted", text: row.purpose }), way);
  }

  function lessonsPart(record) {
    const ids = record.kind === "lesson" ? [record.id] : record.links?.lessons ?? [];
    const rows = record.benches ?? ids.map((id) => tables.benches[id]).filter(Boolean);
    if (!rows.length) return null;
    const own = record.kind === "lesson";
    return el(
      "section",
      { class: "bor-record-part" },
      el("h4", { class: "bor-subtitle", text: own ? words.try_it : words.link_lessons }),
      el("ul", { class: "bor-record-benches" }, rows.map((row) => bench(row, !own))),
    );
  }

  function fact(label, ...value) {
    return value.flat().filter(Boolean).length ? [el("dt", { text: label }), el("dd", { dir: "auto" }, ...value)] : [];
  }

  function facts(record) {
    const said = record.explicitness;
    return el(
      "dl",
      { class: "bor-record-facts" },
      fact(words.years, record.years),
      record.kind === "tension" ? null : fact(words.where, (record.places ?? []).map((place) => el("span", { class: "bor-record-place" }, marked(place, asked())))),
      said ? fact(words.firmly, words[`explicitness_${said}_long`]) : null,
      fact(words.qualifier, record.qualifier ? linked(record.qualifier) : ""),
      fact(words.who, record.who ? marked(record.who, asked()) : ""),
      fact(words.inputs, record.inputs ? linked(record.inputs) : ""),
      fact(words.outcome, record.outcome ? linked(record.outcome) : ""),
      fact(words.stance, record.stance ? linked(record.stance) : ""),
      record.treatment ? fact(words.treatment, words[`treatment_${record.treatment}`]) : null,
      fact(words.shown_by, record.shown_by ? linked(record.shown_by) : ""),
    );
  }

  function passages(record) {
    const several = record.places.length > 1;
    const cards = record.places.map((place, index) =>
      el(
        "li",
        { class: "bor-passage", "data-place": place, "data-paper": place.slice(0, 2) },
        several ? el("p", { class: "bor-passage-number", text: fill(words.passage, { number: index + 1 }) }) : null,
        el("p", { class: "bor-passage-paper", text: tables.papers[place.slice(0, 2)] }),
        el("p", { class: "bor-passage-place" }, marked(place, asked())),
        record.passages?.[index]?.length
          ? el(
              "div",
              { class: "bor-passage-rules" },
              el("p", { class: "bor-muted", text: words.passage_rules }),
              el("ul", { class: "bor-record-links" }, record.passages[index].map((id) => el("li", {}, reference(id)))),
            )
          : null,
      ),
    );
    return el(
      "section",
      { class: "bor-record-part" },
      el("h4", { class: "bor-subtitle", text: several ? words.passages : words.passage_one }),
      el("ol", { class: "bor-passages", "data-count": record.places.length }, cards),
      el("p", { class: "bor-muted bor-record-derived", text: several ? words.derived : words.derived_one }),
    );
  }

  return function detail(record) {
    const tension = record.kind === "tension";
    const given = record.links ?? {};
    const label = { debate: words.claim, case: words.setting, lesson: words.purpose }[record.kind] ?? words.own_words;
    const among = tension && ownPage && context.elsewhere
      ? el("a", { class: "bor-record-among", href: `${context.elsewhere}?id=${record.id}`, text: fill(words.in_browser, { id: record.id }) })
      : null;
    return [
      el("div", { class: "bor-record-said" },
        el("p", { class: "bor-subtitle", text: label }),
        el("p", { class: "bor-record-text", dir: "auto", "data-role": "record-text" }, linked(record.text ?? "")),
      ),
      tension ? passages(record) : null,
      facts(record),
      lessonsPart(record),
      record.kind === "rule" || record.kind === "lesson" ? null : links(words.link_rules, given.rules?.filter((id) => !record.passages?.flat().includes(id))),
      links(words.link_tensions, given.tensions),
      record.kind === "lesson" ? links(words.link_rules, given.rules) : null,
      links(words.link_concepts, given.concepts),
      links(words.link_cases, given.cases),
      spoiler(words.link_explains, given.explains),
      spoiler(words.link_explained_by, given.explained_by),
      links(words.link_mentions, given.mentions),
      links(words.link_mentioned_by, given.mentioned_by),
      links(words.link_same_lines, given.same_lines),
      among,
    ].filter(Boolean);
  };
}
