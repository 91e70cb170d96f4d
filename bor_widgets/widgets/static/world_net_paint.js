/* How states and ties are drawn, on a canvas while the world runs and as SVG for a file. */
/* global THEME, svg */
/* exported STATE_PATHS, paintTies, paintStates, netAsSvg, bend, alongBend */

/** A regular figure of radius 1, or a star, as a path. */
function figurePath(corners, turn, inner) {
  const count = inner ? corners * 2 : corners;
  const spots = Array.from({ length: count }, (_, k) => {
    const radius = inner && k % 2 ? inner : 1;
    const angle = turn + (k * 2 * Math.PI) / count;
    return `${(radius * Math.cos(angle)).toFixed(3)} ${(radius * Math.sin(angle)).toFixed(3)}`;
  });
  return `M${spots.join("L")}Z`;
}

/** Shapes of radius about 1, by name. */
const STATE_PATHS = {
  circle: "M0.95 0A0.95 0.95 0 1 1 -0.95 0A0.95 0.95 0 1 1 0.95 0Z",
  square: "M-0.85 -0.85H0.85V0.85H-0.85Z",
  diamond: figurePath(4, 0).replace(/1\.000/g, "1.150"),
  star: figurePath(5, -Math.PI / 2, 0.5).replace(/-1\.000/g, "-1.200"),
  hexagon: figurePath(6, 0),
  pentagon: figurePath(5, -Math.PI / 2),
};
const CROWN = "M-0.7 0.35V-0.45L-0.32 -0.02L0 -0.6L0.32 -0.02L0.7 -0.45V0.35Z";

/** The point that a tie bends towards: a little nearer to the middle of the picture. */
function bend(a, b, middle) {
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  return { x: x + (middle.x - x) * 0.16, y: y + (middle.y - y) * 0.16 };
}

/** A place on a bent tie, 0 at `a` and 1 at `b`. */
function alongBend(a, c, b, t) {
  const [u, v, w] = [(1 - t) * (1 - t), 2 * (1 - t) * t, t * t];
  return { x: u * a.x + v * c.x + w * b.x, y: u * a.y + v * c.y + w * b.y };
}

/** Width and darkness of a tie by its strength and state, among so many states. */
function tieStroke(strength, state, count) {
  // the more states, the thinner and paler: a web, not a carpet
  const thin = Math.max(0.22, Math.min(1, Math.sqrt(14 / count) ** 1.5));
  const wide = (0.8 + 4.4 * strength) * thin;
  if (state === 4) return count > 60 ? { width: 0.9, alpha: 0.5 } : { width: Math.max(2.5, wide), alpha: 1 };
  if (state === 0) return { width: Math.max(0.5, wide * 0.55), alpha: 0.16 + 0.26 * thin };
  return { width: Math.max(0.6, wide), alpha: (0.5 + 0.42 * strength) * (0.45 + 0.55 * thin) };
}

const BUCKETS = 5;
/** More conflicts than this are thin lines: their stars would hide the states. */
const MOST_BURSTS = 60;

/**
 * Draw the ties, which stay as they are while sparks fly over them.
 * @param {CanvasRenderingContext2D} pen
 * @param {object} view {width, height, nodes, ties, looks, chosen, sparks, still, now, names}
 */
