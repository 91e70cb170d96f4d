/* Start, cancel, go on; a bar that fills; what is slower or missing here. */
/* global el, set, fill, uid, listen, panelRoot, announcer, download */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "lab-bar");
  const button = (role, main, kind) =>
    el("button", {
      type: "button", class: main ? "bor-button bor-button-main" : "bor-button", "data-role": role,
      on: { click: () => model.send({ kind }) },
    });
  const start = button("start", true, "start");
  const cancel = button("cancel", false, "cancel");
  const resume = button("resume", true, "resume");
  const save = button("save", false, "save");
  set(cancel, { text: words.cancel });
  set(resume, { text: words.resume });
  set(save, { text: words.save });
  const told = el("span", { class: "bor-lab-told", "data-role": "told", dir: "auto" });
  const filled = el("span", { class: "bor-lab-filled" });
  const bar = el(
    "div",
    { class: "bor-lab-progress", role: "progressbar", "aria-label": words.progress, "aria-valuemin": 0, "aria-valuemax": 100 },
    filled,
  );
  const problem = el("p", { class: "bor-error", role: "alert", dir: "auto", "data-role": "problem" });
  const notes = el("div", { class: "bor-lab-missing" });
  root.append(
    el("div", { class: "bor-lab-run", "data-run": model.get("name") },
      el("div", { class: "bor-lab-buttons" }, start, resume, cancel, save, told), bar, problem, notes),
  );
  const say = announcer(root);
  let before = "";

  function update() {
    const state = model.get("state");
    const share = Math.floor(model.get("share") * 100);
    const text = model.get("told");
    const held = document.activeElement;
    set(start, { text: state === "stopped" || state === "done" ? words.again : words.start });
    start.classList.toggle("bor-button-main", state !== "stopped");
    start.hidden = state === "running";
    start.disabled = model.get("blocked");
    cancel.hidden = state !== "running";
    resume.hidden = state !== "stopped";
    save.hidden = !model.get("can_save");
    // the button that was pressed has gone: the one that takes its place is where a hand goes on
    if (held?.hidden && root.contains(held)) {
      (state === "running" ? cancel : state === "stopped" ? resume : start).focus();
    }
    set(told, { text });
    bar.hidden = state === "idle";
    filled.style.inlineSize = `${share}%`;
    set(bar, { "aria-valuenow": share, "aria-valuetext": text, "data-state": state });
    set(problem, { text: model.get("problem") });
    problem.hidden = !model.get("problem");
    notes.replaceChildren(...model.get("notes").map((note) => el("p", { class: "bor-muted", dir: "auto", text: note })));
    // a number that runs would flood a screen reader: only what begins and ends is spoken
    if (state !== before && before) say(text);
    before = state;
  }
  function hear(message, buffers) {
    if (message?.kind !== "file") return;
    download(message.name, "application/octet-stream", new Blob(buffers));
    const text = fill(words.saved, { file: message.name });
    set(told, { text });
    say(text);
  }
  model.on("msg:custom", hear);
  const leave = listen(model, ["state", "share", "told", "problem", "notes", "can_save", "blocked"], update);
  update();
  return () => {
    leave();
    model.off("msg:custom", hear);
    say.cancel();
  };
}

export default { render };
