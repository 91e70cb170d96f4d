/* Asking for rounds, one at a time: the next is asked for when the last one has been drawn. */
/* global */
/* exported worldPace, readFrame, courseKeys */

/** A round that has not come after so many ms is asked for again. */
const LOST_AFTER = 30000;

/**
 * @param {{send: (message: object) => void, speed: () => number, shown: () => number,
 *   onTurn: () => void, onPause: () => void}} given
 *   `speed` in rounds a second, 0 for as fast as it draws
 */
function worldPace({ send, speed, shown, onTurn, onPause }) {
  let playing = false;
  let target = null;
  let waiting = 0;
  let wish = null;
  let timer = 0;

  function now(message) {
    waiting = performance.now();
    send(message);
  }
  function ask(message) {
    // only the newest wish counts: no queue can grow
    if (waiting && performance.now() - waiting < LOST_AFTER) wish = message;
    else now(message);
  }
  function askNext() {
    timer = 0;
    if (playing) ask({ kind: "next", rounds: target === null ? 1 : Math.max(1, target - shown()) });
  }
  function pause() {
    if (!playing) return;
    playing = false;
    target = null;
    clearTimeout(timer);
    timer = 0;
    wish = null;
    onTurn();
    onPause();
  }
  return {
    ask,
    pause,
    playing: () => playing,
    /** Rounds a second that are shown now, 0 for all that can be drawn. */
    rate: () => (target === null ? speed() : 0),
    /** Play, up to a round or on and on. */
    begin(until = null) {
      playing = true;
      target = until;
      onTurn();
      if (!waiting) askNext();
    },
    /** A round has been drawn: what was wished meanwhile comes first. */
    drawn() {
      const asked = waiting;
      waiting = 0;
      if (wish) {
        const message = wish;
        wish = null;
        now(message);
        return;
      }
      if (!playing || timer) return;
      if (target !== null && shown() >= target) {
        pause();
        return;
      }
      const gap = target === null && speed() ? 1000 / speed() - (performance.now() - asked) : 0;
      timer = setTimeout(askNext, Math.max(0, gap));
    },
    /** There is no further round. */
    ended() {
      waiting = 0;
      pause();
    },
    /** Another world: whatever was asked about the last one is forgotten. */
    reset() {
      playing = false;
      target = null;
      waiting = 0;
      wish = null;
      clearTimeout(timer);
      timer = 0;
    },
    stop: () => clearTimeout(timer),
  };
}

/**
 * Let keys play a course wherever nothing else wants them.
 * @param {HTMLElement} root where they work; on a page of its own also where nothing has the focus
 * @param {Record<string, () => void>} acts what each key does
 * @param {string} besides parts of it that want their keys for themselves
 * @returns {() => void} what takes the keys away again
 */
function courseKeys(root, acts, besides = "") {
  function keys(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const place = event.target;
    if (place.closest?.(`input, select, textarea, summary${besides}`)) return;
    if (event.key === " " && place.closest?.("button, a")) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }
  const body = (event) => { if (event.target === document.body) keys(event); };
  root.addEventListener("keydown", keys);
  if (window.bor) document.addEventListener("keydown", body);
  return () => document.removeEventListener("keydown", body);
}

/** The bytes of a frame from the place `first` on: states, ties, answers, and measures. */
function readFrame(buffers, first, count) {
  const part = (place, Kind) => {
    const view = buffers[first + place];
    return new Kind(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
  };
  const nodes = part(0, Float32Array);
  const follows = part(1, Uint8Array);
  const ends = part(2, Uint16Array);
  const tied = part(3, Uint8Array);
  const who = part(4, Uint16Array);
  const answers = part(5, Uint8Array);
  return {
    states: Array.from({ length: count }, (_, k) => ({
      capability: nodes[4 * k], legitimacy: nodes[4 * k + 1], strength: nodes[4 * k + 2], calm: nodes[4 * k + 3],
      doctrine: follows[2 * k], forced: follows[2 * k + 1] > 0,
    })),
    pairs: Array.from({ length: tied.length / 2 }, (_, k) => ({
      a: ends[2 * k], b: ends[2 * k + 1], strength: tied[2 * k] / 255, state: tied[2 * k + 1],
    })),
    events: Array.from({ length: who.length / 2 }, (_, k) => ({
      one: who[2 * k], other: who[2 * k + 1], grade: answers[6 * k], move: answers[6 * k + 1], rule: answers[6 * k + 2],
      conflict: (answers[6 * k + 3] & 1) > 0, open: (answers[6 * k + 3] & 2) > 0, instrument: answers[6 * k + 4],
    })),
    values: part(6, Float32Array),
  };
}
