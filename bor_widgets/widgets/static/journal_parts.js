/* The journal in the browser: kept here with every change, handed to Python when a page opens.
 * Each journal has a place of its own, so that one never writes over another. */

const JOURNAL_PLACE = "bor_widgets:journal";

const journalShelf = {
  read: (key) => {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null; // a browser may refuse to keep anything
    }
  },
  write: (key, text) => {
    try {
      window.localStorage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  },
};

function journalId(text) {
  try {
    return JSON.parse(text.slice(0, text.indexOf("\n"))).id ?? "";
  } catch {
    return "";
  }
}

/** The text of the journal that was used last in this browser; "" for none. */
function keptJournal() {
  const id = journalShelf.read(JOURNAL_PLACE);
  return (id && journalShelf.read(`${JOURNAL_PLACE}:${id}`)) || "";
}

/** Keep the journal of a model in this browser. @returns {() => void} the way out */
function keepJournal(model, onKept) {
  let asked = false;
  function keep() {
    const text = model.get("text");
    const id = journalId(text);
    // nothing is written before Python has seen what lies here, nor while a question is open
    if (!asked || !id || !model.get("count") || Object.keys(model.get("other")).length) return;
    const place = `${JOURNAL_PLACE}:${id}`;
    const same = journalShelf.read(place) === text && journalShelf.read(JOURNAL_PLACE) === id;
    onKept(same || (journalShelf.write(place, text) && journalShelf.write(JOURNAL_PLACE, id)));
  }
  function arrived(event) {
    // another page of this browser has kept something: in this journal, or while this page
    // had none of its own yet
    const mine = event.key === `${JOURNAL_PLACE}:${journalId(model.get("text"))}`;
    const first = event.key === JOURNAL_PLACE && !model.get("count");
    const text = mine ? event.newValue : first ? keptJournal() : "";
    if (text) model.send({ kind: "browser", text });
  }
  function hear(message) {
    if (message?.kind === "anew") journalShelf.write(JOURNAL_PLACE, "");
    if (message?.kind !== "aside") return;
    // what cannot be read stays where it is, under a name that nothing writes to
    const id = journalShelf.read(JOURNAL_PLACE);
    const text = journalShelf.read(`${JOURNAL_PLACE}:${id}`);
    if (text) journalShelf.write(`${JOURNAL_PLACE}:damaged:${Date.now()}`, text);
    journalShelf.write(JOURNAL_PLACE, "");
  }
  const kept = keptJournal();
  if (kept && kept !== model.get("text")) model.send({ kind: "browser", text: kept });
  asked = true;
  // Python answers with a text that holds both; until then the one that lies here is untouched
  if (!kept || journalId(kept) === journalId(model.get("text"))) keep();
  window.addEventListener("storage", arrived);
  model.on("msg:custom", hear);
  const leave = listen(model, ["text", "other"], keep);
  return () => {
    window.removeEventListener("storage", arrived);
    model.off("msg:custom", hear);
    leave();
  };
}

/** Print pages as a document of their own: the page around them stays as it is. */
function printJournal(title, pages) {
  const frame = el("iframe", { class: "bor-hidden", "aria-hidden": "true", tabindex: -1, title });
  document.body.append(frame);
  const paper = frame.contentDocument;
  const put = (parent, tag, text) => {
    const node = paper.createElement(tag);
    node.textContent = text;
    parent.append(node);
    return node;
  };
  paper.title = title;
  put(paper.head, "style", "body{font:12pt/1.5 serif;margin:2cm}h1{font-size:20pt}h2{font-size:14pt;break-after:avoid}dt{font-weight:bold;break-after:avoid}dd{margin:0 0 .8em;white-space:pre-wrap;overflow-wrap:anywhere}");
  put(paper.body, "h1", title);
  for (const page of pages) {
    put(paper.body, "h2", page.heading);
    const list = put(paper.body, "dl", "");
    for (const line of page.lines) {
      put(list, "dt", line.label);
      put(list, "dd", line.text);
    }
  }
  frame.contentWindow.addEventListener("afterprint", () => frame.remove());
  frame.contentWindow.focus();
  frame.contentWindow.print();
}

