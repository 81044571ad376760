// The tour of one minute: a card that goes along the parts of the first page. It is offered once
// and can be asked for at any time; that it was seen is kept in this browser only.
(() => {
  "use strict";

  const KEY = "evidence-tour";
  let card = null;
  let marked = null;

  const seen = (value) => {
    try {
      if (value) localStorage.setItem(KEY, value);
      return localStorage.getItem(KEY);
    } catch {
      return "kept nowhere";
    }
  };

  const unmark = () => {
    marked?.classList.remove("toured");
    marked = null;
  };

  const end = () => {
    unmark();
    card?.remove();
    card = null;
    document.querySelector("[data-tour-start]")?.focus();
  };

  const button = (label, does) => {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = label;
    one.addEventListener("click", does);
    return one;
  };

  const step = (steps, number) => {
    unmark();
    const here = steps[number];
    marked = document.querySelector(here.dataset.at);
    marked?.classList.add("toured");
    // On a small screen the card takes the lower half, so what is told about stands at the top.
    marked?.scrollIntoView({ block: window.innerHeight < 800 ? "start" : "center" });
    const told = document.createElement("p");
    told.textContent = here.textContent;
    told.tabIndex = -1;
    const count = document.createElement("p");
    count.className = "small";
    count.textContent = `${number + 1} / ${steps.length}`;
    const words = here.closest("[data-tour]").dataset;
    const last = number === steps.length - 1;
    const ways = [
      ...(number ? [button(words.previous, () => step(steps, number - 1))] : []),
      ...(last ? [] : [button(words.next, () => step(steps, number + 1))]),
      button(last ? words.done : words.stop, end),
    ];
    card.replaceChildren(count, told, ...ways);
    told.focus({ preventScroll: true });
  };

  const begin = () => {
    const steps = [...document.querySelectorAll("[data-tour] li")];
    if (!steps.length) return;
    seen("yes");
    card?.remove();
    card = document.createElement("div");
    card.className = "tour";
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", document.querySelector("[data-tour]").dataset.tour);
    card.addEventListener("keydown", (event) => { if (event.key === "Escape") end(); });
    document.body.append(card);
    step(steps, 0);
  };

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-tour-start]")) begin();
  });

  document.addEventListener("evidence:view", () => {
    unmark();
    card?.remove();
    card = null;
    const offer = document.querySelector("[data-tour-offer]");
    if (offer) offer.classList.toggle("first", !seen());
  });
})();
