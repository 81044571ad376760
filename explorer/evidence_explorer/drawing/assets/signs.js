// The signs of the states, and the marks in the corner of a card.

const TURN = 2 * Math.PI;

export function paintMark(ctx, mark, x, y, theme, onDark) {
  ctx.save();
  const orange = theme.colour("#B25E00", onDark);
  const blue = theme.colour("#0072B2", onDark);
  ctx.fillStyle = mark === "!" ? orange : blue;
  ctx.beginPath();
  if (mark === "!") {
    ctx.arc(x, y, 8, 0, TURN);
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

export function paintSign(ctx, shape, x, y, colour, page) {
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
