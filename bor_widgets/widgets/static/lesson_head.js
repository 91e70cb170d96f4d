/* Where the reader is, what is done, and the journal behind a button. */

const STEP_SIGNS = { new: "", begun: "\u25D0", done: "\u2713" };

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "lesson-head");
  const journal = journalPart(model);
  const where = el("p", { class: "bor-head-where" });
  const done = el("p", { class: "bor-muted", "data-role": "lesson-done" });
  const steps = el("ol", { class: "bor-head-steps", "aria-label": words.course });
  const count = el("span", { class: "bor-muted", "data-role": "journal-count" });
  const toggle = el("button", { type: "button", class: "bor-button", "data-role": "journal-toggle", text: words.journal });
  const drawer = el("div", { class: "bor-head-drawer" }, journal.node);
  opener(toggle, drawer);
  root.append(
    el(
      "section",
      { class: "bor-card bor-head", "aria-label": words.course },
      el("div", { class: "bor-head-row" }, el("div", {}, where, done), steps, el("div", { class: "bor-head-journal" }, count, toggle)),
      journal.problem, journal.other, drawer,
    ),
  );
  function show() {
    const now = model.get("progress");
    const inCourse = now.steps.some((step) => step.number === now.number);
    set(where, { text: fill(inCourse ? words.where : words.own, { number: now.number, all: now.steps.length }) });
    const counts = [fill(words.predictions, now.done), fill(words.items, now.done)].join(" \u00B7 ");
    set(done, { text: now.done.state === "done" ? `${counts} \u00B7 ${words.finished}` : now.done.state ? counts : "" });
    set(count, { text: fill(words.entries, { count: model.get("count") }) });
    keyed(steps, now.steps, (step) => String(step.number), () => {
      const sign = el("span", { "aria-hidden": "true" });
      const label = el("span", { class: "bor-hidden" });
      return {
        node: el("li", { class: "bor-head-step" }, sign, label),
        update: (step) => {
          const node = sign.parentElement;
          const text = fill(words.step, { ...step, state: words[`state_${step.state}`] });
          set(sign, { text: STEP_SIGNS[step.state] || String(step.number) });
          set(label, { text });
          set(node, { "data-state": step.state, title: text, "aria-current": step.number === now.number ? "step" : null });
        },
      };
    });
  }
  show();
  const leave = listen(model, ["progress", "count"], show);
  return () => {
    journal.leave();
    leave();
  };
}

export default { render };
