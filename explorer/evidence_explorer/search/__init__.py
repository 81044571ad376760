"""Finding things by words: an index beside the graph, and what a reader may have meant."""