/** The buttons and sentences of the journal; answers {node, show, leave}. */
function journalPart(model) {
  const words = model.get("words");
  let keeps = true;
  const button = (name, press, main) =>
    el("button", {
      type: "button", class: main ? "bor-button bor-button-main" : "bor-button",
      "data-role": `journal-${name}`, text: words[name], on: { click: press },
    });
  const chooser = el("input", {
    type: "file", accept: ".jsonl,application/json,text/plain", class: "bor-hidden", tabindex: -1, "aria-hidden": "true",
  });
  const name = el("input", {
    type: "text", class: "bor-input", id: uid("name"), autocomplete: "off", maxlength: 200, dir: "auto", "data-role": "journal-name",
  });
  const nameRow = el(
    "div",
    { class: "bor-journal-name" },
    el("label", { for: name.id, class: "bor-journal-label", text: words.name }),
    name,
    button("name_keep", () => model.send({ kind: "name", name: name.value })),
  );
  name.addEventListener("keydown", (event) => event.key === "Enter" && model.send({ kind: "name", name: name.value }));
  const where = el("p", { class: "bor-muted" });
  const told = el("p", { class: "bor-muted", role: "status", dir: "auto", "data-role": "journal-told" });
  const problem = el("p", { class: "bor-error", role: "alert", dir: "auto", "data-role": "journal-problem" });
  const sure = el(
    "div",
    { class: "bor-journal-ask", hidden: true },
    el("p", {}),
    button("anew_yes", () => (answer(), model.send({ kind: "anew" })), true),
    button("anew_no", () => answer()),
  );
  const anew = button("anew", () => {
    sure.hidden = false;
    set(sure.firstChild, { text: fill(words.anew_sure, { where: model.get("file") ? words.anew_aside : words.anew_gone }) });
    sure.querySelector("[data-role=journal-anew_no]").focus();
  });
  const answer = () => {
    sure.hidden = true;
    anew.focus();
  };
  const otherText = el("p", { dir: "auto" });
  const other = el(
    "div",
    { class: "bor-journal-ask", role: "alert", "data-role": "journal-other" },
    otherText,
    button("other_take", () => model.send({ kind: "other", wanted: true }), true),
    button("other_leave", () => model.send({ kind: "other", wanted: false })),
  );
  const node = el(
    "div",
    { class: "bor-journal" },
    el("p", { text: words.journal_hint }),
    where,
    nameRow,
    el(
      "div",
      { class: "bor-journal-steps", role: "group", "aria-label": words.journal },
      button("save", () => model.send({ kind: "save" })),
      button("open", () => chooser.click()),
      chooser,
      button("print", () => model.send({ kind: "print" })),
      anew,
    ),
    sure, told,
  );
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    chooser.value = "";
    if (!file) return;
    const refuse = () => {
      set(problem, { text: fill(words.unreadable, { reason: words.too_large }) });
      problem.hidden = false;
    };
    if (file.size > model.get("largest")) {
      refuse();
      return;
    }
    model.send({ kind: "opened", text: await file.text() });
  });
  function hear(message) {
    if (message?.kind === "file") {
      download(message.name, "application/json", message.text);
      set(told, { text: fill(words.saved, { file: message.name }) });
    } else if (message?.kind === "print") {
      const student = model.get("student");
      printJournal(student ? fill(words.print_of, { name: student }) : words.print_title, message.pages);
    }
  }
  let shownName = "";
  function show() {
    const file = model.get("file");
    const kept = file ? fill(words.in_file, { file }) : words.in_browser;
    set(where, { text: keeps || file ? kept : words.nowhere });
    if (name.value === shownName) name.value = model.get("student");
    shownName = model.get("student");
    set(told, { text: model.get("told") });
    set(problem, { text: model.get("problem") });
    problem.hidden = !model.get("problem");
    const waiting = model.get("other");
    other.hidden = waiting.count === undefined;
    if (!other.hidden) {
      const whose = waiting.name ? fill(words.other_named, { name: waiting.name }) : words.other_unnamed;
      set(otherText, { text: fill(words.other, { whose, count: waiting.count }) });
    }
  }
  model.on("msg:custom", hear);
  const leaveKeeping = keepJournal(model, (kept) => {
    keeps = kept;
    show();
  });
  const leave = listen(model, ["student", "file", "problem", "told", "other"], show);
  show();
  return {
    node, problem, other,
    leave: () => {
      model.off("msg:custom", hear);
      leaveKeeping();
      leave();
    },
  };
}
