/* Searching records in the page: what fits, in which order, and which letters to mark. */

/** One letter without accent and capital; may become several ("ß") or none (an accent alone). */
function foldLetter(letter) {
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A text as it is searched. */
function foldText(text) {
  return String(text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a search. */
function searchWords(query) {
  return foldText(query).split(/\s+/).filter(Boolean);
}

/** An id without the zeros that pad its number: "r1" means R01. */
function bareId(id) {
  return foldText(id).replace(/^([a-z])0+(?=\d)/, "$1");
}

/** All that a search looks through, made once. @param {(record) => string[]} more */
function searchIndex(records, more) {
  return records.map((record) => ({
    record,
    id: foldText(record.id),
    bare: bareId(record.id),
    name: foldText(record.name),
    all: foldText(
      [
        record.id, record.name, record.text, record.qualifier, record.who, record.inputs, record.outcome,
        record.stance, record.years, ...(record.places ?? []), ...more(record),
      ].filter(Boolean).join(" \n"),
    ),
  }));
}

/** Records that hold every word: the id that was typed first, then names, then texts. */
function searchRecords(index, query) {
  const words = searchWords(query);
  if (!words.length) return index.map((entry) => entry.record);
  const whole = bareId(words.join(" "));
  const ranks = [[], [], [], []];
  for (const entry of index) {
    if (!words.every((word) => entry.all.includes(word))) {
      if (entry.bare === whole) ranks[0].push(entry.record);
      continue;
    }
    if (entry.bare === whole || entry.id === whole) ranks[0].push(entry.record);
    else if (words.every((word) => entry.name.includes(word))) ranks[1].push(entry.record);
    else if (words.length === 1 && entry.id.startsWith(words[0])) ranks[2].push(entry.record);
    else ranks[3].push(entry.record);
  }
  return ranks.flat();
}

/** Runs of letters of `text` that a word of the search covers, as [from, to] in order. */
function foundRuns(text, words) {
  if (!words.length) return [];
  let folded = "";
  const at = [];
  for (let i = 0; i < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(i));
    for (const unit of foldLetter(letter)) {
      for (let k = 0; k < unit.length; k += 1) at.push(i);
      folded += unit;
    }
    i += letter.length;
  }
  at.push(text.length);
  const runs = [];
  for (const word of words) {
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
      runs.push([at[from], at[from + word.length]]);
    }
  }
  runs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const joined = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && run[0] <= last[1]) last[1] = Math.max(last[1], run[1]);
    else joined.push(run);
  }
  return joined;
}

/** A text as nodes, with what was searched for marked. */
function marked(text, words) {
  const nodes = [];
  let from = 0;
  for (const [start, end] of foundRuns(text, words)) {
    if (start > from) nodes.push(text.slice(from, start));
    nodes.push(el("mark", { class: "bor-mark", text: text.slice(start, end) }));
    from = end;
  }
  if (from < text.length) nodes.push(text.slice(from));
  return nodes;
}

/** The part of a record that shows why it was found: its text, begun near the first hit. */
function snippet(record, words) {
  const texts = [record.text, record.stance, record.qualifier, record.who, record.inputs, record.outcome];
  const hit = texts.filter(Boolean).find((text) => foundRuns(text, words).length) ?? record.text ?? "";
  const [first] = foundRuns(hit, words);
  if (!first || first[0] < 90) return hit;
  const start = hit.indexOf(" ", first[0] - 50) + 1;
  return `\u2026 ${hit.slice(start > first[0] ? first[0] : start)}`;
}
