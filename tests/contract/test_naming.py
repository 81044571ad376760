"""What things are called, and what sources are as publications, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from evidence_graph import queries
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries.naming import element_names, publications
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.browser.serving import DATA
from tests.contract.conftest import Place


def test_names_and_publications_are_those_of_the_pages(new_place: Callable[[], Place]) -> None:
    with new_place().open() as store:
        ensure_schema(store, schema().node_types.values())
        ingest(Path(DATA), store)
        rows, total = queries.sources(store, 0, 100)
        assert total == len(rows) > 20
        found = publications(store, [row.id for row in reversed(rows)] + ["source/nobody"])
        assert [one.id for one in found] == [row.id for row in rows]
        for one in found:
            page = queries.source_page(store, one.id)
            assert page
            assert (one.short_name, one.title, one.authors, one.year, one.source_type, one.url) == (
                page.short_name,
                page.title,
                page.authors,
                page.year,
                page.source_type,
                page.url,
            )
        elements, _ = queries.elements(store, 0, 20)
        names = element_names(store, [*(row.id for row in reversed(elements)), "element/nobody"])
        assert [(one.id, one.label) for one in names] == [(row.id, row.label) for row in elements]
        assert not publications(store, [])
        assert not element_names(store, [])
