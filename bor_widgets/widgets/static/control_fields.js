/* The kinds of input that a panel of controls knows. Each is built once from its spec and
 * answers {node, describe, show, disable, held}: `describe` are the elements that carry the
 * error, `held` says that a reader is at work in it, so that nothing moves under the hand. */

function sliderField(spec, tools) {
  const { low, high } = spec;
  let dragging = false;
  const fine = spec.step ?? (high - low) / 100;
  const range = el("input", {
    type: "range", min: low, max: high, step: fine,
    id: tools.inputId, class: "bor-range", "data-name": spec.name,
    on: {
      pointerdown: () => { dragging = true; },
      input: () => { paint(); box.show(Number(range.value)); tools.send(Number(range.value)); },
      change: () => { dragging = false; tools.settle(); },
      pointerup: () => { dragging = false; tools.settle(); },
      pointercancel: () => { dragging = false; tools.settle(); },
    },
  });
  const box = numberBox({
    low, high,
    attributes: { "aria-label": `${spec.label}: ${tools.words.value}`, "data-number": spec.name },
    onTyped: (value) => {
      place(value);
      tools.send(value);
    },
  });
  // the filled part starts at zero where the scale has two sides
  const share = (value) => `${((Math.min(Math.max(value, low), high) - low) / (high - low)) * 100}%`;
  function paint() {
    const value = Number(range.value);
    const zero = Math.max(low, Math.min(0, high));
    range.style.setProperty("--from", share(Math.min(zero, value)));
    range.style.setProperty("--to", share(Math.max(zero, value)));
    set(range, { "aria-valuetext": showNumber(value) });
  }
  function place(value) {
    if (typeof value !== "number" || value < low || value > high) return;
    if (Number(range.value) !== value) range.value = String(value);
    paint();
  }
  paint();
  const ends = uid("ends");
  set(range, { "data-ends": ends });
  return {
    node: el(
      "div",
      { class: "bor-slider" },
      range,
      el(
        "div",
        { class: "bor-ends", id: ends },
        el("span", { dir: "auto", text: spec.low_label ?? "" }),
        el("span", { dir: "auto", text: spec.high_label ?? "" }),
      ),
    ),
    beside: box.node,
    describe: [range, box.node],
    extra: ends,
    held: () => dragging || box.held(),
    show: (value) => {
      if (!dragging) place(value);
      box.show(value);
    },
    disable: (flag) => {
      range.disabled = flag;
      box.node.disabled = flag;
    },
  };
}

function threeWayField(spec, tools) {
  const { words } = tools;
  const values = { yes: true, no: false, open: null };
  const choice = radios({
    options: Object.keys(values).map((key) => ({ key, label: words[key] })),
    labelledby: tools.labelId,
    segmented: true,
    attributes: { "data-name": spec.name },
    onPick: (key) => tools.send(values[key]),
  });
  // a case or a link may carry a degree, which no single press can set
  const degree = el("p", { class: "bor-muted" });
  degree.hidden = true;
  return {
    node: el("div", {}, choice.node, degree),
    describe: [choice.node],
    show: (value) => {
      const key = Object.keys(values).find((name) => values[name] === (value ?? null));
      choice.show(key);
      const between = typeof value === "number";
      degree.hidden = !between;
      if (between) set(degree, { text: `${showNumber(value)}: ${value > 0.5 ? words.leans_yes : words.leans_no}` });
    },
    disable: choice.disable,
  };
}

function choiceField(spec, tools) {
  const select = el(
    "select",
    {
      id: tools.inputId, class: "bor-input bor-select", "data-name": spec.name,
      on: { change: () => tools.send(select.value === "" ? null : select.value) },
    },
    // where one of them must be taken, nothing can be left open
    spec.least ? null : el("option", { value: "", text: tools.words.choice_open }),
    spec.options.map((key, index) =>
      el("option", { value: key, text: spec.option_labels?.[index] ?? key }),
    ),
  );
  return {
    node: select,
    describe: [select],
    show: (value) => { select.value = value ?? ""; },
    disable: (flag) => { select.disabled = flag; },
  };
}

function segmentsField(spec, tools) {
  const choice = radios({
    options: [
      ...(spec.least ? [] : [{ key: "", label: tools.words.choice_open }]),
      ...spec.options.map((key, index) => ({ key, label: spec.option_labels?.[index] ?? key })),
    ],
    labelledby: tools.labelId,
    segmented: true,
    attributes: { "data-name": spec.name },
    onPick: (key) => tools.send(key === "" ? null : key),
  });
  choice.node.classList.add("bor-segments-many");
  return {
    node: choice.node,
    describe: [choice.node],
    show: (value) => choice.show(value ?? ""),
    disable: choice.disable,
  };
}

function setField(spec, tools) {
  const boxes = checkboxes({
    options: spec.options.map((key, index) => ({ key, label: spec.option_labels?.[index] ?? key })),
    labelledby: tools.labelId,
    attributes: { "data-name": spec.name },
    onChange: () => tools.send(boxes.picked()),
  });
  return {
    node: boxes.node,
    describe: [boxes.node],
    show: (value) => boxes.show(value ?? []),
    disable: boxes.disable,
  };
}

