// The page image: one picture, boxes drawn over it in points of the page; zoom, turn, the evidence one by one.
const SVG = "http://www.w3.org/2000/svg";
const stage = () => document.getElementById("stage");
const pieces = () => [...document.querySelectorAll("#claim [data-evidence]")];
const AHEAD = 2;
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
  paint(el);
  const next = pieces().indexOf(el) + 1;
  for (const { dataset } of pieces().slice(next, next + AHEAD)) if (dataset.image) new Image().src = dataset.image;
}

// The picture that a claim begins with; the claim itself is not parsed before it is wanted.
export function preload(html) {
  const address = html.match(/ data-image="([^"]+)"/)?.[1];
  if (address) new Image().src = address.replaceAll("&amp;", "&");
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

function paint(el) {
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
  paint(now);
}

export function turn() {
  if (!now?.dataset.image) return;
  turned = (turned + 90) % 360;
  paint(now);
}

// A box drawn with the mouse, or moved and sized by arrow keys: resolves to it, or to null where it was given up.
export function draw() {
  const svg = stage()?.querySelector("svg");
  if (!now?.dataset.image || !svg) return Promise.resolve(null);
  if (turned) {
    turned = 0;
    paint(now);
  }
  return new Promise((done) => new Drawing(stage().querySelector("svg g"), done));
}

class Drawing {
  constructor(g, done) {
    this.g = g;
    this.done = done;
    [this.width, this.height] = now.dataset.size.split(" ").map(Number);
    this.box = boxesOf(now)[0]?.slice() ?? [this.width * 0.3, this.height * 0.4, this.width * 0.7, this.height * 0.45];
    this.rect = element("rect", { class: "drawn" });
    g.append(this.rect);
    this.show();
    document.getElementById("caption").textContent = "拖动框选；或用方向键移动、Shift+方向键改大小，Enter 确定，Esc 放弃";
    stage().classList.add("drawing");
    stage().focus();
    this.handlers = {
      pointerdown: (e) => this.down(e),
      pointermove: (e) => this.move(e),
      pointerup: (e) => this.up(e),
      keydown: (e) => this.key(e),
    };
    for (const [name, handler] of Object.entries(this.handlers)) stage().addEventListener(name, handler);
  }

  at(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.g.getScreenCTM().inverse());
    return [point.x, point.y];
  }

  down(event) {
    event.preventDefault();
    this.start = this.at(event);
    stage().setPointerCapture(event.pointerId);
  }

  move(event) {
    if (!this.start) return;
    const [x, y] = this.at(event);
    this.box = [Math.min(x, this.start[0]), Math.min(y, this.start[1]), Math.max(x, this.start[0]), Math.max(y, this.start[1])];
    this.show();
  }

  up(event) {
    if (!this.start) return;
    this.move(event);
    if (this.box[2] - this.box[0] > 2 && this.box[3] - this.box[1] > 2) this.end(this.box);
    else this.start = null;
  }

  key(event) {
    const step = Math.min(this.width, this.height) / 200;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (event.key === "Enter") this.end(this.box);
    else if (event.key === "Escape") this.end(null);
    else if (by) {
      if (!event.shiftKey) [this.box[0], this.box[1]] = [this.box[0] + by[0], this.box[1] + by[1]];
      [this.box[2], this.box[3]] = [Math.max(this.box[0] + 4, this.box[2] + by[0]), Math.max(this.box[1] + 4, this.box[3] + by[1])];
      this.show();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  show() {
    const [x0, y0, x1, y1] = this.box;
    for (const [name, value] of Object.entries({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 })) this.rect.setAttribute(name, value);
  }

  end(box) {
    for (const [name, handler] of Object.entries(this.handlers)) stage().removeEventListener(name, handler);
    stage().classList.remove("drawing");
    if (!box) this.rect.remove();
    const [, sha256, page] = now.dataset.image.match(/pages\/([0-9a-f]{64})\/(\d+)\.webp/);
    this.done(box && { sha256, page: Number(page), box });
  }
}
