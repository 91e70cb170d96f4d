/* What a hand moves goes ahead of Python: while it drags, and for a moment after a key or a
 * drag, an answer may belong to an earlier place and must not throw the part back. */
/* exported steadyHand */

/** For so many ms after the last move Python's answers wait. */
const HAND_AT_WORK = 250;

/**
 * @param {SVGElement} board catches the pointer; its width attribute is the drawing's own
 * @param {{node: Element, follow: (x: number, y: number) => void, take: () => void}} hand
 *   `node` gets the focus, `follow` brings it to a place of the drawing in px, `take` brings
 *   it to where Python says
 */
function steadyHand(board, { node, follow, take }) {
  let pointer = null;
  let movedAt = -1e9;
  let waiting = false;
  let timer = 0;

  function lead(event) {
    const box = board.getBoundingClientRect();
    const zoom = box.width / Number(board.getAttribute("width")) || 1;
    follow((event.clientX - box.left) / zoom, (event.clientY - box.top) / zoom);
  }
  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (pointer !== null) return;
      waiting = false;
      take();
    }, HAND_AT_WORK + 10);
  }
  board.addEventListener("pointermove", (event) => {
    if (event.pointerId === pointer) lead(event);
  });
  for (const kind of ["pointerup", "pointercancel", "lostpointercapture"]) {
    board.addEventListener(kind, (event) => {
      if (event.pointerId !== pointer) return;
      pointer = null;
      // an answer came while the part was held: without this nobody would look at it again
      if (waiting) later();
    });
  }

  return {
    /** Take hold of the part with a pointer. */
    press(event) {
      if (event.button !== 0 || pointer !== null) return;
      event.preventDefault();
      pointer = event.pointerId;
      board.setPointerCapture(pointer);
      node.focus({ preventScroll: true });
      lead(event);
    },
    moved: () => {
      movedAt = performance.now();
    },
    /** Python has answered: take it now, or once the hand is quiet. @returns {boolean} taken? */
    answered() {
      clearTimeout(timer);
      waiting = pointer !== null || performance.now() - movedAt <= HAND_AT_WORK;
      if (waiting) later();
      else take();
      return !waiting;
    },
    stop: () => clearTimeout(timer),
  };
}
