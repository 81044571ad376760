// A word of the field explains itself where it stands: its question mark opens what it means.
(() => {
  "use strict";

  const glossaries = new Map();
  let open = null;

  const glossary = (language) => {
    if (!glossaries.has(language)) {
      const asked = fetch(`evidence/glossary/${language}.json`).then((answer) => answer.json());
      glossaries.set(language, asked);
      asked.catch(() => glossaries.delete(language));
    }
    return glossaries.get(language);
  };

  const paragraph = (text, kind) => {
    const one = document.createElement(kind);
    one.textContent = text;
    return one;
  };

  const close = () => {
    if (!open) return;
    open.nextElementSibling.replaceChildren();
    open.setAttribute("aria-expanded", "false");
    open = null;
  };

  const within = (box) => {
    // Keep the box on the screen, whichever side of the word it opens on.
    box.style.removeProperty("--shift");
    const { left, right } = box.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 8;
    const shift = right > room ? room - right : left < 8 ? 8 - left : 0;
    if (shift) box.style.setProperty("--shift", `${shift}px`);
  };

  const explain = async (button) => {
    const known = await glossary(document.documentElement.lang);
    const told = known[button.dataset.what];
    if (!told) return;
    close();
    open = button;
    button.setAttribute("aria-expanded", "true");
    const [word, meaning, note] = told;
    const box = document.createElement("span");
    box.className = "meaning";
    box.append(paragraph(word, "strong"), ...[meaning, note].filter(Boolean).map((one) => paragraph(one, "span")));
    button.nextElementSibling.replaceChildren(box);
    within(box);
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-what]") : null;
    if (!button) {
      if (!(event.target instanceof Element && event.target.closest(".meaning"))) close();
      return;
    }
    if (button === open) close();
    else explain(button);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open) return;
    const button = open;
    close();
    button.focus();
  });

  document.addEventListener("evidence:view", () => { open = null; });
})();
