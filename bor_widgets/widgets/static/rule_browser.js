/* Reading the papers by rule: what a row says before its name. */

function render({ model, el: root }) {
  return recordBrowser({
    model,
    root,
    name: "rule-browser",
    rowHead: (record, { words }) => [
      el("span", { class: "bor-record-kind", text: words[`kind_${record.kind}`] }),
      record.explicitness
        ? el("span", { class: "bor-record-firm", "data-explicitness": record.explicitness, text: words[`explicitness_${record.explicitness}`] })
        : null,
      el("span", { class: "bor-record-papers", text: (record.papers ?? []).join(" + ") }),
      record.theirs ? el("span", { class: "bor-badge", text: words.theirs }) : null,
    ],
  });
}

export default { render };
