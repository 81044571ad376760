"""The graph: stores behind one protocol, and the questions that are asked of it."""
