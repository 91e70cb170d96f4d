/* How the parts of curves and timelines look and are named. */
/* global THEME, lookOf, textWidth */
/* exported BOLD_NAME, NAME_STEP, partLook, partHead, briefly, widestLine */

const BOLD_NAME = { size: 14, weight: 700 };

/** From one line of a name to the next, in px. */
const NAME_STEP = 17;

const partLook = (part) => lookOf(part.tone) ?? THEME.tone.open;

/** A name with the sign of what the papers leave open. */
const partHead = (part) => (part.tone === "open" || part.open ? `? ${part.label}` : part.label);

/** A text that is read aloud or under a picture: nobody reads ten thousand letters there. */
const briefly = (text) => (text.length > 500 ? `${text.slice(0, 499)}…` : text);

const widestLine = (lines, weight = BOLD_NAME.weight) =>
  Math.max(0, ...lines.map((line) => textWidth(line, BOLD_NAME.size, weight)));
