/* Network: plates and ties of a board, drawn by networkBoard. */
/* global DRAWERS, el, set, networkBoard */

DRAWERS.network = (host, tools) => {
  const { words } = tools;
  let chosen = "";
  let given = "";
  const net = networkBoard({
    titleId: tools.titleId,
    altId: tools.altId,
    onChoose: (key, kind) => {
      chosen = key;
      net.choose(key);
      tools.act({ kind: "pick", what: kind === "edge" ? "tie" : "node", key });
    },
  });
  host.append(el("div", { class: "bor-net" }, net.parts));

  return {
    draw(data, _drawing, width) {
      // what the reader has chosen stays until the data choose something else
      if (data.chosen !== given) chosen = given = data.chosen;
      set(net.board, { "data-ties": data.ties.length });
      net.draw({
        nodes: data.nodes,
        edges: data.ties,
        looks: data.looks,
        note: data.measured ? words.strength : "",
        hint: words.hint_network,
        chosen,
      }, width);
    },
  };
};
