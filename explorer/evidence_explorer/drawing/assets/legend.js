// What lines, signs and marks mean, as HTML with small drawings; all words are text.
import { element } from "./frame.js";
import { paintMark, paintSign } from "./painter.js";

const SVG = "http://www.w3.org/2000/svg";

function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

const HEADS = {
  arrow: [["path", { d: "M34 3 L44 8 L34 13 Z", fill: "currentColor" }]],
  vee: [["path", { d: "M34 3 L44 8 L34 13 L37 8 Z", fill: "currentColor" }]],
  bar: [["path", { d: "M43 2 V14", stroke: "currentColor", "stroke-width": 3 }]],
  diamond: [["path", { d: "M32 8 L38 4 L44 8 L38 12 Z", fill: "currentColor" }]],
  circle: [["circle", { cx: 40, cy: 8, r: 4, fill: "currentColor" }]],
};

function line(kind) {
  const made = svg("svg", { width: 48, height: 16, viewBox: "0 0 48 16", "aria-hidden": "true" });
  made.append(svg("path", {
    d: "M2 8 H36", fill: "none", stroke: "currentColor", "stroke-width": 2.5,
    "stroke-dasharray": kind.dash.join(" ") || "none",
  }));
  for (const [tag, attributes] of HEADS[kind.arrow] ?? []) made.append(svg(tag, attributes));
  return made;
}

function painted(paint) {
  const made = element("canvas", "evidence-sign");
  const ratio = 3;
  made.width = 18 * ratio;
  made.height = 18 * ratio;
  made.setAttribute("aria-hidden", "true");
  const ctx = made.getContext("2d");
  ctx.scale(ratio, ratio);
  paint(ctx);
  return made;
}

function group(title, entries) {
  const box = element("div", "evidence-legend-group");
  box.append(element("p", "evidence-legend-title", title));
  const list = element("ul");
  for (const { drawn, colour, word } of entries) {
    const item = element("li");
    const holder = element("span", "evidence-legend-drawn");
    if (colour) holder.style.setProperty("color", colour);
    holder.append(drawn);
    item.append(holder, element("bdi", "", word));
    list.append(item);
  }
  box.append(list);
  return box;
}

export function fillLegend(place, legend, words, theme, onDark) {
  const parts = [];
  const colour = (name) => theme.colour(name, onDark);
  if (legend.kinds.length) {
    parts.push(group(words.legendKinds, legend.kinds.map((kind) => ({
      drawn: line(kind), colour: colour(kind.colour), word: kind.word,
    }))));
  }
  if (legend.states.length) {
    parts.push(group(words.legendStates, legend.states.map((state) => ({
      drawn: painted((ctx) => paintSign(ctx, state.shape, 9, 9, colour(state.colour), theme.page)),
      word: state.word,
    }))));
  }
  if (legend.marks.length) {
    parts.push(group(words.legendMarks, legend.marks.map((mark) => ({
      drawn: painted((ctx) => paintMark(ctx, mark.mark, 9, 9, theme, onDark)), word: mark.word,
    }))));
  }
  if (legend.leftOut) parts.push(element("p", "evidence-left-out", legend.leftOut));
  place.replaceChildren(...parts);
}
