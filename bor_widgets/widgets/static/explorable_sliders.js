/* Sliders as real range inputs: label, value, ends, and what the value means to a listener. */
/* global el, set, fill, uid, helpNote */

/** One slider. `onMove(position)` hears every move; a position is a stop's place or a number. */
function exploreSlider(spec, words, onMove) {
  const id = uid("explore");
  const output = el("output", { for: id, class: "bor-explore-value", dir: "auto" });
  const input = el("input", {
    type: "range", id, class: "bor-explore-range", "data-slider": spec.name,
    on: { input: () => onMove(Number(input.value)) },
  });
  const help = helpNote(
    `${words.help} ${spec.label}`,
    el("p", { dir: "auto", text: spec.meaning }),
    spec.places.length ? el("p", { class: "bor-muted", text: `${words.places}: ${spec.places.join("; ")}` }) : null);
  const number = (value) => String(value).replace("-", "−");
  const [first, last] = [spec.texts[0], spec.texts.at(-1)];
  // of words the value itself says enough
  const ends = spec.numeric ? [spec.low_label || first, spec.high_label || last] : ["", ""];
  const scale = spec.numeric && !spec.whole
    ? el("span", { class: "bor-explore-scale bor-muted", text: fill(words.scale, { low: number(spec.low), high: number(spec.high) }) })
    : null;
  const node = el("div", { class: "bor-explore-slider", "data-field": spec.name },
    el("div", { class: "bor-explore-head" },
      el("label", { for: id, class: "bor-label", dir: "auto", text: spec.label }), help.button),
    scale,
    input,
    el("div", { class: "bor-explore-ends" },
      el("span", { class: "bor-muted", dir: "auto", text: ends[0], "aria-hidden": "true" }), output,
      el("span", { class: "bor-muted", dir: "auto", text: ends[1], "aria-hidden": "true" })),
    help.note);
  return {
    node,
    /** Show a position and its value in words; `live` sliders walk through the whole range. */
    show: (position, text, live) => {
      const free = live && spec.numeric;
      set(input, {
        min: free ? spec.low : 0,
        max: free ? spec.high : spec.stops.length - 1,
        step: free && !spec.whole ? 0.01 : 1,
        "aria-valuetext": text,
      });
      if (Number(input.value) !== position) input.value = String(position);
      set(output, { text });
    },
  };
}
