/* Shared functions of all widgets. This text is placed before each widget's own script;
 * it exports nothing and contains no words for readers. */

/**
 * @typedef {{id: string, name: string, text: string, paper: string, places: string[],
 *   explicitness: string, qualifier?: string, who?: string}} Source
 * @typedef {{get: Function, set: Function, save_changes: Function, send: Function,
 *   on: Function, off: Function}} Model
 */

const SVG_SPACE = "http://www.w3.org/2000/svg";
let uidCount = 0;

/** A name that no other element of the page has. @param {string} stem */
function uid(stem) {
  uidCount += 1;
  return `bor-${stem}-${uidCount}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Set attributes; undefined, null and false are left out. @returns {Element} */
function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") node.textContent = String(value);
    else if (name === "on") {
      for (const [event, fn] of Object.entries(value)) node.addEventListener(event, fn);
    } else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/**
 * An HTML element. Strings among the children become text, never markup.
 * @param {string} tag @param {object} [attributes] @param {...(Node|string|null)} children
 */
function el(tag, attributes, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
function svg(tag, attributes, ...children) {
  return dress(document.createElementNS(SVG_SPACE, tag), attributes, children);
}

/** Set or, for null, undefined and false, take away attributes of an existing element. */
function set(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) node.removeAttribute(name);
    else if (name === "text") {
      if (node.textContent !== String(value)) node.textContent = String(value);
    } else node.setAttribute(name, value === true ? "" : String(value));
  }
  return node;
}

/** Put values into a sentence: fill("{a} of {b}", {a: 1, b: 2}). */
function fill(template, values) {
  return String(template ?? "").replace(/\{(\w+)\}/g, (whole, name) =>
    name in values ? String(values[name]) : whole,
  );
}

/** Call `fn(name)` when one of the traits changes. @returns {() => void} the way out */
function listen(model, names, fn) {
  const entries = names.map((name) => [`change:${name}`, () => fn(name)]);
  for (const [event, handler] of entries) model.on(event, handler);
  return () => {
    for (const [event, handler] of entries) model.off(event, handler);
  };
}

/** Does the reader ask for less motion? */
function reducedMotion() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Run `fn` at most once a frame, always with the newest arguments: the first call at once,
 * so that nothing waits for a frame without need, those that follow with the next frame.
 * `flush()` runs what waits now.
 */
function eachFrame(fn) {
  let waiting = null;
  let frame = 0;
  const run = () => {
    frame = 0;
    const args = waiting;
    waiting = null;
    if (!args) return;
    frame = requestAnimationFrame(run);
    fn(...args);
  };
  const ask = (...args) => {
    waiting = args;
    if (!frame) run();
  };
  ask.flush = () => {
    if (frame) cancelAnimationFrame(frame);
    run();
  };
  ask.cancel = () => {
    if (frame) cancelAnimationFrame(frame);
    frame = 0;
    waiting = null;
  };
  return ask;
}

/**
 * A polite live region at the end of `root`. A drag would flood a screen reader, so only
 * the last text of a quiet moment is spoken.
 * @param {Element} root @returns {(text: string) => void}
 */
function announcer(root, wait = 400) {
  const region = el("div", { class: "bor-hidden", role: "status", "aria-live": "polite" });
  root.append(region);
  let timer = 0;
  const say = (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => set(region, { text: text }), wait);
  };
  say.cancel = () => clearTimeout(timer);
  return say;
}

/**
 * "R01 · stated" as a button that opens who says so, where, and how firmly.
 * The answer is `<span>button note</span>`; the note is a block and may be moved elsewhere.
 * @param {Source} source @param {Record<string, string>} words see assets.SOURCE_WORDS
 * @returns {HTMLElement}
 */
function sourceNote(source, words) {
  const id = uid("source");
  const firmness = words[`explicitness_${source.explicitness}`] ?? source.explicitness ?? "";
  const long = words[`explicitness_${source.explicitness}_long`] ?? firmness;
  const values = { id: source.id, name: source.name ?? "", explicitness: firmness };
  const fact = (label, value) =>
    value ? [el("dt", { text: label }), el("dd", { text: value })] : [];
  const note = el(
    "div",
    { class: "bor-source-note", id, role: "region", hidden: true, "aria-label": source.id },
    el("p", { class: "bor-source-name", text: [source.id, source.name].filter(Boolean).join(" · ") }),
    source.text ? el("p", { class: "bor-source-text", text: source.text }) : null,
    el(
      "dl",
      { class: "bor-source-facts" },
      fact(words.source_paper, source.paper),
      fact(words.source_places, (source.places ?? []).join("; ")),
      fact(words.source_explicitness, [long, source.qualifier].filter(Boolean).join(" ")),
      fact(words.source_who, source.who),
    ),
  );
  const button = el("button", {
    type: "button",
    class: "bor-source-button",
    "aria-expanded": "false",
    "aria-controls": id,
    "aria-label": fill(words.source_button_label, values),
    "data-source": source.id,
    "data-explicitness": source.explicitness,
    text: fill(words.source_button, values),
    on: {
      click: () => {
        note.hidden = !note.hidden;
        button.setAttribute("aria-expanded", String(!note.hidden));
      },
      keydown: (event) => {
        if (event.key !== "Escape" || note.hidden) return;
        event.stopPropagation();
        button.click();
      },
    },
  });
  return el("span", { class: "bor-source" }, button, note);
}

/**
 * Make the host element a panel. In JupyterLab a letter pressed on a slider or a button would
 * act on the notebook ("x" cuts the cell), so plain keys stay inside; Ctrl and Cmd go on.
 */
function panelRoot(root, name) {
  root.classList.add("bor", `bor-${name}`);
  root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  });
  return root;
}

/** A button that opens and closes `region`. */
function opener(button, region, shown = false) {
  region.id ||= uid("region");
  const turn = (open) => {
    region.hidden = !open;
    set(button, { "aria-expanded": String(open), "aria-controls": region.id });
  };
  turn(shown);
  button.addEventListener("click", () => turn(region.hidden));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || region.hidden) return;
    event.stopPropagation();
    turn(false);
  });
  return turn;
}
