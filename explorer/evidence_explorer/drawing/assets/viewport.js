// Which part of a drawing is seen, and how large: at first, after a change, and when asked for.

// At this scale a name can be read from the back of a room; smaller only to show the whole width.
const READABLE = 0.8;
const LARGEST = 1.2;
const LEAST_SCALE = 0.55;
const NARROW = 640;
const NARROW_SCALE = 0.85;
const NARROW_HEIGHT = 480;
const TALLEST = 1900;
// What else of a page should stay in sight with the picture.
const ABOVE = 96;
const AROUND = 24;
const NEAR = 12;
const LOWEST = 320;

function clamped(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

// The middle of a view that shows as much as there is of a span, and nothing beyond it.
function within(wanted, from, to, room) {
  if (room >= to - from) return (from + to) / 2;
  return clamped(wanted, from + room / 2, to - room / 2);
}

export class Viewport {
  constructor(drawing) {
    this.drawing = drawing;
    this.canvas = drawing.frame.canvas;
    this.moved = false;
  }

  get network() {
    return this.drawing.network;
  }

  get bounds() {
    return this.drawing.still.bounds;
  }

  now() {
    const { x, y } = this.network.getViewPosition();
    return { x, y, scale: this.network.getScale() };
  }

  // Where the view stands, for tests and for whoever places something over the picture.
  tell() {
    const seen = this.now();
    // What a picture that is about to change its width showed before.
    if (this.canvas.clientWidth === this.width) this.seen = seen;
    this.drawing.frame.host.dataset.evidenceNetworkView = JSON.stringify(seen);
  }

  // The whole, as large as the window allows, but never so small that nobody can read it.
  fitHeight() {
    const [left, top, right, bottom] = this.bounds;
    const width = this.canvas.clientWidth;
    const height = bottom - top;
    this.width = width;
    const wide = Math.min(width / (right - left), LARGEST);
    const whole = Math.min(wide, Math.max(window.innerHeight - ABOVE, LOWEST) / height);
    const narrow = width < NARROW;
    this.scale = narrow ? NARROW_SCALE : Math.max(whole, Math.min(wide, READABLE), LEAST_SCALE);
    this.chosenAtSize = this.drawing.selected;
    this.setHeight(clamped(height * this.scale, LOWEST, narrow ? NARROW_HEIGHT : TALLEST));
  }

  setHeight(pixels) {
    this.drawing.frame.setHeight(Math.round(pixels));
    this.network?.setSize("100%", "100%");
    this.network?.redraw();
  }

  first() {
    this.moved = false;
    const [left, top, right, bottom] = this.bounds;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const { scale, drawing } = this;
    const at = drawing.nodes.get(drawing.selected ?? drawing.still.centre) ?? { x: 0, y: 0 };
    const position = {
      x: within(at.x, left, right, width / scale),
      y: within(at.y, top, bottom, height / scale),
    };
    this.network.moveTo({ position, scale, animation: false });
  }

  // What stood there stays there; the view widens no more than what is new asks for.
  keep({ x, y, scale }, known) {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    let [left, top] = [x - width / scale / 2, y - height / scale / 2];
    let [right, bottom] = [left + width / scale, top + height / scale];
    for (const node of this.drawing.nodes.values()) {
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
    const [left, top, right, bottom] = this.bounds;
    const { canvas } = this;
    this.moved = true;
    this.setHeight(clamped(window.innerHeight - AROUND, LOWEST, TALLEST));
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
    const scale = clamped(this.network.getScale() * factor, 0.1, 4);
    this.network.moveTo({ scale, animation: false });
  }

  resized() {
    const { canvas, drawing } = this;
    if (!this.network || canvas.clientWidth === this.width) return;
    if (drawing.selected === this.chosenAtSize && !this.moved) {
      this.fitHeight();
      this.first();
      return;
    }
    // A choice opens or closes what is beside the picture: everything keeps its place on the screen.
    const { x, y, scale } = this.seen;
    const left = x - this.width / scale / 2;
    this.width = canvas.clientWidth;
    this.chosenAtSize = drawing.selected;
    this.network.setSize("100%", "100%");
    const position = { x: left + this.width / scale / 2, y };
    this.network.moveTo({ position, scale, animation: false });
    this.network.redraw();
    const chosen = drawing.nodes.get(drawing.selected);
    if (chosen) this.bringIn(chosen);
  }

  bringIn(node) {
    const corner = this.network.canvasToDOM({
      x: node.x - node.boxWidth / 2, y: node.y - node.boxHeight / 2,
    });
    const far = this.network.canvasToDOM({
      x: node.x + node.boxWidth / 2, y: node.y + node.boxHeight / 2,
    });
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (corner.x < 0 || corner.y < 0 || far.x > width || far.y > height) {
      this.moved = true;
      this.network.moveTo({ position: { x: node.x, y: node.y }, animation: false });
    }
  }

  fullScreen() {
    const { host } = this.drawing.frame;
    const place = host.getRootNode().host?.closest(".st-key-network") ?? host;
    if (document.fullscreenElement) document.exitFullscreen();
    else place.requestFullscreen();
  }
}
