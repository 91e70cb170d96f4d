/* A compact form: blocks of choices and numbers side by side. */
/* global el, set, uid, listen, panelRoot, readNumber, errorLine, radios */

const LAB_FIELDS = {
  select(spec, tools) {
    const select = el("select", {
      id: tools.id, class: "bor-input bor-select", "data-name": spec.name,
      on: { change: () => tools.send(select.value) },
    });
    const groups = new Map();
    for (const option of spec.options) {
      let place = select;
      if (option.group) {
        if (!groups.has(option.group)) {
          groups.set(option.group, select.appendChild(el("optgroup", { label: option.group })));
        }
        place = groups.get(option.group);
      }
      place.append(el("option", { value: option.key, text: option.label }));
    }
    return { node: select, inputs: [select], show: (value) => { select.value = value ?? ""; } };
  },

  number(spec, tools) {
    const box = el("input", {
      type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", id: tools.id,
      class: "bor-input bor-number", "data-name": spec.name,
      on: {
        change: () => tools.send(readNumber(box.value)),
        keydown: (event) => { if (event.key === "Enter") tools.send(readNumber(box.value)); },
      },
    });
    return {
      node: box, inputs: [box],
      show: (value) => {
        if (readNumber(box.value) !== value) box.value = value === undefined || value === null ? "" : String(value);
      },
    };
  },

  segments(spec, tools) {
    const choice = radios({
      options: spec.options, labelledby: tools.labelId, segmented: true,
      attributes: { "data-name": spec.name }, onPick: tools.send,
    });
    return { node: choice.node, inputs: [...choice.inputs.values()], show: choice.show };
  },

  checks(spec, tools) {
    const inputs = new Map();
    const node = el("div", { role: "group", "aria-labelledby": tools.labelId, class: "bor-lab-checks" });
    for (const option of spec.options) {
      const note = option.note ? el("span", { class: "bor-muted", dir: "auto", id: uid("note"), text: option.note }) : null;
      const input = el("input", {
        type: "checkbox", value: option.key, "data-name": spec.name, "aria-describedby": note?.id,
        on: { change: () => tools.send([...inputs].filter(([, each]) => each.checked).map(([key]) => key)) },
      });
      inputs.set(option.key, input);
      node.append(el(
        "label", { class: "bor-option" }, input,
        el("span", { class: "bor-option-text" },
          el("span", { class: "bor-lab-check-name", dir: "auto", text: option.label }),
          option.tag ? el("span", { class: "bor-badge", text: option.tag }) : null,
          note),
      ));
    }
    return {
      node, inputs: [...inputs.values()],
      show: (value) => { for (const [key, input] of inputs) input.checked = (value ?? []).includes(key); },
    };
  },
};

const LAB_LABELLED = new Set(["select", "number"]);

function labField(spec, send) {
  const tools = { id: uid("lab"), labelId: uid("label"), send: (value) => send(spec.name, value) };
  const part = LAB_FIELDS[spec.kind](spec, tools);
  const note = el("p", { class: "bor-muted bor-lab-note", dir: "auto", id: uid("note") });
  const error = errorLine("error");
  const own = LAB_LABELLED.has(spec.kind);
  const label = el(own ? "label" : "span", {
    class: "bor-lab-label", id: tools.labelId, for: own ? tools.id : null, dir: "auto", text: spec.label,
  });
  const node = el(
    "div", { class: "bor-lab-field", "data-field": spec.name, "data-size": spec.size ?? "full" },
    label, part.node, note, error.node,
  );
  return {
    node,
    show: part.show,
    mark: (told, wrong, locked) => {
      set(note, { text: told ?? "" });
      note.hidden = !told;
      error.show(wrong, ...part.inputs);
      const described = [told ? note.id : null, wrong ? error.node.id : null].filter(Boolean).join(" ");
      if (own) set(part.inputs[0], { "aria-describedby": described || null });
      for (const input of part.inputs) input.disabled = locked;
    },
  };
}

function render({ model, el: root }) {
  panelRoot(root, "lab-form");
  const grid = el("div", { class: "bor-lab-blocks", "data-form": model.get("name") });
  const scale = el("p", { class: "bor-muted bor-lab-scale", text: model.get("words").scale });
  root.append(grid, scale);
  const fields = new Map();
  const send = (name, value) => {
    if (JSON.stringify(model.get("values")[name]) === JSON.stringify(value)) return;
    model.set("values", { ...model.get("values"), [name]: value });
    model.save_changes();
  };
  let seen = "";

  function build() {
    const blocks = model.get("blocks");
    const text = JSON.stringify(blocks);
    if (text !== seen) {
      seen = text;
      scale.hidden = !blocks.some((block) => block.fields.some((spec) => spec.kind === "number"));
      const at = document.activeElement;
      const held = root.contains(at) ? [at.dataset.name, at.value] : null;
      fields.clear();
      grid.replaceChildren(...blocks.map((block) => {
        const title = block.label ? el("h3", { class: "bor-lab-title", id: uid("block"), dir: "auto", text: block.label }) : null;
        const parts = block.fields.map((spec) => {
          const part = labField(spec, send);
          fields.set(spec.name, part);
          return part.node;
        });
        return el(
          "div",
          { class: title ? "bor-card bor-lab-block" : "bor-lab-block", role: title ? "group" : null,
            "aria-labelledby": title?.id, "data-block": block.name, "data-wide": block.wide },
          title, el("div", { class: "bor-lab-fields" }, parts),
        );
      }));
      if (held) {
        const again = [...grid.querySelectorAll(`[data-name="${CSS.escape(held[0] ?? "")}"]`)];
        (again.find((input) => input.value === held[1]) ?? again[0])?.focus();
      }
    }
    show();
  }
  function show() {
    const [values, notes, errors, locked] = ["values", "notes", "errors", "locked"].map((name) => model.get(name));
    for (const [name, part] of fields) {
      part.show(values[name]);
      part.mark(notes[name], errors[name], locked);
    }
  }
  build();
  const ways = [
    listen(model, ["blocks"], build),
    listen(model, ["values", "notes", "errors", "locked"], show),
  ];
  return () => { for (const leave of ways) leave(); };
}

export default { render };
