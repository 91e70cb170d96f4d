/* The opening screen: says in words what is happening from the first moment until the first
 * control answers, and runs the notebook so that no reader needs to know how. It is shown where
 * the address says ?run=1; without it the page opens as it is. */
"use strict";
window.borOpening = (function () {
  const TEXT = {
    title: "Opening your page",
    page: "Loading the page…",
    python: "Loading Python and the course: {done} of {all} MB…",
    starts: "Starting Python in your browser…",
    parts: "Preparing the page, part {done} of {all}…",
    first: "The first time this takes a while, because everything is brought to your browser. Afterwards it opens faster. Nothing you do here leaves your computer.",
    more: "Still preparing: part {done} of {all}",
    slow: "This takes longer than usual. You can wait, look at the page as it is, or reload it.",
    lost: "A part of the site could not be loaded. Check your connection, then reload the page.",
    failed: "A part of this page could not be prepared. Reload the page; if it happens again, tell the person who gave you the page.",
    show: "Show the page now",
    reload: "Reload the page",
  };
  const LOOK_EVERY = 100; // ms between two looks at how far the page is
  const SLOW_AFTER = 90000; // ms before the reader is told that it takes long
  const MB = 1e6;

  if (new URL(window.location.href).searchParams.get("run") !== "1") return null;

  let app = null;
  let panel = null;
  let asked = false;
  let loaded = 0;
  let whole = 0;
  let trouble = "";
  let touched = false;
  let seen = 0;
  const began = performance.now();
  window.performance.mark("bor-opening");

  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }
  const said = make("p", { id: "bor-opening-step" }, TEXT.page);
  const bar = make("progress", { max: "1", value: "0.02", "aria-label": TEXT.title });
  const note = make("p", { id: "bor-opening-note" }, TEXT.first);
  const warned = make("p", { id: "bor-opening-trouble", role: "alert" });
  const show = make("button", { type: "button" }, TEXT.show);
  const reload = make("button", { type: "button" }, TEXT.reload);
  const buttons = make("div", { id: "bor-opening-buttons" }, show, reload);
  const screen = make(
    "div",
    { id: "bor-opening" },
    make("div", { role: "status", "aria-live": "polite" }, make("h1", {}, TEXT.title), said),
    bar, warned, buttons, note,
  );
  warned.hidden = buttons.hidden = true;
  show.addEventListener("click", leave);
  reload.addEventListener("click", () => window.location.reload());
  document.body.append(screen);
  document.title = TEXT.title;

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }
  function say(text, share) {
    if (said.textContent !== text) said.textContent = text;
    bar.value = Math.max(bar.value, share);
  }
  function warn(text) {
    if (trouble === text) return;
    trouble = warned.textContent = text;
    warned.hidden = buttons.hidden = false;
  }

  // ---- what Python needs is fetched while the page itself is loading; Python finds it then

  async function bring([path, size]) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    const reader = answer.body.getReader();
    let own = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      own += value.length;
      loaded += value.length;
    }
    // a server may hand out a file packed, or from its cache; it counts as whole in any case
    loaded += size - own;
  }
  const files = JSON.parse(document.getElementById("bor-opening-files").textContent);
  whole = files.reduce((sum, [, size]) => sum + size, 0);
  Promise.all(files.map(bring)).catch(() => warn(TEXT.lost));

  // ---- how far it is

  function findPanel() {
    const found = app?.shell.currentWidget;
    return found?.content?.widgets && found.context && found.sessionContext ? found : null;
  }
  async function run(opened) {
    await opened.context.ready;
    await opened.revealed;
    await opened.sessionContext.ready;
    await app.commands.execute("notebook:run-all-cells");
    // running ends with the last cell in view; a reader begins at the top, or stays where they are
    place(touched ? seen : 0);
  }
  /** Show a place of the notebook, with the first cell as the one that is chosen. */
  function place(top) {
    panel.content.activeCellIndex = 0;
    for (const node of scrollers()) node.scrollTop = top;
    window.requestAnimationFrame(() => scrollers().forEach((node) => { node.scrollTop = top; }));
  }
  /** What scrolls in a notebook differs between the views. */
  function scrollers() {
    const within = [panel.content.node, ...panel.content.node.querySelectorAll(".jp-WindowedPanel-outer")];
    return within.filter((node) => node.scrollHeight > node.clientHeight);
  }
  function parts() {
    const codes = panel.content.widgets.filter((cell) => cell.model.type === "code");
    const ran = codes.filter((cell) => cell.model.executionCount !== null);
    const failed = codes.some((cell) =>
      Array.from({ length: cell.model.outputs.length }, (_, at) => cell.model.outputs.get(at))
        .some((output) => output.type === "error"));
    return { done: ran.length, all: codes.length, failed };
  }
  /** Whether a control of ours can be seen and used. */
  function answers() {
    const nodes = panel.node.querySelectorAll(".jp-OutputArea-output [class*='bor-']");
    return [...nodes].some((node) => node.offsetHeight > 8);
  }
  function look() {
    panel = panel ?? findPanel();
    const fetched = loaded >= whole;
    const share = whole ? loaded / whole : 0;
    if (!panel || !asked) {
      if (panel) {
        asked = true;
        run(panel).catch(() => warn(TEXT.failed));
      }
      say(
        fetched && app ? TEXT.starts : fill(TEXT.python, { done: Math.floor(loaded / MB), all: Math.ceil(whole / MB) }),
        0.5 * share,
      );
    } else {
      const now = parts();
      if (!fetched && !now.done) {
        say(fill(TEXT.python, { done: Math.floor(loaded / MB), all: Math.ceil(whole / MB) }), 0.5 * share);
      } else if (!now.done) say(TEXT.starts, 0.6);
      else say(fill(TEXT.parts, { done: Math.min(now.done + 1, now.all), all: now.all }), 0.7 + (0.3 * now.done) / now.all);
      if (now.done && answers()) {
        leave();
        return;
      }
      if (now.done === now.all && now.all && now.failed) warn(TEXT.failed);
    }
    if (performance.now() - began > SLOW_AFTER) warn(TEXT.slow);
    window.setTimeout(look, LOOK_EVERY);
  }

  // ---- the first control answers: the screen goes, a line at the edge stays until all is there

  let left = false;
  function leave() {
    if (left) return;
    left = true;
    window.performance.mark("bor-interactive");
    screen.remove();
    if (panel) {
      document.title = panel.title.label;
      place(0);
      for (const kind of ["keydown", "pointerdown", "wheel"]) {
        panel.node.addEventListener(kind, () => { touched = true; }, { once: true, capture: true });
      }
      rest();
    }
  }
  function rest() {
    const line = make("p", { id: "bor-opening-rest", role: "status" });
    document.body.append(line);
    const begun = performance.now();
    const watch = () => {
      const now = parts();
      if (now.done < now.all) seen = Math.max(0, ...scrollers().map((node) => node.scrollTop));
      if (now.failed) {
        line.textContent = TEXT.failed;
        line.setAttribute("role", "alert");
        return;
      }
      if (now.done >= now.all || performance.now() - begun > SLOW_AFTER || panel.isDisposed) {
        window.performance.mark("bor-complete");
        line.remove();
        return;
      }
      line.textContent = fill(TEXT.more, { done: now.done + 1, all: now.all });
      window.setTimeout(watch, LOOK_EVERY);
    };
    watch();
  }

  window.setTimeout(look, LOOK_EVERY);
  return {
    /** JupyterLab is there. */
    laboratory(given) {
      app = given;
    },
  };
})();
