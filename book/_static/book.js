/* What every page of the book needs: printing, folds that a link leads into, search without a server. */

(() => {
  "use strict";

  // Opened from a folder, a page may not read other pages: results then come without excerpts.
  if (typeof DOCUMENTATION_OPTIONS !== "undefined" && location.protocol === "file:") {
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
  }

  // An excerpt must not tell what an answer holds.
  if (typeof Search !== "undefined" && Search.htmlToText) {
    const plain = Search.htmlToText;
    Search.htmlToText = (html, anchor) => {
      const page = new DOMParser().parseFromString(html, "text/html");
      page.querySelectorAll("details.bor-answer, details.bor-hint, script").forEach((part) => part.remove());
      return plain(page.documentElement.outerHTML, anchor);
    };
  }

  for (const button of document.querySelectorAll("[data-bor-print]")) {
    button.addEventListener("click", () => window.print());
  }

  // A link into something folded opens it.
  function unfold() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name ? document.getElementById(name) : null;
    for (let at = target?.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  }
  window.addEventListener("hashchange", unfold);
  unfold();

  // On paper the numbers of a picture are open; answers stay as the reader left them.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details.bor-numbers:not([open]), details.bor-why:not([open])")];
    for (const part of opened) part.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const part of opened) part.open = false;
    opened = [];
  });
})();
