/* What makes a slide fit the window: larger or smaller words, and a main figure in full view. */

/** Slides with a part that Python makes and the window may be too small for. */
const LIVE = ["bench", "quiz"];

/** Sizes of the words in hundredths: they grow on a slide with few, and shrink on a full one. */
const LARGEST = 118;
const SMALLEST = 61;

/** A bench is never made smaller than this beside its usual size; then its figure scrolls. */
const SMALLEST_BENCH = 0.95;
/** Words in a drawing are never made smaller than this beside their usual size. */
const SMALLEST_SIGNS = 0.82;
/** How often a figure may be made smaller before it is left as it is. */
const TRIES = 8;

/** Words stand as large as they fit; the style sheet keeps them readable from the back. */
function fitWords(stage, slide) {
  if (LIVE.includes(slide.dataset.kind)) {
    slide.style.removeProperty("--fit");
    return;
  }
  for (let fit = LARGEST; fit >= SMALLEST; fit -= 3) {
    slide.style.setProperty("--fit", String(fit / 100));
    if (slide.offsetHeight <= stage.clientHeight + 1) break;
  }
}

/**
 * Bring the main figure of the bench on screen into full view: a drawing gets smaller signs, then
 * less width, a bench becomes a little smaller, and what is still too long scrolls in itself. It is called again with every
 * change of size, because a drawing answers to its width only after a moment.
 * @returns {(host: Element) => boolean} whether it has changed something
 */
function benchFitter() {
  let fitted = "";
  let tries = 0;
  let shrunk = 1;
  let scaled = 1;
  let narrow = false;

  function anew(bench, drawing) {
    tries = 0;
    shrunk = 1;
    scaled = 1;
    narrow = false;
    bench.style.setProperty("--slide-shrunk", "1");
    for (const name of ["max-width", "max-height", "overflow", "zoom"]) drawing.style.removeProperty(name);
  }

  return (host) => {
    const bench = [...host.querySelectorAll(".bor-slides-bench")].find((node) => node.offsetParent);
    const drawing = bench?.querySelector(".bor-figure .bor-drawing");
    const foot = host.querySelector(".bor-slide-bar");
    if (!drawing?.offsetWidth || !foot) return false;
    const figure = drawing.closest(".bor-figure");
    const now = [
      window.innerWidth, window.innerHeight, foot.offsetHeight, bench.dataset.slide,
      bench.className, figure.dataset.drawing, host.querySelector(".bor-slide")?.dataset.slide,
    ].join(" ");
    if (now !== fitted) {
      fitted = now;
      anew(bench, drawing);
    }
    const edge = window.innerHeight - foot.offsetHeight - 8;
    const top = figure.getBoundingClientRect().top + window.scrollY;
    host.style.setProperty("--slide-room", `${Math.max(edge - top, 240)}px`);
    const over = top + figure.getBoundingClientRect().height - edge;
    if (over <= 0 || tries >= TRIES) return false;
    tries += 1;
    const height = drawing.getBoundingClientRect().height;
    const share = Math.max((height - over) / height, 0.3);
    const table = drawing.querySelector("table");
    if (!table && scaled > SMALLEST_SIGNS) {
      // the width stays: most drawings become flatter, and their signs a little smaller
      scaled = Math.max(SMALLEST_SIGNS, scaled * Math.max(share, 0.88));
      drawing.style.zoom = String(scaled);
    } else if (!table && !narrow) {
      narrow = true;
      drawing.style.maxWidth = `${Math.floor(drawing.offsetWidth * Math.max(share, 0.6))}px`;
    } else if (shrunk > SMALLEST_BENCH) {
      shrunk = Math.max(SMALLEST_BENCH, shrunk * Math.max(share, 0.9));
      bench.style.setProperty("--slide-shrunk", String(shrunk));
    } else {
      drawing.style.maxHeight = `${Math.floor(drawing.offsetHeight * share)}px`;
      drawing.style.overflow = "auto";
    }
    return true;
  };
}
