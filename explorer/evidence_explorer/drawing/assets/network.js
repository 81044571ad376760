// Entry of the packaged component. Streamlit calls the default export whenever its data or theme
// changes; one Drawing lives per place on the page and keeps its view as long as the scene stays.
import { Drawing } from "./drawing.js";

const drawings = new WeakMap();

export default function network({ data, parentElement, setTriggerValue }) {
  let drawing = drawings.get(parentElement);
  if (!drawing) {
    drawing = new Drawing(parentElement);
    drawings.set(parentElement, drawing);
  }
  drawing.send = (kind, id) => setTriggerValue("event", { kind, id });
  drawing.update(data);
  return () => {
    drawing.close();
    drawings.delete(parentElement);
  };
}
