/* Draws the figures of a page when they come near. One script for the whole site, fetched once. */

window.BorFigures = (() => {
  "use strict";

  const PLOTLY = new URL("plotly.min.js", document.currentScript.src).href;
  const NARROW = 520;
  const CONFIG = { displaylogo: false, responsive: true, showSendToCloud: false, modeBarButtonsToRemove: ["select2d", "lasso2d"] };
  let asked = null;

  function plotly() {
    asked ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = PLOTLY;
      script.addEventListener("load", () => resolve(window.Plotly));
      script.addEventListener("error", () => reject(new Error("the script for pictures did not arrive")));
      document.head.append(script);
    });
    return asked;
  }

  /* Break a text between words into lines of about so many letters. */
  function broken(text, letters) {
    const lines = [""];
    for (const word of String(text).split(" ")) {
      const last = lines.length - 1;
      if (lines[last] && lines[last].length + word.length >= letters) lines.push(word);
      else lines[last] = `${lines[last]} ${word}`.trim();
    }
    return lines.join("<br>");
  }

  /* Texts beside lying bars need room on the right, or they are cut at the picture's edge. */
  function withRoom(data, letters) {
    const lying = (trace) => trace.type === "bar" && trace.orientation === "h";
    if (!data.some(lying)) return { data, room: 0 };
    const told = data.map((trace) => {
      if (!lying(trace)) return trace;
      const text = Array.isArray(trace.text) ? trace.text.map((entry) => broken(entry, letters)) : trace.text;
      const names = Array.isArray(trace.y) ? trace.y.map((name) => (typeof name === "string" ? broken(name, letters) : name)) : trace.y;
      return { ...trace, text, y: names };
    });
    const longest = told
      .filter((trace) => lying(trace) && Array.isArray(trace.text))
      .flatMap((trace) => trace.text.flatMap((entry) => String(entry).split("<br>")))
      .reduce((most, line) => Math.max(most, line.length), 0);
    return { data: told, room: longest * 6 };
  }

  /* Data and layout for the width at hand: on a phone letters are smaller, and names break. */
  function fitted(data, layout, width) {
    const narrow = width < NARROW;
    const named = layout.yaxis?.type === "category" || !layout.annotations?.length;
    const { data: told, room } = named ? withRoom(data, narrow ? 14 : 24) : { data, room: 0 };
    const margin = { ...layout.margin };
    margin.r = Math.max(margin.r ?? 24, Math.min(room, width / 4));
    if (!narrow) return { data: told, layout: { ...layout, margin } };
    margin.l = Math.min(margin.l ?? 60, 52);
    margin.r = Math.max(10, Math.min(room, width / 5));
    const short = told.map((trace) => (trace.name ? { ...trace, name: broken(trace.name, 34) } : trace));
    return { data: short, layout: { ...layout, margin, font: { ...layout.font, size: 11 } } };
  }

  /* Show data and layout in a figure of the page. Called again with others, it moves what is there. */
  async function show(figure, { data, layout }) {
    const place = figure.querySelector(".bor-plot");
    const drawn = await plotly();
    const fit = fitted(data, layout, place.clientWidth);
    await drawn.react(place, fit.data, fit.layout, CONFIG);
    figure.dataset.borDrawn = "true";
  }

  /* What a figure holds in the page. */
  function held(figure) {
    return JSON.parse(figure.querySelector(".bor-plot-data").textContent);
  }

  async function draw(figure) {
    if (figure.dataset.borDrawn) return;
    figure.dataset.borDrawn = "soon";
    try {
      await show(figure, held(figure));
    } catch {
      // without a picture its words and numbers remain
      figure.dataset.borDrawn = "failed";
      const words = figure.querySelector("details.bor-numbers");
      if (words) words.open = true;
    }
  }

  const figures = [...document.querySelectorAll("figure.bor-figure")];
  if (figures.length) {
    const near = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          draw(target);
        }
      },
      { rootMargin: "800px 0px" },
    );
    for (const figure of figures) near.observe(figure);
    // paper has no nearness; the script is there by then, since it came with the first figure
    window.addEventListener("beforeprint", () => figures.forEach(draw));
    window.addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => plotly().catch(() => {})));
  }

  return { show, held, draw };
})();
