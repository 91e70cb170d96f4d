// When Python has stopped, the server may know why: it is asked, and its sentence is shown.
"use strict";
(function () {
  const page = document.documentElement;
  let asked = "";

  async function why() {
    const { baseUrl, kernelId } = document.body.dataset;
    if (!kernelId || asked === kernelId) return;
    asked = kernelId;
    let answer;
    try {
      answer = await (await fetch(`${baseUrl}ended/${kernelId}`, { cache: "no-store" })).json();
    } catch {
      return; // the server has gone as well: what stands there already says enough
    }
    const text = document.getElementById("bor-trouble-text");
    if (answer.words && text && page.dataset.borState === "stopped") text.textContent = answer.words;
  }

  new MutationObserver(() => { if (page.dataset.borState === "stopped") why(); })
    .observe(page, { attributes: true, attributeFilter: ["data-bor-state"] });
})();
