// The colours and letters of the page around a drawing.

function luminance(colour) {
  const [r, g, b] = (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

function resolved(host, wanted) {
  // A probe turns whatever the theme says (a name, hex, a mix) into rgb numbers. Where a reader
  // forces the colours of the system, they would be forced on the probe too.
  const probe = document.createElement("span");
  probe.style.setProperty("forced-color-adjust", "none");
  probe.style.setProperty("color", wanted);
  host.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

// The colours of the page and of its text: of paper, of the system where they are forced, or ours.
function grounds(printing) {
  if (printing) return ["rgb(255, 255, 255)", "rgb(0, 0, 0)"];
  if (matchMedia("(forced-colors: active)").matches) return ["Canvas", "CanvasText"];
  return ["var(--st-background-color, #ffffff)", "var(--st-text-color, #000000)"];
}

export function readTheme(host, printing = false) {
  const [page, text] = grounds(printing).map((wanted) => resolved(host, wanted));
  const dark = luminance(page) < 0.4;
  return {
    page, text, dark,
    tint: dark ? "rgba(255, 255, 255, 0.055)" : "rgba(0, 45, 90, 0.045)",
    rule: dark ? "rgba(255, 255, 255, 0.28)" : "rgba(0, 30, 60, 0.24)",
    edge: dark ? "rgba(255, 255, 255, 0.55)" : "rgba(0, 0, 0, 0.5)",
    muted: dark ? "rgb(200, 204, 210)" : "rgb(70, 74, 82)",
    font: getComputedStyle(host).fontFamily || "sans-serif",
    colour: (name, onDark) => (dark ? onDark[name] ?? name : name),
  };
}
