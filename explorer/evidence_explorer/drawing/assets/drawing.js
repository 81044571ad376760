// One drawn network: keeps vis-network, the selection and the view in step with the data.
import { buildFrame } from "./frame.js";
import { firstOf, inReadingOrder, nearest } from "./walking.js";
import {
  isOnBadge, paintBackground, paintCard, paintHeadings, paintWord, readTheme,
} from "./painter.js";

// A second tap within this time makes a double click of the first; until then it is not reported.
const DOUBLE_CLICK_MS = 280;
// At this scale a name can be read from the back of a room; smaller only to show the whole width.
const READABLE = 0.8;
const LARGEST = 1.2;
const LEAST_SCALE = 0.6;
const NARROW = 640;
const NARROW_SCALE = 0.85;
const NARROW_HEIGHT = 480;
const TALLEST = 1900;
// What else of a page should stay in sight with the picture.
const ABOVE = 96;
const NEAR = 12;
const LOWEST = 320;
const FAINT = 0.13;
const CALM = 0.62;

let library;

function loadLibrary(address) {
  // The file is a classic script that puts "vis" on the global object; it is served by this app.
  library ??= import(new URL(`../../../${address}`, import.meta.url).href).then(() => globalThis.vis);
  return library;
}

// The middle of a view that shows as much as there is of a span, and nothing beyond it.
function within(wanted, from, to, room) {
  if (room >= to - from) return (from + to) / 2;
  return Math.min(Math.max(wanted, from + room / 2), to - room / 2);
}

export class Drawing {
  constructor(root) {
    this.frame = buildFrame(root);
    this.selected = null;
    this.faint = { nodes: new Set(), edges: new Set() };
    this.current = null;
    this.focused = false;
    this.listen();
  }

  async update(data) {
    this.data = data;
    this.theme = readTheme(this.frame.host);
    this.faint = { nodes: new Set(data.faint.nodes), edges: new Set(data.faint.edges) };
    if (data.signature === this.signature) {
      this.adopt(data.selected);
      this.restyle();
      return;
    }
    this.signature = data.signature;
    performance.mark("evidence-network-data");
    const from = performance.now();
    this.frame.label(data.words);
    let vis;
    try {
      vis = await loadLibrary(data.library);
    } catch {
      this.frame.fail(data.words.failed);
      return;
    }
    if (this.closed || this.signature !== data.signature) return;
    this.draw(vis, data, from);
  }

  adopt(selected) {
    // An answer to an older click must not undo a newer one.
    if (this.awaited !== undefined && performance.now() < this.awaitedUntil) {
      if (selected !== this.awaited) return;
    }
    this.awaited = undefined;
    this.selected = selected;
  }

  draw(vis, data, from) {
    const { static: still } = data;
    // A line has the look of its kind, and its place in the list for a name.
    this.lines = still.edges.map((edge, id) => {
      const look = still.looks[edge.kind];
      const words = edge.count > 1 ? `${look.words} (${edge.count})` : look.words;
      return { ...look, ...edge, id, words };
    });
    const before = this.network && this.place === still.place ? this.view() : null;
    const known = this.nodes;
    this.network?.destroy();
    this.network = null;
    this.place = still.place;
    this.awaited = undefined;
    this.selected = data.selected;
    this.nodes = new Map(still.nodes.map((node) => [node.id, node]));
    this.current = this.nodes.has(this.current) ? this.current : null;
    this.near = new Map(still.nodes.map((node) => [node.id, new Set([node.id])]));
    for (const edge of this.lines) {
      this.near.get(edge.from).add(edge.to);
      this.near.get(edge.to).add(edge.from);
    }
    if (!before) this.fitHeight();
    this.edges = new vis.DataSet(this.lines.map((edge) => this.edgeLook(edge)));
    const nodes = still.nodes.map((node) => ({
      id: node.id, x: node.x, y: node.y, fixed: true, physics: false,
      shape: "custom", ctxRenderer: (place) => this.card(place),
    }));
    this.network = new vis.Network(
      this.frame.canvas, { nodes: new vis.DataSet(nodes), edges: this.edges }, still.options,
    );
    this.network.on("beforeDrawing", (ctx) => paintBackground(ctx, this.data.static, this.theme));
    this.network.on("afterDrawing", (ctx) => {
      paintHeadings(ctx, this.data.static, this.theme);
      this.paintWords(ctx);
      if (this.network) this.tellView();
    });
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("doubleClick", (event) => this.doubleClicked(event));
    this.network.on("hold", (event) => this.doubleClicked(event));
    this.network.on("zoom", () => (this.moved = true));
    this.network.on("dragEnd", () => (this.moved = true));
    if (before) this.keepView(before, known);
    else this.firstView();
    // The cards tell their size while they are first drawn; arrow heads end on it in the second.
    this.network.redraw();
    this.network.redraw();
    this.finish(from);
  }

