/* A panel of inputs: groups that unfold, each input told by its spec. */

const LABELLED = new Set(["slider", "choice", "count", "names", "text"]);

function buildField(spec, { words, send, settle, unlock }) {
  const tools = {
    words,
    settle,
    send: (value) => send(spec.name, value),
    inputId: uid("input"),
    labelId: uid("label"),
  };
  const kind = FIELD_KINDS[spec.kind](spec, tools);
  const help = helpNote(
    `${words.help} ${spec.label}`,
    el("p", { dir: "auto", text: spec.meaning ?? "" }),
    spec.places?.length ? el("p", { class: "bor-muted", text: `${words.places}: ${spec.places.join("; ")}` }) : null,
  );
  const flag = el("span", { class: "bor-badge bor-flag" });
  const flagLine = el("span", { class: "bor-flag-line" }, flag);
  const error = errorLine("error");
  const reason = el("span", { dir: "auto" });
  const key = el("button", {
    type: "button", class: "bor-button", text: words.unlock, "data-unlock": spec.name,
    "aria-label": `${words.unlock}: ${spec.label}`,
    on: { click: () => unlock(spec.name) },
  });
  const lock = el("div", { class: "bor-lock" }, lockSign(), reason, key);
  const node = el(
    "div",
    { class: `bor-field bor-field-${spec.kind}`, "data-field": spec.name },
    el(
      "div",
      { class: "bor-field-head" },
      el(LABELLED.has(spec.kind) ? "label" : "span", {
        id: tools.labelId, class: "bor-label", dir: "auto", text: spec.label,
        for: LABELLED.has(spec.kind) ? tools.inputId : null,
      }),
      help.button,
      flagLine,
      kind.beside,
    ),
    kind.node,
    error.node,
    lock,
    help.note,
  );
  return {
    node,
    held: () => kind.held?.() ?? false,
    show: kind.show,
    mark: (flagged, wrong, locked, fixed) => {
      flagLine.hidden = !flagged;
      set(flag, { "data-flag": flagged, text: flagged ? words[`flag_${flagged}`] ?? flagged : "" });
      error.show(wrong, ...kind.describe);
      const described = [kind.extra, wrong ? error.node.id : null].filter(Boolean).join(" ");
      for (const part of kind.describe) set(part, { "aria-describedby": described || null });
      const isLocked = locked !== undefined;
      lock.hidden = !isLocked;
      key.hidden = fixed;
      set(reason, { text: isLocked ? [words.locked, locked].filter(Boolean).join(": ") : "" });
      set(node, { "data-locked": isLocked ? "true" : null });
      kind.disable(isLocked);
    },
  };
}

function buildGroup(group, first, words) {
  const fields = el("div", { class: "bor-fields" });
  const ours = group.parameters.some((spec) => spec.kind === "slider")
    ? el("p", { class: "bor-muted bor-scale", text: words.scale })
    : null;
  if (first) {
    const title = el("h3", { class: "bor-heading", dir: "auto", text: group.label, id: uid("group") });
    const node = el("section", { class: "bor-card bor-controls-main", "aria-labelledby": title.id }, title, fields, ours);
    return { node, fields };
  }
  const node = el(
    "details",
    { class: "bor-card bor-fold", open: Boolean(group.open) },
    el("summary", { class: "bor-title", dir: "auto", text: group.label }),
    fields,
    ours,
  );
  return { node, fields };
}

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "controls");
  set(root, { role: "group", "aria-label": words.panel });
  const groups = el("div", { class: "bor-groups" });
  root.append(groups);
  const fields = new Map();
  const pending = new Map();

  // moves are sent at once, at most one a frame, always the newest
  const flush = eachFrame(() => {
    model.set("values", { ...model.get("values"), ...Object.fromEntries(pending) });
    pending.clear();
    model.save_changes();
  });
  const tools = {
    words,
    send: (name, value) => { pending.set(name, value); flush(); },
    settle: () => setTimeout(showValues, 0),
    unlock: (name) => model.send({ kind: "unlock", name }),
  };

  function showValues() {
    const values = model.get("values");
    for (const [name, part] of fields) {
      if (name in values && !pending.has(name) && !part.held()) part.show(values[name]);
    }
  }
  function showMarks() {
    const [flags, errors, locked, fixed] = ["flags", "errors", "locked", "fixed"]
      .map((name) => model.get(name));
    for (const [name, part] of fields) {
      part.mark(flags[name], errors[name], locked[name], fixed.includes(name));
      // an error in a closed group would be an error that nobody sees
      const fold = part.node.closest("details");
      if (errors[name] && fold) fold.open = true;
    }
  }
  function showSpecs() {
    const specs = model.get("specs");
    const known = specs.filter((group) => group.parameters?.length);
    const built = keyed(
      groups,
      known,
      (group, index) => `${index === 0}${group.name}`,
      (group) => buildGroup(group, group === known[0], words),
    );
    fields.clear();
    built.forEach((part, index) => {
      const inputs = known[index].parameters.filter((spec) => FIELD_KINDS[spec.kind]);
      const parts = keyed(part.fields, inputs, (spec) => JSON.stringify(spec), (spec) => buildField(spec, tools));
      inputs.forEach((spec, at) => fields.set(spec.name, parts[at]));
    });
    showValues();
    showMarks();
  }
  showSpecs();
  const ways = [
    listen(model, ["specs"], showSpecs),
    listen(model, ["values"], showValues),
    listen(model, ["flags", "errors", "locked", "fixed"], showMarks),
  ];
  return () => {
    if (pending.size) flush.flush();
    for (const leave of ways) leave();
  };
}

export default { render };