function countField(spec, tools) {
  const { low, high } = spec;
  const step = (by) => {
    const now = readNumber(box.node.value);
    const next = (typeof now === "number" ? Math.round(now) : low) + by;
    if (next < low || next > high) return;
    box.node.value = String(next);
    tools.send(next);
  };
  const box = numberBox({
    low, high, places: 0,
    attributes: { id: tools.inputId, "data-name": spec.name },
    onTyped: (value) => tools.send(value),
  });
  box.node.addEventListener("keydown", (event) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  });
  const button = (sign, by) =>
    el("button", {
      type: "button", class: "bor-icon-button", text: sign,
      "aria-label": `${spec.label} ${sign}1`, on: { click: () => step(by) },
    });
  const buttons = [button("\u2212", -1), button("+", 1)];
  return {
    node: el("div", { class: "bor-count" }, buttons[0], box.node, buttons[1]),
    describe: [box.node],
    held: box.held,
    show: box.show,
    disable: (flag) => {
      for (const control of [box.node, ...buttons]) control.disabled = flag;
    },
  };
}

function namesField(spec, tools) {
  const { words } = tools;
  let names = [];
  let disabled = false;
  const list = el("ol", { class: "bor-names" });
  const send = (next) => {
    names = next;
    draw();
    tools.send(next);
  };
  const moved = (from, to) => {
    const next = [...names];
    next.splice(to, 0, ...next.splice(from, 1));
    return next;
  };
  const rows = [];
  function row(index) {
    const icon = (sign, label, act) =>
      el("button", { type: "button", class: "bor-icon-button", text: sign, title: label, on: { click: act } });
    const input = el("input", {
      type: "text", class: "bor-input", dir: "auto", "data-name": spec.name, "data-index": index,
      on: {
        input: () => { part.typing = true; },
        change: () => {
          part.typing = false;
          send(names.map((name, at) => (at === index ? input.value : name)));
        },
      },
    });
    const step = (by, key) => () => {
      send(moved(index, index + by));
      const there = rows[index + by][key];
      (there.disabled ? rows[index + by].input : there).focus();
    };
    const part = {
      typing: false,
      input,
      up: icon("\u2191", words.up, step(-1, "up")),
      down: icon("\u2193", words.down, step(1, "down")),
      remove: icon("\u00d7", words.remove, () => {
        send(names.filter((_, at) => at !== index));
        (rows[Math.min(index, names.length - 1)]?.remove ?? fresh).focus();
      }),
    };
    part.node = el("li", {}, input, part.up, part.down, part.remove);
    return part;
  }
  function draw() {
    while (rows.length < names.length) {
      const part = row(rows.length);
      rows.push(part);
      list.append(part.node);
    }
    while (rows.length > names.length) rows.pop().node.remove();
    rows.forEach((part, index) => {
      const name = String(names[index]);
      if (!part.typing && part.input.value !== name) part.input.value = name;
      set(part.input, { "aria-label": `${spec.label} ${index + 1}` });
      for (const key of ["up", "down", "remove"]) {
        set(part[key], { "aria-label": `${part[key].title}: ${name.slice(0, 80)}` });
      }
      part.input.disabled = disabled;
      part.up.disabled = disabled || index === 0;
      part.down.disabled = disabled || index === names.length - 1;
      part.remove.disabled = disabled || names.length <= (spec.least ?? 0);
    });
    const full = names.length >= (spec.most ?? Infinity);
    fresh.disabled = disabled || full;
    add.disabled = disabled || full;
  }
  const append = () => {
    const name = fresh.value.trim();
    if (name) {
      fresh.value = "";
      send([...names, name]);
    }
    if (!fresh.disabled) fresh.focus();
  };
  const fresh = el("input", {
    type: "text", id: tools.inputId, class: "bor-input", dir: "auto", placeholder: words.add_label,
    "aria-label": `${spec.label}: ${words.add_label}`, "data-new": spec.name,
    on: { keydown: (event) => { if (event.key === "Enter") append(); } },
  });
  const add = el("button", { type: "button", class: "bor-button", text: words.add, on: { click: append } });
  return {
    node: el("div", {}, list, el("div", { class: "bor-names-new" }, fresh, add)),
    describe: [fresh],
    held: () => rows.some((part) => part.typing),
    show: (value) => {
      names = Array.isArray(value) ? value : [];
      draw();
    },
    disable: (flag) => {
      disabled = flag;
      draw();
    },
  };
}

function textField(spec, tools) {
  const area = el("textarea", {
    id: tools.inputId, class: "bor-input bor-text", dir: "auto", rows: 3, maxlength: spec.most,
    "data-name": spec.name, on: { input: () => tools.send(area.value) },
  });
  return {
    node: area,
    describe: [area],
    held: () => document.activeElement === area,
    show: (value) => { if (area.value !== (value ?? "")) area.value = value ?? ""; },
    disable: (flag) => { area.disabled = flag; },
  };
}

const FIELD_KINDS = {
  slider: sliderField,
  criterion: threeWayField,
  switch: threeWayField,
  choice: choiceField,
  segments: segmentsField,
  names: namesField,
  set: setField,
  count: countField,
  text: textField,
};
