/* What a slide can show in words: a vote with its answer, a tension, a case. Each answers
 * {node, show}; `show` is called again with every vote and with the answer. */

/** Signs for the options, so that a room can call one out. */
const LETTERS = "ABCDEFGHIJKL";

/** A prediction for a room: the options with hands and bars, then the answer beside them. */
function voteOf({ slide, words, model, announce }) {
  const question = el("p", { class: "bor-vote-question", dir: "auto", id: uid("vote"), text: slide.question });
  const group = uid("room");
  const rows = new Map();
  const send = (kind, extra) => model.send({ kind, slide: slide.number, ...extra });

  function rowOf(option, index) {
    const letter = LETTERS[index];
    const radio = el("input", {
      type: "radio", name: group, class: "bor-vote-radio", value: option.key, "data-role": "vote-room",
      on: { change: () => radio.checked && send("room", { key: option.key }) },
    });
    const count = el("input", {
      type: "number", min: 0, max: 999, step: 1, class: "bor-vote-count", "data-hands": option.key,
      "aria-label": fill(words.hands, { letter }), inputmode: "numeric", value: 0,
      on: {
        focus: () => count.select(),
        change: () => hand(Number.parseInt(count.value, 10) || 0),
      },
    });
    const hand = (hands) => {
      const held = Math.min(Math.max(hands, 0), 999);
      count.value = String(held);
      send("hands", { key: option.key, count: held });
    };
    const press = (sign, label, by) =>
      el("button", {
        type: "button", class: "bor-icon-button", text: sign, "aria-label": fill(label, { letter }),
        "data-by": by, on: { click: () => hand((Number.parseInt(count.value, 10) || 0) + by) },
      });
    const bar = el("span", { class: "bor-vote-bar", "aria-hidden": "true" });
    const marks = el("span", { class: "bor-vote-marks" });
    const hands = el("span", { class: "bor-vote-hands" }, press("\u2212", words.fewer, -1), count, press("+", words.more, 1));
    const node = el(
      "li",
      { class: "bor-vote-row", "data-option": option.key },
      bar,
      el(
        "label",
        { class: "bor-vote-pick" },
        radio,
        el("span", { class: "bor-vote-letter", "aria-hidden": "true", text: letter }),
        el("span", { class: "bor-vote-label", dir: "auto", text: option.label }),
      ),
      marks, hands,
    );
    rows.set(option.key, { node, radio, count, bar, marks, hands });
    return node;
  }
  const list = el("ul", { class: "bor-vote-options", role: "radiogroup", "aria-label": words.options }, slide.options.map(rowOf));
  for (const row of rows.values()) set(row.node, { role: "presentation" });
  const reveal = el("button", {
    type: "button", class: "bor-button bor-button-main bor-slide-press", text: words.reveal,
    "data-role": "slide-reveal", on: { click: () => send("reveal") },
  });
  const again = el("button", {
    type: "button", class: "bor-button bor-slide-again", text: words.again, "data-role": "slide-again", on: { click: () => send("again") },
  });
  const kicker = el("p", { class: "bor-slide-kicker", text: words.predict });
  const steps = el("div", { class: "bor-vote-steps" }, reveal, el("span", { class: "bor-muted bor-vote-how", text: words.waiting }));
  const match = el("p", { class: "bor-vote-match" });
  const text = el("p", { class: "bor-vote-text", dir: "auto" });
  const answerPart = el(
    "section",
    { class: "bor-vote-answer", tabindex: -1, "aria-label": words.theirs, "data-role": "slide-answer" },
    match, text, again,
  );
  const both = el("div", { class: "bor-vote-both" }, list, answerPart);
  let shown = false;

  return {
    node: el("div", { class: "bor-vote" }, kicker, question, both, steps),
    show: ({ vote, answer, quiet }) => {
      const hands = vote?.hands ?? {};
      const all = Object.values(hands).reduce((sum, count) => sum + count, 0);
      const most = Math.max(0, ...Object.values(hands));
      const leaders = Object.keys(hands).filter((key) => most > 0 && hands[key] === most);
      // with hands counted and nothing picked, the room's answer is what most hands were raised for
      const room = vote?.room || (leaders.length === 1 ? leaders[0] : "");
      const open = !answer;
      for (const [key, row] of rows) {
        const count = hands[key] ?? 0;
        if (document.activeElement !== row.count) row.count.value = String(count);
        row.radio.checked = vote?.room === key;
        row.radio.disabled = !open;
        row.hands.hidden = !open;
        row.bar.style.width = all ? `${(100 * count) / all}%` : "0";
        const right = answer?.key === key;
        set(row.node, { "data-right": answer ? String(right) : null, "data-room": key === room ? "true" : null });
        const share = all ? fill(words.share, { hands: count, all }) : "";
        const signs = open ? [] : [right ? `\u2713 ${words.right}` : "", key === room ? words.room : "", share];
        row.marks.replaceChildren(...signs.filter(Boolean).map((sign) => el("span", { class: "bor-vote-mark", text: sign })));
      }
      set(both, { "data-open": String(open) });
      kicker.hidden = !open;
      steps.hidden = !open;
      answerPart.hidden = open;
      if (open) {
        shown = false;
        return;
      }
      const same = room === answer.key;
      set(match, { text: room ? (same ? words.same : words.different) : "", "data-same": String(same) });
      match.hidden = !room;
      set(text, { text: answer.text });
      if (shown || quiet) {
        shown = true;
        return;
      }
      shown = true;
      const label = slide.options.find((option) => option.key === answer.key)?.label ?? "";
      answerPart.focus({ preventScroll: true });
      announce(`${words.theirs}: ${label}`);
    },
  };
}

