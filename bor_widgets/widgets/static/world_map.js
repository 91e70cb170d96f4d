/* The map of the world: countries shaded by number of cases, seats of organisations as marks.
 * Uses house.js, picture.js and case_atlas_line.js; contains no words for readers. */
/* global el, svg, set, fill, walkway, pointerNote, textWidth */

function worldMap({ words, onCountry, onSeat }) {
  const land = svg("g", { class: "bor-world-land", "aria-hidden": "true" });
  const stops = svg("g", { class: "bor-world-stops", role: "group", "aria-label": words.map_walk });
  const drawing = svg("svg", { class: "bor-world", "data-bor-export": "", role: "group" }, land, stops);
  const waiting = el("p", { class: "bor-muted bor-world-waiting", text: words.map_waiting });
  const holder = el("div", { class: "bor-world-holder" }, waiting, drawing);
  const note = pointerNote(holder);
  let order = [];
  const settle = walkway(holder, () => order);
  let world = null;
  let state = null;
  let width = 0;

  function wire(node, label, press) {
    node.addEventListener("click", press);
    node.addEventListener("pointerenter", () => note.show(node.querySelector(".bor-world-spot") ?? node, [label]));
    node.addEventListener("pointerleave", () => note.hide());
    node.addEventListener("focus", () => note.show(node.querySelector(".bor-world-spot") ?? node, [label]));
    node.addEventListener("blur", () => note.hide());
    return node;
  }

  const size = () => (width < 500 ? 11 : 13);

  /** Where a mark stands if seats are close: at its place, or as near to it as there is room. */
  function beside([x, y], taken, room) {
    const ways = [[0, 0], [0, 1], [-1, 0], [0, -1], [1, 0], [-1, 1], [-1, -1], [1, 1], [1, -1]];
    const free = ([dx, dy]) => !taken.some(([a, b]) => Math.hypot(a - x - dx * room, b - y - dy * room) < room * 0.95);
    const [dx, dy] = ways.find(free) ?? [0, 2];
    return [x + dx * room, y + dy * room];
  }

  /** Numbers stand where no other number is; the most cases come first. */
  function numbers(countries, unit) {
    const taken = [];
    const written = new Set();
    for (const entry of countries) {
      const [x, y] = world.centres[entry.code] ?? [];
      if (x === undefined) continue;
      const half = (textWidth(entry.n, size(), 700) / 2 + 3) * unit;
      const high = (size() / 2 + 1.5) * unit;
      if (taken.some((box) => Math.abs(box.x - x) < box.half + half && Math.abs(box.y - y) < 2 * high)) continue;
      taken.push({ x, y, half });
      written.add(entry.code);
    }
    return written;
  }

  function draw() {
    if (!world || !state || width < 50) return;
    const unit = world.width / width;
    set(drawing, { width, height: Math.round(world.height / unit), viewBox: `0 0 ${world.width} ${world.height}`, "data-title": state.title, "data-alt": state.alt, "aria-label": state.title });
    const counted = new Map(state.countries.map((entry) => [entry.code, entry]));
    if (!land.children.length) {
      for (const [code, d] of Object.entries(world.paths)) land.append(svg("path", { d, "data-code": code }));
    }
    for (const path of land.children) {
      set(path, { "data-step": counted.get(path.dataset.code)?.step ?? 0 });
    }
    const focused = holder.contains(document.activeElement) ? document.activeElement.dataset.stop : null;
    const written = numbers(state.countries, unit);
    const nodes = state.countries.filter((entry) => world.paths[entry.code]).map((entry) => {
      const [x, y] = world.centres[entry.code];
      const node = svg(
        "g",
        {
          class: "bor-world-country", role: "button", tabindex: -1, "data-stop": entry.code, "data-code": entry.code, "data-step": entry.step,
          "aria-label": entry.label, "aria-pressed": String(entry.code === state.country),
        },
        svg("path", { class: "bor-world-shape", d: world.paths[entry.code] }),
        svg("circle", { class: "bor-world-spot", cx: x, cy: y, r: 9 * unit }),
      );
      return wire(node, entry.label, () => onCountry(entry.code === state.country ? "" : entry.code));
    });
    const figures = state.countries.filter((entry) => written.has(entry.code)).map((entry) => {
      const [x, y] = world.centres[entry.code];
      const [high, wide] = [size() * unit, textWidth(entry.n, size(), 700) * unit];
      // a dark country carries its number on a light plate, unless that would hide it
      const box = land.querySelector(`[data-code="${entry.code}"]`)?.getBBox();
      const plated = entry.step > 2 && box && Math.min(box.width, box.height) > 3 * high;
      const plate = plated && svg("rect", { class: "bor-world-plate", x: x - wide / 2 - 4 * unit, y: y - high * 0.68, width: wide + 8 * unit, height: high * 1.36, rx: 5 * unit });
      return svg("g", {}, plate, svg("text", {
        class: "bor-world-number", x, y: y + high * 0.35, "font-size": high, "stroke-width": plated ? 0 : 3 * unit, text: entry.n,
      }));
    });
    const spots = [];
    const seats = state.seats.filter((entry) => world.seats[entry.name]).map((entry) => {
      const r = (width < 500 ? 4.5 : 6.5) * unit;
      const [x, y] = beside(world.seats[entry.name], spots, 2 * r + 1.5 * unit);
      spots.push([x, y]);
      const node = svg(
        "g",
        { class: "bor-world-seat", role: "button", tabindex: -1, "data-stop": entry.name, "aria-label": entry.label, "aria-pressed": String(entry.name === state.actor) },
        svg("circle", { class: "bor-world-spot", cx: x, cy: y, r: 11 * unit }),
        svg("path", { class: "bor-world-diamond", d: `M${x} ${y - r} L${x + r} ${y} L${x} ${y + r} L${x - r} ${y} Z` }),
      );
      return wire(node, entry.label, () => onSeat(entry.name === state.actor ? "" : entry.name));
    });
    stops.replaceChildren(...nodes, svg("g", { "aria-hidden": "true", class: "bor-world-numbers" }, ...figures), ...seats);
    order = [...nodes, ...seats];
    note.hide();
    const again = order.find((node) => node.dataset.stop === focused);
    settle(again ?? order.find((node) => node.dataset.stop === state.country));
    again?.focus();
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
    give: (given) => {
      world = given?.paths ? given : null;
      waiting.hidden = Boolean(world);
      draw();
    },
    stop: () => watch.disconnect(),
  };
}
