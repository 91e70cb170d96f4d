/* The lessons of the course as a list that fills. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "progress");
  const title = el("h2", { class: "bor-heading", id: uid("progress"), text: words.title });
  const all = el("p", { class: "bor-muted", "data-role": "progress-all" });
  const list = el("ol", { class: "bor-progress-steps" });
  root.append(el("section", { class: "bor-card", "aria-labelledby": title.id }, title, all, list));
  function show() {
    const steps = model.get("steps");
    const finished = steps.filter((step) => step.state === "done").length;
    set(all, { text: fill(words.all, { done: finished, all: steps.length }) });
    keyed(list, steps, (step) => String(step.number), () => {
      const name = el("span", { class: "bor-progress-name" });
      const state = el("span", { class: "bor-progress-state" });
      const told = el("span", { class: "bor-muted" });
      const bar = el("span", { class: "bor-progress-fill" });
      const node = el("li", {}, el("span", { class: "bor-progress-row" }, name, state), el("span", { class: "bor-progress-bar", "aria-hidden": "true" }, bar), told);
      return {
        node,
        update: (step) => {
          const whole = step.predictions + step.items;
          const share = whole ? (step.committed + step.answered) / whole : 0;
          set(name, { text: fill(words.lesson, step) });
          set(state, { text: `${step.state === "done" ? "\u2713 " : ""}${words[`state_${step.state}`]}`, "data-state": step.state });
          set(told, { text: fill(words.told, step) });
          bar.style.inlineSize = `${Math.round(share * 100)}%`;
        },
      };
    });
  }
  show();
  return listen(model, ["steps"], show);
}

export default { render };
