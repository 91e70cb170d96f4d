/* The line of time: eras behind, marks in lanes, what has no year below.
 * Uses house.js, forms.js and picture.js; contains no words for readers. */
/* global THEME, el, svg, set, fill, uid, patterns, textWidth, wrapText */

/** Marks that form one stop of the Tab key: arrow keys walk among them. */
function walkway(host, order) {
  const stops = () => order().filter((node) => node.isConnected);
  const here = (nodes) => nodes.find((node) => node.getAttribute("tabindex") === "0");
  function settle(wanted) {
    const nodes = stops();
    const node = wanted && nodes.includes(wanted) ? wanted : (here(nodes) ?? nodes[0]);
    for (const other of nodes) set(other, { tabindex: other === node ? 0 : -1 });
  }
  host.addEventListener("keydown", (event) => {
    const nodes = stops();
    const at = nodes.indexOf(event.target.closest("[data-stop]"));
    if (at < 0) return;
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    let to = at + (steps[event.key] ?? 0);
    if (event.key === "Home") to = 0;
    else if (event.key === "End") to = nodes.length - 1;
    else if (!(event.key in steps)) {
      // what is drawn is no real button: it answers to the keys of one
      if (["Enter", " "].includes(event.key) && nodes[at].tagName.toLowerCase() !== "button") {
        event.preventDefault();
        nodes[at].dispatchEvent(new MouseEvent("click", { bubbles: true }));
      }
      return;
    }
    event.preventDefault();
    const next = nodes[Math.max(0, Math.min(nodes.length - 1, to))];
    settle(next);
    next.focus();
  });
  host.addEventListener("focusin", (event) => {
    const stop = event.target.closest("[data-stop]");
    if (stop) settle(stop);
  });
  return settle;
}

/** A small note beside what is pointed at or focused; what it says is also its name. */
function pointerNote(host) {
  const node = el("div", { class: "bor-atlas-note", "aria-hidden": "true" });
  node.hidden = true;
  host.append(node);
  return {
    show: (target, lines) => {
      node.replaceChildren(...lines.filter(Boolean).map((text, index) =>
        el("div", { class: index ? "bor-atlas-note-more" : "bor-atlas-note-first", dir: "auto", text })));
      node.hidden = false;
      const box = target.getBoundingClientRect();
      const frame = host.getBoundingClientRect();
      const middle = box.left + Math.min(box.width, 40) / 2 - frame.left;
      const left = Math.max(0, Math.min(middle - node.offsetWidth / 2, frame.width - node.offsetWidth));
      const above = box.top - frame.top - node.offsetHeight - 8;
      node.style.left = `${left}px`;
      node.style.top = `${above > 0 ? above : box.bottom - frame.top + 8}px`;
    },
    hide: () => { node.hidden = true; },
  };
}

const LANE = 25;
const STRIP = 38;
const MOST_LANES = 12;
const MARK = 8;
const LABEL_SIZE = 13;

/** Find a lane for every mark so that nothing overlaps; labels where there is room. */
function inLanes(items, width, labelled) {
  const lanes = [];
  const free = (lane, from, to) => !(lanes[lane] ?? []).some(([a, b]) => from < b && a < to);
  const take = (item, lane, from, to, side) => {
    (lanes[lane] ??= []).push([from, to]);
    Object.assign(item, { lane, side });
  };
  const tries = (item) => {
    const wide = item.text.width + 10;
    const [low, high] = [item.left - MARK - 4, item.right + MARK + 4];
    const sides = [];
    // a long bar carries its name inside
    if (labelled && item.inside === item.row.title) sides.push(["inside", low, high]);
    if (labelled && high + wide <= width) sides.push(["right", low, high + wide]);
    if (labelled && low - wide >= 0) sides.push(["left", low - wide, high]);
    return { sides, bare: ["", low, high] };
  };
  for (const item of items) {
    const { sides, bare } = tries(item);
    let found = false;
    for (let lane = 0; lane < MOST_LANES && !found; lane += 1) {
      for (const [side, from, to] of sides) {
        if (!free(lane, from, to)) continue;
        take(item, lane, from, to, side);
        found = true;
        break;
      }
    }
    for (let lane = 0; !found; lane += 1) {
      if (!free(lane, bare[1], bare[2])) continue;
      // part of a name inside is better than none
      take(item, lane, bare[1], bare[2], labelled && item.inside ? "inside" : "");
      found = true;
    }
  }
  return lanes.length;
}