  finish(from) {
    const { dataset } = this.frame.host;
    performance.mark("evidence-network-drawn");
    dataset.evidenceNetworkMs = String(Math.round(performance.now() - from));
    dataset.evidenceNetworkDrawn = this.signature;
  }

  // Where the view stands, for tests and for whoever places something over the picture.
  tellView() {
    const seen = this.view();
    // What a picture that is about to change its width showed before.
    if (this.frame.canvas.clientWidth === this.width) this.seen = seen;
    this.frame.host.dataset.evidenceNetworkView = JSON.stringify(seen);
  }

  view() {
    const { x, y } = this.network.getViewPosition();
    return { x, y, scale: this.network.getScale() };
  }

  card({ ctx, id, x, y }) {
    const node = this.nodes.get(id);
    const chosen = this.selected;
    const look = {
      dimmed: chosen !== null && !this.near.get(chosen)?.has(id),
      faint: this.faint.nodes.has(id),
      selected: chosen === id,
      centre: this.data.static.centre === id,
      focused: this.focused && this.current === id,
    };
    return {
      drawNode: () => paintCard(ctx, node, x, y, look, this.data.static, this.theme),
      nodeDimensions: { width: node.boxWidth, height: node.boxHeight },
    };
  }

  edgeLook(edge) {
    const chosen = this.selected;
    const touches = chosen !== null && (edge.from === chosen || edge.to === chosen);
    const faded = this.faint.edges.has(edge.id) || (chosen !== null && !touches);
    const opacity = faded ? FAINT : touches ? 1 : CALM;
    const look = { ...edge };
    delete look.words;
    delete look.kind;
    delete look.count;
    look.color = { color: this.theme.colour(edge.color, this.data.static.onDark), opacity };
    look.width = edge.width + (touches ? 1 : 0);
    return look;
  }

  // The words of the lines that touch the selected node, where no card that matters is under them;
  // on a path those of all lines.
  paintWords(ctx) {
    const chosen = this.selected;
    const all = this.data.static.kind === "path";
    if (chosen === null && !all) return;
    const cards = all ? this.nodes.keys() : this.near.get(chosen) ?? [];
    const taken = [...cards].map((id) => this.nodes.get(id));
    for (const edge of this.lines) {
      if (this.faint.edges.has(edge.id)) continue;
      if (!all && edge.from !== chosen && edge.to !== chosen) continue;
      const ends = [this.nodes.get(edge.from), this.nodes.get(edge.to)];
      const box = paintWord(ctx, edge, ends, taken, this.data.static, this.theme);
      taken.push(box);
    }
  }

  restyle() {
    if (!this.network) return;
    this.edges.update(this.lines.map((edge) => this.edgeLook(edge)));
    this.network.redraw();
  }

  // The view

  // The whole, as large as the window allows, but never so small that nobody can read it.
  fitHeight() {
    const [left, top, right, bottom] = this.data.static.bounds;
    const width = this.frame.canvas.clientWidth;
    const height = bottom - top;
    this.width = width;
    const wide = Math.min(width / (right - left), LARGEST);
    const whole = Math.min(wide, Math.max(window.innerHeight - ABOVE, LOWEST) / height);
    const narrow = width < NARROW;
    this.scale = narrow ? NARROW_SCALE : Math.max(whole, Math.min(wide, READABLE), LEAST_SCALE);
    this.chosenAtSize = this.selected;
    const most = narrow ? NARROW_HEIGHT : TALLEST;
    this.setHeight(Math.min(Math.max(height * this.scale, LOWEST), most));
  }

  setHeight(pixels) {
    this.frame.setHeight(Math.round(pixels));
    this.network?.setSize("100%", "100%");
    this.network?.redraw();
  }

