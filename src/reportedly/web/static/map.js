// The map: outlines and circles in Mercator's projection, so that a circle of so many kilometres
// stays a circle. Everything it says stands in the table below it too.

const WORLD = 4096; // units around the equator
const KM = WORLD / 40075; // units a kilometre there
const LEAST = 5; // pixels: the radius of a circle that would be smaller
const LABELS = 24;
const SVG = "http://www.w3.org/2000/svg";

const x = (lon) => ((lon + 180) / 360) * WORLD;
const y = (lat) => {
  const bound = (Math.max(-84, Math.min(84, lat)) * Math.PI) / 180;
  return WORLD / 2 - (Math.log(Math.tan(Math.PI / 4 + bound / 2)) * WORLD) / (2 * Math.PI);
};
const FOOT = y(-84); // Antarctica's outline runs around the globe there

const figure = document.getElementById("map");
const stage = figure?.querySelector(".stage");
const card = figure?.querySelector(".map-card");

function make(name, attributes = {}, into = null) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  into?.append(made);
  return made;
}

/** TopoJSON arcs, decoded once. */
function decoded(world) {
  const [kx, ky] = world.transform.scale;
  const [tx, ty] = world.transform.translate;
  return world.arcs.map((arc) => {
    let a = 0, b = 0;
    return arc.map(([dx, dy]) => [x((a += dx) * kx + tx), y((b += dy) * ky + ty)]);
  });
}

/** What crosses the 180th meridian goes on beyond it; else a stripe would run around the globe. */
function beyond(points) {
  let around = 0;
  return points.map(([a, b], n) => {
    const step = n && b < FOOT ? a - points[n - 1][0] : 0;
    if (Math.abs(step) > WORLD / 2) around -= Math.sign(step) * WORLD;
    return [a + around, b];
  });
}

function path(country, arcs) {
  return country.arcs.flat().map((ring) => {
    const points = beyond(ring.flatMap((n) => (n < 0 ? arcs[~n].toReversed() : arcs[n])));
    return "M" + points.map(([a, b]) => `${a.toFixed(2)},${b.toFixed(2)}`).join("L") + "Z";
  }).join("");
}

function weight(incidents) {
  return incidents > 50 ? 4 : incidents > 10 ? 3 : incidents > 2 ? 2 : 1;
}

/** What is seen: the middle in units, and pixels a unit. */
const view = { x: WORLD / 2, y: WORLD / 2, scale: 0.2 };
let places = [];
let order = [];
let chosen = -1;
let svg, net, land, areas, circles, labels;

function start(data, world) {
  svg = make("svg", { "aria-hidden": "true" }, stage);
  net = make("path", { class: "net" }, svg);
  [land, areas, circles, labels] = ["land", "areas", "circles", "labels"].map((name) => make("g", { class: name }, svg));
  const arcs = decoded(world);
  const outlines = new Map();
  for (const country of world.objects.countries.geometries) {
    const d = path(country, arcs);
    make("path", { d }, land);
    if (country.id) outlines.set(country.id, d);
  }
  places = data.rows.map((row) => Object.fromEntries(data.columns.map((name, n) => [name, row[n]])));
  places.forEach((place, n) => {
    place.x = x(place.lon);
    place.y = y(place.lat);
    place.radius = (place.km * KM) / Math.cos((Math.max(-84, Math.min(84, place.lat)) * Math.PI) / 180);
    const outline = place.outline && outlines.get(place.outline);
    const wide = place.km > 40;
    const kind = `place w${weight(place.incidents)}${wide ? " wide-place" : ""}`;
    place.mark = outline
      ? make("path", { d: outline, class: kind }, areas)
      : make("circle", { cx: place.x, cy: place.y, class: kind }, wide ? areas : circles);
    place.outlined = Boolean(outline);
    place.mark.dataset.place = n;
    make("title", {}, place.mark).textContent = `${place.name}: ${many(place.incidents)}`;
  });
  order = places.map((_, n) => n).sort((a, b) => places[b].incidents - places[a].incidents);
  all();
  new ResizeObserver(() => draw()).observe(stage);
}

