"""The questions that are asked of the graph: one function each, one Cypher text each."""

from evidence_graph.queries.stats import graph_stats

__all__ = ["graph_stats"]
