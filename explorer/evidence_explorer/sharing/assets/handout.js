// The picture of a hand-out: move it, make it larger or smaller, by mouse, touch and keys.
(() => {
  "use strict";
  const svg = document.querySelector(".picture svg");
  if (!svg) return;
  const whole = svg.viewBox.baseVal;
  const all = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const view = { ...all };
  const fingers = new Map();
  let travelled = 0;

  const show = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
  const within = (value, least, most) => Math.min(Math.max(value, least), most);

  const place = (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return { x: at.x, y: at.y };
  };

  const zoom = (factor, at) => {
    const width = within(view.width / factor, all.width / 12, all.width);
    const part = width / view.width;
    const height = view.height * part;
    view.x = within(at.x - (at.x - view.x) * part, all.x, all.x + all.width - width);
    view.y = within(at.y - (at.y - view.y) * part, all.y, all.y + all.height - height);
    view.width = width;
    view.height = height;
    show();
  };

  const move = (across, down) => {
    view.x = within(view.x + across, all.x, all.x + all.width - view.width);
    view.y = within(view.y + down, all.y, all.y + all.height - view.height);
    show();
  };

  const middle = () => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });
  const larger = () => view.width < all.width;

  // A page must stay scrollable: the wheel alone scrolls it, with Ctrl or Cmd it zooms.
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, place(event));
  }, { passive: false });

  svg.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    travelled = 0;
  });

  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const scale = svg.getScreenCTM().a;
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, one]) => one);
    if (others.length) {
      const far = (one) => Math.hypot(one.x - others[0].x, one.y - others[0].y) || 1;
      zoom(far({ x: event.clientX, y: event.clientY }) / far(before), place(event));
    } else {
      travelled += Math.hypot(event.clientX - before.x, event.clientY - before.y);
      move((before.x - event.clientX) / scale, (before.y - event.clientY) / scale);
    }
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });

  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    svg.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  // Who moved the picture did not mean to choose what was under the finger.
  svg.addEventListener("click", (event) => { if (travelled > 6) event.preventDefault(); }, true);

  const does = {
    in: () => zoom(1.4, middle()),
    out: () => zoom(1 / 1.4, middle()),
    whole: () => { Object.assign(view, all); show(); },
  };
  const tools = document.querySelector(".tools");
  tools.hidden = false;
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) does[button.dataset.do]();
  });

  const keys = {
    "+": does.in, "=": does.in, "-": does.out, 0: does.whole,
    ArrowLeft: () => move(-view.width / 8, 0), ArrowRight: () => move(view.width / 8, 0),
    ArrowUp: () => move(0, -view.height / 8), ArrowDown: () => move(0, view.height / 8),
  };
  document.querySelector(".picture").addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow") && !larger()) return;
    event.preventDefault();
    act();
  });

  document.querySelector(".picture").classList.add("moving");
  window.addEventListener("hashchange", () => {
    const chosen = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    chosen?.querySelector("h3")?.focus();
  });
})();
