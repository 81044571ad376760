// What the browser does for a reader besides showing: links change the address without loading the
// page anew, the page says its language, and after a change the focus stands at the new heading.
// The other scripts ask for a view by the event "evidence:go" and hear of a new one by
// "evidence:view".
(() => {
  "use strict";

  const root = document.documentElement;
  let moved = false;
  let shown = null;
  let kept = null;

  const go = (href) => {
    const target = new URL(href, location.href);
    if (target.search !== location.search) history.pushState({}, "", target.pathname + target.search);
    // Streamlit listens to this event and runs the page for the new address.
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  };

  const inside = (event) => {
    if (event.defaultPrevented || event.button !== 0) return null;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
    const link = event.target instanceof Element ? event.target.closest("a[href^='?']") : null;
    return link && !link.hasAttribute("download") && !link.target ? link : null;
  };

  document.addEventListener("click", (event) => {
    const link = inside(event);
    if (!link) return;
    event.preventDefault();
    moved = true;
    go(link.getAttribute("href"));
  });

  // Somebody chose something in a form: what has the focus keeps it, where it is still there.
  document.addEventListener("evidence:go", (event) => {
    const at = document.activeElement;
    const form = at && at.form;
    kept = event.detail.stay && form && at.name ? [form.id, at.name, at.value] : null;
    moved = !kept;
    go(event.detail.href);
  });

  // Back and forward: the browser has changed the address by itself.
  window.addEventListener("popstate", (event) => {
    if (event.isTrusted && !location.hash) moved = true;
  });

  const again = ([form, name, value]) =>
    [...(document.getElementById(form)?.elements ?? [])].find(
      (one) => one.name === name && (one.value === value || !["checkbox", "radio"].includes(one.type)),
    );

  const settle = () => {
    const main = document.querySelector(".st-key-main");
    if (main && main.id !== "main") {
      main.id = "main";
      main.tabIndex = -1;
    }
    const views = document.querySelectorAll("[data-view]");
    const view = views[views.length - 1];
    if (!view || view.dataset.view === shown) return;
    const first = shown === null;
    shown = view.dataset.view;
    if (view.lang && root.lang !== view.lang) root.lang = view.lang;
    document.dispatchEvent(new CustomEvent("evidence:view", { detail: { href: shown, first } }));
    if (kept) {
      again(kept)?.focus({ preventScroll: true });
      kept = null;
    }
    // A view with data-arrive is a new one to its reader, however it came.
    if (first || !(moved || view.hasAttribute("data-arrive"))) return;
    moved = false;
    const scroller = document.querySelector("[data-testid='stMain']");
    if (scroller) scroller.scrollTop = 0;
    const heading = document.querySelector("#chosen") || document.querySelector("#main h1");
    if (heading) heading.focus({ preventScroll: true });
  };

  new MutationObserver(settle).observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-view"],
  });
})();
