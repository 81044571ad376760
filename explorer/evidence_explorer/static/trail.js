// The trail: which views the reader came by, in this tab only. It is shown where the page has room
// for it (data-trail) and is never sent anywhere.
(() => {
  "use strict";

  const KEY = "evidence-trail";
  const MOST = 6;

  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEY) || "[]");
    } catch {
      return [];
    }
  };

  const keep = (steps) => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(steps));
    } catch {
      // A browser that keeps nothing shows no trail.
    }
  };

  // One place of the trail is one thing looked at: filters and pages of it do not lengthen it.
  const thing = (href) => {
    const query = new URLSearchParams(href.slice(1));
    return ["page", "mode", "element", "source", "domain", "centre", "goal", "q", "compared"]
      .map((name) => query.get(name) || "")
      .join("|");
  };

  const shorten = (steps, href) => {
    const at = steps.findIndex((one) => thing(one.href) === thing(href));
    return at < 0 ? steps : steps.slice(0, at);
  };

  const show = (steps) => {
    const place = document.querySelector("[data-trail]");
    if (!place) return;
    const list = document.createElement("ol");
    for (const one of steps) {
      const link = document.createElement("a");
      link.setAttribute("href", one.href);
      link.textContent = one.title;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    const label = document.createElement("span");
    label.textContent = place.dataset.trail;
    place.replaceChildren(...(steps.length ? [label, list] : []));
    place.hidden = !steps.length;
  };

  document.addEventListener("evidence:view", (event) => {
    const { href } = event.detail;
    const title = document.querySelector("#chosen, #main h1")?.textContent.trim();
    if (!title) return;
    const before = shorten(read(), href);
    // Views of one name after each other are one place too: what was chosen last there counts.
    if (before.at(-1)?.title === title) before.pop();
    show(before.slice(-(MOST - 1)));
    keep([...before, { href, title }].slice(-MOST));
  });
})();
