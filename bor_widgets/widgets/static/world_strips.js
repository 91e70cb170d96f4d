/* Measures by round, one strip each, over one line of time. */
/* global THEME, el, set, fill, keyed, sourceNote */
/* exported worldStrips, roundsShown */

/** How many rounds the line of time shows: it grows by steps, so that it does not creep. */
function roundsShown(round) {
  return [20, 50, 100, 200, 500, 1000, 2000].find((most) => round <= most) ?? Math.ceil(round / 1000) * 1000;
}

/** A round number that is not less than the value. */
function niceTop(value) {
  return [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].find((top) => value <= top) ?? Math.ceil(value);
}

const EDGE = 12;

/** `two` draws a second world beside the first, dashed. */
function worldStrips({ words, looks, measures, sources, onLook, onPick, two = false }) {
  const ink = looks.colours;
  const known = new Map(measures.map((measure) => [measure.name, measure]));
  const list = el("ul", { class: "bor-run-strip-list" });
  const add = el("select", {
    class: "bor-input", "aria-label": words.add_measure, "data-role": "add-measure",
    on: { change: () => { if (add.value) onPick([...picked, add.value].slice(-4)); } },
  });
  const node = el(
    "section",
    { class: "bor-card bor-run-strips", "aria-label": words.measures },
    el("div", { class: "bor-run-strips-head" },
      el("h2", { class: "bor-title", text: words.measures }),
      el("p", { class: "bor-muted", text: words.measures_hint }), add),
    list,
  );
  const lines = [0, 1].slice(0, two ? 2 : 1).map((which) => ({
    colour: which ? ink.shock : ink.accent,
    dash: which ? [5, 3] : [],
    held: new Map(measures.map((measure) => [measure.name, []])),
  }));
  let picked = [];
  let state = { shown: 0, round: 0, shocks: [] };
  let rows = [];

  function build(name) {
    const measure = known.get(name);
    const canvas = el("canvas", { class: "bor-run-strip-canvas", role: "img" });
    const value = el("span", { class: "bor-run-strip-value", "data-role": "measure-value", "data-measure": name });
    const remove = el("button", {
      type: "button", class: "bor-help-button", text: "\u00d7", "aria-label": fill(words.remove_measure, measure),
      on: { click: () => onPick(picked.filter((entry) => entry !== name)) },
    });
    const buttons = el("span", { class: "bor-run-strip-sources" }, measure.rules.map((rule) => sourceNote(sources[rule], words)));
    const row = el(
      "li",
      { class: "bor-run-strip" },
      el("div", { class: "bor-run-strip-words" },
        el("span", { class: "bor-run-strip-label", title: measure.meaning, text: measure.label }),
        value, remove, buttons),
      el("div", { class: "bor-run-strip-frame" }, canvas),
    );
    const look = (event) => {
      const box = canvas.getBoundingClientRect();
      const share = (event.clientX - box.left - EDGE) / Math.max(1, box.width - 2 * EDGE);
      onLook(Math.max(0, Math.min(state.round, Math.round(share * roundsShown(state.round)))));
    };
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      look(event);
    });
    canvas.addEventListener("pointermove", (event) => { if (event.buttons) look(event); });
    return { node: row, canvas, value, name, measure };
  }

  function paint(row) {
    const { canvas, name } = row;
    const box = canvas.parentNode.getBoundingClientRect();
    if (box.width < 40) return;
    const zoom = Math.min(2, window.devicePixelRatio || 1);
    const [width, height] = [box.width, 46];
    if (canvas.width !== Math.round(width * zoom)) {
      canvas.width = Math.round(width * zoom);
      canvas.height = Math.round(height * zoom);
    }
    const pen = canvas.getContext("2d");
    pen.setTransform(zoom, 0, 0, zoom, 0, 0);
    pen.clearRect(0, 0, width, height);
    const most = roundsShown(state.round);
    let top = 0;
    for (const { held } of lines) for (const value of held.get(name)) if (value > top) top = value;
    top = niceTop(top);
    const x = (round) => EDGE + (round / most) * (width - 2 * EDGE);
    const y = (value) => height - 4 - (value / top) * (height - 12);
    pen.fillStyle = ink.sunken;
    pen.fillRect(EDGE, 4, width - 2 * EDGE, height - 8);
    for (const [round] of state.shocks) {
      pen.strokeStyle = ink.shock;
      pen.setLineDash([3, 3]);
      pen.beginPath();
      pen.moveTo(x(round), 2);
      pen.lineTo(x(round), height - 2);
      pen.stroke();
      pen.setLineDash([]);
      pen.fillStyle = ink.shock;
      pen.beginPath();
      pen.moveTo(x(round) - 4, 0);
      pen.lineTo(x(round) + 4, 0);
      pen.lineTo(x(round), 7);
      pen.fill();
    }
    for (const { held, colour, dash } of lines) {
      const values = held.get(name);
      // more rounds than pixels: two points for each pixel are enough
      const step = Math.max(1, Math.floor(values.length / Math.max(1, (x(values.length) - EDGE) * 2)));
      let open = false;
      pen.beginPath();
      for (let k = 0; k < values.length; k += step) {
        if (!Number.isFinite(values[k])) { open = false; continue; }
        if (open) pen.lineTo(x(k + 1), y(values[k]));
        else pen.moveTo(x(k + 1), y(values[k]));
        open = true;
      }
      pen.strokeStyle = colour;
      pen.setLineDash(dash);
      pen.lineWidth = 1.8;
      pen.lineJoin = "round";
      pen.stroke();
    }
    pen.setLineDash([]);
    pen.strokeStyle = ink.ink;
    pen.lineWidth = 1.2;
    pen.beginPath();
    pen.moveTo(x(state.shown), 1);
    pen.lineTo(x(state.shown), height - 1);
    pen.stroke();
    const now = lines.map(({ held }) => held.get(name)[state.shown - 1]);
    now.forEach((value, which) => {
      if (!Number.isFinite(value)) return;
      pen.beginPath();
      pen.arc(x(state.shown), y(value), 4, 0, 2 * Math.PI);
      pen.fillStyle = lines[which].colour;
      pen.fill();
      pen.strokeStyle = ink.card;
      pen.lineWidth = 1.5;
      pen.stroke();
    });
    pen.font = `11px ${THEME.font}`;
    pen.fillStyle = ink.muted;
    pen.textAlign = "start";
    pen.fillText(String(top), EDGE + 3, 15);
    const one = (value) => (Number.isFinite(value) ? value.toFixed(top <= 0.05 ? 4 : 2) : words.no_value);
    const told = state.shown ? now.map(one).join(" | ") : "\u2013";
    set(row.value, { text: told });
    set(canvas, { "aria-label": `${row.measure.label}: ${told}` });
  }
  const paintAll = () => rows.forEach(paint);
  const watcher = new ResizeObserver(paintAll);
  watcher.observe(list);

  return {
    node,
    /** Take in rows of every measure from the round `since` on. */
    take(values, since, which = 0) {
      const width = measures.length;
      const count = values.length / width;
      measures.forEach((measure, k) => {
        const held = lines[which].held.get(measure.name);
        held.length = Math.min(held.length, since);
        for (let row = 0; row < count; row += 1) held.push(values[row * width + k]);
      });
    },
    show(next) {
      state = next;
      for (const { held } of lines) for (const kept of held.values()) kept.length = Math.min(kept.length, state.round);
      paintAll();
    },
    pick(names) {
      picked = names;
      rows = keyed(list, names, (name) => name, build);
      const rest = measures.filter((measure) => !names.includes(measure.name));
      add.replaceChildren(
        el("option", { value: "", text: words.add_measure }),
        ...rest.map((measure) => el("option", { value: measure.name, text: measure.label })),
      );
      paintAll();
    },
    stop: () => watcher.disconnect(),
  };
}
