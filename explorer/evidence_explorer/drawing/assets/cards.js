// The card of a node: its outline, its lines and its button.
import { rounded } from "./painter.js";
import { paintMark, paintSign } from "./signs.js";

// The outline of a card tells what it stands for: an element is a box, a source a sheet with a
// folded corner, a domain a sign with pointed sides.
const FOLD = 16;

function outline(ctx, { kind, point, left, top, width, height }, grow = 0) {
  const [l, t, r, b] = [left - grow, top - grow, left + width + grow, top + height + grow];
  if (kind === "source") {
    ctx.beginPath();
    for (const [x, y] of [[l, t], [r - FOLD, t], [r, t + FOLD], [r, b], [l, b]]) ctx.lineTo(x, y);
    ctx.closePath();
  } else if (kind === "domain") {
    const middle = (t + b) / 2;
    ctx.beginPath();
    const corners = [
      [l + point, t], [r - point, t], [r, middle], [r - point, b], [l + point, b], [l, middle],
    ];
    for (const [x, y] of corners) ctx.lineTo(x, y);
    ctx.closePath();
  } else {
    rounded(ctx, l, t, r - l, b - t, 8 + grow);
  }
}

function fold(ctx, right, top) {
  ctx.beginPath();
  for (const [x, y] of [[right - FOLD, top], [right - FOLD, top + FOLD], [right, top + FOLD]]) {
    ctx.lineTo(x, y);
  }
  ctx.stroke();
}

export function paintCard(ctx, node, x, y, look, still, theme) {
  const { fonts, onDark } = still;
  const { boxWidth: width, boxHeight: height, kind } = node;
  const left = x - width / 2;
  const top = y - height / 2;
  ctx.save();
  ctx.setLineDash([]);
  const blue = theme.colour("#0072B2", onDark);
  const card = { kind, point: fonts.point, left, top, width, height };
  if (look.focused) {
    outline(ctx, card, 5);
    ctx.fillStyle = theme.page;
    ctx.fill();
    ctx.lineWidth = 3;
    ctx.strokeStyle = theme.text;
    ctx.stroke();
  }
  outline(ctx, card);
  ctx.fillStyle = theme.page;
  ctx.fill();
  ctx.globalAlpha = look.faint ? 0.22 : look.dimmed ? 0.45 : 1;
  if (look.selected) {
    ctx.globalAlpha = 0.14;
    ctx.fillStyle = blue;
    ctx.fill();
    ctx.globalAlpha = 1;
  }
  ctx.lineWidth = look.selected || look.centre ? 3 : 1.25;
  ctx.strokeStyle = look.selected ? blue : look.centre ? theme.text : theme.edge;
  ctx.stroke();
  if (kind === "source") fold(ctx, left + width, top);
  paintLines(ctx, node, left, top, still, theme);
  ctx.restore();
}

function paintLines(ctx, node, left, top, still, theme) {
  const { fonts, onDark } = still;
  const inset = fonts.across + (node.kind === "domain" ? fonts.point : 0);
  const room = node.boxWidth - 2 * inset;
  const start = left + inset;
  let at = top + fonts.down + fonts.nameLine / 2;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = theme.text;
  ctx.font = `600 ${fonts.name}px ${theme.font}`;
  for (const line of node.lines) {
    ctx.fillText(line, start, at, room);
    at += fonts.nameLine;
  }
  at += (fonts.metaLine - fonts.nameLine) / 2;
  ctx.font = `400 ${fonts.meta}px ${theme.font}`;
  let last = start;
  for (const [code, ...lines] of node.states) {
    const [shape, named] = still.signs[code];
    const colour = theme.colour(named, onDark);
    if (!lines.length) {
      // A state without words stands with the number of sources, on the last line.
      paintSign(ctx, shape, start + 6, top + node.boxHeight - fonts.down - fonts.metaLine / 2 - 1,
        colour, theme.page);
      last = start + fonts.sign;
      continue;
    }
    paintSign(ctx, shape, start + 6, at - 1, colour, theme.page);
    ctx.fillStyle = theme.text;
    for (const line of lines) {
      ctx.fillText(line, start + fonts.sign, at, room - fonts.sign);
      at += fonts.metaLine;
    }
  }
  ctx.fillStyle = theme.text;
  ctx.fillText(node.sources, last, at, room);
  let right = left + node.boxWidth - inset - 8;
  if (node.more || node.opened) right -= paintBadge(ctx, node, right + 8, at, still, theme);
  if (node.reported) {
    paintMark(ctx, "❝", right, at - 1, theme, onDark);
    right -= 21;
  }
  if (node.exceptions) paintMark(ctx, "!", right, at - 1, theme, onDark);
}

const BADGE = { height: 20, least: 30 };

// How many more there are, as a button: what it is worth pressing for.
function paintBadge(ctx, node, right, y, still, theme) {
  const text = node.opened ? "−" : `+${node.more}`;
  ctx.save();
  ctx.font = `700 ${still.fonts.meta}px ${theme.font}`;
  const width = Math.max(ctx.measureText(text).width + 12, BADGE.least);
  rounded(ctx, right - width, y - BADGE.height / 2 - 1, width, BADGE.height, 10);
  ctx.fillStyle = theme.colour("#0072B2", still.onDark);
  ctx.fill();
  ctx.fillStyle = theme.page;
  ctx.textAlign = "center";
  ctx.fillText(text, right - width / 2, y - 0.5);
  ctx.restore();
  return width + 6;
}

// Whether a point lies on the button of a card, with some room around it for fingers.
export function isOnBadge(node, point, fonts) {
  if (!node.more && !node.opened) return false;
  const right = node.x + node.boxWidth / 2;
  const bottom = node.y + node.boxHeight / 2;
  const inset = fonts.across + (node.kind === "domain" ? fonts.point : 0);
  return point.x > right - inset - 40 && point.x <= right + 4
    && point.y > bottom - fonts.down - fonts.metaLine - 5 && point.y <= bottom + 4;
}