/** The drawing of one mark: a dot for a year, a bar for a span, an arrow where it goes on. */
function markShape(item, y) {
  const { left, right, row } = item;
  const parts = [];
  if (right - left > 2 || row.before || row.after) {
    const [a, b] = [left - MARK, right + MARK];
    const tip = MARK + 1;
    const start = row.before ? `M${a + tip} ${y - MARK} L${a - 3} ${y} L${a + tip} ${y + MARK}` : `M${a + MARK} ${y - MARK} A${MARK} ${MARK} 0 0 0 ${a + MARK} ${y + MARK}`;
    const end = row.after ? `L${b - tip} ${y + MARK} L${b + 3} ${y} L${b - tip} ${y - MARK}` : `L${b - MARK} ${y + MARK} A${MARK} ${MARK} 0 0 0 ${b - MARK} ${y - MARK}`;
    parts.push(svg("path", { class: "bor-atlas-shape", d: `${start} ${end} Z` }));
  } else {
    parts.push(svg("circle", { class: "bor-atlas-shape", cx: left, cy: y, r: MARK }));
  }
  // a finger or a shaky hand needs more room than the eye
  parts.unshift(svg("rect", { class: "bor-atlas-hit", x: left - 12, y: y - 12, width: right - left + 24, height: 24, rx: 8 }));
  return parts;
}

