"""Whole answers, as the pages of the matrix, an element, a source and the network ask them."""

from __future__ import annotations

from dataclasses import replace

from evidence_explorer.views.matrix import Known
from evidence_explorer.views.matrix_filters import Choices
from evidence_graph.queries.answers import (
    Cell,
    ElementPage,
    ElementRow,
    Matrix,
    Named,
    Network,
    NetworkEdge,
    NetworkNode,
    SourcePage,
    SourceRow,
)
from evidence_graph.queries.naming import Publication
from evidence_graph.queries.told_answers import PerspectiveOf
from tests.explorer.samples.things import (
    both,
    domains,
    element,
    exception,
    layer,
    relation,
    reported,
    source,
    study,
)


def cells(text: str = "sterk") -> tuple[Cell, ...]:
    """Findings in one domain, a reported strength in another."""
    return (
        Cell("element/alliance", "domain/unspecified", "N0", 20, 6),
        Cell("element/alliance", "domain/mental", "N0", 1, 1, (reported(text),)),
    )


def matrix(text: str = "Alliantie") -> Matrix:
    """A matrix with one element that has findings and one that has none."""
    rows = (
        ElementRow("element/alliance", both(text), ("layer/task",), 21, 6, 1, cells(text)),
        ElementRow("element/bare", both("Geduld"), ("layer/task",), 0, 0, 0, ()),
    )
    known = {"domain/unspecified": 1, "domain/mental": 1}
    below = {**known, "domain/youth": 1}
    return Matrix(domains(), rows, 2, 0, 2, known, below)


def known_matrix(text: str = "Alliantie") -> Known:
    """A matrix with everything that it can be filtered by."""
    return Known(
        matrix(text),
        Choices(
            counts={
                "layers": {"layer/task": 2},
                "domains": {"domain/youth": 1, "domain/mental": 1},
                "states": {"N0": 2},
                "lanes": {"effect": 1},
                "kinds": {"randomised": 1},
                "perspectives": {"perspective/client": 1},
                "sources": {"source/barnhoorn-2013": 1},
                "since": {"2013": 1},
            },
            layers=(layer(text),),
            domains=domains(text),
            perspectives=(PerspectiveOf("perspective/client", both(text), both(text)),),
            sources={"source/barnhoorn-2013": source(text)},
        ),
        hidden=3,
    )


def element_page(text: str = "Alliantie") -> ElementPage:
    """The page of an element with everything on it."""
    return ElementPage(
        id="element/alliance",
        label=both(text),
        definition=both(text),
        synonyms=((f"{text} nl",), (f"{text} en",)),
        layers=(layer(text),),
        broader=(Named("element/above", both(text)),),
        narrower=(Named("element/below", both(text)),),
        finding_count=21,
        source_count=6,
        independent_count=5,
        relayed_count=2,
        cells=cells(text),
        relation_count=2,
        relations=(
            relation(text),
            replace(relation(text), start=Named("element/in", both(text)), end=element(text)),
        ),
        exceptions=(exception(text),),
    )


def source_row(text: str = "Barnhoorn") -> SourceRow:
    """A source in a list."""
    return SourceRow("source/barnhoorn-2013", text, text, 2013, 4, 1, 0)


def source_page(text: str = "Barnhoorn") -> SourcePage:
    """The page of a source with everything on it."""
    return SourcePage(
        id="source/barnhoorn-2013",
        short_name=text,
        title=text,
        authors=(text, text),
        year=2013,
        source_type="report",
        url="https://example.org/report",
        note=both(text),
        spellings=(text,),
        finding_count=4,
        element_count=1,
        sole_support_of=(element(text),),
        relayed_by=(study(text),),
        relays=(study(text),),
        reported_strengths=((element(text), Named("domain/mental", both(text)), reported(text)),),
    )


def publication(text: str = "Barnhoorn") -> Publication:
    """A source as a publication."""
    page = source_page(text)
    return Publication(
        page.id, text, text, (text, text), page.year, page.source_type, page.url, "nl"
    )


def network(text: str = "Alliantie", centre: str | None = None) -> Network:
    """Two elements and a relation between them."""
    nodes = tuple(
        NetworkNode(ident, both(f"{text} {ident[-1]}"), "layer/task", 3, 2, 1, (("N0", 4),), 0, 2)
        for ident in ("element/alliance", "element/trust")
    )
    edge = NetworkEdge("element/trust", "element/alliance", "contributes-to", 1)
    return Network((layer(text),), nodes, (edge,), centre, 3)
