// Walking between nodes with the arrow keys.

// All nodes as they read: from top to bottom, then from left to right.
export function inReadingOrder(nodes) {
  return [...nodes.values()].sort((a, b) => a.y - b.y || a.x - b.x);
}

export function firstOf(nodes) {
  return inReadingOrder(nodes)[0]?.id ?? null;
}

// The nearest node in a direction: going astray sideways counts three
// times, with which every node of a ring drawing can be reached.
export function nearest(nodes, here, [right, down]) {
  let best = null;
  let least = Infinity;
  for (const node of nodes.values()) {
    const x = node.x - here.x;
    const y = node.y - here.y;
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    if (node.id === here.id || ahead <= 0) continue;
    const length = ahead + 3 * aside;
    if (length < least) {
      least = length;
      best = node;
    }
  }
  return best;
}
