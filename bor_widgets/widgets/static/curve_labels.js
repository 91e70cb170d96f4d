/* How curves are told apart and named: their marks and dashes, a legend, names at their ends. */
/* global THEME, svg, set, fill, wrapText, textWidth, writeLines, pool, tickText */
/* global NAME_STEP, partLook, partHead */
/* exported curveMark, curveDress, curveLegend, curveNames */

/** Dashes of aims, by turns. */
const CURVE_AIMS = ["7 5", "10 4 2 4", "3 4"];

/** A shape of its own for each line, without colour. */
function curveMark(index, x, y, r) {
  const at = (dx, dy) => `${(x + dx * r).toFixed(1)} ${(y + dy * r).toFixed(1)}`;
  return [
    `M${at(-1, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`,
    `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`,
    `M${at(0, -1.25)}L${at(1.15, 0.85)}L${at(-1.15, 0.85)}Z`,
    `M${at(0, -1.35)}L${at(1.35, 0)}L${at(0, 1.35)}L${at(-1.35, 0)}Z`,
    `M${at(-1, -1)}L${at(1, 1)}M${at(-1, 1)}L${at(1, -1)}`,
    `M${at(0, 1.25)}L${at(1.15, -0.85)}L${at(-1.15, -0.85)}Z`,
  ][index % 6];
}

/** An outcome is solid, an aim is dashed, what is open is dotted. */
function curveDress(line, index) {
  const dash = line.tone === "open" ? "0.1 7" : line.aim ? CURVE_AIMS[index % 3] : "";
  return { stroke: partLook(line).text, "stroke-dasharray": dash, "data-aim": line.aim ? "" : null };
}

/**
 * @returns {Function} (data, ground, width) draws under the ground whatever has no name in the
 *   picture, and answers where it ends
 */
function curveLegend(layer, paint, words) {
  const sampleOf = {
    number: (number, x, y) => [
      svg("text", { class: "bor-curves-number", x: x + 18, y: y + 14, "text-anchor": "middle", text: number }),
    ],
    band: (band, x, y) => [
      svg("rect", {
        class: "bor-curves-band", x: x + 1, y, width: 34, height: 17, fill: paint(band.tone),
        stroke: partLook(band).ink, "data-open": band.open ? "" : null,
      }),
    ],
    aim: (dash, x, y) => [
      svg("path", {
        class: "bor-curves-path", d: `M${x} ${y + 9}H${x + 36}`, stroke: THEME.tone.open.text,
        "stroke-dasharray": dash, "data-aim": "",
      }),
    ],
    line: ([line, index], x, y) => [
      svg("path", { class: "bor-curves-path", d: `M${x} ${y + 9}H${x + 36}`, ...curveDress(line, index) }),
      svg("path", {
        class: "bor-curves-marks", d: curveMark(index, x + 18, y + 9, 5), stroke: partLook(line).text,
        fill: line.aim ? "#fff" : partLook(line).text,
      }),
    ],
  };
  function entriesOf(data, ground) {
    const entries = [];
    if (!ground.ends) {
      data.lines.forEach((line, index) => entries.push(["line", [line, index], partHead(line)]));
      data.bands.forEach((band) => entries.push(["band", band, partHead(band)]));
    }
    if (data.lines.some((line) => line.aim)) entries.push(["aim", CURVE_AIMS[0], words.curves_aim]);
    const open = data.bands.find((band) => band.open);
    if (open) entries.push(["band", open, words.curves_open]);
    for (const { region, lines: [number] } of ground.numbered) {
      const stretch = { label: partHead(region), start: tickText(region.from), end: tickText(region.to) };
      entries.push(["number", number, fill(words.stretch, stretch)]);
    }
    return entries;
  }
  return (data, ground, width) => {
    const entries = entriesOf(data, ground);
    let [x, y, deep] = [0, ground.under + 8, 0];
    layer.replaceChildren(...entries.map(([kind, what, text]) => {
      const lines = wrapText(text, width - 46, { size: 14, most: 6 });
      const wide = 44 + Math.max(0, ...lines.map((part) => textWidth(part, 14)));
      if (x && x + wide > width) [x, y, deep] = [0, y + deep, 0];
      const label = svg("text", { class: "bor-curves-key" });
      writeLines(label, x + 42, y + 14, lines, 18);
      const node = svg("g", {}, sampleOf[kind](what, x, y), label);
      x += wide + 22;
      deep = Math.max(deep, lines.length * 18 + 8);
      return node;
    }));
    return y + deep + (entries.length ? 0 : -4);
  };
}

/**
 * @returns {Function} (data, ground, pointsOf) writes names at the ends of lines and areas,
 *   pushed apart where they would cover each other; `pointsOf(index)` are the points of a line
 */
function curveNames(names, leaders) {
  function endsOf(data, ground, pointsOf) {
    if (!ground.ends) return [];
    const ends = [];
    data.lines.forEach((line, index) => {
      const last = pointsOf(index).findLast(Boolean);
      if (last) ends.push({ part: line, lines: ground.ends[index], x: last[0], y: last[1] });
    });
    data.bands.forEach((band, index) => ends.push({
      part: band, lines: ground.ends[data.lines.length + index],
      x: ground.toX(band.xs.at(-1)), y: ground.toY((band.lower.at(-1) + band.upper.at(-1)) / 2),
    }));
    return ends.sort((a, b) => a.y - b.y);
  }
  return (data, ground, pointsOf) => {
    const ends = endsOf(data, ground, pointsOf);
    // where every line stops short of the edge, the names stand where the lines stop
    const edge = ground.left + ground.width;
    const right = Math.min(edge, Math.max(...ends.map((end) => end.x)));
    const beside = Math.min(right + (right < edge - 2 ? 28 : 18), edge + 18);
    let low = ground.top - 8;
    for (const end of ends) {
      end.high = end.lines.length * NAME_STEP + 4;
      end.top = Math.max(low, end.y - end.high / 2);
      low = end.top + end.high;
    }
    let high = ground.bottom + 8;
    for (const end of [...ends].reverse()) {
      end.top = Math.min(end.top, high - end.high);
      high = end.top;
    }
    pool(names, ends.length, () => svg("text", {})).forEach((node, index) => {
      const { part, lines, top } = ends[index];
      set(node, { "data-name": part.label });
      node.style.fill = partLook(part).text;
      writeLines(node, beside, top + 15, lines, NAME_STEP);
    });
    pool(leaders, ends.length, () => svg("path", {})).forEach((node, index) => {
      const { part, x, y, top, high: tall } = ends[index];
      set(node, {
        d: `M${x} ${y}H${right + 3}L${beside - 4} ${top + tall / 2}`, stroke: partLook(part).text,
        "data-far": x < right - 2 ? "" : null,
      });
    });
  };
}