/** A tension: what pulls apart, and two passages side by side. */
function tensionOf({ slide, words }) {
  const passage = (given, index) =>
    el(
      "li",
      { class: "bor-slide-passage" },
      el(
        "p",
        { class: "bor-slide-kicker" },
        fill(words.passage, { number: index + 1 }),
        el("span", { class: "bor-slide-place", text: `${given.paper}, ${given.place}` }),
      ),
      el("p", { class: "bor-slide-claim", dir: "auto", text: given.claim || words.no_claim }),
      given.source?.id ? sourceNote(given.source, words) : null,
    );
  const more = slide.more.length ? fill(words.more_places, { places: slide.more.join("; ") }) : "";
  return {
    node: el(
      "div",
      { class: "bor-slide-tension" },
      el("p", { class: "bor-slide-said", dir: "auto" }, slide.text, " ", sourceNote(slide.tension, words)),
      el("ol", { class: "bor-slide-passages", "aria-label": words.claim }, slide.passages.map(passage)),
      more ? el("p", { class: "bor-muted bor-slide-more", text: more }) : null,
    ),
    show: () => {},
  };
}

/** A case: the setting; what was done comes after a press and takes its place. */
function caseOf({ slide, words, model, announce }) {
  const press = el("button", {
    type: "button", class: "bor-button bor-button-main bor-slide-press", text: words.deed, "data-role": "slide-reveal",
    on: { click: () => model.send({ kind: "reveal", slide: slide.number }) },
  });
  const back = el("button", {
    type: "button", class: "bor-button bor-slide-again", text: words.back, "data-role": "slide-again",
    on: { click: () => model.send({ kind: "again", slide: slide.number }) },
  });
  const told = (name) => el("p", { class: "bor-slide-claim", dir: "auto", "data-told": name });
  const done = told("done");
  const reading = told("reading");
  const headings = [el("h2", { class: "bor-slide-kicker" }), el("h2", { class: "bor-slide-kicker" })];
  const setting = el(
    "section",
    { class: "bor-slide-setting" },
    el("p", { class: "bor-slide-said", dir: "auto", text: slide.setting }),
    press,
  );
  const answerPart = el(
    "section",
    { class: "bor-slide-deed", tabindex: -1, "aria-label": words.done, "data-role": "slide-answer" },
    el("div", { class: "bor-slide-passages" },
      el("div", { class: "bor-slide-passage" }, headings[0], done),
      el("div", { class: "bor-slide-passage" }, headings[1], reading)),
    back,
  );
  const name = [slide.case, slide.years].filter(Boolean).join(" \u00B7 ");
  let shown = false;
  return {
    node: el(
      "div",
      { class: "bor-slide-case" },
      el("p", { class: "bor-slide-kicker", dir: "auto" }, `${words.case}: ${name}`),
      setting, answerPart,
    ),
    show: ({ answer, quiet }) => {
      setting.hidden = Boolean(answer);
      answerPart.hidden = !answer;
      if (!answer) {
        shown = false;
        return;
      }
      set(headings[0], { text: answer.theirs ? words.own_done : words.done });
      set(headings[1], { text: answer.theirs ? words.own_reading : words.reading });
      set(done, { text: answer.done });
      set(reading, { text: answer.reading });
      reading.parentElement.hidden = !answer.reading;
      if (!shown && !quiet) {
        answerPart.focus({ preventScroll: true });
        announce(`${words.done}: ${answer.done}`);
      }
      shown = true;
    },
  };
}
