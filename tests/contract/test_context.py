"""What stands around the findings: loaded from tables and asked for, on every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evidence_graph import queries
from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries.answers import Named, Text
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.ingest.tables import AROUND, DataFolder

HELP = Named("element/practical-help", Text("Praktische hulp", "Practical help"))
TRUST = Named("element/trust", Text("Vertrouwen", "Trust"))
STUDY = Named("source/study-one", Text("Study one", "Study one"))


@pytest.fixture(scope="module")
def graph(
    new_place: Callable[[], Place], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GraphStore]:
    """Open a graph with one record of every kind."""
    folder = DataFolder(Path(tmp_path_factory.mktemp("data")))
    for name, text in AROUND.items():
        folder.write(name, text)
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        ingest(folder.path, store)
        yield store


def test_two_reports_of_one_study_are_one_independent_study(graph: GraphStore) -> None:
    page = queries.element_page(graph, HELP.id)
    assert page is not None
    assert (page.source_count, page.independent_count, page.relayed_count) == (2, 1, 1)
    youth = next(cell for cell in page.cells if cell.domain == "domain/youth")
    assert (youth.source_count, youth.independent_count) == (2, 1)


def test_a_search_that_covers_a_cell_makes_it_searched_none_found(graph: GraphStore) -> None:
    rows = {row.id: row for row in queries.matrix(graph).rows}
    states = {cell.domain: cell.state for cell in rows[TRUST.id].cells}
    assert states["domain/youth"] == "N1"
    assert states["domain/unspecified"] == "N0", "found, and nobody assessed it"
    assert {cell.state for cell in rows[HELP.id].cells} == {"N0"}


def test_the_context_of_an_element(graph: GraphStore) -> None:
    found = queries.element_context(graph, HELP.id)
    assert [one.text.en for one in found.conditions] == ["It fits."]
    assert [side.direction for side in found.contradictions[0].sides] == [
        "supports",
        "conditional",
    ]
    assert [one.title.en for one in found.definitions] == ["practical help"]
    [voice] = found.voices
    assert (voice.code, voice.text.en) == ("client", "It helped.")
    assert [thing.label.en for thing in voice.related] == ["Anna"]
    assert found.gaps == ()
    assert [one.title.en for one in found.recommendations] == ["Help"]
    assert [one.title.en for one in found.lists] == ["List", "Other list"]


def test_an_element_that_is_not_there_has_no_context(graph: GraphStore) -> None:
    assert queries.element_context(graph, "element/gone").conditions == ()
    assert queries.source_context(graph, "source/gone").losses == ()


def test_what_falls_when_a_source_falls_by_the_lists_themselves(graph: GraphStore) -> None:
    found = queries.source_context(graph, "source/jansen-2015")
    assert [study.label.en for study in found.studies] == ["The study"]
    assert [point.code for point in found.open_points] == ["missing"]
    first, second = found.losses
    assert (first.list.label.en, first.members, first.carried, first.lost) == (
        "List",
        2,
        1,
        (HELP,),
    )
    assert (second.carried, second.lost) == (1, ()), "De Boer is cited there too"
    assert queries.source_context(graph, "source/smit-2012").losses == (), "a relay carries nothing"


def test_a_recommendation_leads_down_and_shows_the_weakest(graph: GraphStore) -> None:
    [one] = queries.recommendations(graph, STUDY)
    assert (one.title.en, one.study, one.weakest) == ("Help", STUDY, (TRUST,))
    assert [(of.element, of.independent_count) for of in one.elements] == [(TRUST, 0), (HELP, 1)]
    first, second = one.findings
    assert (first.element, first.paraphrase.en) == (HELP, "Practical help raises trust.")
    assert [cited.printed for cited in first.citations] == ["Jansen, 2015"]
    assert second in queries.findings_about(graph, HELP.id).findings, "as its own page has it"
    assert second.domain is not None
    assert second.domain.id == "domain/youth"


def test_the_context_of_a_study(graph: GraphStore) -> None:
    [study] = queries.studies_read(graph)
    assert study == STUDY
    found = queries.study_context(graph, study)
    [protocol] = found.protocols
    assert protocol.systematic
    assert protocol.terms == (("een", "twee"), ("one", "two"))
    assert protocol.exclusions == (("scripties",), ("theses",))
    assert (protocol.from_year, protocol.to_year) == (2012, None)
    assert protocol.searches_for == (TRUST,)
    [gap] = found.gaps
    assert (gap.code, gap.elements) == ("open-question", (TRUST,))
    assert [thing.label.en for thing in gap.related] == ["Client"]
    [number] = found.statistics
    assert (number.figure, number.base.en, number.period) == ("11%", "all", "2015")
    assert [one.text.en for one in found.cases] == ["She looked for a house."]
    assert [(one.by, one.on) for one in found.curation] == [("A. Lezer", "2026-11-25")]
    assert [one.version for one in found.releases] == ["1.0.0"]
    assert [one.label.en for one in found.perspectives] == ["Client"]
    assert [[m.id for m in one.members] for one in found.lists] == [
        [TRUST.id, HELP.id],
        [HELP.id],
    ]
    assert [(one.on_one_source, one.on_none) for one in found.lists] == [(1, 1), (0, 0)]


def test_a_domain_tells_in_how_many_cells_something_is_known(graph: GraphStore) -> None:
    counts = {domain.id: domain.cell_count for domain in queries.domains(graph)}
    assert counts == {"domain/unspecified": 2, "domain/youth": 2}
