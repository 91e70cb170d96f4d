/* What the panels share, beside the functions of house.js, which this file calls.
 * It exports nothing and contains no words for readers. */


/**
 * Show `items` as children of `parent` in place: a part is built once for each key, then
 * only updated, so that what a reader has opened, typed or focused stays.
 * @param {(item, index) => string} keyOf
 * @param {(item) => {node: Element, update?: (item, index) => void}} build
 */
function keyed(parent, items, keyOf, build) {
  const before = parent.borParts ?? new Map();
  const now = new Map();
  items.forEach((item, index) => {
    let key = keyOf(item, index);
    while (now.has(key)) key += "'";
    now.set(key, before.get(key) ?? build(item));
  });
  for (const [key, part] of before) if (!now.has(key)) part.node.remove();
  let index = 0;
  for (const part of now.values()) {
    if (parent.children[index] !== part.node) parent.insertBefore(part.node, parent.children[index] ?? null);
    part.update?.(items[index], index);
    index += 1;
  }
  parent.borParts = now;
  return [...now.values()];
}

/** What was typed as a number: 0.5, 0,5 and .5 count. Anything else is handed on as text. */
function readNumber(text) {
  const plain = text.trim().replace("\u2212", "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text.trim();
}

/** A number as it is shown: two places, or more where it has more. */
function showNumber(value, places = 2) {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return value === undefined || value === null ? "" : String(value);
  }
  const short = value.toFixed(places);
  return Number(short) === value ? short : String(Number(value.toFixed(6)));
}

/**
 * A field for a number. What is typed in range is handed on at once, anything else when
 * the reader is done; nothing is changed under the reader's hands.
 */
function numberBox({ low, high, places = 2, attributes, onTyped }) {
  let typing = false;
  const within = (value) => typeof value === "number" && value >= low && value <= high;
  const box = el("input", {
    type: "text",
    inputmode: low < 0 ? "text" : "decimal",
    autocomplete: "off",
    spellcheck: "false",
    class: "bor-input bor-number",
    ...attributes,
    on: {
      input: () => {
        typing = true;
        const value = readNumber(box.value);
        if (within(value)) onTyped(value);
      },
      change: () => {
        typing = false;
        onTyped(readNumber(box.value));
      },
      blur: () => {
        typing = false;
      },
    },
  });
  return {
    node: box,
    held: () => typing,
    show: (value) => {
      if (typing || (box.value && readNumber(box.value) === value)) return;
      const text = showNumber(value, places);
      if (box.value !== text) box.value = text;
    },
  };
}

/**
 * One answer out of several, as native radio buttons.
 * @param {{options: {key: string, label: string, glyph?: string}[], labelledby?: string,
 *   segmented?: boolean, attributes?: object, onPick: (key: string) => void}} given
 */
function radios({ options, labelledby, segmented, attributes, onPick }) {
  const group = uid("choice");
  const inputs = new Map();
  const node = el("div", {
    role: "radiogroup",
    "aria-labelledby": labelledby,
    class: segmented ? "bor-segments" : "bor-options",
  });
  for (const option of options) {
    const input = el("input", {
      type: "radio",
      name: group,
      value: option.key,
      ...attributes,
      on: { change: () => input.checked && onPick(option.key) },
    });
    inputs.set(option.key, input);
    node.append(
      el(
        "label",
        { class: "bor-option" },
        input,
        el("span", { class: "bor-option-text", dir: "auto", text: option.label }),
      ),
    );
  }
  return {
    node,
    inputs,
    show: (key) => {
      for (const [name, input] of inputs) input.checked = name === key;
    },
    picked: () => [...inputs].find(([, input]) => input.checked)?.[0] ?? "",
    disable: (flag) => {
      for (const input of inputs.values()) input.disabled = flag;
    },
  };
}

/** Any of several answers, as native checkboxes. */
function checkboxes({ options, labelledby, attributes, onChange }) {
  const inputs = new Map();
  const node = el("div", { role: "group", "aria-labelledby": labelledby, class: "bor-options" });
  for (const option of options) {
    const input = el("input", {
      type: "checkbox",
      value: option.key,
      ...attributes,
      on: { change: () => onChange?.() },
    });
    inputs.set(option.key, input);
    node.append(
      el(
        "label",
        { class: "bor-option" },
        input,
        el("span", { class: "bor-option-text", dir: "auto", text: option.label }),
      ),
    );
  }
  return {
    node,
    inputs,
    show: (keys) => {
      for (const [name, input] of inputs) input.checked = keys.includes(name);
    },
    picked: () => [...inputs].filter(([, input]) => input.checked).map(([name]) => name),
    disable: (flag) => {
      for (const input of inputs.values()) input.disabled = flag;
    },
  };
}


/** A button with a sign that opens an explanation; the answer holds both. */
function helpNote(label, ...content) {
  const button = el("button", { type: "button", class: "bor-help-button", "aria-label": label, title: label, text: "?" });
  const note = el("div", { class: "bor-help-note" }, ...content);
  opener(button, note);
  return { button, note };
}

/** A sentence at a field that says what is wrong; empty text hides it. */
function errorLine(stem) {
  const node = el("p", { class: "bor-error", id: uid(stem), role: "status" });
  node.hidden = true;
  return {
    node,
    show: (text, ...inputs) => {
      set(node, { text: text ?? "" });
      node.hidden = !text;
      for (const input of inputs) set(input, { "aria-invalid": text ? "true" : null });
    },
  };
}

/** A closed or open padlock. */
function lockSign(closed = true) {
  return svg(
    "svg",
    { class: "bor-lock-sign", viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" },
    svg("path", {
      d: closed ? "M4.5 7 V5 a3.5 3.5 0 0 1 7 0 V7" : "M4.5 7 V4.5 a3.5 3.5 0 0 1 6.8 -1.2",
      fill: "none",
      stroke: "currentColor",
      "stroke-width": 1.8,
    }),
    svg("rect", { x: 2.5, y: 7, width: 11, height: 7.5, rx: 2, fill: "currentColor" }),
  );
}

/** How a tone looks: an action, a grade, a kind of restraint or the quality of a tie. */
function lookOf(tone) {
  const tie = THEME.tie[tone];
  return (
    THEME.action[tone] ??
    THEME.grade[tone] ??
    THEME.restraint[tone] ??
    THEME.tone[tone] ??
    (tie ? { ...tie, text: tie.colour, fill: tie.soft, ink: tie.colour, pattern: "plain" } : null)
  );
}

/** Dress an element in a tone; its style sheet reads `--tone-…`. */
function wearTone(node, tone) {
  const look = lookOf(tone);
  for (const part of ["fill", "ink", "text", "soft"]) {
    if (look) node.style.setProperty(`--tone-${part}`, look[part]);
    else node.style.removeProperty(`--tone-${part}`);
  }
  set(node, { "data-tone": look ? tone : null });
  return look;
}

/** A claim with the button that says who makes it. */
function claim(tag, item, words) {
  return el(
    tag,
    { class: "bor-claim" },
    el("span", { class: "bor-claim-text", dir: "auto", text: item.text ?? "" }),
    " ",
    item.source?.id ? sourceNote(item.source, words) : null,
  );
}

/** Show a list of claims in place; a claim that stays keeps its opened source. */
function claims(list, items, words) {
  keyed(list, items, (item) => JSON.stringify(item), (item) => ({ node: claim("li", item, words) }));
}
