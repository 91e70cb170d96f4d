/* Where the plates and lines of the network go, in px. No drawing. */
/* global wrapText, textWidth */

const NODE_TEXT = 15;
const NODE_LINE = 19;

/** Size of a plate that holds the name on at most two lines. */
function plateSize(label, room) {
  const rows = wrapText(label, room, { size: NODE_TEXT, weight: 600, most: 2 });
  const widths = rows.map((row) => textWidth(row, NODE_TEXT, 600));
  return { rows, w: Math.max(44, ...widths) + 24, h: Math.max(1, rows.length) * NODE_LINE + 18 };
}

/**
 * Places of all plates: those given, without the empty strips above and below, and only moved
 * as far as plates would touch or leave the picture.
 * @param {number} scale height in px of the square 0..1 in which the places are given
 * @returns {{x: number, y: number, w: number, h: number, rows: string[]}[]} x, y: the middle
 */
function placePlates(nodes, width, height, scale, room) {
  const levels = nodes.map((node) => node.y);
  const middle = (Math.min(...levels) + Math.max(...levels)) / 2;
  const wished = nodes.map((node) => {
    const size = plateSize(node.label, room);
    return { ...size, x: node.x * width, y: height / 2 + (node.y - middle) * scale };
  });
  // between a few plates the sign of a tie finds room, if there is any
  const gaps = nodes.length <= 6 ? [32, 10] : [10];
  let plates = [];
  for (const gap of gaps) {
    plates = wished.map((plate) => ({ ...plate }));
    if (partPlates(plates, width, height, gap)) break;
  }
  return plates;
}

/** Move plates apart until `gap` px lie between them. @returns {boolean} whether they found room */
function partPlates(plates, width, height, gap) {
  const inside = (plate) => {
    plate.x = Math.min(Math.max(plate.x, plate.w / 2 + 2), width - plate.w / 2 - 2);
    plate.y = Math.min(Math.max(plate.y, plate.h / 2 + 2), height - plate.h / 2 - 2);
  };
  plates.forEach(inside);
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    plates.forEach((a, i) => plates.slice(i + 1).forEach((b) => {
      const across = (a.w + b.w) / 2 + gap - Math.abs(a.x - b.x);
      const down = (a.h + b.h) / 2 + gap - Math.abs(a.y - b.y);
      if (across <= 0.5 || down <= 0.5) return;
      moved = true;
      const way = down <= across ? "y" : "x";
      const step = (Math.min(across, down) / 2) * (a[way] <= b[way] ? 1 : -1);
      a[way] -= step;
      b[way] += step;
      inside(a);
      inside(b);
    }));
    if (!moved) return true;
  }
  return false;
}

/** Share of the way from the middle of `a` towards `b` that its own plate covers. */
function covered(a, b) {
  const across = Math.abs(b.x - a.x) / (a.w / 2 || 1);
  const down = Math.abs(b.y - a.y) / (a.h / 2 || 1);
  return Math.min(0.5, 1 / Math.max(across, down, 2));
}

/**
 * A line between two plates, moved sideways by `aside` px. It begins and ends under the
 * plates, so that it meets them without a gap; `along(0..1)` is a place on the part one sees.
 */
function lineBetween(a, b, aside) {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const off = { x: (-(b.y - a.y) / length) * aside, y: ((b.x - a.x) / length) * aside };
  const [from, to] = [covered(a, b), 1 - covered(b, a)];
  const at = (share) => ({
    x: a.x + (b.x - a.x) * share + off.x, y: a.y + (b.y - a.y) * share + off.y,
  });
  return { start: at(0), end: at(1), along: (share) => at(from + (to - from) * share) };
}

/** Where on a line its sign goes: near the middle, off other signs and off all plates. */
function placeSign(line, signs, plates) {
  const free = (spot) =>
    signs.every((sign) => Math.hypot(sign.x - spot.x, sign.y - spot.y) > 29) &&
    plates.every((plate) =>
      Math.abs(plate.x - spot.x) > plate.w / 2 + 14 || Math.abs(plate.y - spot.y) > plate.h / 2 + 14);
  const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78].map(line.along);
  const spot = spots.find(free) ?? spots[0];
  signs.push(spot);
  return spot;
}
