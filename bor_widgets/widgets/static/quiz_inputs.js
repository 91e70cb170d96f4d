/* How each kind of quiz item is answered. Each answers {node, read, show, mark, disable}. */

/** Right and wrong stand as a sign and a word beside the part, never as colour alone. */
function markSign(words) {
  const node = el("span", { class: "bor-quiz-mark" });
  node.hidden = true;
  return {
    node,
    show: (right) => {
      node.hidden = right === undefined;
      if (right === undefined) return;
      set(node, { "data-right": String(right), text: `${right ? "\u2713" : "\u2717"} ${right ? words.mark_right : words.mark_wrong}` });
    },
  };
}

function pickInput(question, words, labelId, build) {
  const choice = build({
    options: question.options,
    labelledby: labelId,
    attributes: { "data-item": question.id },
    onPick: () => {},
  });
  const marks = new Map();
  for (const [key, input] of choice.inputs) {
    const mark = markSign(words);
    marks.set(key, mark);
    input.closest("label").append(mark.node);
  }
  return {
    node: choice.node,
    read: choice.picked,
    show: choice.show,
    mark: (given) => {
      for (const [key, mark] of marks) mark.show(given[key]);
    },
    disable: choice.disable,
  };
}

function singleInput(question, words, labelId) {
  return pickInput(question, words, labelId, radios);
}

function multipleInput(question, words, labelId) {
  const part = pickInput(question, words, labelId, checkboxes);
  return { ...part, node: el("div", {}, el("p", { class: "bor-muted bor-quiz-how", text: words.several }), part.node) };
}

function textInput(question, words, labelId) {
  const own = el("span", { class: "bor-hidden", id: uid("own"), text: words.your_answer });
  const input = el("input", {
    type: "text", class: "bor-input bor-quiz-text", dir: "auto", autocomplete: "off", maxlength: 300,
    spellcheck: "false", inputmode: question.kind === "number" ? "decimal" : "text",
    placeholder: words.your_answer, "aria-labelledby": `${own.id} ${labelId}`, "data-item": question.id,
    "data-kind": question.kind,
  });
  return {
    node: el("div", {}, own, input),
    read: () => (question.kind === "number" ? readNumber(input.value) : input.value),
    show: (response) => { input.value = String(response ?? ""); },
    mark: () => {},
    disable: (flag) => { input.disabled = flag; },
    submitsBy: input,
  };
}

function orderInput(question, words, labelId) {
  let keys = question.options.map((option) => option.key);
  let disabled = false;
  const list = el("ol", { class: "bor-quiz-order", "aria-labelledby": labelId });
  const rows = new Map();
  const move = (key, by) => {
    const at = keys.indexOf(key);
    const next = [...keys];
    next.splice(at + by, 0, ...next.splice(at, 1));
    keys = next;
    for (const part of rows.values()) part.mark.show(undefined);
    draw();
    const row = rows.get(key);
    const button = by < 0 ? row.up : row.down;
    (button.disabled ? (by < 0 ? row.down : row.up) : button).focus();
  };
  for (const option of question.options) {
    const arrow = (sign, label, by) =>
      el("button", {
        type: "button", class: "bor-icon-button", text: sign, "data-key": option.key, "data-by": by,
        "aria-label": `${label}: ${option.label}`, title: label, on: { click: () => move(option.key, by) },
      });
    const part = { up: arrow("\u2191", words.up, -1), down: arrow("\u2193", words.down, 1), mark: markSign(words) };
    part.node = el(
      "li",
      {},
      el("span", { class: "bor-option-text", dir: "auto", text: option.label }),
      part.mark.node, part.up, part.down,
    );
    rows.set(option.key, part);
  }
  function draw() {
    keys.forEach((key, index) => {
      const part = rows.get(key);
      if (list.children[index] !== part.node) list.insertBefore(part.node, list.children[index] ?? null);
      part.up.disabled = disabled || index === 0;
      part.down.disabled = disabled || index === keys.length - 1;
    });
  }
  draw();
  return {
    node: el("div", {}, el("p", { class: "bor-muted bor-quiz-how", text: words.order_hint }), list),
    read: () => keys,
    show: (response) => {
      if (Array.isArray(response)) keys = [...response];
      draw();
    },
    mark: (given) => {
      for (const [key, part] of rows) part.mark.show(given[key]);
    },
    disable: (flag) => {
      disabled = flag;
      draw();
    },
  };
}

function matchInput(question, words) {
  const rows = new Map();
  const node = el("div", { class: "bor-quiz-match" });
  for (const side of question.left) {
    const id = uid("match");
    const mark = markSign(words);
    const select = el(
      "select",
      { id, class: "bor-input", "data-item": question.id, "data-key": side.key, on: { change: () => mark.show(undefined) } },
      el("option", { value: "", text: words.choose }),
      question.options.map((option) => el("option", { value: option.key, text: option.label })),
    );
    rows.set(side.key, { select, mark });
    node.append(
      el("div", { class: "bor-quiz-pair" }, el("label", { for: id, dir: "auto", text: side.label }), select, mark.node),
    );
  }
  return {
    node,
    read: () => Object.fromEntries([...rows].map(([key, row]) => [key, row.select.value])),
    show: (response) => {
      for (const [key, row] of rows) row.select.value = response?.[key] ?? "";
    },
    mark: (given) => {
      for (const [key, row] of rows) row.mark.show(given[key]);
    },
    disable: (flag) => {
      for (const row of rows.values()) row.select.disabled = flag;
    },
  };
}

const QUIZ_KINDS = {
  single: singleInput,
  multiple: multipleInput,
  order: orderInput,
  match: matchInput,
  number: textInput,
  short: textInput,
};
