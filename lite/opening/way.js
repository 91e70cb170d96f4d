/* The strip above a page of the site: back to the first page, and from lesson to lesson. What the
 * reader changed is kept before they go, so that no question about lost changes comes up. */
"use strict";
window.borWay = (function () {
  const TEXT = {
    label: "Pages of the course",
    first: "All lessons and pages",
    console: "The console",
  };
  const { lessons, playing } = JSON.parse(document.getElementById("bor-way-pages").textContent);
  const here = new URL(window.location.href).searchParams.get("path");
  let app = null;
  let kept = false;
  // a part that still runs goes on writing below its cell; that is no change of the reader's
  window.addEventListener("beforeunload", (event) => { if (kept) event.stopImmediatePropagation(); });

  function link(text, href, kind, full) {
    const node = document.createElement("a");
    node.href = href;
    node.className = `bor-way-${kind}`;
    node.textContent = text;
    if (full) node.title = full;
    node.addEventListener("click", leave);
    return node;
  }
  async function leave(event) {
    const model = app?.shell.currentWidget?.context?.model;
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (elsewhere || !model?.dirty) return;
    event.preventDefault();
    const { href } = event.currentTarget;
    try {
      await app.commands.execute("docmanager:save");
      kept = true;
    } catch {
      // what could not be kept is asked about by the page itself
    }
    window.location.assign(href);
  }

  const strip = document.createElement("nav");
  strip.id = "bor-way";
  strip.setAttribute("aria-label", TEXT.label);
  strip.append(link(TEXT.first, "../index.html", "first"));
  const at = lessons.findIndex(({ path }) => path === here);
  for (const [kind, lesson] of [["before", lessons[at - 1]], ["next", lessons[at + 1]]]) {
    if (at >= 0 && lesson) strip.append(link(lesson.label, `../${lesson.href}`, kind, lesson.title));
  }
  if (here !== playing.path) strip.append(link(TEXT.console, `../${playing.href}`, "console"));
  document.body.prepend(strip);
  document.body.classList.add("bor-way");
  return {
    /** JupyterLab is there. */
    laboratory(given) {
      app = given;
    },
  };
})();
