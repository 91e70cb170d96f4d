/* Where the periods and the events of a row of a timeline stand, so that nothing is covered. */
/* global wrapText, textWidth, BOLD_NAME, NAME_STEP, partHead, widestLine */
/* exported placePeriods, placeEvents */

/** Events are moved down in steps of so many px. */
const EVENT_UNIT = 6;

/** The first row in which [from, to] is free for `count` rows from there on; -1 if none. */
function freeRow(rows, [from, to], count, most) {
  const clear = (row) => !(rows[row] ?? []).some(([a, b]) => from < b && a < to);
  for (let at = 0; at + count <= most; at += 1) {
    if (Array.from({ length: count }, (_none, index) => at + index).every(clear)) return at;
  }
  return -1;
}

function takeRows(rows, at, count, stretch) {
  for (let row = at; row < at + count; row += 1) (rows[row] ??= []).push(stretch);
}

/**
 * Boxes of periods below each other where they overlap.
 * @returns {[object[], number]} the places, and where the next thing may stand
 */
function placePeriods(spans, top, { toX, yearsOf }) {
  const rows = [];
  const placed = spans.map((span) => {
    const [x, end] = [toX(span.start), toX(span.end)];
    const text = partHead(span);
    const lines = wrapText(text, end - x - 10, BOLD_NAME);
    const fits = lines.length < 5 && lines.join(" ") === text.replace(/\s+/g, " ").trim();
    // the years under the name, where there is room for both
    const dated = fits && textWidth(yearsOf(span), 14) < end - x - 10;
    if (dated) lines.push(yearsOf(span));
    const row = freeRow(rows, [x + 0.5, end - 0.5], 1, spans.length);
    takeRows(rows, row, 1, [x + 0.5, end - 0.5]);
    return { span, x, w: end - x, lines, fits, dated, row };
  });
  const named = placed.filter((place) => place.fits);
  const tall = Math.max(1, ...named.map((place) => place.lines.length)) * NAME_STEP + 18;
  for (const place of placed) [place.y, place.h] = [top + place.row * (tall + 4), tall];
  return [placed, top + rows.length * (tall + 4)];
}

/**
 * Dots with a name on one of their sides, as high as there is room.
 * @returns {[object[], number]} the places, and where the next thing may stand
 */
function placeEvents(events, top, { toX, left, width }) {
  const rows = [];
  const most = 110;
  const placed = events.map((event) => {
    const [x, end] = [toX(event.year), toX(event.end ?? event.year)];
    // on one of its two sides there is always room for a name of this width
    const room = Math.max(60, Math.min(220, width * 0.55, Math.max(x - 20, width - end - 16)));
    const lines = wrapText(partHead(event), room, { size: 14, most: 3 });
    const w = widestLine(lines, 400);
    const count = Math.ceil((lines.length * NAME_STEP + 5) / EVENT_UNIT);
    const [best] = [[x - 11, end + 16 + w, 1], [x - 16 - w, end + 11, -1]]
      .filter(([from, to]) => from >= left - 12 && to <= width + 4)
      .map(([from, to, side]) => ({ from, to, side, row: freeRow(rows, [from, to], count, most) }))
      .filter((option) => option.row >= 0)
      .sort((a, b) => a.row - b.row);
    // no room for its name: the dot still tells it when pointed at, and so does the table
    const stretch = best ? [best.from, best.to] : [x - 11, end + 11];
    const row = best ? best.row : Math.max(0, freeRow(rows, stretch, 4, most + 60));
    takeRows(rows, row, best ? count : 4, stretch);
    return {
      event, x, end, stretch, side: best?.side ?? 0, lines: best ? lines : [],
      y: top + row * EVENT_UNIT + 12, h: best ? lines.length * NAME_STEP : NAME_STEP,
    };
  });
  return [placed, top + rows.length * EVENT_UNIT];
}
