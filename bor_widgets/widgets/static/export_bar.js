/* The row of buttons for going back and for saving. */
/* global el, svg, set, fill, listen, announcer, download, svgToFile */

/** Outlines on a square of 16, so that no sign depends on the reader's fonts. */
const SIGNS = {
  undo: "M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7",
  redo: "M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9",
  reset: "M3 8a5 5 0 1 0 1.8-3.9M3 2v3.5h3.5",
  save: "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11",
  copy: "M5.5 5.5h8v8h-8zM2.5 10.5v-8h8",
};

function render({ model, el: root }) {
  const words = () => model.get("words");
  const ask = (message) => model.send(message);

  function button(name, sign, press) {
    const label = el("span", {});
    const node = el("button", {
      type: "button", class: "bor-button", "data-role": name, on: { click: press },
    }, svg("svg", { class: "bor-export-sign", viewBox: "0 0 16 16", "aria-hidden": "true" },
      svg("path", { d: SIGNS[sign] })), label);
    return { node, label };
  }

  const steps = {
    undo: button("undo", "undo", () => ask({ kind: "undo" })),
    redo: button("redo", "redo", () => ask({ kind: "redo" })),
    reset: button("reset", "reset", () => ask({ kind: "reset" })),
  };
  const files = {
    svg: button("svg", "save", () => savePicture("svg")),
    png: button("png", "save", () => savePicture("png")),
    csv: button("csv", "save", () => ask({ kind: "csv", use: "save" })),
    json: button("json", "save", () => ask({ kind: "json", use: "save" })),
    md: button("md", "save", () => ask({ kind: "md", use: "save" })),
    copy: button("copy", "copy", () => ask({ kind: "csv", use: "copy" })),
  };
  const group = (...children) => {
    const name = el("span", { class: "bor-export-name" });
    const node = el("div", { class: "bor-export-group", role: "group" }, name, ...children);
    return { node, name };
  };
  const history = el("div", { class: "bor-export-group", role: "group" },
    ...Object.values(steps).map((step) => step.node));
  const pictures = group(files.svg.node, files.png.node);
  const numbers = group(files.csv.node, files.json.node, files.md.node, files.copy.node);
  const result = el("span", { class: "bor-export-result bor-muted", "data-role": "export-result" });
  const bar = el("div", { class: "bor bor-export", role: "toolbar" },
    history, pictures.node, numbers.node, result);
  root.append(bar);
  const say = announcer(bar);
  let fading = 0;

  function show(text) {
    clearTimeout(fading);
    set(result, { text });
    say(text);
    fading = setTimeout(() => set(result, { text: "" }), 8000);
  }

  /** The drawing to save: the page's chosen one, or the first of ours. */
  function picture() {
    const page = bar.closest("[data-bor-root], .bor-root") ?? document;
    return page.querySelector("[data-bor-export] svg:not([aria-hidden])")
      ?? page.querySelector("svg[data-title]") ?? page.querySelector("svg:not([aria-hidden])");
  }

  async function savePicture(kind) {
    const drawing = picture();
    if (!drawing) {
      show(words().no_picture);
      return;
    }
    const name = model.get("picture_name");
    try {
      await svgToFile(drawing, name, kind);
      show(fill(words().done_save, { file: `${name}.${kind}` }));
    } catch {
      show(words().failed_picture);
    }
  }

  /** Where the browser refuses its clipboard, the older way through a selected text. */
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const before = document.activeElement;
      const field = el("textarea", { class: "bor-hidden", readonly: true });
      field.value = text;
      bar.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      before?.focus?.({ preventScroll: true });
      return done;
    }
  }

  async function hear(message) {
    if (message?.kind === "failed") show(message.text);
    if (message?.kind !== "file") return;
    if (message.use === "copy") {
      show((await copy(message.text)) ? words().done_copy : words().failed_copy);
    } else {
      download(message.name, message.type, message.text);
      show(fill(words().done_save, { file: message.name }));
    }
  }

  function update() {
    set(bar, { "aria-label": words().label });
    for (const [name, step] of Object.entries(steps)) {
      set(step.label, { text: words()[name] });
      step.node.disabled = !model.get(`can_${name}`);
    }
    for (const [kind, file] of Object.entries(files)) {
      set(file.label, { text: words()[kind] });
      const label = kind === "copy" ? null : fill(words().save_as, { kind: words()[kind] });
      set(file.node, { "aria-label": label, title: label });
    }
    files.md.node.hidden = !model.get("has_text");
    set(pictures.name, { text: words().picture });
    set(pictures.node, { "aria-label": words().picture });
    set(numbers.name, { text: words().numbers });
    set(numbers.node, { "aria-label": words().numbers, hidden: !model.get("has_numbers") });
  }

  model.on("msg:custom", hear);
  const stop = listen(model, ["can_undo", "can_redo", "can_reset", "has_numbers", "has_text", "words"], update);
  update();

  return () => {
    stop();
    model.off("msg:custom", hear);
    clearTimeout(fading);
    say.cancel();
    bar.remove();
  };
}

export default { render };
