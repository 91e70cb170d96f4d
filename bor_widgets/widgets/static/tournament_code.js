/* A text area for a function; why it is refused stands beside it, and nothing typed is lost. */
/* global el, set, uid, listen, panelRoot, errorLine, announcer */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "tournament-code");
  const title = el("h3", { class: "bor-lab-title", id: uid("code"), text: words.label });
  const off = el("p", { class: "bor-own-off", dir: "auto", "data-role": "code-off" });
  const name = el("input", { type: "text", class: "bor-input", id: uid("name"), maxlength: 60, dir: "auto", "data-role": "code-name" });
  const area = el("textarea", {
    class: "bor-input bor-code", id: uid("source"), rows: 14, spellcheck: "false", autocomplete: "off",
    autocapitalize: "off", wrap: "off", "data-role": "code-source",
  });
  name.value = model.get("name");
  area.value = model.get("source");
  const join = el("button", {
    type: "button", class: "bor-button bor-button-main", text: words.join, "data-role": "code-join",
    on: { click: () => model.send({ kind: "join", name: name.value, source: area.value }) },
  });
  const stop = el("button", {
    type: "button", class: "bor-button", text: words.stop, "data-role": "code-stop",
    on: { click: () => model.send({ kind: "stop" }) },
  });
  const example = el("button", {
    type: "button", class: "bor-button", text: words.example,
    on: { click: () => { area.value = model.get("example"); area.focus(); } },
  });
  const told = el("span", { class: "bor-muted", "data-role": "code-told", dir: "auto" });
  const problem = errorLine("code");
  set(problem.node, { "data-role": "code-problem", dir: "auto" });
  const keys = el("p", { class: "bor-muted", id: uid("keys"), text: words.keys });
  set(area, { "aria-describedby": `${problem.node.id} ${keys.id}` });
  const inside = el(
    "div", {},
    el("p", { class: "bor-muted", text: words.hint }),
    el("p", { class: "bor-muted", dir: "auto", text: words.moves }),
    el("div", { class: "bor-own-columns" },
      el("div", {},
        el("label", { class: "bor-lab-label", for: name.id, text: words.name }), name,
        el("label", { class: "bor-lab-label", for: area.id, text: words.source }), area, keys),
      el("div", { class: "bor-own-steps" }, join, stop, example, told, problem.node)),
  );
  root.append(el("section", { class: "bor-card", "aria-labelledby": title.id }, title, off, inside));
  const say = announcer(root);
  let seen = 0;

  function show() {
    const busy = model.get("busy");
    const held = document.activeElement;
    off.hidden = !model.get("off");
    set(off, { text: model.get("off") });
    inside.hidden = Boolean(model.get("off"));
    join.hidden = busy;
    stop.hidden = !busy;
    if (held?.hidden && root.contains(held)) (busy ? stop : join).focus();
    set(told, { text: busy ? words.busy : model.get("told") });
    problem.show(model.get("problem"), area);
    const line = model.get("line");
    if (line && line !== seen) {
      // the line that is meant is brought into sight and marked
      const lines = area.value.split("\n");
      const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
      area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    }
    seen = line;
    if (told.textContent) say(told.textContent);
  }
  show();
  const leave = listen(model, ["busy", "told", "problem", "line", "off"], show);
  return () => {
    leave();
    say.cancel();
  };
}

export default { render };
