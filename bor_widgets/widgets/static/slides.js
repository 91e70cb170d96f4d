/* The words of a slide. Its live parts (a bench, a question) stand below, made by Python. */
/* global el, set, fill, uid, listen, eachFrame, panelRoot, announcer, keyed, sourceNote, reducedMotion, voteOf, tensionOf, caseOf, LIVE, fitWords, benchFitter */

/** In units of the style sheet: a letter of a title, the button of a source, a whole line. */
const [LETTER, BUTTON, ACROSS] = [2.45, 13.5, 118];

const SLIDE_PARTS = { predict: voteOf, tension: tensionOf, case: caseOf };

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "stage");
  // only a page of its own has an address and a storage that are the slides' own
  const ownPage = Boolean(window.bor);
  const KEPT = `bor-slides ${window.location.pathname}`;

  const title = el("h1", { class: "bor-slide-title", tabindex: -1, dir: "auto", id: uid("slide"), "data-role": "slide-title" });
  const where = el("span", { class: "bor-hidden" });
  const titleText = el("span", {});
  title.append(where, titleText);
  const lines = el("ul", { class: "bor-slide-lines" });
  const body = el("div", { class: "bor-slide-body" });
  const busy = el("p", { class: "bor-slide-busy", role: "status", text: words.busy });
  const problem = el("p", { class: "bor-error bor-slide-problem", role: "status", dir: "auto", "data-role": "slide-problem" });
  const sources = el("div", { class: "bor-slide-sources", role: "group", "aria-label": words.sources });
  const lesson = el("p", { class: "bor-slide-lesson", dir: "auto", text: model.get("lesson") });
  const slideNode = el(
    "section",
    { class: "bor-slide", "aria-labelledby": title.id },
    lesson, title, lines, body, busy, problem, sources,
  );
  root.append(slideNode);
  const announce = announcer(root, 100);

  let shownAt = -1;
  let part = null;
  /** While what a reload interrupted is brought back, nothing takes the focus. */
  let quiet = false;

  const present = () => model.get("slides")[model.get("at")];
  const host = () => root.closest(".bor-slides") ?? root;

  /** One note at a time, above the slide: an open note never moves the words. */
  function oneNote(event) {
    const button = event.target.closest?.(".bor-source-button");
    for (const other of slideNode.querySelectorAll('.bor-source-button[aria-expanded="true"]')) {
      if (other !== button && !other.nextElementSibling.contains(event.target)) other.click();
    }
  }
  slideNode.addEventListener("click", oneNote);

  function showSources(slide) {
    const answer = model.get("answers")[slide.number];
    // what a passage has beside it already is not named twice
    const beside = (slide.passages ?? []).map((passage) => passage.source?.id);
    const notes = [...slide.sources, ...(answer?.sources ?? [])].filter((note) => !beside.includes(note.id));
    keyed(sources, notes, (note) => `${slide.number} ${note.id}`, (note) => ({ node: sourceNote(note, words) }));
    sources.hidden = notes.length === 0;
    // above a bench every line counts: the sources stand beside a short title, or follow the words
    const roomy = slide.title.length * LETTER + notes.length * BUTTON <= ACROSS;
    const follow = slide.kind === "bench" && !roomy;
    const last = follow ? lines.lastElementChild : null;
    if (sources.parentElement !== (last ?? slideNode)) (last ?? slideNode).append(sources);
  }

  function draw() {
    const slide = present();
    if (!slide) return;
    const at = model.get("at");
    const moved = shownAt >= 0 && shownAt !== at;
    if (shownAt !== at) {
      shownAt = at;
      const position = { number: slide.number, count: model.get("slides").length };
      set(where, { text: `${fill(words.panel, position)}: ` });
      set(titleText, { text: slide.title });
      lesson.hidden = at > 0 || !model.get("lesson");
      slideNode.append(sources);
      lines.replaceChildren(...slide.lines.map((line) => el("li", { dir: "auto", text: line })));
      lines.hidden = slide.lines.length === 0;
      part = SLIDE_PARTS[slide.kind]?.({ slide, words, model, announce }) ?? null;
      body.replaceChildren(...(part ? [part.node] : []));
      body.hidden = !part;
      set(slideNode, { "data-kind": slide.kind || "text", "data-slide": slide.number });
      set(host(), { "data-kind": slide.kind || "text" });
    }
    showSources(slide);
    part?.show({ vote: model.get("votes")[slide.number], answer: model.get("answers")[slide.number], quiet });
    fitted();
    if (!moved) return;
    if (ownPage) window.scrollTo(0, 0);
    if (!reducedMotion()) {
      slideNode.animate?.([{ opacity: 0.2 }, { opacity: 1 }], { duration: 160, easing: "ease-out" });
    }
    // a screen reader reads where the focus comes to: number and title of the slide
    title.focus({ preventScroll: true });
    waitForWords(at, slide);
  }

  // ---- as large as the window allows --------------------------------------------------------
  const fitBench = benchFitter();
  const fitted = eachFrame(() => {
    if (!ownPage || !root.isConnected) return;
    const scale = Math.min(window.innerWidth / 1280, window.innerHeight / 720);
    host().style.setProperty("--slide-scale", String(Math.max(0.6, scale)));
    fitWords(root, slideNode);
    watchParts();
    // a drawing answers to its width a moment later
    if (fitBench(host())) again = setTimeout(fitted, 150);
  });
  let again = 0;
  const watcher = new ResizeObserver(() => fitted());
  const watched = new WeakSet();
  watcher.observe(root);
  window.addEventListener("resize", fitted);
  /** A bench comes after the words, and with another drawing its size changes. */
  function watchParts() {
    for (const node of host().querySelectorAll(".bor-slides-parts, .bor-slides-bench .bor-figure:first-child")) {
      if (!watched.has(node)) watcher.observe(node);
      watched.add(node);
    }
  }

  // ---- what is live comes after the words ---------------------------------------------------
  let waiting = 0;
  function waitForWords(at, slide) {
    cancelAnimationFrame(waiting);
    if (!LIVE.includes(slide.kind)) return;
    waiting = requestAnimationFrame(() => setTimeout(() => model.send({ kind: "drawn", at }), 0));
  }
  function showBusy() {
    busy.hidden = !model.get("busy");
    set(problem, { text: model.get("problem") });
    problem.hidden = !model.get("problem");
    set(slideNode, { "aria-busy": model.get("busy") ? "true" : null });
  }

  // ---- what a reload must not lose ----------------------------------------------------------
  function keep() {
    if (!ownPage) return;
    const kept = { votes: model.get("votes"), shown: Object.keys(model.get("answers")) };
    try {
      window.sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch {
      // a browser without storage loses the hands on a reload, and nothing else
    }
  }
  function bringBack() {
    if (!ownPage) return;
    try {
      const kept = JSON.parse(window.sessionStorage.getItem(KEPT) ?? "null");
      if (!kept?.votes || !Array.isArray(kept.shown)) return;
      if (!kept.shown.length && !Object.keys(kept.votes).length) return;
      quiet = kept.shown.length > 0;
      model.send({ kind: "bring_back", votes: kept.votes, shown: kept.shown });
    } catch {
      // what cannot be read was not kept by these slides
    }
  }

  draw();
  showBusy();
  waitForWords(model.get("at"), present());
  bringBack();
  // the box around the widgets is there only after this function has returned
  const first = requestAnimationFrame(() => {
    set(host(), { "data-kind": present()?.kind || "text", "data-page": ownPage ? "own" : null });
    fitted();
  });
  const ways = [
    listen(model, ["at", "slides"], draw),
    listen(model, ["votes", "answers"], (name) => {
      draw();
      if (name === "answers") quiet = false;
      keep();
    }),
    listen(model, ["busy", "problem"], () => {
      showBusy();
      fitted();
    }),
  ];
  return () => {
    cancelAnimationFrame(first);
    cancelAnimationFrame(waiting);
    watcher.disconnect();
    fitted.cancel();
    clearTimeout(again);
    window.removeEventListener("resize", fitted);
    announce.cancel();
    for (const leave of ways) leave();
  };
}

export default { render };
