// The first moments of a page, and its last: says what is happening until the controls can be
// used, and says what to do when Python stops or the connection is lost.
"use strict";
window.bor = (function () {
  const SLOW_AFTER = 25000; // ms before the reader is told that it takes long
  const LOST_AFTER = 1500;  // ms without a connection before the reader is told
  const LOOK_EVERY = 40;    // ms between two looks at whether the controls are there
  const KNOCK_EVERY = 3000; // ms between two questions whether the server is back
  const KNOCKS = 2;         // answers after which a connection does not come back by itself
  const KNOCK_WAITS = 5000; // ms that one question waits for its answer

  const TEXT = {
    scripts: "Loading the controls…",
    slow: "This takes longer than usual. You can wait, or reload the page.",
    reload: "Reload the page",
    resume: "Resume",
    stopped: "Python has stopped, so this page no longer answers. What you committed is kept. "
      + "Press Resume to go on.",
    lost: "The connection to the page's server is lost. What you committed is kept. The page "
      + "looks for the server every few seconds and says when it is back.",
    back: "The server answers again, but this page's Python is gone. What you committed is "
      + "kept. Press Resume to go on.",
    silent: "The server does not answer yet. What you committed is kept. This page goes on "
      + "looking for it; in a class, tell the instructor.",
  };
  const DEAD = new Set(["dead", "terminating", "restarting", "autorestarting"]);

  const page = document.documentElement;
  page.classList.add("bor-starting");
  let kernelStopped = false;
  let lostTimer = null;
  const slowTimer = window.setTimeout(() => trouble(TEXT.slow, TEXT.reload), SLOW_AFTER);

  function at(id) { return document.getElementById(id); }

  function say(text, share) {
    at("bor-step").textContent = text;
    at("bor-progress").style.width = `${Math.round(100 * share)}%`;
  }

  function trouble(text, button = TEXT.resume) {
    const box = at("bor-trouble");
    if (!box) return;
    // said again only when it changes: the box is read out at every change
    if (at("bor-trouble-text").textContent !== text) at("bor-trouble-text").textContent = text;
    at("bor-reload").textContent = button;
    box.hidden = false;
    at("bor-reload").onclick = resume;
  }

  function calm() { at("bor-trouble").hidden = true; }

  // A page that is reloaded while nobody answers would be gone: so the page knocks first.
  async function resume() {
    if (await answers()) window.location.reload();
    else {
      trouble(TEXT.silent);
      knock();
    }
  }

  async function answers() {
    const address = `${document.body.dataset.baseUrl}templates/bor/static/plain.css`;
    try {
      const signal = AbortSignal.timeout(KNOCK_WAITS);
      const options = { method: "HEAD", cache: "no-store", redirect: "manual", signal };
      const answer = await fetch(address, options);
      // a proxy that answers for a server which is not there
      return ![502, 503, 504].includes(answer.status);
    } catch { return false; }
  }

  let knocking = false;
  async function knock() {
    if (knocking) return;
    knocking = true;
    let answered = 0;
    while (down()) {
      await new Promise((done) => window.setTimeout(done, KNOCK_EVERY));
      if (!down()) break;
      answered = await answers() ? answered + 1 : 0;
      // a connection that was only interrupted comes back by itself first
      if (down() && answered >= KNOCKS) trouble(TEXT.back);
    }
    knocking = false;
  }

  function down() { return Boolean(page.dataset.borState) && !leaving; }

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
        knock();
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
