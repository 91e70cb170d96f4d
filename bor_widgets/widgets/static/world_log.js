/* What happened in the round that is shown, told answer by answer; and what the round shows. */
/* global el, set, fill, keyed, sourceNote, wearTone */
/* exported worldLog, worldFinding */

const LOG_FIRST = 25;

function worldLog({ words, looks, sources, rules, nameOf }) {
  const count = el("p", { class: "bor-muted", "data-role": "log-count" });
  const list = el("ol", { class: "bor-run-log-list", "data-role": "log" });
  const none = el("p", { class: "bor-muted", text: words.log_none, hidden: true });
  const filter = el("input", { type: "checkbox", "data-role": "log-filter", on: { change: show } });
  const more = el("button", {
    type: "button", class: "bor-button", text: words.more,
    on: { click: () => { most += 50; show(); } },
  });
  const node = el(
    "section",
    { class: "bor-card bor-run-log", "aria-label": words.log },
    el("div", { class: "bor-run-log-head" },
      el("h2", { class: "bor-title", text: words.log }),
      el("label", { class: "bor-option" }, filter, el("span", { class: "bor-option-text", text: words.log_filter }))),
    count, el("div", { class: "bor-run-log-scroll", tabindex: 0, role: "region", "aria-label": words.log }, list, none, more),
  );
  let events = [];
  let most = LOG_FIRST;
  let round = 0;

  function entry(event) {
    const move = looks.moves[event.move];
    const sign = el("span", { class: "bor-run-move", text: move.label });
    wearTone(sign, move.tone);
    const how = event.instrument ? ` ${looks.instruments[event.instrument - 1]}` : "";
    const tag = (text, kind) => el("span", { class: "bor-badge bor-run-tag", "data-tag": kind, text });
    const row = el(
      "li",
      { class: "bor-run-entry", "data-conflict": event.conflict ? "" : null },
      el("b", { text: nameOf(event.one) }), " ", sign, how, " \u2192 ", el("b", { text: nameOf(event.other) }),
      el("span", { class: "bor-muted", text: ` (${looks.grades[event.grade].label})` }), " ",
      event.conflict ? tag(words.log_conflict, "conflict") : null, " ",
      event.open ? tag(words.log_open, "open") : null, " ",
      event.instrument ? tag(words.log_lot, "open") : null, " ",
      event.rule ? sourceNote(sources[rules[event.rule - 1]], words) : null,
    );
    return { node: row };
  }
  function show() {
    const wanted = filter.checked ? events.filter((event) => event.conflict) : events;
    const seen = wanted.slice(0, most);
    keyed(list, seen, (event) => `${round}.${event.one}.${event.other}.${event.move}`, entry);
    more.hidden = wanted.length <= most;
    none.hidden = !filter.checked || seen.length > 0;
  }
  return {
    node,
    /** `read` says whether anybody could read it: a world that runs fast is only counted. */
    show(next, told, at, read) {
      set(count, { text: read ? told : `${told}. ${words.log_waiting}` });
      list.hidden = !read;
      if (!read) {
        more.hidden = true;
        none.hidden = true;
        return;
      }
      if (at !== round) most = LOG_FIRST;
      [events, round] = [next, at];
      show();
    },
  };
}

/** The finding of a round: a headline and lines, each with its sources. */
function worldFinding({ words, sources }) {
  const headline = el("p", { class: "bor-run-headline", "data-role": "world-headline" });
  const heads = el("span", { class: "bor-run-sources" });
  const lines = el("ul", { class: "bor-claims" });
  const node = el(
    "section",
    { class: "bor-card bor-run-finding", "aria-label": words.finding },
    el("h2", { class: "bor-subtitle", text: words.finding }), headline, heads, lines,
  );
  const buttons = (place, ids) =>
    keyed(place, ids, (id) => id, (id) => ({ node: sourceNote(sources[id], words) }));
  return {
    node,
    show(finding) {
      set(headline, { text: finding.headline });
      buttons(heads, finding.rules);
      keyed(lines, finding.lines, (line) => line.rules.join("+") || "plain", () => {
        const text = el("span", { class: "bor-claim-text" });
        const place = el("span", { class: "bor-run-sources" });
        return {
          node: el("li", { class: "bor-claim" }, text, " ", place),
          update: (line) => { set(text, { text: line.text }); buttons(place, line.rules); },
        };
      });
    },
  };
}
