// One drawn network: keeps vis-network and what is selected in step with the data.
import { paintCard } from "./cards.js";
import { buildFrame } from "./frame.js";
import { Gestures } from "./gestures.js";
import { paintBackground, paintHeadings, paintWord } from "./painter.js";
import { readTheme } from "./theme.js";
import { Viewport } from "./viewport.js";

const FAINT = 0.13;
const CALM = 0.62;
// So long an answer of the app may be of an older click than the last.
const ANSWER_MS = 5000;

let library;

function loadLibrary(address) {
  // The file is a classic script that puts "vis" on the global object; it is served by this app.
  library ??= import(new URL(`../../../${address}`, import.meta.url).href).then(() => globalThis.vis);
  return library;
}

export class Drawing {
  constructor(root) {
    this.frame = buildFrame(root);
    this.selected = null;
    this.faint = { nodes: new Set(), edges: new Set() };
    this.current = null;
    this.focused = false;
    this.view = new Viewport(this);
    this.gestures = new Gestures(this);
  }

  // What of the data stays as long as the scene does.
  get still() {
    return this.data.static;
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
    this.draw(vis, data);
    this.finish(from);
  }

  adopt(selected) {
    // An answer to an older click must not undo a newer one.
    if (this.awaited !== undefined && performance.now() < this.awaitedUntil) {
      if (selected !== this.awaited) return;
    }
    this.awaited = undefined;
    this.selected = selected;
  }

  draw(vis, data) {
    const { static: still } = data;
    const before = this.network && this.place === still.place ? this.view.now() : null;
    const known = this.nodes;
    this.network?.destroy();
    this.network = null;
    this.place = still.place;
    this.awaited = undefined;
    this.selected = data.selected;
    this.keep(still);
    if (!before) this.view.fitHeight();
    this.edges = new vis.DataSet(this.lines.map((edge) => this.edgeLook(edge)));
    const nodes = still.nodes.map((node) => ({
      id: node.id, x: node.x, y: node.y, fixed: true, physics: false,
      shape: "custom", ctxRenderer: (place) => this.card(place),
    }));
    this.network = new vis.Network(
      this.frame.canvas, { nodes: new vis.DataSet(nodes), edges: this.edges }, still.options,
    );
    this.network.on("beforeDrawing", (ctx) => paintBackground(ctx, this.still, this.theme));
    this.network.on("afterDrawing", (ctx) => {
      paintHeadings(ctx, this.still, this.theme);
      this.paintWords(ctx);
      if (this.network) this.view.tell();
    });
    this.gestures.follow(this.network);
    if (before) this.view.keep(before, known);
    else this.view.first();
    // The cards tell their size while they are first drawn; arrow heads end on it in the second.
    this.network.redraw();
    this.network.redraw();
  }

  // The nodes by id, the lines, and which nodes a line joins.
  keep(still) {
    this.nodes = new Map(still.nodes.map((node) => [node.id, node]));
    this.current = this.nodes.has(this.current) ? this.current : null;
    // A line has the look of its kind, and its place in the list for a name.
    this.lines = still.edges.map((edge, id) => {
      const look = still.looks[edge.kind];
      const words = edge.count > 1 ? `${look.words} (${edge.count})` : look.words;
      return { ...look, ...edge, id, words };
    });
    this.near = new Map(still.nodes.map((node) => [node.id, new Set([node.id])]));
    for (const edge of this.lines) {
      this.near.get(edge.from).add(edge.to);
      this.near.get(edge.to).add(edge.from);
    }
  }

  finish(from) {
    const { dataset } = this.frame.host;
    performance.mark("evidence-network-drawn");
    dataset.evidenceNetworkMs = String(Math.round(performance.now() - from));
    dataset.evidenceNetworkDrawn = this.signature;
  }

  card({ ctx, id, x, y }) {
    const node = this.nodes.get(id);
    const chosen = this.selected;
    const look = {
      dimmed: chosen !== null && !this.near.get(chosen)?.has(id),
      faint: this.faint.nodes.has(id),
      selected: chosen === id,
      centre: this.still.centre === id,
      focused: this.focused && this.current === id,
    };
    return {
      drawNode: () => paintCard(ctx, node, x, y, look, this.still, this.theme),
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
    look.color = { color: this.theme.colour(edge.color, this.still.onDark), opacity };
    look.width = edge.width + (touches ? 1 : 0);
    return look;
  }

  // The words of the lines that touch the selected node, where no card that matters is under them;
  // on a path those of all lines.
  paintWords(ctx) {
    const chosen = this.selected;
    const all = this.still.kind === "path";
    if (chosen === null && !all) return;
    const cards = all ? this.nodes.keys() : this.near.get(chosen) ?? [];
    const taken = [...cards].map((id) => this.nodes.get(id));
    for (const edge of this.lines) {
      if (this.faint.edges.has(edge.id)) continue;
      if (!all && edge.from !== chosen && edge.to !== chosen) continue;
      const ends = [this.nodes.get(edge.from), this.nodes.get(edge.to)];
      const box = paintWord(ctx, edge, ends, taken, this.still, this.theme);
      taken.push(box);
    }
  }

  restyle() {
    if (!this.network) return;
    this.edges.update(this.lines.map((edge) => this.edgeLook(edge)));
    this.network.redraw();
  }

  show(id) {
    this.selected = id;
    this.awaited = id;
    this.awaitedUntil = performance.now() + ANSWER_MS;
    this.speak();
    this.restyle();
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
    this.gestures.stop();
    this.network?.destroy();
    this.frame.host.remove();
  }
}