const many = (n) => `${n.toLocaleString("en")} ${n === 1 ? "incident" : "incidents"}`;

/** Show everything there is. */
function all() {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const p of places) {
    const box = p.outlined ? p.mark.getBBox() : null;
    left = Math.min(left, box ? box.x : p.x - p.radius);
    right = Math.max(right, box ? box.x + box.width : p.x + p.radius);
    top = Math.min(top, box ? box.y : p.y - p.radius);
    bottom = Math.max(bottom, box ? box.y + box.height : p.y + p.radius);
  }
  const room = 1.25;
  view.x = (left + right) / 2;
  view.y = (top + bottom) / 2;
  view.scale = Math.min(stage.clientWidth / ((right - left) * room), stage.clientHeight / ((bottom - top) * room), 60);
  draw();
}

let waiting = 0;
function draw() {
  if (!waiting) waiting = requestAnimationFrame(drawn);
}

function drawn() {
  waiting = 0;
  const [width, height] = [stage.clientWidth, stage.clientHeight];
  view.scale = Math.max(Math.min(width, height) / WORLD, Math.min(view.scale, 200));
  view.x = Math.max(0, Math.min(WORLD, view.x));
  view.y = Math.max(0, Math.min(WORLD, view.y));
  const unit = 1 / view.scale;
  svg.setAttribute("viewBox", `${view.x - (width * unit) / 2} ${view.y - (height * unit) / 2} ${width * unit} ${height * unit}`);
  for (const place of places) {
    if (!place.outlined) place.mark.setAttribute("r", Math.max(place.radius, LEAST * unit));
  }
  grid(width * unit, height * unit);
  label(width, height, unit);
  ruler(unit);
}

/** Meridians and parallels, so that an empty sea is seen to be one. */
function grid(width, height) {
  const degrees = (width / WORLD) * 360;
  const apart = [30, 15, 10, 5, 2, 1, 0.5, 0.25].find((n) => degrees / n >= 4) ?? 0.1;
  const [left, top] = [view.x - width / 2, view.y - height / 2];
  const first = Math.ceil(((left / WORLD) * 360 - 180) / apart) * apart;
  let d = "";
  for (let lon = first; x(lon) <= left + width; lon += apart) d += `M${x(lon)},${top}v${height}`;
  for (let lat = -90; lat < 90; lat += apart) {
    const at = y(lat);
    if (at >= top && at <= top + height) d += `M${left},${at}h${width}`;
  }
  net.setAttribute("d", d);
}

/** Names of the busiest places, where they cover no other name. */
function label(width, height, unit) {
  labels.replaceChildren();
  const taken = [];
  const wanted = chosen < 0 ? order : [chosen, ...order.filter((n) => n !== chosen)];
  for (const n of wanted) {
    if (taken.length >= LABELS) break;
    const place = places[n];
    const px = (place.x - view.x) * view.scale + width / 2;
    const py = (place.y - view.y) * view.scale + height / 2;
    if (px < 0 || py < 0 || px > width || py > height) continue;
    const words = place.name.split(", ")[0];
    const beside = place.outlined || place.km > 40 ? 0 : Math.max(place.radius * view.scale, LEAST) + 4;
    const long = words.length * 7 + 8;
    const box = [beside ? px + beside : px - long / 2, py - 8, beside ? px + beside + long : px + long / 2, py + 8];
    if (box[2] > width || taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) continue;
    taken.push(box);
    const text = make("text", {
      x: place.x + beside * unit, y: place.y + 4 * unit, "font-size": 12.5 * unit, "stroke-width": 3 * unit,
      "text-anchor": beside ? "start" : "middle",
    }, labels);
    text.textContent = words;
  }
}

/** A round number of kilometres in the middle of the map. */
function ruler(unit) {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * view.y) / WORLD)));
  const km = (pixels) => (pixels * unit * Math.cos(lat)) / KM;
  const most = km(120);
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [5, 2, 1].find((n) => n * power <= most) * power;
  const bar = figure.querySelector(".map-scale span");
  bar.style.setProperty("inline-size", `${(120 * round) / most}px`);
  bar.textContent = round >= 1 ? `${round.toLocaleString("en")} km` : `${round * 1000} m`;
}

