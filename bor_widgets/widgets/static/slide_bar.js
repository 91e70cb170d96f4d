/* The way through the slides: buttons, keys, the counter and the speaker's note. */
/* global el, set, fill, listen, panelRoot, opener */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "slide-bar");
  // keys go to the whole page only where the page is the slides' own
  const ownPage = Boolean(window.bor);
  const host = () => root.closest(".bor-slides") ?? root;

  const press = (name, act, main = "") =>
    el("button", { type: "button", class: `bor-button ${main}`, "data-role": `slide-${name}`, text: words[name], on: { click: act } });
  const step = (by) => model.send({ kind: "step", by });
  const go = (at) => model.send({ kind: "go", at });
  const back = press("back", () => step(-1));
  const next = press("next", () => step(1), "bor-button-main");
  const counter = el("span", { class: "bor-slide-counter", "data-role": "slide-counter" });
  const done = el("span", { class: "bor-slide-done" });
  const progress = el("div", { class: "bor-slide-progress", role: "progressbar", "aria-valuemin": 1 }, done);
  const notes = press("notes", () => {});
  const noteText = el("p", { dir: "auto", "data-role": "slide-note" });
  const note = el("div", { class: "bor-slide-note", role: "note", "aria-label": words.notes_label }, noteText);
  const turnNote = opener(notes, note);
  const inputs = press("inputs", () => showInputs(!withInputs));
  const screen = press("screen", fullScreen);
  const home = ownPage && model.get("home")
    ? el("a", { class: "bor-slide-home", href: model.get("home"), text: words.home })
    : null;
  root.append(
    note,
    progress,
    el(
      "nav",
      { class: "bor-slide-row", "aria-label": words.panel },
      el("div", { class: "bor-slide-where" }, home, el("span", { class: "bor-slide-lesson", dir: "auto", text: model.get("lesson") })),
      el("div", { class: "bor-slide-steps" }, back, counter, next),
      el("div", { class: "bor-slide-tools" }, inputs, notes, screen),
    ),
  );
  for (const button of [back, next, notes, inputs, screen]) set(button, { title: words.keys });

  // ---- inputs, full screen --------------------------------------------------------------------
  let withInputs = true;
  function showInputs(on) {
    withInputs = on;
    for (const bench of host().querySelectorAll(".bor-slides-bench")) bench.classList.toggle("bor-with-inputs", on);
    set(inputs, { text: on ? words.inputs : words.no_inputs, "aria-pressed": String(!on) });
  }
  const isFull = () => Boolean(document.fullscreenElement);
  async function fullScreen() {
    try {
      if (isFull()) await document.exitFullscreen();
      else await (ownPage ? document.documentElement : host()).requestFullscreen();
    } catch {
      // a browser may refuse; the slides stay as they are
    }
  }
  const showScreen = () => set(screen, { text: isFull() ? words.no_screen : words.screen, "aria-pressed": String(isFull()) });
  document.addEventListener("fullscreenchange", showScreen);
  screen.hidden = !document.fullscreenEnabled;

  // ---- keys -----------------------------------------------------------------------------------
  const CLICKER = { PageDown: 1, PageUp: -1 };
  const FREE = { ArrowRight: 1, ArrowLeft: -1, " ": 1, Enter: 1, Backspace: -1 };
  /** A clicker's keys always lead on; those that work a control do so only away from controls. */
  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target;
    const typing = target.closest?.("textarea, select, [contenteditable=true], input:not([type=radio], [type=checkbox], [type=range], [type=number])");
    const control = target.closest?.("input, button, a, summary, select, textarea, [role=slider], [role=application], [tabindex='0'], svg");
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    let act = null;
    if (key in CLICKER && !typing) act = () => step(event.shiftKey ? -CLICKER[key] : CLICKER[key]);
    else if (!control && key in FREE) act = () => step(event.shiftKey ? -FREE[key] : FREE[key]);
    else if (!control && key === "Home") act = () => go(0);
    else if (!control && key === "End") act = () => go(model.get("count") - 1);
    else if (!typing && key === "n") act = () => turnNote(note.hidden);
    else if (!typing && key === "f") act = fullScreen;
    else if (!typing && key === "i" && model.get("bench")) act = () => showInputs(!withInputs);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }
  let listening = ownPage ? document : null;
  listening?.addEventListener("keydown", keys, true);

  // ---- the address ----------------------------------------------------------------------------
  const asked = () => Number.parseInt(/^#(\d{1,3})$/.exec(window.location.hash)?.[1] ?? "", 10);
  function address() {
    const wanted = `#${model.get("at") + 1}`;
    if (ownPage && window.location.hash !== wanted) window.history.replaceState(null, "", wanted);
  }
  function follow() {
    const number = asked();
    if (number && number !== model.get("at") + 1) go(number - 1);
  }

  function show() {
    const [at, count] = [model.get("at"), model.get("count")];
    const told = { at: at + 1, count };
    set(counter, { text: fill(words.count, told) });
    set(progress, {
      "aria-label": words.panel, "aria-valuenow": at + 1, "aria-valuemax": count, "aria-valuetext": fill(words.progress, told),
    });
    done.style.width = `${(100 * (at + 1)) / Math.max(count, 1)}%`;
    back.disabled = at === 0;
    next.disabled = false;
    set(noteText, { text: model.get("note") || words.no_note });
    inputs.hidden = !model.get("bench");
    showInputs(withInputs);
  }

  show();
  showScreen();
  // a note about a source stands right above this foot, however high it is
  const sized = new ResizeObserver(() => host().style.setProperty("--slide-bar", `${root.offsetHeight}px`));
  sized.observe(root);
  if (ownPage) {
    follow();
    window.addEventListener("hashchange", follow);
  }
  // in a notebook the keys belong to the notebook: only those pressed inside the slides are ours
  const first = requestAnimationFrame(() => {
    if (listening) return;
    listening = host();
    listening.addEventListener("keydown", keys, true);
  });
  let begun = false;
  const leave = listen(model, ["at", "count", "note", "bench"], (changed) => {
    show();
    if (changed === "at" || begun) address();
    begun = true;
  });
  return () => {
    cancelAnimationFrame(first);
    sized.disconnect();
    listening?.removeEventListener("keydown", keys, true);
    document.removeEventListener("fullscreenchange", showScreen);
    window.removeEventListener("hashchange", follow);
    leave();
  };
}

export default { render };
