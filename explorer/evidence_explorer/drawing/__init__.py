"""The drawing of the network: from an answer of the graph to what the browser paints."""
