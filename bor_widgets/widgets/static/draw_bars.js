/* Bars of restraint on a board, drawn by restraintBoard. */
/* global DRAWERS, el, set, uid, restraintBoard */

DRAWERS.bars = (host, tools) => {
  let words = {};
  const { stage, board, draw } = restraintBoard({
    titleId: tools.titleId, altId: tools.altId, stem: uid("bars"), words: () => words,
  });
  host.append(el("div", { class: "bor-bars" }, stage));

  return {
    draw(data, _drawing, width) {
      words = data.words;
      set(board, { "data-bars": data.bars.length });
      draw(data.bars, width);
    },
  };
};
