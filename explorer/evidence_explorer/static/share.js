// Send a view, take it along, show it elsewhere. Copies, writes the HTML for a page of one's own,
// and makes a PNG of the SVG, with what the file says of itself inside.
(() => {
  "use strict";

  const whole = (href) => new URL(href, location.origin + location.pathname).href;

  // Copy

  const tell = (button, said) => {
    button.parentElement.querySelector("[role='status']").textContent = said;
  };

  const copy = async (button) => {
    const { copyLink, copyText, copied, notCopied } = button.dataset;
    const from = copyText ? document.getElementById(copyText) : null;
    const text = copyLink ? whole(copyLink) : (from.value ?? from.textContent).trim();
    try {
      await navigator.clipboard.writeText(text);
      tell(button, copied);
    } catch {
      from?.select?.();
      tell(button, copyLink ? `${notCopied} ${text}` : notCopied);
    }
  };

  // Show elsewhere

  const attribute = (text) =>
    text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  const frame = (area) => {
    const title = document.title;
    area.value =
      `<iframe src="${attribute(whole(area.dataset.embed))}" title="${attribute(title)}" ` +
      'width="100%" height="800" loading="lazy" style="border:0"></iframe>';
  };

  // In a page of somebody else the reader stays among views that may be shown there.
  const embedded = () => new URLSearchParams(location.search).get("framed") === "yes";

  const keepEmbedded = (href) => {
    const query = new URLSearchParams(href.slice(1));
    query.set("framed", "yes");
    return `?${query}`;
  };

  // PNG

  const CRC = Uint32Array.from({ length: 256 }, (_, number) => {
    let value = number;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
  });

  const crc = (bytes) => {
    let value = 0xffffffff;
    for (const byte of bytes) value = CRC[(value ^ byte) & 255] ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
  };

  // An iTXt chunk: a keyword, no compression, no language, then the text in UTF-8.
  // Source: W3C, Portable Network Graphics (PNG) Specification, 11.3.4.5.
  const chunk = (keyword, text) => {
    const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
    const found = new Uint8Array(data.length + 8);
    const view = new DataView(found.buffer);
    view.setUint32(0, data.length - 4);
    found.set(data, 4);
    view.setUint32(data.length + 4, crc(data));
    return found;
  };

  const KEYWORDS = {
    title: "Title", date: "Creation Time", description: "Description", creator: "Software",
    source: "Source", identifier: "URL", rights: "Copyright",
  };
  const HEAD = 33; // the signature and the first chunk

  const withText = async (blob, svg) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const told = [];
    for (const [name, keyword] of Object.entries(KEYWORDS)) {
      const [found] = svg.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", name);
      if (found) told.push(chunk(keyword, found.textContent));
    }
    return new Blob([bytes.subarray(0, HEAD), ...told, bytes.subarray(HEAD)], { type: "image/png" });
  };

  const MOST_SIDE = 16000;
  const MOST_AREA = 120e6;

  const painted = async (text, svg) => {
    const [width, height] = ["width", "height"].map((name) => Number(svg.documentElement.getAttribute(name)));
    const scale = Math.min(2, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_AREA / (width * height)));
    const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob(done, "image/png"));
    } finally {
      URL.revokeObjectURL(address);
    }
  };

  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };

  const png = async (link) => {
    const status = link.parentElement.querySelector("[role='status']");
    status.textContent = "";
    try {
      const answer = await fetch(link.getAttribute("href"));
      if (!answer.ok) throw new Error(String(answer.status));
      const text = await answer.text();
      const svg = new DOMParser().parseFromString(text, "image/svg+xml");
      const blob = await painted(text, svg);
      if (!blob) throw new Error("no picture");
      const [, name] = /filename="([^"]+)\.svg"/.exec(answer.headers.get("Content-Disposition")) ?? [];
      save(await withText(blob, svg), `${name ?? "evidence-explorer"}.png`);
    } catch {
      status.textContent = link.dataset.png;
    }
  };

  // Events

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("[data-copy-link], [data-copy-text]");
    if (button) copy(button);
    const picture = event.target.closest("[data-png]");
    if (picture) {
      event.preventDefault();
      png(picture);
    }
  });

  // Before the page follows a link.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='?']") : null;
    if (link && !link.target && embedded()) link.setAttribute("href", keepEmbedded(link.getAttribute("href")));
  }, true);

  document.addEventListener("toggle", (event) => {
    if (event.target.closest?.(".share")) event.target.querySelectorAll("[data-embed]").forEach(frame);
  }, true);
})();
