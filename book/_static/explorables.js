/* Wakes the figures with sliders: their answers lie in the page, and no kernel is asked.
 * What draws them is window.BorExplorable, the same script that a notebook runs. */

(() => {
  "use strict";

  const parts = [...document.querySelectorAll("[data-bor-explore]")];
  const { render, style, words } = window.BorExplorable ?? {};
  if (!render) {
    document.documentElement.classList.remove("bor-js");
    return;
  }
  const look = new CSSStyleSheet();
  look.replaceSync(`:host { display: block; } ${style}`);

  /* Values that a page holds; nobody else hears of them. */
  function modelOf(held) {
    const waiting = new Map();
    return {
      get: (name) => held[name],
      set: (name, value) => {
        held[name] = value;
      },
      on: (event, fn) => waiting.set(event, [...(waiting.get(event) ?? []), fn]),
      off: (event, fn) => waiting.set(event, (waiting.get(event) ?? []).filter((known) => known !== fn)),
      send: () => {},
      save_changes: () => {},
    };
  }

  /* An opened source leads on to its entry. */
  function leadOn(root, { entries, entry }) {
    root.addEventListener("click", (event) => {
      const button = event.target.closest?.(".bor-source-button[data-source]");
      const note = button && root.querySelector(`#${CSS.escape(button.getAttribute("aria-controls"))}`);
      if (!note || note.querySelector("a")) return;
      const id = button.dataset.source;
      const page = entries[id[0]];
      if (!page || !/^[A-Z]\d+$/.test(id)) return;
      const line = document.createElement("p");
      const link = document.createElement("a");
      link.href = `${page}#${id}`;
      link.textContent = entry.replace("{id}", id);
      line.append(link);
      note.append(line);
    });
  }

  function wake(part) {
    if (part.dataset.borAwake) return;
    part.dataset.borAwake = "soon";
    try {
      const data = JSON.parse(part.querySelector("script.bor-explore-data").textContent);
      const shadow = part.querySelector(".bor-explored").attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [look];
      const root = document.createElement("div");
      shadow.append(root);
      render({ model: modelOf({ ...data, words }), el: root });
      leadOn(root, data);
      part.dataset.borAwake = "true";
    } catch (fault) {
      // the finding, the words and the numbers of the page come back
      part.dataset.borAwake = "failed";
      console.warn(fault);
    }
  }

  const near = new IntersectionObserver(
    (seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        wake(target);
      }
    },
    { rootMargin: "600px 0px" },
  );
  for (const part of parts) near.observe(part);
  // one after the other, so that a page that was just opened can be scrolled
  const idle = window.requestIdleCallback ?? ((fn) => setTimeout(fn, 50));
  const rest = [...parts];
  const next = () => {
    const part = rest.shift();
    if (!part) return;
    wake(part);
    idle(next);
  };
  window.addEventListener("load", () => idle(next));

  // on paper the numbers are open
  let opened = [];
  window.addEventListener("beforeprint", () => {
    parts.forEach(wake);
    opened = parts.flatMap((part) => [
      ...(part.querySelector(".bor-explored").shadowRoot?.querySelectorAll('.bor-figure-open[aria-expanded="false"]') ?? []),
    ]);
    for (const button of opened) button.click();
  });
  window.addEventListener("afterprint", () => {
    for (const button of opened) button.click();
    opened = [];
  });
})();
