/* The restraint bars, drawn by restraintBoard. */
/* global el, set, uid, listen, eachFrame, restraintBoard */

function render({ model, el: root }) {
  const stem = uid("bars");
  const words = () => model.get("words");
  const title = el("figcaption", { class: "bor-title", id: `${stem}-title` });
  const alt = el("p", { class: "bor-hidden", id: `${stem}-alt` });
  const empty = el("p", { class: "bor-muted" });
  const { stage, board, draw } = restraintBoard({ titleId: title.id, altId: alt.id, stem, words });
  const figure = el("figure", { class: "bor bor-card bor-bars" }, title, stage, empty, alt);
  root.append(figure);

  const repaint = eachFrame(() => {
    const bars = model.get("bars") ?? [];
    set(title, { text: model.get("title") });
    set(alt, { text: model.get("alt") });
    set(board, { "data-title": model.get("title"), "data-alt": model.get("alt") });
    set(empty, { text: words().empty, hidden: bars.length > 0 });
    // a stage that was hidden while there was nothing to show has no width
    stage.hidden = bars.length === 0;
    draw(bars, Math.round(stage.clientWidth));
  });

  const stop = listen(model, ["title", "alt", "bars", "words"], () => repaint());
  const sizes = new ResizeObserver(() => repaint());
  sizes.observe(figure);
  repaint();

  return () => {
    stop();
    sizes.disconnect();
    repaint.cancel();
    figure.remove();
  };
}

export default { render };