function caseLine({ words, onChoose }) {
  const stem = uid("line");
  const defs = svg("defs");
  const textures = patterns(defs, stem);
  const climateTone = { favourable: "calm", mixed: "caution", hard: "warn", open: "open" };
  const behind = svg("g", { "aria-hidden": "true" });
  const front = svg("g", { role: "group", "aria-label": words.line_walk });
  const drawing = svg("svg", { class: "bor-atlas-line", "data-bor-export": "", role: "group" }, defs, behind, front);
  const trays = { words: tray("words"), none: tray("none") };
  const holder = el("div", { class: "bor-atlas-line-holder" }, drawing, trays.words.node, trays.none.node);
  const note = pointerNote(holder);
  const nodes = new Map();
  let order = [];
  const settle = walkway(holder, () => order);
  let state = null;
  let width = 0;

  function tray(kind) {
    const name = el("span", { class: "bor-atlas-tray-name" });
    const list = el("div", { class: "bor-atlas-tray-marks", role: "group" });
    return { node: el("div", { class: "bor-atlas-tray", "data-kind": kind }, name, list), name, list };
  }
  const told = (row) => [row.title, row.years, row.kind === "cited" ? words.cited : ""];
  function wire(node, row) {
    node.addEventListener("click", () => onChoose(row.slug));
    node.addEventListener("pointerenter", () => note.show(node, told(row)));
    node.addEventListener("pointerleave", () => note.hide());
    node.addEventListener("focus", () => note.show(node, told(row)));
    node.addEventListener("blur", () => note.hide());
    return node;
  }
  const labelOf = (row) => told(row).filter(Boolean).join(". ");

  function drawBehind(bands, ticks, height) {
    const parts = [];
    for (const band of bands) {
      const tone = climateTone[band.climate];
      const [x, w] = [place(band.from), place(band.to) - place(band.from)];
      parts.push(svg("rect", { x, y: 0, width: w, height, fill: band.climate === "open" ? `url(#${textures["tone-open"]})` : THEME.tone[tone].soft, "fill-opacity": band.climate === "open" ? 0.7 : 1 }, svg("title", { text: band.long })));
      parts.push(svg("rect", { x: x + 0.5, y: 0, width: Math.max(0, w - 1), height: STRIP, fill: `url(#${textures[`tone-${tone}`]})` }, svg("title", { text: band.long })));
      const whole = wrapText(band.label, w - 10, { size: 12, weight: 700, most: 2 });
      // a word that does not fit is not cut: the short name stands instead
      const cut = w < 44 || whole.join(" ") !== band.label;
      const lines = cut ? [band.short] : whole;
      const plate = Math.max(...lines.map((one) => textWidth(one, 12, 700)));
      if (plate + 2 <= w) {
        const top = lines.length > 1 ? 16 : 24;
        const [side, ink] = [Math.min(5, (w - plate) / 2), THEME.tone[tone]];
        parts.push(svg("rect", { x: x + w / 2 - plate / 2 - side, y: top - 13, width: plate + 2 * side, height: lines.length * 14 + 5, rx: 6, fill: ink.soft }));
        lines.forEach((one, index) => parts.push(svg("text", { class: "bor-atlas-era", x: x + w / 2, y: top + index * 14, text: one, fill: ink.text })));
      }
    }
    let free = -99;
    ticks.forEach((tick, index) => {
      const x = place(tick.at);
      const last = index === ticks.length - 1;
      const wide = 34;
      // the last year always stands; others where there is room
      const room = last || (x - wide / 2 > free && x + wide < place(ticks.at(-1).at) - wide / 2 + 8);
      parts.push(svg("path", { class: "bor-atlas-tick", d: `M${x} ${STRIP} V${height}` }));
      if (!room) return;
      free = (x < wide / 2 ? x + wide : x + wide / 2) + 4;
      const anchor = x < wide / 2 ? "start" : x > width - wide / 2 ? "end" : "middle";
      parts.push(svg("text", { class: "bor-atlas-year", x: anchor === "start" ? x + 1 : anchor === "end" ? x - 1 : x, y: height + 17, "text-anchor": anchor, text: tick.year }));
    });
    behind.replaceChildren(...parts);
  }
  const place = (part) => part * width;

  function draw() {
    if (!state || width < 50) return;
    const { rows, shown, chosen, line, alt, title } = state;
    const fit = new Set(shown);
    const labelled = width >= 620;
    const items = rows.filter((row) => fit.has(row.slug) && row.from !== undefined).map((row) => {
      const [text] = wrapText(row.title, 340, { size: LABEL_SIZE, weight: 600, most: 1 });
      const inset = (x) => Math.max(MARK + 3, Math.min(width - MARK - 3, x));
      const [left, right] = [inset(place(row.from)), inset(place(row.to))];
      const room = right - left - 4;
      const [inside] = room > 60 ? wrapText(row.title, room, { size: 12, weight: 600, most: 1 }) : [""];
      // a stump of a name says nothing
      return { row, left, right, text: { text, width: textWidth(text, LABEL_SIZE, 600) }, inside: inside.length > 12 ? inside : "" };
    });
    const lanes = Math.max(4, inLanes(items, width, labelled));
    const height = STRIP + 8 + lanes * LANE + 4;
    set(drawing, { width, height: height + 24, viewBox: `0 0 ${width} ${height + 24}`, "data-title": title, "data-alt": alt, "aria-label": title });
    drawBehind(line.bands, line.ticks, height);
    const focused = holder.contains(document.activeElement) ? document.activeElement.dataset.slug : null;
    nodes.clear();
    front.replaceChildren(...items.map((item) => {
      const y = STRIP + 8 + item.lane * LANE + LANE / 2;
      const parts = markShape(item, y);
      if (item.side === "inside") {
        parts.push(svg("text", { class: "bor-atlas-label bor-atlas-inside", x: item.left + 2, y: y + 4, text: item.inside }));
      } else if (item.side) parts.push(svg("text", {
        class: "bor-atlas-label", y: y + 4.5, "text-anchor": item.side === "right" ? "start" : "end",
        x: item.side === "right" ? item.right + MARK + 6 : item.left - MARK - 6, text: item.text.text,
      }));
      const node = svg("g", {
        class: "bor-atlas-mark", role: "button", tabindex: -1, "data-stop": "", "data-slug": item.row.slug, "data-kind": item.row.kind,
        "aria-label": labelOf(item.row), "aria-pressed": String(item.row.slug === chosen),
      }, ...parts);
      nodes.set(item.row.slug, wire(node, item.row));
      return node;
    }));
    for (const kind of ["words", "none"]) {
      const entries = rows.filter((row) => fit.has(row.slug) && row.kind === kind && row.from === undefined);
      const part = trays[kind];
      part.node.hidden = !entries.length;
      const name = `${words[`${kind}_tray`]} (${entries.length})`;
      set(part.name, { text: name });
      set(part.list, { "aria-label": name });
      part.list.replaceChildren(...entries.map((row) => {
        const node = el("button", { type: "button", class: "bor-atlas-chip", tabindex: -1, "data-stop": "", "data-slug": row.slug, "aria-label": labelOf(row), "aria-pressed": String(row.slug === chosen) });
        nodes.set(row.slug, wire(node, row));
        return node;
      }));
    }
    order = rows.filter((row) => nodes.has(row.slug)).map((row) => nodes.get(row.slug));
    note.hide();
    settle(nodes.get(focused ?? chosen));
    if (focused) nodes.get(focused)?.focus();
  }
  const watch = new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now === width) return;
    width = now;
    draw();
  });
  watch.observe(holder);
  return {
    node: holder,
    drawing,
    show: (now) => { state = now; draw(); },
    choose: (slug) => {
      if (state) state.chosen = slug;
      for (const [name, node] of nodes) set(node, { "aria-pressed": String(name === slug) });
      settle(nodes.get(slug));
    },
    stop: () => watch.disconnect(),
  };
}
