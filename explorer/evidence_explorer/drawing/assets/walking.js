// Walking between nodes with the arrow keys.

// The node where a walk begins: the one that reads first, top to bottom and left to right.
export function firstOf(nodes) {
  let first = null;
  for (const node of nodes.values()) {
    if (!first || node.y < first.y || (node.y === first.y && node.x < first.x)) first = node;
  }
  return first?.id ?? null;
}

// The nearest node in a direction: going astray sideways counts double.
export function nearest(nodes, here, [right, down]) {
  let best = null;
  let least = Infinity;
  for (const node of nodes.values()) {
    const x = node.x - here.x;
    const y = node.y - here.y;
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    if (node.id === here.id || ahead <= 0) continue;
    const length = ahead + 2 * aside;
    if (length < least) {
      least = length;
      best = node;
    }
  }
  return best;
}
