/* Balance: blocks on two pans, a beam that tilts, and a track with the stretch it may stay in. */
/* global DRAWERS, svg, set, sheet, resize, tonePaint, linear, areaOf, writeLines, wrapText */
/* global textWidth, pool */

DRAWERS.balance = (host, tools) => {
  const TRAVEL = 26;
  const TEXT = { size: 14, weight: 600, most: 3 };
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const stand = svg("path", { class: "bor-balance-stand" });
  const floor = svg("path", { class: "bor-balance-floor" });
  const beam = svg("rect", { class: "bor-balance-beam", rx: 4, height: 8 });
  const pivot = svg("circle", { class: "bor-balance-pivot", r: 8 });
  const pans = { left: pan(), right: pan() };
  const track = svg("g", { class: "bor-balance-track" });
  const rail = svg("rect", { class: "bor-balance-rail", rx: 10, height: 20 });
  const band = svg("rect", { class: "bor-balance-band", height: 20 });
  const middle = svg("path", { class: "bor-balance-middle" });
  const pointer = svg("path", { class: "bor-balance-pointer", d: "M-12 -12H12L2.5 4V25H-2.5V4Z" });
  const lowText = svg("text", { class: "bor-draw-small" });
  const highText = svg("text", { class: "bor-draw-small", "text-anchor": "end" });
  const bandText = svg("text", { class: "bor-balance-told", "text-anchor": "middle" });
  track.append(rail, band, middle, lowText, highText, bandText, pointer);
  const scaleText = svg("text", { class: "bor-draw-scale", "text-anchor": "end" });
  const all = svg("g", { "aria-hidden": "true" }, floor, stand, pans.left.node, pans.right.node, beam, pivot, pans.left.name, pans.right.name, track, scaleText);
  const board = sheet(tools, "balance");
  board.append(defs, all);
  host.append(board);

  let plan = { key: "" };

  function pan() {
    const plate = svg("path", { class: "bor-balance-plate" });
    const blocks = svg("g", {});
    return {
      node: svg("g", { class: "bor-balance-pan" }, plate, blocks),
      plate, blocks,
      name: svg("text", { class: "bor-balance-name", "text-anchor": "middle" }),
    };
  }

  function makeBlock() {
    const parts = {
      box: svg("rect", { class: "bor-balance-block", rx: 5 }),
      strip: svg("rect", { class: "bor-balance-block", rx: 5, width: 11 }),
      label: svg("text", { class: "bor-balance-label" }),
      value: svg("text", { class: "bor-balance-value", "text-anchor": "end" }),
    };
    const node = svg("g", {}, Object.values(parts));
    node.borParts = parts;
    return node;
  }

  /** Heights of the blocks of a side: room for their words, and more for what weighs more. */
  function stack(side, width, most) {
    // the number stands beside the words, or below them where that leaves too little room
    const below = width < 210;
    const blocks = side.weights.map((weight) => {
      const value = weight.value.toFixed(2);
      const lines = wrapText(weight.label, width - (below ? 34 : 54 + textWidth(value, 14)), TEXT);
      const rows = lines.length + (below ? 1 : 0);
      return { ...weight, value, lines, below, rows, none: weight.value === 0, h: rows * 18 + 10 + 30 * (weight.value / most) };
    });
    return { blocks, h: blocks.reduce((sum, block) => sum + block.h + 3, 0) };
  }

  function drawPan(parts, side, { x, width, blocks, plateY }) {
    const look = areaOf(side.tone);
    set(parts.plate, { d: `M${x - width / 2} ${plateY}H${x + width / 2}L${x + width / 2 - 18} ${plateY + 11}H${x + 5}V${plateY + 34}H${x - 5}V${plateY + 11}H${x - width / 2 + 18}Z` });
    let bottom = plateY - 1;
    const nodes = pool(parts.blocks, blocks.length, makeBlock);
    // the first stands on top, as in a list
    for (let index = blocks.length - 1; index >= 0; index -= 1) {
      const block = blocks[index];
      const { box, strip, label, value } = nodes[index].borParts;
      const y = bottom - block.h;
      const left = x - width / 2 + 4;
      const right = x + width / 2 - 4;
      set(box, { x: left, y, width: width - 8, height: block.h, fill: block.none ? "none" : look.fill, stroke: look.ink });
      set(strip, { x: left, y, height: block.h, fill: block.none ? "none" : paint(side.tone), stroke: look.ink });
      const first = y + block.h / 2 + 5 - ((block.rows - 1) * 18) / 2;
      writeLines(label, left + 18, first, block.lines, 18);
      set(value, block.below
        ? { x: left + 18, y: first + block.lines.length * 18, "text-anchor": "start", text: block.value }
        : { x: right - 9, y: y + block.h / 2 + 5, "text-anchor": "end", text: block.value });
      set(nodes[index], { "data-weight": block.label, "data-value": block.value });
      bottom = y - 3;
    }
  }

  function lay(data, width) {
    const key = JSON.stringify([width, { ...data, tilt: 0 }]);
    if (key === plan.key) return;
    const room = Math.min(270, width / 2 - 4);
    const half = Math.min(width / 2 - room / 2 - 1, 250);
    const centre = width / 2;
    const most = Math.max(...[...data.left.weights, ...data.right.weights].map((weight) => weight.value), 1e-9);
    const stacks = { left: stack(data.left, room, most), right: stack(data.right, room, most) };
    const plateY = TRAVEL + Math.max(stacks.left.h, stacks.right.h, 40);
    const beamY = plateY + 34;
    plan = { key, half, centre, beamY, toX: linear(-1, 1, 12, width - 12) };
    for (const [side, x] of [["left", centre - half], ["right", centre + half]]) {
      drawPan(pans[side], data[side], { x, width: room, blocks: stacks[side].blocks, plateY });
    }
    set(beam, { x: centre - half - 8, width: 2 * half + 16, y: beamY - 4 });
    beam.style.transformOrigin = `${centre}px ${beamY}px`;
    set(pivot, { cx: centre, cy: beamY });
    const foot = beamY + TRAVEL + 16;
    set(stand, { d: `M${centre} ${beamY}L${centre + 20} ${foot}H${centre - 20}Z` });
    set(floor, { d: `M${centre - half - room / 2} ${foot}H${centre + half + room / 2}` });
    const names = ["left", "right"].map((side) => {
      const look = areaOf(data[side].tone);
      return wrapText(`${look.glyph} ${data[side].label}`, room - 8, { size: 16, weight: 700, most: 4 });
    });
    writeLines(pans.left.name, centre - half, foot + 25, names[0], 20);
    writeLines(pans.right.name, centre + half, foot + 25, names[1], 20);
    let y = foot + 12 + Math.max(names[0].length, names[1].length) * 20;
    track.style.display = data.band ? "" : "none";
    if (data.band) y = layTrack(data, width, y + 38);
    set(scaleText, { x: width, y: y + 18, text: data.scale });
    resize(board, width, y + (data.scale ? 24 : 8));
  }

  function layTrack(data, width, y) {
    const { toX } = plan;
    const [from, to] = data.band.map(toX);
    set(rail, { x: 2, y, width: width - 4 });
    set(band, { x: from, y, width: to - from });
    set(middle, { d: `M${toX(0)} ${y}v20` });
    plan.pointerY = y - 4;
    const ends = [data.low_label, data.high_label].map((label) => wrapText(label, width / 2 - 12, { size: 13, most: 3 }));
    writeLines(lowText, 2, y + 38, ends[0], 17);
    writeLines(highText, width - 2, y + 38, ends[1], 17);
    const lines = wrapText(data.band_label, Math.min(width - 8, 420), { size: 15, weight: 700, most: 4 });
    const deep = Math.max(ends[0].length, ends[1].length);
    const wide = Math.max(...lines.map((line) => textWidth(line, 15, 700))) / 2;
    const at = Math.min(Math.max((from + to) / 2, wide + 4), width - wide - 4);
    const widths = ends.map((rows) => Math.max(0, ...rows.map((line) => textWidth(line, 13))));
    const beside = at - wide > widths[0] + 14 && at + wide < width - widths[1] - 14;
    const top = y + (beside ? 40 : 42 + deep * 17);
    writeLines(bandText, at, top, lines, 19);
    return Math.max(top + (lines.length - 1) * 19, y + 38 + (deep - 1) * 17) + 2;
  }

  return {
    draw(data, _drawing, width) {
      lay(data, width);
      const { half } = plan;
      const drop = data.tilt * TRAVEL;
      beam.style.transform = `rotate(${((Math.atan2(drop, half) * 180) / Math.PI).toFixed(2)}deg)`;
      pans.left.node.style.transform = `translateY(${-drop}px)`;
      pans.right.node.style.transform = `translateY(${drop}px)`;
      if (data.band) pointer.style.transform = `translate(${plan.toX(data.tilt)}px, ${plan.pointerY}px)`;
      set(board, { "data-tilt": data.tilt.toFixed(2) });
      const inside = data.band && data.tilt >= data.band[0] && data.tilt <= data.band[1];
      set(pointer, { "data-inside": data.band ? String(inside) : null });
    },
  };
};
