/* Dots: a column for each answer, a dot for each who gave it; rows where it is narrow. */
/* global DRAWERS, el, svg, set, sheet, resize, areaOf, writeLines, wrapText, textWidth, pool */

DRAWERS.dots = (host, tools) => {
  const { words } = tools;
  const BIG = 20;
  const NAME = { size: 15, weight: 600, most: 4 };
  const columns = svg("g", {});
  const ground = svg("path", { class: "bor-dots-ground", "aria-hidden": "true" });
  const pill = svg("rect", { class: "bor-dots-pill", rx: 8 });
  const pillText = svg("text", { class: "bor-dots-pill-text" });
  const pillRing = svg("circle", { class: "bor-dots-pill-ring", r: 6 });
  const nose = svg("path", { class: "bor-dots-pill" });
  const flag = svg("g", { class: "bor-dots-flag", "aria-hidden": "true" }, pill, nose, pillRing, pillText);
  const caption = svg("text", { class: "bor-draw-scale", "aria-hidden": "true" });
  const board = sheet(tools, "dots", "group");
  board.append(ground, columns, flag, caption);
  const told = el("p", { class: "bor-dots-told bor-muted", dir: "auto", "data-role": "dots-told" });
  host.append(board, told);

  let plan = { key: "" };
  let focused = 0;
  let pointed = null;
  let pinned = "";

  // ---- parts
  function makeColumn() {
    const node = svg("g", {
      class: "bor-dots-column", role: "button",
      on: {
        focus: () => point(node),
        blur: () => point(null),
        pointerenter: () => point(node),
        pointerleave: () => point(null),
        click: () => choose(node),
        keydown: walk,
      },
    });
    node.borParts = {
      hit: svg("rect", { class: "bor-dots-hit", rx: 10, "data-screen-only": "" }),
      dots: svg("path", { class: "bor-dots-dots" }),
      ring: svg("circle", { class: "bor-dots-ring" }),
      count: svg("text", { class: "bor-dots-count" }),
      name: svg("text", { class: "bor-dots-name" }),
    };
    node.append(...Object.values(node.borParts));
    return node;
  }

  /** So many dots in a row, so big, that all find room; alike in all columns. */
  function grain(room, height, most) {
    let best = { size: 0, across: 1 };
    for (let across = 1; across * 4 <= room; across += 1) {
      const size = Math.min(BIG, room / across, height / Math.ceil(most / across));
      if (size > best.size + 0.01) best = { size, across };
      if (size === BIG) break;
    }
    return best;
  }

  // ---- where everything goes: depends on names, width and the number of all dots
  function lay(data, width) {
    const bins = data.bins;
    // room for more than there is: the dots keep their size while they move to another column
    const total = Math.max(...bins.map((bin) => bin.count), Math.min(Math.ceil(data.total * 0.6), 48));
    const key = JSON.stringify([width, total, data.marked, data.caption, bins.map((bin) => [bin.label, bin.tone])]);
    if (key === plan.key) return;
    const captions = wrapText(data.caption, width - 16, { size: 13, most: 3 });
    const under = captions.length * 17;
    const heads = bins.map((bin) => `${areaOf(bin.tone).glyph} ${bin.label}`);
    const slot = Math.min(190, width / bins.length);
    const longest = Math.max(...heads.flatMap((head) => head.slice(0, 600).split(" ")).map((word) => textWidth(word, 15, 600)));
    const standing = slot >= Math.max(62, Math.min(longest + 12, 120));
    const pillLines = data.marked ? wrapText(data.marked, Math.min(200, width - 60), { size: 14, weight: 700, most: 2 }) : [];
    const pillSize = {
      w: Math.max(0, ...pillLines.map((line) => textWidth(line, 14, 700))) + 36,
      h: pillLines.length * 17 + 9,
    };
    plan = { key, standing, slot, pillLines, pillSize, width, rows: [] };
    if (standing) {
      const high = Math.round(Math.min(260, Math.max(180, width * 0.36)));
      const top = (pillLines.length ? pillSize.h + 12 : 0) + 30;
      const names = bins.map((bin) => [areaOf(bin.tone).glyph, ...wrapText(bin.label, slot - 10, NAME)]);
      const deep = Math.max(...names.map((lines) => lines.length));
      const left = (width - slot * bins.length) / 2;
      const bottom = top + high;
      Object.assign(plan, grain(slot - 18, high, Math.max(total, 1)), {
        ground: `M${left} ${bottom + 3}H${width - left}`, bottom, height: bottom + 30 + deep * 19 + under,
        rows: names.map((lines, index) => ({ lines, x: left + slot * (index + 0.5), box: { x: left + slot * index + 1, y: top - 28, width: slot - 2, height: high + 44 + deep * 19 } })),
      });
    } else {
      const { size, across } = grain(width - 16, Math.min(64, Math.max(24, (total * 330) / width)), Math.max(total, 1));
      const dots = Math.ceil(Math.max(total, 1) / across) * size;
      let y = 2;
      for (const head of heads) {
        const lines = wrapText(head, width - 70, NAME);
        const box = { x: 1, y, width: width - 2, height: lines.length * 19 + dots + 18 };
        plan.rows.push({ lines, box });
        y += box.height + 8;
      }
      Object.assign(plan, { size, across, ground: "", height: y + 4 + under, bottom: y });
    }
    set(ground, { d: plan.ground });
    Object.assign(plan, { captions, under });
    resize(board, width, plan.height + (standing || !pillLines.length ? 0 : pillSize.h + 6));
    plan.fresh = true;
  }

  const round = (x, y, r) => `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

  function drawColumn(node, bin, index, down) {
    const { box, lines, x } = plan.rows[index];
    const { dots, ring, count, name, hit } = node.borParts;
    const { size, across, standing } = plan;
    const look = areaOf(bin.tone);
    const r = Number(((size - Math.min(3, size * 0.16)) / 2).toFixed(2));
    const left = standing ? x - (across * size) / 2 : box.x + 8;
    const foot = standing ? plan.bottom : box.y + down + lines.length * 19 + 12;
    const at = (i) => {
      const [column, row] = [i % across, Math.floor(i / across)];
      return [left + (column + 0.5) * size, foot + (standing ? -1 : 1) * (row + 0.5) * size];
    };
    let d = "";
    for (let i = 0; i < bin.count; i += 1) d += round(...at(i), r);
    set(dots, { d, fill: look.fill, stroke: look.text, "data-open": bin.tone === "open" ? "" : null });
    const last = at(Math.max(bin.count - 1, 0));
    ring.style.display = bin.marked && bin.count ? "" : "none";
    set(ring, { cx: last[0], cy: last[1], r: r + 0.5 });
    if (plan.fresh || down !== node.borDown) {
      node.borDown = down;
      set(hit, { ...box, y: box.y + down });
      writeLines(name, standing ? x : box.x + 8, standing ? plan.bottom + 26 : box.y + down + 19, lines, 19);
      set(name, { "text-anchor": standing ? "middle" : "start" });
    }
    const stack = Math.ceil(bin.count / across) * size;
    set(count, standing
      ? { x, y: plan.bottom - stack - 7, "text-anchor": "middle", text: bin.count }
      : { x: box.x + box.width - 8, y: box.y + down + 20, "text-anchor": "end", text: bin.count });
    set(node, {
      "aria-label": bin.told, "data-bin": bin.key, "data-count": bin.count, "data-marked": bin.marked ? "" : null,
      tabindex: index === focused ? 0 : -1,
    });
    node.borBin = bin;
    return { x, top: plan.bottom - stack - 30, foot, box };
  }

  function drawFlag(spot, down) {
    flag.style.display = spot ? "" : "none";
    if (!spot) return;
    const { w, h } = plan.pillSize;
    const { standing, width } = plan;
    const x = standing ? Math.min(Math.max(spot.x - w / 2, 1), width - w - 1) : spot.box.x + 8;
    // at the top, above every column, so that it never covers the dots of a neighbour
    const y = standing ? 1 : spot.box.y + down + spot.box.height - 2;
    set(pill, { x, y, width: w, height: h });
    const middle = standing ? Math.min(Math.max(spot.x, x + 14), x + w - 14) : x + 20;
    set(nose, { d: standing
      ? `M${middle - 1.5} ${y + h - 1}H${middle + 1.5}V${spot.top - 1}H${middle + 6}L${middle} ${spot.top + 7}L${middle - 6} ${spot.top - 1}H${middle - 1.5}Z`
      : `M${middle - 7} ${y + 1}L${middle} ${y - 7}L${middle + 7} ${y + 1}Z` });
    set(pillRing, { cx: x + 15, cy: y + h / 2 });
    writeLines(pillText, x + 28, y + 18, plan.pillLines, 17);
  }

  // ---- pointing, walking on and choosing
  function point(node) {
    pointed = node;
    tell();
  }
  function tell() {
    const bins = [...columns.children].map((node) => node.borBin);
    const shown = pointed?.borBin ?? bins.find((bin) => bin?.key === pinned);
    const text = shown?.told ?? words.hint_dots;
    set(told, { text: text.length > 500 ? `${text.slice(0, 499)}…` : text });
  }
  function choose(node) {
    pinned = node.borBin.key;
    tell();
    tools.act({ kind: "pick", what: "bin", key: pinned });
  }
  function walk(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const nodes = [...columns.children];
    const here = nodes.indexOf(event.currentTarget);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const goal = step ? (here + step + nodes.length) % nodes.length : { Home: 0, End: nodes.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") choose(event.currentTarget);
    else if (goal !== undefined) {
      set(nodes[here], { tabindex: -1 });
      focused = goal;
      set(nodes[goal], { tabindex: 0 });
      nodes[goal].focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    draw(data, _drawing, width) {
      lay(data, width);
      focused = Math.min(focused, data.bins.length - 1);
      let marked = null;
      let down = 0;
      let flagDown = 0;
      pool(columns, data.bins.length, makeColumn).forEach((node, index) => {
        const bin = data.bins[index];
        const spot = drawColumn(node, bin, index, down);
        if (!bin.marked) return;
        [marked, flagDown] = [spot, down];
        // in rows the flag stands below its dots, and moves on what follows
        if (!plan.standing) down = plan.pillSize.h + 6;
      });
      drawFlag(marked, flagDown);
      if (plan.fresh || down !== plan.down) {
        plan.down = down;
        set(caption, { "text-anchor": plan.standing ? "middle" : "start" });
        writeLines(caption, plan.standing ? width / 2 : 8, plan.height + down - plan.under + 12, plan.captions, 17);
      }
      plan.fresh = false;
      tell();
    },
  };
};
