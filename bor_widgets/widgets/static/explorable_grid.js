/* Reads one answer out of the packed answers of a grid; see charts/explorable_pack.py. */

const GRID_LETTERS =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-./:;=?@[]^_`{|}~";
const GRID_PLACE = new Map([...GRID_LETTERS].map((letter, place) => [letter, place]));

/**
 * The answer at some stops.
 * @param {{shape: number[], values: any[], columns: [number[], string][], tree: any[]}} packed
 * @param {number[]} place the stop of each slider
 */
function gridAnswer(packed, place) {
  const { shape, values, columns, tree } = packed;
  const which = (number) => {
    const [axes, letters] = columns[number];
    let [at, stops] = [0, 1];
    for (const axis of axes) {
      at = at * shape[axis] + place[axis];
      stops *= shape[axis];
    }
    const wide = letters.length / stops;
    let found = 0;
    for (let i = at * wide; i < (at + 1) * wide; i += 1) {
      found = found * GRID_LETTERS.length + GRID_PLACE.get(letters[i]);
    }
    return found;
  };
  const read = ([kind, one, other]) => {
    switch (kind) {
      case "c": return values[one];
      case "d": return Object.fromEntries(Object.entries(one).map(([name, part]) => [name, read(part)]));
      case "l": return one.map(read);
      case "j": return one.map(read).join("");
      case "v": return values[other[which(one)]];
      default: return read(other[which(one)]);
    }
  };
  return read(tree);
}
