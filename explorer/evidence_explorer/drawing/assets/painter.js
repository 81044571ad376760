// What is painted behind and beside the cards: rings, headings and the words of lines.

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

export function rounded(ctx, left, top, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, radius);
}
