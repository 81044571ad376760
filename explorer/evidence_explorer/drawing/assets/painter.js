// Everything that is painted on the canvas: rings, headings, cards, signs and marks.

function luminance(colour) {
  const [r, g, b] = (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

function resolved(host, name, fallback) {
  // A probe turns whatever the theme says (a name, hex, a mix) into rgb numbers.
  const probe = document.createElement("span");
  probe.style.setProperty("color", `var(${name}, ${fallback})`);
  host.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

export function readTheme(host, printing = false) {
  const page = printing ? "rgb(255, 255, 255)" : resolved(host, "--st-background-color", "#ffffff");
  const text = printing ? "rgb(0, 0, 0)" : resolved(host, "--st-text-color", "#000000");
  const dark = luminance(page) < 0.4;
  return {
    page, text, dark,
    tint: dark ? "rgba(255, 255, 255, 0.055)" : "rgba(0, 45, 90, 0.045)",
    rule: dark ? "rgba(255, 255, 255, 0.28)" : "rgba(0, 30, 60, 0.24)",
    edge: dark ? "rgba(255, 255, 255, 0.55)" : "rgba(0, 0, 0, 0.5)",
    muted: dark ? "rgb(200, 204, 210)" : "rgb(70, 74, 82)",
    font: getComputedStyle(host).fontFamily || "sans-serif",
    colour: (name, onDark) => (dark ? onDark[name] ?? name : name),
  };
}

function ring(ctx, halfWidth, halfHeight, roundness) {
  ctx.beginPath();
  for (let step = 0; step < 180; step += 1) {
    const angle = (step / 90) * Math.PI;
    const x = Math.sin(angle);
    const y = -Math.cos(angle);
    ctx.lineTo(
      Math.sign(x) * halfWidth * Math.abs(x) ** (2 / roundness),
      Math.sign(y) * halfHeight * Math.abs(y) ** (2 / roundness),
    );
  }
  ctx.closePath();
}

export function paintBackground(ctx, still, theme) {
  ctx.save();
  const bands = [...still.bands].reverse();
  bands.forEach((band, number) => {
    const fromInside = bands.length - 1 - number;
    ring(ctx, band.half_width, band.half_height, still.roundness);
    ctx.fillStyle = theme.page;
    ctx.fill();
    if (fromInside % 2 === 0) {
      ctx.fillStyle = theme.tint;
      ctx.fill();
    }
    ctx.lineWidth = 1.25;
    ctx.strokeStyle = theme.rule;
    ctx.stroke();
  });
  ctx.setLineDash([3, 5]);
  for (const band of still.bands) {
    for (const [x, y, toX, toY] of band.partings) {
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(toX, toY);
      ctx.stroke();
    }
  }
  ctx.restore();
}

export function paintHeadings(ctx, still, theme) {
  ctx.save();
  ctx.textBaseline = "middle";
  for (const heading of still.headings) paintHeading(ctx, heading, still.fonts, theme);
  ctx.restore();
}

function paintHeading(ctx, heading, fonts, theme) {
  const { lines, note, x, y, width, height, size, line_height: lineHeight } = heading;
  const beside = note && lines.length === 1 && height < lineHeight + fonts.note;
  ctx.fillStyle = theme.page;
  ctx.globalAlpha = 0.82;
  rounded(ctx, x - width / 2, y - height / 2, width, height, 6);
  ctx.fill();
  ctx.globalAlpha = 1;
  const bold = `700 ${size}px ${theme.font}`;
  const plain = `400 ${fonts.note}px ${theme.font}`;
  if (beside) {
    ctx.font = plain;
    const noteWidth = ctx.measureText(note).width;
    ctx.font = bold;
    const nameWidth = ctx.measureText(lines[0]).width;
    const left = x - (nameWidth + fonts.noteGap + noteWidth) / 2;
    ctx.textAlign = "left";
    ctx.fillStyle = theme.text;
    ctx.fillText(lines[0], left, y);
    ctx.font = plain;
    ctx.fillStyle = theme.muted;
    ctx.fillText(note, left + nameWidth + fonts.noteGap, y + 1);
    return;
  }
  ctx.textAlign = "center";
  ctx.font = bold;
  ctx.fillStyle = theme.text;
  let at = y - height / 2 + 2 + lineHeight / 2;
  for (const line of lines) {
    ctx.fillText(line, x, at, width - 8);
    at += lineHeight;
  }
  if (note) {
    ctx.font = plain;
    ctx.fillStyle = theme.muted;
    ctx.fillText(note, x, at - lineHeight / 2 + fonts.note / 2 + 1, width - 8);
  }
}

function overlap(a, b) {
  return Math.abs(a.x - b.x) * 2 < a.boxWidth + b.boxWidth
    && Math.abs(a.y - b.y) * 2 < a.boxHeight + b.boxHeight;
}

// From the middle of a line outwards, the places to try for its word.
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

export function paintWord(ctx, edge, [from, to], taken, still, theme) {
  ctx.save();
  ctx.font = `600 ${still.fonts.meta}px ${theme.font}`;
  const boxWidth = Math.min(ctx.measureText(edge.words).width, 260) + 12;
  const boxHeight = still.fonts.meta + 8;
  const bend = (edge.smooth?.roundness ?? 0) * (edge.smooth?.type === "curvedCCW" ? -1 : 1) / 2;
  const places = ALONG.map((part) => ({
    x: from.x + (to.x - from.x) * part + (to.y - from.y) * bend,
    y: from.y + (to.y - from.y) * part - (to.x - from.x) * bend,
    boxWidth, boxHeight,
  }));
  // Beside the line, where the cards at its ends leave no room on it.
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  for (const aside of [28, -28, 52, -52, 76, -76]) {
    places.push({
      x: places[0].x + ((to.y - from.y) / length) * aside,
      y: places[0].y - ((to.x - from.x) / length) * aside,
      boxWidth, boxHeight,
    });
  }
  const box = places.find((place) => !taken.some((other) => overlap(place, other))) ?? places[0];
  rounded(ctx, box.x - boxWidth / 2, box.y - boxHeight / 2, boxWidth, boxHeight, 5);
  ctx.fillStyle = theme.page;
  ctx.fill();
  const colour = theme.colour(edge.color, still.onDark);
  ctx.lineWidth = 1;
  ctx.strokeStyle = colour;
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(edge.words, box.x, box.y, boxWidth - 8);
  ctx.restore();
  return box;
}

function rounded(ctx, left, top, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, radius);
}

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
    for (const [x, y] of [[l + point, t], [r - point, t], [r, middle], [r - point, b], [l + point, b], [l, middle]]) {
      ctx.lineTo(x, y);
    }
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
  ctx.lineWidth = look.selected ? 3 : look.centre ? 3 : 1.25;
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

function paintMark(ctx, mark, x, y, theme, onDark) {
  ctx.save();
  const orange = theme.colour("#B25E00", onDark);
  const blue = theme.colour("#0072B2", onDark);
  ctx.fillStyle = mark === "!" ? orange : blue;
  ctx.beginPath();
  if (mark === "!") {
    ctx.arc(x, y, 8, 0, 2 * Math.PI);
  } else {
    ctx.roundRect(x - 8.5, y - 7.5, 17, 12.5, 4);
    ctx.moveTo(x - 4, y + 4);
    ctx.lineTo(x - 5, y + 9);
    ctx.lineTo(x + 1.5, y + 4);
  }
  ctx.fill();
  ctx.fillStyle = theme.page;
  if (mark === "!") {
    ctx.fillRect(x - 1.1, y - 5, 2.2, 6);
    ctx.fillRect(x - 1.1, y + 2.6, 2.2, 2.2);
  } else {
    for (const offset of [-4, 0, 4]) ctx.fillRect(x + offset - 1, y - 2.2, 2, 2);
  }
  ctx.restore();
}

const TURN = 2 * Math.PI;

function paintSign(ctx, shape, x, y, colour, page) {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.lineWidth = 1.6;
  ctx.setLineDash([]);
  (SIGNS[shape] ?? SIGNS["broken-circle"])(ctx, x, y, page);
  ctx.restore();
}

function circle(ctx, x, y, part) {
  ctx.beginPath();
  ctx.arc(x, y, 5.2, 0, TURN);
  ctx.stroke();
  if (!part) return;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.arc(x, y, 5.2, -TURN / 4, -TURN / 4 + part * TURN);
  ctx.closePath();
  ctx.fill();
}

function polygon(ctx, ...points) {
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.closePath();
  ctx.fill();
}

const SIGNS = {
  "broken-circle": (ctx, x, y) => {
    ctx.setLineDash([2.1, 2]);
    circle(ctx, x, y, 0);
  },
  square: (ctx, x, y) => {
    ctx.strokeRect(x - 5, y - 5, 10, 10);
    ctx.beginPath();
    ctx.moveTo(x - 2.8, y + 2.8);
    ctx.lineTo(x + 2.8, y - 2.8);
    ctx.stroke();
  },
  "dotted-square": (ctx, x, y) => {
    ctx.strokeRect(x - 5, y - 5, 10, 10);
    ctx.fillRect(x - 1.6, y - 1.6, 3.2, 3.2);
  },
  quarter: (ctx, x, y) => circle(ctx, x, y, 0.25),
  half: (ctx, x, y) => circle(ctx, x, y, 0.5),
  full: (ctx, x, y) => circle(ctx, x, y, 1),
  equal: (ctx, x, y) => {
    ctx.fillRect(x - 5.5, y - 4, 11, 2.6);
    ctx.fillRect(x - 5.5, y + 1.4, 11, 2.6);
  },
  "triangle-down": (ctx, x, y) => polygon(ctx, [x - 6, y - 5], [x + 6, y - 5], [x, y + 6]),
  opposed: (ctx, x, y) => {
    polygon(ctx, [x - 1, y - 4.5], [x - 1, y + 4.5], [x - 6.5, y]);
    polygon(ctx, [x + 1, y - 4.5], [x + 1, y + 4.5], [x + 6.5, y]);
  },
};
