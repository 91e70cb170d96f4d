/* The tensions: a row says between which passages it lies. */

function render({ model, el: root }) {
  return recordBrowser({
    model,
    root,
    name: "tension-board",
    elsewhere: "rules.ipynb",
    rowHead: (record, { words }) => [
      el("span", { class: "bor-record-kind", text: record.where === "between" ? words.between : words.within }),
      el("span", { class: "bor-record-papers", text: record.papers.join(" \u2194 ") }),
    ],
  });
}

export default { render };
