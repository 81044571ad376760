// What a reader opened (details with data-keep) stays open when the view is made anew.
(() => {
  "use strict";

  const opened = new Set();

  // "toggle" does not bubble, so it is caught on its way down.
  document.addEventListener(
    "toggle",
    (event) => {
      const one = event.target;
      if (!(one instanceof HTMLDetailsElement) || !one.hasAttribute("data-keep")) return;
      // A view that goes takes its own with it; only what a reader closes is closed.
      if (one.isConnected) opened[one.open ? "add" : "delete"](one.id);
    },
    true,
  );

  document.addEventListener("evidence:view", () => {
    for (const id of opened) document.getElementById(id)?.setAttribute("open", "");
  });
})();
