/* The network of ties, drawn by networkBoard. */
/* global THEME, el, set, uid, listen, eachFrame, networkBoard */

function render({ model, el: root }) {
  const stem = uid("net");
  const words = () => model.get("words");
  const title = el("figcaption", { class: "bor-title", id: `${stem}-title` });
  const alt = el("p", { class: "bor-hidden", id: `${stem}-alt` });
  const net = networkBoard({
    titleId: title.id,
    altId: alt.id,
    onChoose: (key) => select(model.get("selected") === key ? "" : key),
    onLeave: () => select(""),
  });
  const figure = el("figure", { class: "bor bor-card bor-net" }, title, net.parts, alt);
  root.append(figure);

  function select(key) {
    model.set("selected", key);
    model.save_changes();
  }

  function lookOfTie(tone) {
    const look = THEME.response[tone] ?? THEME.tie[tone] ?? THEME.tie.open;
    return { ...look, meaning: words()[`tone_${tone}`] ?? tone };
  }

  const repaint = eachFrame(() => {
    const nodes = model.get("nodes") ?? [];
    const edges = (model.get("edges") ?? []).map((edge) => ({
      ...edge,
      key: `${edge.source}--${edge.target}`,
      width: Math.max(0, Math.min(1, Number(edge.strength) || 0)),
    }));
    set(title, { text: model.get("title") });
    set(alt, { text: model.get("alt") });
    set(net.board, { "data-title": model.get("title"), "data-alt": model.get("alt") });
    // a stage that was hidden while there was nothing to show has no width
    net.stage.hidden = nodes.length === 0;
    net.draw({
      nodes, edges,
      looks: Object.fromEntries(edges.map((edge) => [edge.tone, lookOfTie(edge.tone)])),
      note: words().width,
      hint: nodes.length ? words().hint : words().empty,
      chosen: model.get("selected"),
    }, Math.round(figure.clientWidth && net.stage.clientWidth));
  });

  const stops = [
    listen(model, ["title", "alt", "nodes", "edges", "words"], () => repaint()),
    listen(model, ["selected"], () => net.choose(model.get("selected"))),
  ];
  const sizes = new ResizeObserver(() => repaint());
  sizes.observe(figure);
  repaint();

  return () => {
    stops.forEach((stop) => stop());
    sizes.disconnect();
    repaint.cancel();
    figure.remove();
  };
}

export default { render };
