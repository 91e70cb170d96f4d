/* Which scene a world begins from, and with which seed. */

function render({ model, el: root }) {
  const words = model.get("words");
  panelRoot(root, "world-start");
  const id = uid("scene");
  const scenes = model.get("scenes");
  const select = el(
    "select",
    {
      id, class: "bor-input", "data-role": "scene",
      on: { change: () => model.send({ kind: "scene", name: select.value }) },
    },
    scenes.map((scene) => el("option", { value: scene.name, text: scene.label })),
  );
  const meaning = el("p", { class: "bor-scene-meaning", "data-role": "scene-meaning" });
  const places = el("p", { class: "bor-muted" });
  const sources = el("p", { class: "bor-scene-sources" });
  const seed = el("span", { class: "bor-muted", "data-role": "seed" });
  const button = (kind) => el("button", {
    type: "button", class: "bor-button", "data-role": `world-${kind}`, text: words[kind],
    on: { click: () => model.send({ kind }) },
  });
  root.append(el(
    "section",
    { class: "bor-card bor-scene", "aria-label": words.panel },
    el("label", { class: "bor-label", for: id, text: words.scene }),
    select, meaning, places, sources,
    el("div", { class: "bor-scene-steps" }, button("again"), button("seed"), seed),
  ));

  function show() {
    const name = model.get("preset");
    const scene = scenes.find((entry) => entry.name === name) ?? scenes[0];
    select.value = scene.name;
    set(meaning, { text: scene.meaning });
    set(places, { text: [scene.places ? `${words.places}: ${scene.places}.` : "", words.ours].filter(Boolean).join(" ") });
    keyed(sources, scene.sources, (source) => `${scene.name}${source.id}`, (source) => ({ node: sourceNote(source, words) }));
    set(seed, { text: fill(words.seed_now, { seed: model.get("seed") }) });
  }
  show();
  return listen(model, ["preset", "seed"], show);
}

export default { render };
