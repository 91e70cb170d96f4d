/* How a table of verdicts uses its width: the label takes what it needs, the verdicts share the
 * rest, their signs move above their words, and where it is too narrow each row is a block. */
/* global set, textWidth */
/* exported cellsLayout */

/**
 * @param {Element} node the drawing, which is told how it is laid out
 * @param {Element} labelColumn
 * @returns {(data: object, width: number) => boolean} lays it out; are its rows blocks?
 */
function cellsLayout(node, labelColumn) {
  const wordWidth = new Map();
  let size = 15;
  let blocks = false;
  let blocksFor = "";

  /** How wide the longest word of a text is. */
  function widest(text, weight) {
    return Math.max(...text.slice(0, 400).split(/[\s\u2010-\u2014/-]+/).map((word) => {
      const key = `${weight} ${size} ${word}`;
      if (wordWidth.size > 2000) wordWidth.clear();
      if (!wordWidth.has(key)) wordWidth.set(key, Math.min(150, textWidth(word, size, weight)));
      return wordWidth.get(key);
    }));
  }

  return (data, width) => {
    const count = data.columns.length;
    size = width < 480 ? 14 : 15;
    const labels = [data.corner, ...data.rows.map((row) => row.label)];
    const least = Math.max(56, ...labels.map((text) => widest(text, 700))) + 10;
    const want = Math.max(...labels.map((text) => textWidth(text.slice(0, 80), 15, 700))) + 20;
    const heads = Math.max(...data.columns.map((column) => widest(column.label, 700))) + 10;
    const verdicts = Math.max(0, ...data.rows.flatMap((row) => row.cells.map((cell) => widest(cell.text, 600))));
    // beside its sign a verdict takes 60 px more than its longest word, under it 18
    const room = (width - least - 6 * count) / count;
    const stacked = Math.max(heads, verdicts + 60) > room;
    // a table that became blocks stays so at this width: it must not flip while a slider moves
    const key = JSON.stringify([width, data.columns]);
    const need = Math.max(heads, verdicts + (stacked ? 18 : 60));
    const tight = (width < 480 && count + 1 > 3) || need > room;
    blocks = tight || (blocks && blocksFor === key);
    blocksFor = key;
    const spare = (count * Math.max(0, room - need) * (stacked ? 0.6 : 1.5)) / (count + 1);
    labelColumn.style.width = `${Math.round(Math.max(least, Math.min(want, least + spare, width / 2)))}px`;
    set(node, { "data-blocks": blocks, "data-stacked": stacked && !blocks, "data-small": size === 14 });
    return blocks;
  };
}
