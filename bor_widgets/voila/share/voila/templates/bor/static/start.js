// The first moments of a page, and its last: says what is happening until the controls can be
// used, and says what to do when Python stops or the connection is lost.
"use strict";
window.bor = (function () {
  const SLOW_AFTER = 25000; // ms before the reader is told that it takes long
  const LOST_AFTER = 1500;  // ms without a connection before the reader is told
  const LOOK_EVERY = 40;    // ms between two looks at whether the controls are there

  const TEXT = {
    scripts: "Loading the controls…",
    slow: "This takes longer than usual. You can wait, or reload the page.",
    stopped: "Python has stopped, so this page no longer answers. Reload the page to go on.",
    lost: "The connection to the page's server is lost. The page answers again when the "
      + "connection is back; if it does not come back, start the server again and reload.",
  };
  const DEAD = new Set(["dead", "terminating", "restarting", "autorestarting"]);

  const page = document.documentElement;
  page.classList.add("bor-starting");
  let kernelStopped = false;
  let lostTimer = null;
  const slowTimer = window.setTimeout(() => trouble(TEXT.slow), SLOW_AFTER);

  function at(id) { return document.getElementById(id); }

  function say(text, share) {
    at("bor-step").textContent = text;
    at("bor-progress").style.width = `${Math.round(100 * share)}%`;
  }

  function trouble(text) {
    const box = at("bor-trouble");
    if (!box) return;
    at("bor-trouble-text").textContent = text;
    box.hidden = false;
    at("bor-reload").onclick = () => window.location.reload();
  }

  function calm() { at("bor-trouble").hidden = true; }

  // ---- until the controls are there

  function pythonRuns(kernelId) {
    // Voila's scripts look here for what their settings did not yet know.
    document.body.dataset.kernelId = kernelId;
    say("Preparing the page…", 0.35);
  }

  function step(cell, cells) {
    say(cells > 1 ? `Preparing the page, part ${cell} of ${cells}…` : "Preparing the page…",
      0.35 + 0.35 * (cell - 1) / cells);
  }

  function pageComplete() {
    say(TEXT.scripts, 0.75);
    look();
  }

  function look() {
    watchPython();
    if (ready()) show();
    else window.setTimeout(look, LOOK_EVERY);
  }

  function ready() {
    const cells = at("rendered_cells");
    if (cells.querySelector('script[type="application/vnd.voila.cell-output+json"]')) return false;
    const drawn = cells.querySelectorAll(".bor-output > .lm-Widget");
    return Array.from(drawn).every((output) => output.childElementCount > 0 || gaveUp(output));
  }

  // Outputs without elements are plain text, or a widget that could not be drawn.
  function gaveUp(output) { return output.textContent !== "Loading widget..."; }

  function show() {
    window.clearTimeout(slowTimer);
    calm();
    at("bor-start").hidden = true;
    page.classList.remove("bor-starting");
    // What measured itself while it could not be seen should look again.
    window.dispatchEvent(new Event("resize"));
  }

  // ---- when Python stops or the connection is lost

  let watched = false;
  function watchPython() {
    if (watched || !window.jupyterapp) return;
    watched = true;
    window.jupyterapp.widgetManagerPromise.promise.then((manager) => {
      const kernel = manager.kernel;
      kernel.statusChanged.connect((_, status) => { if (DEAD.has(status)) stopped(); });
      kernel.connectionStatusChanged.connect((_, status) => connection(status));
      kernel.disposed.connect(stopped);
    });
  }

  let leaving = false;
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("beforeunload", () => { leaving = true; });

  function stopped() {
    if (leaving) return;
    kernelStopped = true;
    page.dataset.borState = "stopped";
    trouble(TEXT.stopped);
  }

  function connection(status) {
    if (kernelStopped || leaving) return;
    window.clearTimeout(lostTimer);
    if (status === "connected") {
      delete page.dataset.borState;
      if (!page.classList.contains("bor-starting")) calm();
    } else {
      lostTimer = window.setTimeout(() => {
        page.dataset.borState = "lost";
        trouble(TEXT.lost);
      }, LOST_AFTER);
    }
  }

  // ---- what Voila's scripts expect to find

  window.voila_heartbeat = function () {};
  window.voila_process = function () {};
  window.voila_finish = function () {};
  // No page of ours has formulae: the stand-in for the typesetter that Voila calls.
  window.MathJax = {
    Hub: { Queue() {}, Config() {}, Configured() {}, Register: { StartupHook() {} } },
  };

  return { pythonRuns, step, pageComplete };
})();
