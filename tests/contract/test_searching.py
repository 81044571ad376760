"""What the search is filled with, read from every engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evidence_graph.changes import JOURNAL_TYPES
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries import searching
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.searching import Searchable, searchables
from evidence_graph.store import GraphStore
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.ingest.tables import AROUND, DataFolder

HELP = Named("element/practical-help", Text("Praktische hulp", "Practical help"))


def _folder(path: Path) -> DataFolder:
    folder = DataFolder(path)
    for name, text in AROUND.items():
        folder.write(name, text)
    old = "definitionNl,definitionEn,placedIn,broader,order"
    folder.replace("thesaurus/elements", old, f"synonymsNl,synonymsEn,{old}")
    folder.replace("thesaurus/elements", "Practical help,H", "Practical help,klussen,chores,H")
    folder.replace("thesaurus/elements", "Trust,E", "Trust,,,E")
    return folder


@pytest.fixture(scope="module")
def graph(
    new_place: Callable[[], Place], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GraphStore]:
    """Open a graph with one record of every kind."""
    folder = _folder(tmp_path_factory.mktemp("data"))
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        ingest(folder.path, store)
        yield store


def _all(store: GraphStore) -> list[Searchable]:
    return [thing for part in searchables(store) for thing in part]


def _one(store: GraphStore, ident: str) -> Searchable:
    return next(thing for thing in _all(store) if thing.id == ident)


def test_every_kind_is_read_once_and_findings_last(graph: GraphStore) -> None:
    things = _all(graph)
    assert Counter(thing.kind for thing in things) == {
        "domain": 2,
        "element": 2,
        "source": 4,
        "recommendation": 1,
        "gap": 1,
        "voice": 1,
        "finding": 3,
    }
    assert len({thing.id for thing in things}) == len(things)
    assert [thing.kind for thing in things[-3:]] == ["finding"] * 3


def test_an_element_is_found_by_its_names_and_definition(graph: GraphStore) -> None:
    found = _one(graph, HELP.id)
    assert found.name == HELP.label
    assert found.other_names == (Text("klussen", ""), Text("", "chores"))
    assert found.said == Text("Helpen met wat nu speelt.", "Help with what is at hand.")
    assert [layer.id for layer in found.layers] == ["layer/task-alliance"]
    assert found.states == (("N0", 2),)


def test_a_source_is_found_by_author_year_and_spellings(graph: GraphStore) -> None:
    found = _one(graph, "source/jansen-2015")
    assert found.name.nl == "Jansen 2015"
    assert "2015" in found.makers
    assert {one.nl for one in found.other_names} == {"Jansen, 2015", "Jansen e.a. (2015)"}


def test_a_finding_is_found_by_what_it_is_about_and_who_says_so(graph: GraphStore) -> None:
    found = _one(graph, "finding/study-one/f2")
    assert found.elements == (HELP,)
    assert [domain.id for domain in found.domains] == ["domain/youth"]
    assert {"Jansen 2015", "Smit 2012", "De Boer 2016"} == set(found.makers)
    assert Text("klussen", "") in found.around
    assert found.page == 0


def test_what_was_told_leads_to_its_study(graph: GraphStore) -> None:
    for kind in ("recommendation", "gap", "voice"):
        found = next(thing for thing in _all(graph) if thing.kind == kind)
        assert [source.id for source in found.sources] == ["source/study-one"]
        assert found.said.nl
        assert found.elements


def test_small_parts_hold_the_same(graph: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sorted(_all(graph), key=lambda thing: thing.id)
    monkeypatch.setattr(searching, "PART", 1)
    monkeypatch.setattr(searching, "PAGES", 1)
    parts = list(searchables(graph))
    assert sorted((one for part in parts for one in part), key=lambda thing: thing.id) == whole
    assert max(len(part) for part in parts if part and part[0].kind == "element") == 1