function paintTies(pen, view) {
  const { width, height, nodes, ties, looks, chosen } = view;
  const middle = { x: width / 2, y: height / 2 };
  pen.clearRect(0, 0, width, height);
  pen.lineCap = "round";
  const groups = new Map();
  ties.forEach((tie) => {
    const aside = chosen >= 0 && tie.a !== chosen && tie.b !== chosen;
    const key = tie.state * 100 + Math.min(BUCKETS - 1, Math.floor(tie.strength * BUCKETS)) * 2 + (aside ? 1 : 0);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(tie);
  });
  for (const key of [...groups.keys()].sort((a, b) => a - b)) {
    const state = Math.floor(key / 100);
    const look = looks.ties[state];
    const aside = key % 2 === 1;
    const strength = (Math.floor((key % 100) / 2) + 0.5) / BUCKETS;
    const stroke = tieStroke(strength, state, nodes.length);
    pen.beginPath();
    for (const tie of groups.get(key)) {
      const [a, b] = [nodes[tie.a], nodes[tie.b]];
      pen.moveTo(a.x, a.y);
      if (nodes.length > 60) {
        pen.lineTo(b.x, b.y);
      } else {
        const c = bend(a, b, middle);
        pen.quadraticCurveTo(c.x, c.y, b.x, b.y);
      }
    }
    pen.strokeStyle = look.colour;
    pen.globalAlpha = aside ? 0.06 : stroke.alpha;
    pen.lineWidth = stroke.width;
    pen.setLineDash(look.dash ? look.dash.split(" ").map(Number) : []);
    pen.stroke();
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/** Draw what lies on the ties: conflicts, sparks, states. */
function paintStates(pen, view) {
  const { width, height, nodes, ties } = view;
  const middle = { x: width / 2, y: height / 2 };
  const many = nodes.length > 60;
  const fights = ties.filter((tie) => tie.state === 4);
  if (fights.length <= MOST_BURSTS) for (const tie of fights) burst(pen, view, tie, middle);
  paintSparks(pen, view, middle);
  nodes.forEach((node, k) => paintNode(pen, view, node, k, many));
}

/** A conflict: a jagged star on the middle of its tie, breathing unless motion is unwanted. */
function burst(pen, { nodes, looks, still, now }, tie, middle) {
  const [a, b] = [nodes[tie.a], nodes[tie.b]];
  const at = alongBend(a, bend(a, b, middle), b, 0.5);
  const size = (nodes.length > 60 ? 4 : 8) * (still ? 1 : 1 + 0.14 * Math.sin(now / 130));
  pen.save();
  pen.translate(at.x, at.y);
  pen.scale(size, size);
  pen.fillStyle = looks.ties[4].colour;
  pen.strokeStyle = looks.colours.card;
  pen.lineWidth = 1.5 / size;
  const star = new Path2D(figurePath(8, 0.2, 0.5));
  pen.fill(star);
  pen.stroke(star);
  pen.restore();
}

/** Challenges on their way, and the answers where they arrive. */
function paintSparks(pen, { nodes, sparks, now, still }, middle) {
  for (const spark of sparks) {
    const [from, to] = [nodes[spark.from], nodes[spark.to]];
    if (!from || !to) continue;
    const c = bend(from, to, middle);
    if (still) {
      const at = alongBend(from, c, to, 0.78);
      dot(pen, at, 3.5, spark.colour, 1);
      continue;
    }
    const t = (now - spark.since) / spark.lasts;
    if (t < 0 || t > 1) continue;
    if (t < 0.6) {
      const head = t / 0.6;
      for (let k = 0; k < 5; k += 1) {
        const at = alongBend(from, c, to, Math.max(0, head - k * 0.035));
        dot(pen, at, 4 - k * 0.6, spark.colour, 0.95 - k * 0.19);
      }
    } else {
      const grown = (t - 0.6) / 0.4;
      pen.beginPath();
      pen.arc(to.x, to.y, to.r + 3 + grown * 13, 0, 2 * Math.PI);
      pen.strokeStyle = spark.colour;
      pen.globalAlpha = (1 - grown) * 0.85;
      pen.lineWidth = 3.5 * (1 - grown) + 0.5;
      pen.stroke();
      pen.globalAlpha = 1;
    }
  }
}

function dot(pen, at, radius, colour, alpha) {
  pen.globalAlpha = alpha;
  pen.beginPath();
  pen.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  pen.fillStyle = colour;
  pen.fill();
  pen.globalAlpha = 1;
}

const SHAPES = new Map();
function shapeOf(name) {
  if (!SHAPES.has(name)) SHAPES.set(name, new Path2D(STATE_PATHS[name] ?? STATE_PATHS.circle));
  return SHAPES.get(name);
}

function paintNode(pen, view, node, k, many) {
  const { looks, chosen, hovered, names } = view;
  const look = looks.doctrines[node.doctrine];
  const aside = chosen >= 0 && chosen !== k && !view.near.has(k);
  pen.globalAlpha = aside ? 0.35 : 1;
  pen.strokeStyle = look.ink;
  pen.lineWidth = 1.8;
  const ring = (radius, dash, colour = look.ink) => {
    pen.beginPath();
    pen.arc(node.x, node.y, radius, 0, 2 * Math.PI);
    pen.setLineDash(dash);
    pen.strokeStyle = colour;
    pen.stroke();
    pen.setLineDash([]);
  };
  if (!many) {
    pen.beginPath();
    pen.arc(node.x, node.y, node.r + 2.5, 0, 2 * Math.PI);
    pen.fillStyle = looks.colours.card;
    pen.fill();
  }
  if (node.forced) ring(node.r + (node.role === "riser" ? 9 : 5), [2, 4], looks.colours.ink);
  if (node.role === "riser") ring(node.r + 5, []);
  if (k === chosen || k === hovered) ring(node.r + 8, [], looks.colours.accent);
  pen.save();
  pen.translate(node.x, node.y);
  pen.scale(node.r, node.r);
  pen.fillStyle = look.fill;
  pen.strokeStyle = look.ink;
  pen.lineWidth = (many ? 1 : 2) / node.r;
  pen.fill(shapeOf(look.shape));
  pen.stroke(shapeOf(look.shape));
  pen.restore();
  if (node.role === "hegemon") {
    pen.save();
    pen.translate(node.x, node.y - node.r - 8);
    pen.scale(11, 11);
    pen.fillStyle = THEME.grade.potential.fill;
    pen.strokeStyle = THEME.grade.potential.text;
    pen.lineWidth = 0.14;
    pen.fill(new Path2D(CROWN));
    pen.stroke(new Path2D(CROWN));
    pen.restore();
  }
  const label = nodeLabel(node, k, names, view);
  if (label) {
    pen.font = `${node.role === "state" ? 500 : 700} 12.5px ${THEME.font}`;
    pen.textAlign = "center";
    pen.textBaseline = "top";
    pen.lineWidth = 4;
    pen.lineJoin = "round";
    pen.strokeStyle = looks.colours.card;
    pen.strokeText(label, node.x, node.y + node.r + 6);
    pen.fillStyle = looks.colours.ink;
    pen.fillText(label, node.x, node.y + node.r + 6);
  }
  pen.globalAlpha = 1;
}

/** What stands below a state: names where there is room, the powers always. */
function nodeLabel(node, k, names, { nodes, chosen, hovered }) {
  const wanted = nodes.length <= 36 || node.role === "riser" || node.role === "hegemon"
    || k === chosen || k === hovered;
  return wanted ? names[k] : "";
}

/** The same picture as SVG, with its legend below, so that a file explains itself. */
function netAsSvg(host, view, lines) {
  const { width, height, nodes, ties, looks, names } = view;
  const middle = { x: width / 2, y: height / 2 };
  const below = 20 * (looks.ties.length + looks.doctrines.length - 1) / 2 + 20 * lines.length + 16;
  const drawing = svg("svg", { width, height: height + below, viewBox: `0 0 ${width} ${height + below}` });
  for (const tie of ties) {
    const [a, b] = [nodes[tie.a], nodes[tie.b]];
    const c = bend(a, b, middle);
    const look = looks.ties[tie.state];
    const stroke = tieStroke(tie.strength, tie.state, nodes.length);
    drawing.append(svg("path", {
      d: `M${a.x.toFixed(1)} ${a.y.toFixed(1)}Q${c.x.toFixed(1)} ${c.y.toFixed(1)} ${b.x.toFixed(1)} ${b.y.toFixed(1)}`,
      fill: "none", stroke: look.colour, "stroke-width": stroke.width.toFixed(2),
      "stroke-opacity": stroke.alpha.toFixed(2), "stroke-dasharray": look.dash || null, "stroke-linecap": "round",
    }));
  }
  nodes.forEach((node, k) => {
    const look = looks.doctrines[node.doctrine];
    const ring = (radius, dash) => drawing.append(svg("circle", {
      cx: node.x, cy: node.y, r: radius, fill: "none", stroke: look.ink, "stroke-width": 1.8, "stroke-dasharray": dash,
    }));
    if (node.forced) ring(node.r + 9, "2 4");
    if (node.role === "riser") ring(node.r + 5);
    drawing.append(stateSign(look, node.x, node.y, node.r));
    if (node.role === "hegemon") {
      drawing.append(svg("path", {
        d: CROWN, transform: `translate(${node.x} ${node.y - node.r - 8}) scale(11)`,
        fill: THEME.grade.potential.fill, stroke: THEME.grade.potential.text, "stroke-width": 0.14,
      }));
    }
    const label = nodeLabel(node, k, names, { nodes, chosen: -1, hovered: -1 });
    if (label) {
      drawing.append(svg("text", {
        x: node.x, y: node.y + node.r + 17, "text-anchor": "middle", "font-size": 12.5,
        fill: looks.colours.ink, "font-family": THEME.font, text: label,
      }));
    }
  });
  const text = (x, y, words) => svg("text", {
    x, y, "font-size": 13, fill: looks.colours.ink, "font-family": THEME.font, text: words,
  });
  const rows = [
    ...looks.ties.map((look) => [(x, y) => svg("path", {
      d: `M${x} ${y - 4}h30`, stroke: look.colour, "stroke-width": 3, "stroke-dasharray": look.dash || null, "stroke-linecap": "round",
    }), look.label]),
    ...looks.doctrines.slice(0, -1).map((look) => [(x, y) => stateSign(look, x + 15, y - 4, 7), look.label]),
  ];
  const half = Math.ceil(rows.length / 2);
  rows.forEach(([sign, label], k) => {
    const x = k < half ? 12 : width / 2;
    const y = height + 18 + (k % half) * 20;
    drawing.append(sign(x, y), text(x + 40, y, label));
  });
  lines.forEach((line, k) => drawing.append(text(12, height + 26 + (half + k) * 20, line)));
  host.replaceChildren(drawing);
  return drawing;
}

/** The sign of a doctrine. */
function stateSign(look, x, y, radius) {
  return svg("path", {
    d: STATE_PATHS[look.shape], transform: `translate(${x} ${y}) scale(${radius})`,
    fill: look.fill, stroke: look.ink, "stroke-width": (1.8 / radius).toFixed(3),
  });
}
