// The HTML around the canvas. Every text is set as textContent, never as HTML.

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(className, sign) {
  const made = element("button", `evidence-button ${className}`);
  made.type = "button";
  const glyph = element("span", "evidence-glyph", sign);
  glyph.setAttribute("aria-hidden", "true");
  const word = element("span", "evidence-word");
  made.append(glyph, word);
  return made;
}

let count = 0;

export function buildFrame(root) {
  count += 1;
  const host = element("section", "evidence-network");
  const tools = element("div", "evidence-tools");
  const fit = button("evidence-fit", "⤢");
  const larger = button("evidence-larger", "+");
  const smaller = button("evidence-smaller", "−");
  const full = button("evidence-full", "▣");
  full.hidden = !document.fullscreenEnabled;
  tools.append(fit, larger, smaller, full);
  const picture = element("div", "evidence-picture");
  picture.tabIndex = 0;
  picture.setAttribute("role", "application");
  const canvas = element("div", "evidence-canvas");
  canvas.setAttribute("aria-hidden", "true");
  picture.append(canvas);
  const help = element("p", "evidence-help");
  help.id = `evidence-help-${count}`;
  picture.setAttribute("aria-describedby", help.id);
  const live = element("div", "evidence-live");
  live.setAttribute("aria-live", "polite");
  live.setAttribute("role", "status");
  host.append(tools, picture, help, live);
  root.append(host);
  return {
    host, picture, canvas, fit, larger, smaller, full,
    say: (text) => (live.textContent = text),
    setHeight: (pixels) => canvas.style.setProperty("height", `${pixels}px`),
    fail: (text) => canvas.replaceChildren(element("p", "evidence-failed", text)),
    label: (words) => {
      picture.setAttribute("aria-label", words.picture);
      help.textContent = words.help;
      const texts = [
        [fit, words.fit], [larger, words.zoomIn], [smaller, words.zoomOut], [full, words.full],
      ];
      for (const [made, text] of texts) made.lastChild.textContent = text;
    },
  };
}
