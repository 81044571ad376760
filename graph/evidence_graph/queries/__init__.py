"""The questions that are asked of the graph: one function each, its texts in ``cypher/``.

No question costs more in a larger graph: each starts at an id or at an indexed property, and none
goes against the arrows of an element or a source, which may have hundreds of thousands.
"""

from evidence_graph.queries.behind import findings_behind
from evidence_graph.queries.compare import compared
from evidence_graph.queries.context import (
    curation,
    element_context,
    perspectives,
    source_context,
    studies_read,
    study_context,
)
from evidence_graph.queries.domain_network import domain_network
from evidence_graph.queries.element import element_page
from evidence_graph.queries.filtering import Filters, choices, dropping, fitting
from evidence_graph.queries.findings import findings_about, findings_from
from evidence_graph.queries.gaps import asked, gaps, without
from evidence_graph.queries.lists import cells, elements, first_rows, matrix, sources
from evidence_graph.queries.network import neighbourhood, network
from evidence_graph.queries.paths import paths
from evidence_graph.queries.reading import overview
from evidence_graph.queries.recommendations import recommendations
from evidence_graph.queries.scheme import domains, layers
from evidence_graph.queries.source import source_page
from evidence_graph.queries.source_network import source_neighbourhood, sources_network
from evidence_graph.queries.stats import graph_stats, node_counts

__all__ = [
    "Filters",
    "asked",
    "cells",
    "choices",
    "compared",
    "curation",
    "domain_network",
    "domains",
    "dropping",
    "element_context",
    "element_page",
    "elements",
    "findings_about",
    "findings_behind",
    "findings_from",
    "first_rows",
    "fitting",
    "gaps",
    "graph_stats",
    "layers",
    "matrix",
    "neighbourhood",
    "network",
    "node_counts",
    "overview",
    "paths",
    "perspectives",
    "recommendations",
    "source_context",
    "source_neighbourhood",
    "source_page",
    "sources",
    "sources_network",
    "studies_read",
    "study_context",
    "without",
]
