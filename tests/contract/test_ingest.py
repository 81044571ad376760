"""Ingest on every engine: the same twice changes nothing, a change only that, a fault nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evidence_graph import changes
from evidence_graph.changes import JOURNAL_TYPES, Change, LoadUnderWayError, Operation, finish
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries import graph_stats
from evidence_graph.rdf import turtle_text
from evidence_graph.store import GraphStore, Statement
from evidence_ingest.errors import DoesNotConformError
from evidence_ingest.pipeline import ingest
from evidence_ontology.schema import schema
from tests.contract.conftest import Place
from tests.ingest.tables import STUDY, DataFolder

GOLDEN = Path(__file__).parents[1] / "golden" / "smallest.ttl"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """Make the smallest data folder that conforms."""
    return DataFolder(tmp_path / "data")


@pytest.fixture
def graph(new_place: Callable[[], Place]) -> Iterator[GraphStore]:
    """Open an empty graph with all constraints."""
    with new_place().open() as store:
        ensure_schema(store, [*schema().node_types.values(), *JOURNAL_TYPES])
        yield store


def fingerprint(store: GraphStore, but: str = "") -> str:
    """Sum up every node and relationship, with all values; those of one label left out."""
    nodes = store.read("MATCH (n) RETURN labels(n) AS labels, properties(n) AS values")
    links = store.read(
        "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS values"
    )
    nodes = [row for row in nodes if but not in row["labels"]]
    lines = sorted(json.dumps(row, sort_keys=True) for row in [*nodes, *links])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_the_same_data_twice_changes_nothing(graph: GraphStore, folder: DataFolder) -> None:
    first = ingest(folder.path, graph)
    before = fingerprint(graph)
    second = ingest(folder.path, graph)
    assert first.added == sum(first.read.values()) + 16 + 1, "layers and one own citation"
    assert (second.loaded, second.recomputed, second.unchanged) == (0, 0, first.added)
    assert fingerprint(graph) == before


def test_the_same_data_in_another_order_changes_no_record(
    graph: GraphStore, folder: DataFolder
) -> None:
    ingest(folder.path, graph)
    head, *rows = folder.text("sources/sources").splitlines()
    folder.write("sources/sources", "\n".join([head, *reversed(rows)]) + "\n")
    report = ingest(folder.path, graph)
    assert report.loaded == 0


def test_changed_data_changes_only_that(graph: GraphStore, folder: DataFolder) -> None:
    ingest(folder.path, graph)
    before = marks(graph)
    folder.replace(f"{STUDY}/findings", "Trust is needed.", "Trust is a must.")
    report = ingest(folder.path, graph)
    after = marks(graph)
    assert (report.added, report.changed, report.removed, report.recomputed) == (0, 1, 0, 0)
    changed = {i for i in before if before[i] != after[i]}
    assert changed == {"finding/study-one/f3"}


def marks(store: GraphStore) -> dict[str, str]:
    rows = store.read("MATCH (n) WHERE n.digest IS NOT NULL RETURN n.id AS id, n.digest AS mark")
    return {row["id"]: row["mark"] for row in rows}


def test_removed_data_is_removed_with_its_links(graph: GraphStore, folder: DataFolder) -> None:
    ingest(folder.path, graph)
    text = folder.text(f"{STUDY}/findings")
    folder.write(f"{STUDY}/findings", "".join(text.splitlines(keepends=True)[:-1]))
    report = ingest(folder.path, graph)
    assert report.removed == 2, "the finding and the study's own citation, which carried only it"
    counts = graph_stats(graph)
    assert counts.nodes["Finding"] == 2
    assert counts.relationships["ABOUT"] == 2
    assert graph.read("MATCH (c:Cell {id: 'cell/trust/unspecified'}) RETURN c.id") == []


def test_a_link_that_moves_leaves_no_old_one_behind(graph: GraphStore, folder: DataFolder) -> None:
    ingest(folder.path, graph)
    folder.replace(f"{STUDY}/findings", "f2,practical-help", "f2,trust")
    ingest(folder.path, graph)
    rows = graph.read(
        "MATCH (:Finding {id: 'finding/study-one/f2'})-[:ABOUT]->(e) RETURN e.id AS id"
    )
    assert rows == [{"id": "element/trust"}]


def test_one_mistake_stops_the_whole_load(graph: GraphStore, folder: DataFolder) -> None:
    ingest(folder.path, graph)
    before = fingerprint(graph)
    folder.replace(f"{STUDY}/findings", "Trust is needed.", "Trust is a must.")
    folder.replace(f"{STUDY}/findings", "f2,practical-help", "f2,nothing")
    with pytest.raises(DoesNotConformError) as caught:
        ingest(folder.path, graph)
    assert "row 3, about" in str(caught.value.problems[0])
    assert fingerprint(graph) == before


def test_a_large_change_ends_as_a_small_one_does(
    graph: GraphStore, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(folder.path, graph)
    small = fingerprint(graph)
    graph.write([Statement("MATCH (n) DETACH DELETE n")])
    monkeypatch.setattr(changes, "ROWS_PER_TRANSACTION", 5)
    monkeypatch.setattr(changes, "ROWS_PER_STATEMENT", 3)
    ingest(folder.path, graph)
    assert fingerprint(graph) == small


class Killed(BaseException):
    """Stands for the death of the process: nothing of ours catches it."""


@pytest.mark.parametrize("writes", [1, 2, 5, 9, 14, 18])
def test_a_large_change_that_dies_ends_as_before_or_as_after(
    graph: GraphStore, folder: DataFolder, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    ingest(folder.path, graph)
    before = fingerprint(graph)
    for name in ("thesaurus/elements", f"{STUDY}/findings"):
        folder.write(name, folder.text(name).replace("ulp", "ulp!").replace("elp", "elp!"))
        folder.write(name, folder.text(name).replace("practical-help!", "practical-help"))
    monkeypatch.setattr(changes, "ROWS_PER_TRANSACTION", 2)
    monkeypatch.setattr(changes, "ROWS_PER_STATEMENT", 1)
    die_after(graph, monkeypatch, writes)
    with pytest.raises(Killed):
        ingest(folder.path, graph)
    monkeypatch.undo()
    finish(graph, lease=0)
    ended = fingerprint(graph)
    report = ingest(folder.path, graph)
    if ended == before:
        assert report.loaded
    else:
        assert report.loaded == 0
    assert graph.read("MATCH (j:Journal) RETURN j.id") == []
    assert graph.read("MATCH (j:JournalEntry) RETURN j.id") == []


def die_after(store: GraphStore, monkeypatch: pytest.MonkeyPatch, writes: int) -> None:
    left = iter(range(writes))
    write = store.write

    def dying(statements: list[Statement]) -> None:
        if next(left, None) is None:
            raise Killed
        write(statements)

    monkeypatch.setattr(store, "write", dying)


def test_a_load_that_is_still_going_on_is_not_disturbed(
    graph: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"id": f"domain/d{n}", "values": {"id": f"domain/d{n}"}} for n in range(4)]
    parts = [Change(Operation.PUT_NODES, ("Domain",), [row]) for row in rows]
    monkeypatch.setattr(changes, "ROWS_PER_TRANSACTION", 2)
    die_after(graph, monkeypatch, 6)
    with pytest.raises(Killed):
        changes.apply(graph, parts)
    monkeypatch.undo()
    assert changes.under_way(graph), "a page can say so"
    with pytest.raises(LoadUnderWayError, match="try again in 20 seconds"):
        finish(graph)
    finish(graph, lease=0)
    assert not changes.under_way(graph)


def test_both_engines_export_the_same_turtle(graph: GraphStore, folder: DataFolder) -> None:
    ingest(folder.path, graph)
    text = turtle_text(graph, schema())
    assert text == GOLDEN.read_text(encoding="utf-8")
    ingest(folder.path, graph)
    assert turtle_text(graph, schema()) == text
