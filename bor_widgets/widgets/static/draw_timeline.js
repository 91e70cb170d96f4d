/* Timeline: rows with periods and with what happened when, and a year to move. */
/* global DRAWERS, el, svg, set, fill, sheet, resize, tonePaint, linear, writeLines, wrapText */
/* global pool, tickText, uprightCursor, BOLD_NAME, NAME_STEP, partLook, briefly */
/* global placePeriods, placeEvents, timelineAxis, timelineLegend */

DRAWERS.timeline = (host, tools) => {
  const { words } = tools;
  const layer = (name) => svg("g", { class: `bor-timeline-${name}`, "aria-hidden": "true" });
  const defs = svg("defs", {});
  const paint = tonePaint(defs);
  const [axis, legend] = ["axis", "legend"].map(layer);
  const [spans, events] = [svg("g", {}), svg("g", {})];
  const board = sheet(tools, "timeline", "group");
  const upright = uprightCursor(board, tools, {
    name: "timeline",
    keeps: ".bor-timeline-event",
    onPlace: (here) => {
      const now = ({ borPart }) => here !== null && holds(borPart, here);
      for (const node of [...spans.children, ...events.children]) set(node, { "data-now": now(node) });
      tell(active);
    },
  });
  board.append(defs, axis, upright.needle, spans, events, legend, upright.node);
  const told = el("p", { class: "bor-timeline-told bor-muted", dir: "auto", "data-role": "timeline-told" });
  host.append(board, told);

  let shown = null;
  let plot = null;
  let active = null;
  let stop = null;

  const yearsOf = ({ year, start, end }) => {
    const first = tickText(year ?? start);
    return end === null || end === (year ?? start) ? first : fill(words.years, { start: first, end: tickText(end) });
  };
  const holds = (part, year) => (part.year ?? part.start) <= year && year <= (part.end ?? part.year);
  /** The shape of a dot tells its tone apart without colour. */
  function dot(event, r) {
    return {
      dots: `M0 ${-r * 1.25}L${r * 1.25} 0L0 ${r * 1.25}L${-r * 1.25} 0Z`,
      hatch: `M${-r} ${-r}H${r}V${r}H${-r}Z`,
      cross: `M0 ${-r * 1.2}L${r * 1.2} ${r * 0.9}H${-r * 1.2}Z`,
      lines: `M0 ${r * 1.2}L${r * 1.2} ${-r * 0.9}H${-r * 1.2}Z`,
    }[partLook(event).pattern] ?? `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }

  // ---- what stands still while the year moves
  function makePart(kind, ...inside) {
    const node = svg("g", { class: `bor-timeline-${kind}`, role: "button", tabindex: -1 }, inside);
    for (const name of ["focus", "pointerenter"]) node.addEventListener(name, () => tell(node));
    for (const name of ["blur", "pointerleave"]) node.addEventListener(name, () => tell(null));
    node.addEventListener("click", () => (kind === "span" && shown.moves) || choose(node));
    node.addEventListener("keydown", walk);
    return node;
  }
  const makeSpan = () => makePart("span", svg("rect", { class: "bor-timeline-box", rx: 4 }),
    svg("text", { class: "bor-timeline-name", "text-anchor": "middle" }));
  const makeEvent = () => makePart("event",
    svg("rect", { class: "bor-timeline-reach", rx: 6, "data-screen-only": "" }),
    svg("path", { class: "bor-timeline-dot" }), svg("text", {}));
  function name(node, part, more) {
    node.borPart = part;
    node.borText = briefly([`${part.label} (${yearsOf(part)})`, part.detail].filter(Boolean).join(": "));
    set(node, { "aria-label": part.case ? `${node.borText}. ${words.case_opens}` : node.borText, ...more });
  }
  /** Draw the periods; the answer are those that are told below, by their sign. */
  function drawSpans(placed) {
    const numbered = [];
    let count = 0;
    pool(spans, placed.length, makeSpan).forEach((node, index) => {
      const { span, x, w, y, h, lines, fits, dated } = placed[index];
      const [box, text] = node.children;
      const sign = span.open ? "?" : String(count + 1);
      if (!fits) {
        numbered.push({ span, sign });
        count += span.open ? 0 : 1;
      }
      const written = fits ? lines : [sign];
      const look = partLook(span);
      set(box, {
        x: x + 0.5, y, width: Math.max(w - 1, 2), height: h, fill: paint(span.tone), stroke: look.ink,
        "data-open": span.open ? "" : null,
      });
      set(text, { stroke: look.fill });
      writeLines(text, x + w / 2, y + h / 2 + 5 - ((written.length - 1) * NAME_STEP) / 2, written, NAME_STEP);
      if (dated) text.lastChild.style.fontWeight = 400;
      name(node, span, { "data-span": span.label });
    });
    return numbered;
  }
  function drawEvents(placed) {
    pool(events, placed.length, makeEvent).forEach((node, index) => {
      const { event, x, end, side, lines, stretch, y, h } = placed[index];
      const [reach, mark, text] = node.children;
      const long = end - x > 12;
      const bar = `M${x + 2} ${y - 6}H${end - 2}a2 2 0 0 1 2 2v8a2 2 0 0 1 -2 2H${x + 2}a2 2 0 0 1 -2 -2v-8a2 2 0 0 1 2 -2Z`;
      set(reach, { x: stretch[0], y: y - 11, width: stretch[1] - stretch[0], height: h + 5 });
      set(mark, {
        d: long ? bar : dot(event, 7), transform: long ? null : `translate(${x} ${y})`, fill: paint(event.tone),
        stroke: partLook(event).text, "stroke-dasharray": event.tone === "open" ? "3 3" : null,
      });
      set(text, { "text-anchor": side < 0 ? "end" : "start" });
      writeLines(text, side < 0 ? x - 13 : end + 13, y + 5, lines, NAME_STEP);
      name(node, event, {
        "data-event": event.label, "data-case": event.case || null, "data-named": lines.length ? "" : null,
      });
    });
  }
  function drawStill(data, width) {
    const rows = upright.rows();
    plot = { left: 12, width: width - 24, axis: data.at === null ? 10 : (rows ? rows * NAME_STEP + 12 : 0) + 16 };
    const toX = linear(data.start, data.end, plot.left, plot.left + plot.width);
    let y = plot.axis + 38;
    const [titles, allSpans, allEvents] = [[], [], []];
    for (let lane = 0; lane < Math.max(data.lanes.length, 1); lane += 1) {
      if (data.lanes.length) {
        const lines = wrapText(data.lanes[lane], width, { ...BOLD_NAME, most: 3 });
        titles.push({ lines, y: y + 16, first: !lane });
        y += lines.length * (NAME_STEP + 1) + 8;
      }
      for (const [parts, place, all] of [[data.spans, placePeriods, allSpans], [data.events, placeEvents, allEvents]]) {
        const own = parts.filter((part) => part.lane === lane);
        if (!own.length) continue;
        const [placed, next] = place(own, y + 2, { toX, yearsOf, left: plot.left, width });
        all.push(...placed);
        y = next + 8;
      }
      y += 10;
    }
    plot.bottom = y - 12;
    const numbered = drawSpans(allSpans.sort((a, b) => a.span.start - b.span.start));
    drawEvents(allEvents.sort((a, b) => a.event.year - b.event.year));
    if (!stop?.isConnected) stop = null;
    stay(stop ?? events.firstElementChild ?? spans.firstElementChild);
    timelineAxis(axis, data, { plot, toX, titles, width });
    const end = timelineLegend(legend, numbered, { paint, yearsOf, width, top: plot.bottom });
    resize(board, width, Math.max(end, plot.bottom) + 4);
  }

  // ---- reading and walking
  function stay(node) {
    if (stop) set(stop, { tabindex: -1 });
    stop = node;
    if (stop) set(stop, { tabindex: 0 });
  }
  function tell(node) {
    active = node?.isConnected ? node : null;
    const here = upright.here();
    if (active) set(told, { text: active.borText });
    else if (here === null) set(told, { text: words.hint_timeline });
    else {
      const parts = [...shown.spans, ...shown.events].filter((part) => holds(part, here)).map((part) => part.label);
      const values = parts.join(" · ") || words.timeline_none;
      set(told, { text: briefly(fill(words.curves_here, { x_label: words.year, x: tickText(here), values })) });
    }
  }
  function choose(node) {
    tell(node);
    const { label, case: slug, year } = node.borPart;
    if (slug) tools.act({ kind: "case", slug });
    else tools.act({ kind: "pick", what: year === undefined ? "span" : "event", key: label });
  }
  function walk(event) {
    const node = event.currentTarget;
    const all = [...node.parentNode.children];
    const other = [...(node.parentNode === spans ? events : spans).children];
    const at = all.indexOf(node);
    const when = ({ borPart: part }) => part.year ?? (part.start + part.end) / 2;
    const far = (entry) => Math.abs(when(entry) - when(node));
    const nearest = () => other.reduce((best, entry) => (far(entry) < far(best) ? entry : best), other[0]);
    const next = {
      ArrowRight: () => all[(at + 1) % all.length], ArrowLeft: () => all.at(at - 1),
      ArrowUp: nearest, ArrowDown: nearest, Home: () => all[0], End: () => all.at(-1),
    }[event.key]?.();
    if (event.key === "Enter" || event.key === " ") choose(node);
    else if (next) {
      stay(next);
      next.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    draw(data, _drawing, width) {
      shown = data;
      const key = JSON.stringify([data.start, data.end, data.lanes, data.spans, data.events, data.at === null, width]);
      if (upright.say(data.at_label, Math.min(420, width * 0.8), key)) drawStill(data, width);
      upright.follow({
        at: data.at, label: data.at_label, moves: data.moves,
        axis: { label: words.year, low: data.start, high: data.end, first: Math.ceil(data.start), step: 1 },
        plot: {
          left: plot.left, width: plot.width, top: plot.axis - 14, bottom: plot.bottom, knob: plot.axis,
          edges: [0, width],
        },
      });
    },
    stop: upright.stop,
  };
};
