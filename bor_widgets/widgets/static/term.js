/* Words with their meaning: shown on hover and on focus, kept open by a press, closed by Escape. */

/** How long the pointer may take from the word to its meaning without losing it. */
const TERM_LINGERS = 250;

function buildTerm(term, words) {
  const note = el(
    "div",
    { class: "bor-term-note", id: uid("term"), role: "tooltip", popover: "manual" },
    el("p", { class: "bor-term-text", dir: "auto", text: term.text }),
    el("p", { class: "bor-muted", text: `${words.where}: ${term.id} · ${term.places.join("; ")}` }),
  );
  const button = el("button", {
    type: "button", class: "bor-term", "aria-describedby": note.id, "aria-expanded": "false",
    "data-term": term.id, dir: "auto", text: term.term,
  });
  const node = el("span", { class: "bor-term-place" }, button, note);
  let timer = 0;
  let held = false;
  // a word that is reached by key scrolls into view: its meaning goes along
  const place = () => {
    const word = button.getBoundingClientRect();
    const own = note.getBoundingClientRect();
    const left = Math.max(8, Math.min(word.left, document.documentElement.clientWidth - own.width - 8));
    const below = word.bottom + 6 + own.height <= window.innerHeight;
    note.style.left = `${left}px`;
    note.style.top = `${below ? word.bottom + 6 : Math.max(8, word.top - own.height - 6)}px`;
  };
  // the top layer: a notebook cuts off whatever leaves an output
  const turn = (open) => {
    clearTimeout(timer);
    if (open === (button.getAttribute("aria-expanded") === "true")) return;
    set(button, { "aria-expanded": String(open) });
    if (!open) {
      note.hidePopover();
      window.removeEventListener("scroll", place, true);
      return;
    }
    note.showPopover();
    place();
    window.addEventListener("scroll", place, true);
  };
  const leave = () => {
    timer = setTimeout(() => !held && turn(false), TERM_LINGERS);
  };
  node.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && turn(true));
  node.addEventListener("pointerleave", leave);
  button.addEventListener("focus", () => turn(true));
  button.addEventListener("blur", () => {
    held = false;
    turn(false);
  });
  button.addEventListener("click", () => {
    held = !held;
    turn(held || button.matches(":focus-visible"));
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
    event.stopPropagation();
    held = false;
    turn(false);
  });
  return node;
}

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "terms");
  const label = el("span", { class: "bor-muted", id: uid("terms"), text: words.label });
  const row = el("div", { class: "bor-term-row", role: "group", "aria-labelledby": label.id }, label);
  for (const term of model.get("terms")) row.append(buildTerm(term, words));
  root.append(row);
}

export default { render };
