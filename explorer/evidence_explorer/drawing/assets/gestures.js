// What a person does with a drawing, by mouse, by touch and by keyboard.
import { isOnBadge } from "./cards.js";
import { firstOf, inReadingOrder, nearest } from "./walking.js";

// A second tap within this time makes a double click of the first; until then it is not reported.
const DOUBLE_CLICK_MS = 280;
const LARGER = 1.25;
const SMALLER = 0.8;

export class Gestures {
  constructor(drawing) {
    this.drawing = drawing;
    this.view = drawing.view;
    this.stopping = new AbortController();
    this.listen();
  }

  listen() {
    const { drawing, view } = this;
    const { frame } = drawing;
    const { signal } = this.stopping;
    const hear = (what, name, act) => what.addEventListener(name, act, { signal });
    hear(frame.fit, "click", () => view.whole());
    hear(frame.larger, "click", () => view.zoom(LARGER));
    hear(frame.smaller, "click", () => view.zoom(SMALLER));
    hear(frame.full, "click", () => view.fullScreen());
    hear(document, "fullscreenchange", () => requestAnimationFrame(() => view.whole()));
    hear(frame.picture, "focus", () => this.focus());
    hear(frame.picture, "blur", () => this.blur());
    hear(frame.picture, "keydown", (event) => this.key(event));
    // Until the picture has the focus the wheel belongs to the page, unless ctrl asks for a zoom.
    frame.picture.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey && !drawing.focused) event.stopPropagation();
    }, { capture: true, passive: true, signal });
    hear(window, "beforeprint", () => drawing.printed(true));
    hear(window, "afterprint", () => drawing.printed(false));
    this.observer = new ResizeObserver(() => view.resized());
    this.observer.observe(frame.canvas);
  }

  // vis-network tells of its own canvas.
  follow(network) {
    network.on("click", (event) => this.clicked(event));
    network.on("doubleClick", (event) => this.doubleClicked(event));
    network.on("hold", (event) => this.doubleClicked(event));
    network.on("zoom", () => (this.view.moved = true));
    network.on("dragEnd", () => (this.view.moved = true));
  }

  focus() {
    const { drawing } = this;
    drawing.focused = true;
    if (drawing.nodes && drawing.current === null) {
      drawing.current = drawing.selected ?? drawing.still.centre ?? firstOf(drawing.nodes);
    }
    drawing.speak();
    drawing.network?.redraw();
  }

  blur() {
    this.drawing.focused = false;
    this.drawing.network?.redraw();
  }

  key(event) {
    const { drawing, view } = this;
    if (!drawing.network || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const node = drawing.nodes.get(drawing.current);
    const turns = { PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity };
    if (direction[event.key]) this.walk(direction[event.key]);
    else if (turns[event.key]) this.turn(turns[event.key]);
    else if (event.key === "Enter" && event.shiftKey) node && drawing.send("centre", node.id);
    else if (event.key === "Enter" || event.key === " ") node && this.choose(node.id);
    else if (event.key === "c" || event.key === "C") node && drawing.send("centre", node.id);
    else if (event.key === "u" || event.key === "U") this.open(node);
    else if (event.key === "Escape") this.choose(null);
    else if (event.key === "+" || event.key === "=") view.zoom(LARGER);
    else if (event.key === "-") view.zoom(SMALLER);
    else if (event.key === "0") view.whole();
    else return;
    // Streamlit has keys of its own on the page ("c" clears its cache).
    event.preventDefault();
    event.stopPropagation();
  }

  walk(direction) {
    const { nodes, current } = this.drawing;
    const here = nodes.get(current);
    this.goTo(here ? nearest(nodes, here, direction) : inReadingOrder(nodes)[0]);
  }

  turn(by) {
    const all = inReadingOrder(this.drawing.nodes);
    const at = all.findIndex((node) => node.id === this.drawing.current);
    this.goTo(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  }

  goTo(node) {
    if (!node) return;
    this.drawing.current = node.id;
    this.view.bringIn(node);
    this.drawing.speak();
    this.drawing.network.redraw();
  }

  // vis-network knows of a card only its middle.
  nodeAt({ pointer: { canvas: { x, y } } }) {
    for (const node of this.drawing.nodes.values()) {
      const [across, down] = [Math.abs(x - node.x), Math.abs(y - node.y)];
      if (2 * across <= node.boxWidth && 2 * down <= node.boxHeight) return node;
    }
    return null;
  }

  onBadge(node, event) {
    return isOnBadge(node, event.pointer.canvas, this.drawing.still.fonts);
  }

  clicked(event) {
    const { drawing } = this;
    const node = this.nodeAt(event);
    drawing.frame.picture.focus({ preventScroll: true });
    clearTimeout(this.waiting);
    if (node === null) return;
    drawing.current = node.id;
    if (this.onBadge(node, event)) {
      this.open(node);
      return;
    }
    drawing.show(node.id);
    this.waiting = setTimeout(() => drawing.send("select", node.id), DOUBLE_CLICK_MS);
  }

  doubleClicked(event) {
    const node = this.nodeAt(event);
    clearTimeout(this.waiting);
    if (node !== null && !this.onBadge(node, event)) this.drawing.send("centre", node.id);
  }

  open(node) {
    if (node && (node.more || node.opened)) this.drawing.send("open", node.id);
  }

  choose(id) {
    clearTimeout(this.waiting);
    if (id === null && this.drawing.selected === null) return;
    this.drawing.show(id);
    this.drawing.send("select", id);
  }

  stop() {
    clearTimeout(this.waiting);
    this.observer.disconnect();
    this.stopping.abort();
  }
}