function zoom(by, px = stage.clientWidth / 2, py = stage.clientHeight / 2) {
  const unit = 1 / view.scale;
  const [fx, fy] = [view.x + (px - stage.clientWidth / 2) * unit, view.y + (py - stage.clientHeight / 2) * unit];
  const before = view.scale;
  view.scale = Math.max(Math.min(stage.clientWidth, stage.clientHeight) / WORLD, Math.min(view.scale * by, 200));
  view.x = fx - (fx - view.x) * (before / view.scale);
  view.y = fy - (fy - view.y) * (before / view.scale);
  draw();
}

function move(px, py) {
  view.x += px / view.scale;
  view.y += py / view.scale;
  draw();
}

/** Choose a place: its facts and a way to its incidents. */
function choose(n, bring = false) {
  places[chosen]?.mark.classList.remove("chosen");
  chosen = n;
  card.hidden = n < 0;
  if (n < 0) return draw();
  const place = places[n];
  place.mark.classList.add("chosen");
  const name = document.createElement("b");
  const bdi = document.createElement("bdi");
  bdi.textContent = place.name;
  name.append(bdi);
  const known = document.createElement("span");
  known.className = "faint";
  known.textContent = place.precision;
  const facts = document.createElement("span");
  facts.textContent = `${many(place.incidents)}; reported killed: ${place.killed}`;
  const link = document.createElement("a");
  link.href = place.search;
  link.textContent = place.incidents === 1 ? "Show the incident" : "Show the incidents";
  card.replaceChildren(name, known, facts, link);
  if (bring) {
    view.x = place.x;
    view.y = place.y;
    if (place.radius * view.scale < LEAST * 2) view.scale = Math.min(60, (LEAST * 4) / place.radius);
  }
  draw();
}

function step(by) {
  if (!order.length) return;
  const at = order.indexOf(chosen);
  choose(order[(at + by + order.length + (at < 0 && by < 0 ? 1 : 0)) % order.length], true);
}

const KEYS = {
  ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0),
  ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60),
  "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), "−": () => zoom(1 / 1.5), 0: all,
  n: () => step(1), p: () => step(-1), Escape: () => choose(-1),
  Enter: () => chosen >= 0 && location.assign(places[chosen].search),
};

function listen() {
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && document.activeElement !== stage) return; // the page scrolls
    event.preventDefault();
    const box = stage.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });
  const down = new Map();
  let moved = 0;
  stage.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, event);
    moved = 0;
  });
  stage.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const other = [...down.values()].find((one) => one.pointerId !== event.pointerId);
    const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
    moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (moved > 4 && !stage.hasPointerCapture(event.pointerId)) stage.setPointerCapture(event.pointerId);
    if (other) {
      const box = stage.getBoundingClientRect();
      const middle = [(event.clientX + other.clientX) / 2 - box.left, (event.clientY + other.clientY) / 2 - box.top];
      zoom(apart(event) / Math.max(1, apart(before)), ...middle);
    } else move(before.clientX - event.clientX, before.clientY - event.clientY);
    down.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    stage.addEventListener(end, (event) => down.delete(event.pointerId));
  }
  stage.addEventListener("click", (event) => {
    if (moved > 4) return;
    const mark = event.target.closest("[data-place]");
    choose(mark ? Number(mark.dataset.place) : -1);
  });
  const does = { in: () => zoom(1.6), out: () => zoom(1 / 1.6), all };
  for (const button of figure.querySelectorAll("[data-do]")) {
    button.addEventListener("click", does[button.dataset.do]);
  }
}

if (figure) {
  try {
    const [data, world] = await Promise.all(
      [figure.dataset.places, figure.dataset.outlines].map(async (address) => {
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(answer.statusText);
        return answer.json();
      }),
    );
    start(data, world);
    listen();
    figure.classList.add("ready");
  } catch {
    stage.textContent = "The map could not be loaded; the table below says the same.";
  }
}