  firstView() {
    this.moved = false;
    const [left, top, right, bottom] = this.data.static.bounds;
    const { clientWidth: width, clientHeight: height } = this.frame.canvas;
    const { scale } = this;
    const at = this.nodes.get(this.selected ?? this.data.static.centre) ?? { x: 0, y: 0 };
    const position = {
      x: within(at.x, left, right, width / scale),
      y: within(at.y, top, bottom, height / scale),
    };
    this.network.moveTo({ position, scale, animation: false });
  }

  // What stood there stays there; the view widens no more than what is new asks for.
  keepView({ x, y, scale }, known) {
    const { clientWidth: width, clientHeight: height } = this.frame.canvas;
    let [left, top] = [x - width / scale / 2, y - height / scale / 2];
    let [right, bottom] = [left + width / scale, top + height / scale];
    for (const node of this.nodes.values()) {
      if (known.has(node.id)) continue;
      left = Math.min(left, node.x - node.boxWidth / 2 - NEAR);
      right = Math.max(right, node.x + node.boxWidth / 2 + NEAR);
      top = Math.min(top, node.y - node.boxHeight / 2 - NEAR);
      bottom = Math.max(bottom, node.y + node.boxHeight / 2 + NEAR);
    }
    this.network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: Math.min(scale, width / (right - left), height / (bottom - top)),
      animation: false,
    });
  }

  // All of it at one glance: the picture becomes as high as the window.
  whole() {
    if (!this.network) return;
    const [left, top, right, bottom] = this.data.static.bounds;
    const { canvas } = this.frame;
    this.moved = true;
    this.setHeight(Math.min(Math.max(window.innerHeight - 24, LOWEST), TALLEST));
    this.network.moveTo({
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      scale: Math.min(canvas.clientWidth / (right - left), canvas.clientHeight / (bottom - top), 1),
      animation: false,
    });
    canvas.scrollIntoView({ block: "nearest" });
  }

  zoom(factor) {
    if (!this.network) return;
    this.moved = true;
    const scale = Math.min(Math.max(this.network.getScale() * factor, 0.1), 4);
    this.network.moveTo({ scale, animation: false });
  }

  resized() {
    const { canvas } = this.frame;
    if (!this.network || canvas.clientWidth === this.width) return;
    if (this.selected === this.chosenAtSize && !this.moved) {
      this.fitHeight();
      this.firstView();
      return;
    }
    // A choice opens or closes what is beside the picture: everything keeps its place on the screen.
    const { x, y, scale } = this.seen;
    const left = x - this.width / scale / 2;
    this.width = canvas.clientWidth;
    this.chosenAtSize = this.selected;
    this.network.setSize("100%", "100%");
    const position = { x: left + this.width / scale / 2, y };
    this.network.moveTo({ position, scale, animation: false });
    this.network.redraw();
    const chosen = this.nodes.get(this.selected);
    if (chosen) this.bringIntoView(chosen);
  }

  fullScreen() {
    const place = this.frame.host.getRootNode().host?.closest(".st-key-network") ?? this.frame.host;
    if (document.fullscreenElement) document.exitFullscreen();
    else place.requestFullscreen();
  }

  bringIntoView(node) {
    const corner = this.network.canvasToDOM({
      x: node.x - node.boxWidth / 2, y: node.y - node.boxHeight / 2,
    });
    const far = this.network.canvasToDOM({
      x: node.x + node.boxWidth / 2, y: node.y + node.boxHeight / 2,
    });
    const { clientWidth: width, clientHeight: height } = this.frame.canvas;
    if (corner.x < 0 || corner.y < 0 || far.x > width || far.y > height) {
      this.moved = true;
      this.network.moveTo({ position: { x: node.x, y: node.y }, animation: false });
    }
  }

  // What a person does

  listen() {
    const { frame } = this;
    frame.fit.addEventListener("click", () => this.whole());
    frame.larger.addEventListener("click", () => this.zoom(1.25));
    frame.smaller.addEventListener("click", () => this.zoom(0.8));
    frame.full.addEventListener("click", () => this.fullScreen());
    this.onFull = () => requestAnimationFrame(() => this.whole());
    document.addEventListener("fullscreenchange", this.onFull);
    frame.picture.addEventListener("focus", () => this.focus());
    frame.picture.addEventListener("blur", () => this.blur());
    frame.picture.addEventListener("keydown", (event) => this.key(event));
    // Until the picture has the focus the wheel belongs to the page, unless ctrl asks for a zoom.
    frame.picture.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !this.focused) event.stopPropagation();
    }, { capture: true, passive: true });
    this.onPrint = () => this.printed(true);
    this.onPrinted = () => this.printed(false);
    window.addEventListener("beforeprint", this.onPrint);
    window.addEventListener("afterprint", this.onPrinted);
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(frame.canvas);
  }

  focus() {
    this.focused = true;
    if (this.nodes && this.current === null) {
      this.current = this.selected ?? this.data.static.centre ?? firstOf(this.nodes);
    }
    this.speak();
    this.network?.redraw();
  }

  blur() {
    this.focused = false;
    this.network?.redraw();
  }

  key(event) {
    if (!this.network || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const node = this.nodes.get(this.current);
    const turns = { PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity };
    if (direction[event.key]) this.walk(direction[event.key]);
    else if (turns[event.key]) this.turn(turns[event.key]);
    else if (event.key === "Enter" && event.shiftKey) node && this.report("centre", node.id);
    else if (event.key === "Enter" || event.key === " ") node && this.choose(node.id);
    else if (event.key === "c" || event.key === "C") node && this.report("centre", node.id);
    else if (event.key === "u" || event.key === "U") this.open(node);
    else if (event.key === "Escape") this.choose(null);
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.whole();
    else return;
    // Streamlit has keys of its own on the page ("c" clears its cache).
    event.preventDefault();
    event.stopPropagation();
  }

  walk(direction) {
    const here = this.nodes.get(this.current);
    this.goTo(here ? nearest(this.nodes, here, direction) : inReadingOrder(this.nodes)[0]);
  }

  turn(by) {
    const all = inReadingOrder(this.nodes);
    const at = all.findIndex((node) => node.id === this.current);
    this.goTo(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  goTo(node) {
    if (!node) return;
    this.current = node.id;
    this.bringIntoView(node);
    this.speak();
    this.network.redraw();
  }

  // vis-network knows of a card only its middle.
  nodeAt({ pointer: { canvas: { x, y } } }) {
    for (const node of this.nodes.values()) {
      const [across, down] = [Math.abs(x - node.x), Math.abs(y - node.y)];
      if (2 * across <= node.boxWidth && 2 * down <= node.boxHeight) return node.id;
    }
    return null;
  }

  clicked(event) {
    const id = this.nodeAt(event);
    this.frame.picture.focus({ preventScroll: true });
    clearTimeout(this.waiting);
    if (id === null) return;
    this.current = id;
    const node = this.nodes.get(id);
    if (isOnBadge(node, event.pointer.canvas, this.data.static.fonts)) {
      this.open(node);
      return;
    }
    this.show(id);
    this.waiting = setTimeout(() => this.report("select", id), DOUBLE_CLICK_MS);
  }

  doubleClicked(event) {
    const id = this.nodeAt(event);
    clearTimeout(this.waiting);
    if (id === null || isOnBadge(this.nodes.get(id), event.pointer.canvas, this.data.static.fonts)) {
      return;
    }
    this.report("centre", id);
  }

  open(node) {
    if (node && (node.more || node.opened)) this.report("open", node.id);
  }

  choose(id) {
    clearTimeout(this.waiting);
    if (id === null && this.selected === null) return;
    this.show(id);
    this.report("select", id);
  }

  show(id) {
    this.selected = id;
    this.awaited = id;
    this.awaitedUntil = performance.now() + 5000;
    this.speak();
    this.restyle();
  }

  report(kind, id) {
    this.send(kind, id);
  }

  speak() {
    const node = this.nodes?.get(this.current);
    const { words } = this.data ?? {};
    if (!words) return;
    if (this.selected === null && this.awaited === null) {
      this.frame.say(words.cleared);
    } else if (node) {
      const chosen = this.selected === node.id ? `. ${words.selected}` : "";
      this.frame.say(node.spoken + chosen);
    }
  }

  printed(now) {
    this.theme = readTheme(this.frame.host, now);
    this.restyle();
  }

  close() {
    this.closed = true;
    clearTimeout(this.waiting);
    this.observer.disconnect();
    document.removeEventListener("fullscreenchange", this.onFull);
    window.removeEventListener("beforeprint", this.onPrint);
    window.removeEventListener("afterprint", this.onPrinted);
    this.network?.destroy();
    this.frame.host.remove();
  }
}
