/* The address that opens the same picture, and work kept in a file. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "link-bar");
  // only a page of its own may change its address; a notebook's belongs to the notebook
  const ownPage = Boolean(window.bor);
  const KEY = "s";

  const button = (name, press) =>
    el("button", { type: "button", class: "bor-button", "data-role": name, text: words[name], on: { click: press } });
  const chooser = el("input", { type: "file", accept: ".json,application/json", class: "bor-hidden", tabindex: -1, "aria-hidden": "true" });
  const result = el("span", { class: "bor-muted bor-link-result", role: "status", dir: "auto" });
  const problem = el("p", { class: "bor-error", role: "status", dir: "auto" });
  const bar = el(
    "div",
    { class: "bor-link-bar-row", role: "group", "aria-label": words.label },
    button("copy", copy),
    button("save", () => model.send({ kind: "save" })),
    button("open", () => chooser.click()),
    chooser,
    result,
  );
  root.append(bar, problem);

  function address() {
    const here = new URL(window.location.href);
    const link = model.get("link");
    if (link) here.searchParams.set(KEY, link);
    else here.searchParams.delete(KEY);
    return here.toString();
  }

  async function copy() {
    const text = ownPage ? address() : model.get("link");
    try {
      await navigator.clipboard.writeText(text);
      set(result, { text: words.copied });
    } catch {
      set(result, { text: words.not_copied });
    }
  }

  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    chooser.value = "";
    if (!file) return;
    if (file.size > model.get("largest")) {
      set(problem, { text: words.unreadable });
      problem.hidden = false;
      return;
    }
    try {
      model.send({ kind: "opened", text: await file.text() });
    } catch {
      set(problem, { text: words.unreadable });
      problem.hidden = false;
    }
  });

  function hear(message) {
    if (message?.kind !== "file") return;
    download(message.name, "application/json", message.text);
    set(result, { text: fill(words.saved, { file: message.name }) });
  }

  let waiting = 0;
  function follow() {
    clearTimeout(waiting);
    // a browser allows an address to change only so often: once a move has come to rest
    waiting = setTimeout(() => {
      if (ownPage && window.location.href !== address()) window.history.replaceState(null, "", address());
    }, 300);
  }
  function show() {
    set(problem, { text: model.get("problem") });
    problem.hidden = !model.get("problem");
  }

  const arrived = ownPage ? new URL(window.location.href).searchParams.get(KEY) : null;
  if (arrived && arrived !== model.get("link")) model.send({ kind: "arrived", link: arrived });
  show();
  // what is not needed for the first view waits for this word
  requestAnimationFrame(() => setTimeout(() => model.send({ kind: "shown" }), 0));
  model.on("msg:custom", hear);
  const stopLink = listen(model, ["link"], follow);
  const stopProblem = listen(model, ["problem"], show);
  return () => {
    clearTimeout(waiting);
    model.off("msg:custom", hear);
    stopLink();
    stopProblem();
  };
}

export default { render };
