"""An assessment is shown with its reasons, on every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evidence_graph import queries
from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries.answers import Text
from evidence_graph.queries.told_answers import ConcernOf
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from evidence_ontology.ontology import ontology
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.ingest.tables import STUDY, DataFolder
from tests.ingest.test_judging import HEAD, WHO

ROW = (
    "a1,practical-help,youth,effect,found,positive,low,Omdat.,Because.,f2,,Wij weten meer.,"
    "We know more.," + WHO
)
CONCERNS = (
    "id,concernOf,criterion,seriousness,paraphraseNl,paraphraseEn\n"
    "z1,a1,{criterion},{seriousness},Weinig mensen.,Few people.\n"
)


@pytest.fixture(scope="module")
def graph(
    new_place: Callable[[], Place], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GraphStore]:
    """Open a graph with one published assessment."""
    folder = DataFolder(Path(tmp_path_factory.mktemp("data")))
    folder.write(f"{STUDY}/assessments", HEAD + ROW)
    lists = schema_lists()
    folder.write(f"{STUDY}/concerns", CONCERNS.format(criterion=lists[0], seriousness=lists[1]))
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        ingest(folder.path, store)
        yield store


def schema_lists() -> tuple[str, str]:
    """A criterion and a seriousness that the ontology knows."""
    lists = ontology().lists
    return lists["Criterion"][0].code, lists["Seriousness"][0].code


def test_an_assessment_comes_with_its_reasons(graph: GraphStore) -> None:
    [one] = queries.element_context(graph, "element/practical-help").assessments
    assert (one.domain.id, one.lane, one.direction, one.certainty, one.status) == (
        *("domain/youth", "effect", "positive", "low", "published"),
    )
    assert (one.rationale, one.deviation) == (
        Text("Omdat.", "Because."),
        Text("Wij weten meer.", "We know more."),
    )
    assert one.assessors == ("Iemand", "Een ander")
    assert (one.assessed_on, one.published_on, one.review_due) == (
        *("2026-11-01", "2026-11-20", "2028-11-20"),
    )
    assert one.finding_count == 1
    assert one.concerns == (ConcernOf(*schema_lists(), Text("Weinig mensen.", "Few people.")),)


def test_an_element_that_nobody_judged_has_none(graph: GraphStore) -> None:
    assert queries.element_context(graph, "element/trust").assessments == ()


def test_nodes_of_a_label_are_counted(graph: GraphStore) -> None:
    counts = queries.node_counts(graph, ("Element", "Release", "EvidenceAssessment"))
    listed, total = queries.elements(graph)
    assert counts == {"Element": total, "Release": 0, "EvidenceAssessment": 1}
    assert len(listed) == total
