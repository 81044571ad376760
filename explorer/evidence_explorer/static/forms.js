// Forms choose a view: what is filled in becomes part of the address. A form has the rest of the
// address with it (data-base); one with data-auto needs no button once a script runs. A name that
// the page itself has (document.domain) would be taken away, so it comes with a colon before it.
(() => {
  "use strict";

  const address = (form) => {
    const query = new URLSearchParams(form.dataset.base);
    const filled = new FormData(form);
    for (const name of new Set(filled.keys())) {
      const values = filled.getAll(name).map((one) => String(one).trim()).filter(Boolean);
      if (values.length) query.set(name.replace(/^:/, ""), values.join(" "));
    }
    return `?${query}`;
  };

  const choose = (form, stay) =>
    document.dispatchEvent(
      new CustomEvent("evidence:go", { detail: { href: address(form), stay } }),
    );

  const ours = (event) =>
    event.target instanceof Element ? event.target.closest("form[data-base]") : null;

  document.addEventListener("submit", (event) => {
    const form = ours(event);
    if (!form) return;
    event.preventDefault();
    choose(form, false);
  });

  document.addEventListener("change", (event) => {
    const form = ours(event);
    if (form && form.hasAttribute("data-auto")) choose(form, true);
  });
})();
