// The legend of the network: an entry that is pressed leads to the view that it names, and the focus
// stays on it.
(() => {
  "use strict";

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button[data-go]") : null;
    if (!button) return;
    document.dispatchEvent(
      new CustomEvent("evidence:go", { detail: { href: button.dataset.go, stay: true } }),
    );
  });
})();
