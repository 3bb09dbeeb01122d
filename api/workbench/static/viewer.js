// The page image: one picture, boxes drawn over it in points of the page; zoom, turn, the evidence one by one.
const SVG = "http://www.w3.org/2000/svg";
const stage = () => document.getElementById("stage");
const pieces = () => [...document.querySelectorAll("#claim [data-evidence]")];
let now = null;
let scale = 0;
let turned = 0;

export function first() {
  const all = pieces();
  // What speaks against the claim comes first.
  const doubtful = document.querySelector("#claim .item:is(.unsupported, .needs_review) [data-evidence]");
  if (all.length) showEvidence(doubtful ?? all[0], false);
  else clear("此项没有证据页面");
}

export function step(by) {
  const all = pieces();
  if (!all.length) return;
  const at = all.indexOf(now);
  const el = all[(at + by + all.length) % all.length];
  showEvidence(el);
  el.scrollIntoView({ block: "nearest" });
}

export function showEvidence(el, keep = true) {
  if (!stage()) return;
  for (const other of pieces()) other.setAttribute("aria-expanded", String(other === el));
  const same = keep && now?.dataset.image === el.dataset.image;
  now = el;
  if (!el.dataset.image) return clear("这份证据没有页面图");
  const at = `${pieces().indexOf(el) + 1} / ${pieces().length}`;
  document.getElementById("caption").textContent = `${at} · ${el.dataset.caption}`;
  if (!same) {
    scale = 0;
    turned = 0;
  }
  draw(el);
  const following = pieces()[pieces().indexOf(el) + 1];
  if (following?.dataset.image) new Image().src = following.dataset.image;
}

export function preload(html) {
  const part = new DOMParser().parseFromString(html, "text/html");
  const address = part.querySelector("[data-image]")?.dataset.image;
  if (address) new Image().src = address;
}

function clear(said) {
  now = null;
  document.getElementById("caption").textContent = said;
  stage()?.replaceChildren();
}

function element(name, attributes) {
  const el = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
  return el;
}

const boxesOf = (el) => (el.dataset.boxes ? el.dataset.boxes.split(" ").map((b) => b.split(",").map(Number)) : []);

function draw(el) {
  const [width, height] = el.dataset.size.split(" ").map(Number);
  const svg = element("svg", { role: "img", "aria-label": `${el.dataset.caption}，证据已框出` });
  const g = element("g", {});
  g.append(element("rect", { width, height, class: "paper" }));
  g.append(element("image", { href: el.dataset.image, width, height, preserveAspectRatio: "none" }));
  const air = Math.min(width, height) / 300;
  for (const [x0, y0, x1, y1] of boxesOf(el)) {
    const at = { x: x0 - air, y: y0 - air, width: x1 - x0 + 2 * air, height: y1 - y0 + 2 * air, rx: air };
    g.append(element("rect", { ...at, class: "mark" }));
  }
  svg.append(g);
  stage().replaceChildren(svg);
  fit(svg, g, width, height, boxesOf(el)[0]);
}

function fit(svg, g, width, height, box) {
  const [w, h] = turned % 180 ? [height, width] : [width, height];
  const turns = { 0: "", 90: `translate(${height} 0) rotate(90)`, 180: `translate(${width} ${height}) rotate(180)`, 270: `translate(0 ${width}) rotate(270)` };
  g.setAttribute("transform", turns[turned]);
  svg.setAttribute("viewBox", `0 0 ${w} ${h}`);
  const room = stage().clientWidth;
  const wide = Math.round(room * (scale || 1));
  svg.setAttribute("width", wide);
  svg.setAttribute("height", Math.round((wide * h) / w));
  if (!box || turned) return;
  const top = (box[1] / h) * ((wide * h) / w);
  stage().scrollTo({ top: Math.max(0, top - stage().clientHeight / 3), left: Math.max(0, (box[0] / w) * wide - room / 3) });
}

export function zoom(by) {
  if (!now?.dataset.image) return;
  scale = by ? Math.min(6, Math.max(0.3, (scale || 1) * by)) : 0;
  draw(now);
}

export function turn() {
  if (!now?.dataset.image) return;
  turned = (turned + 90) % 360;
  draw(now);
}
