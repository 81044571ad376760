"""Reading, writing, taking back, all or nothing: the same on every engine."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from evidence_graph.constraints import ensure_schema
from evidence_graph.errors import GraphUnreachable, QueryFailed
from evidence_graph.store import GraphStore, Statement
from tests.contract.conftest import Place
from tests.contract.small_graph import TYPES

COUNT = "MATCH (f:Finding) RETURN count(f) AS n"
HOSTILE = [
    'it\'s "quoted" and `quoted`',
    "\\u0060 \\u0027 \\ \\\\ \\n",
    "'}) DETACH DELETE n //",
    "$id {id} %s {{}}",
    "👩🏽‍⚕️ zorg",
    "\u202eomgekeerd\u202c \u200f\u200e",
    "a\u0301 ≠ á",
    "regel\nregel\r\n\ttab",
    "x" * 100_000,
    "",
]


def count(store: GraphStore) -> int:
    return int(store.read(COUNT)[0]["n"])


def create(identifier: object) -> Statement:
    return Statement("CREATE (f:Finding {id: $id})", {"id": identifier})


def test_what_is_written_is_read(store: GraphStore) -> None:
    values = {"id": "a", "n": 7, "x": 1.5, "yes": True, "list": ["b", "a"], "none": None}
    store.write([Statement("CREATE (f:Finding) SET f = $values", {"values": values})])
    found = store.read("MATCH (f:Finding {id: $id}) RETURN f{.*} AS f", id="a")
    assert found == [{"f": {k: v for k, v in values.items() if v is not None}}]


def test_rows_come_in_the_order_asked_for(store: GraphStore) -> None:
    store.write([create(name) for name in "cab"])
    rows = store.read("MATCH (f:Finding) RETURN f.id AS id ORDER BY f.id DESC")
    assert rows == [{"id": "c"}, {"id": "b"}, {"id": "a"}]


def test_hostile_text_comes_back_as_it_was(store: GraphStore) -> None:
    for text in HOSTILE:
        store.write([Statement("CREATE (f:Finding {id: $text, text: $text})", {"text": text[:99]})])
        write = "MATCH (f:Finding {id: $id}) SET f.text = $text"
        store.write([Statement(write, {"id": text[:99], "text": text})])
        rows = store.read("MATCH (f:Finding {text: $text}) RETURN f.id AS id", text=text)
        assert rows == [{"id": text[:99]}]
    found = store.read("MATCH (f:Finding) RETURN f.text AS text")
    assert sorted(row["text"] for row in found) == sorted(HOSTILE)


def test_one_failing_statement_takes_back_all(store: GraphStore) -> None:
    store.write([create("a")])
    with pytest.raises(QueryFailed):
        store.write([create("b"), create("a"), create("c")])
    with pytest.raises(QueryFailed):
        store.write([create("b"), Statement("NO CYPHER")])
    assert store.read("MATCH (f:Finding) RETURN f.id AS id") == [{"id": "a"}]


def test_a_batch_that_fails_midway_leaves_nothing(store: GraphStore) -> None:
    ids = [*(f"f{n}" for n in range(500)), "f7"]
    with pytest.raises(QueryFailed):
        store.write([Statement("UNWIND $ids AS id CREATE (f:Finding {id: id})", {"ids": ids})])
    assert count(store) == 0


def test_an_id_is_unique_within_its_label_only(store: GraphStore) -> None:
    store.write([create("a"), Statement("CREATE (r:Relation {id: 'a'})")])
    with pytest.raises(QueryFailed):
        store.write([create("a")])


def test_the_schema_can_be_set_again_and_again(store: GraphStore) -> None:
    def schema() -> list[tuple[str, ...]]:
        constraints = store.read("SHOW CONSTRAINTS")
        indexes = store.read("SHOW INDEXES")
        found = [
            (row["type"], *row["labelsOrTypes"], *row["properties"])
            for row in constraints + indexes
            if row["labelsOrTypes"]
        ]
        return sorted(found)

    before = schema()
    ensure_schema(store, TYPES)
    assert schema() == before
    assert [row[1:] for row in before if row[0].endswith("UNIQUENESS")] == [
        (label, "id") for label in sorted(one.label for one in TYPES)
    ]
    assert {("Finding", "elementPage"), ("Element", "rowNumber")} <= {row[1:] for row in before}


def test_numbers_are_compared_as_numbers(store: GraphStore) -> None:
    """An index that took them for text would put 9 after 10."""
    numbers = Statement(
        "UNWIND range(0, 120) AS n CREATE (e:Element {id: toString(n), rowNumber: n})"
    )
    store.write([numbers])
    text = (
        "MATCH (e:Element) WHERE e.rowNumber >= $a AND e.rowNumber < $b "
        "RETURN e.rowNumber AS n ORDER BY e.rowNumber"
    )
    assert [row["n"] for row in store.read(text, a=8, b=102)] == list(range(8, 102))


def test_two_graphs_open_on_one_place_see_each_others_writes(
    place: Place, store: GraphStore
) -> None:
    with place.open() as other:
        store.write([create("a")])
        assert count(other) == 1
        other.write([create("b")])
        assert count(store) == 2
    assert count(store) == 2


def test_what_was_written_is_there_when_opened_again(place: Place) -> None:
    with place.open() as first:
        first.write([create("a")])
    with place.open() as second:
        assert count(second) == 1


def test_merges_of_the_same_ids_at_once_make_no_duplicates(store: GraphStore) -> None:
    start = threading.Barrier(4)
    merge = "UNWIND $ids AS id MERGE (f:Finding {id: id}) SET f.by = $by"

    def work(by: int) -> None:
        start.wait()
        for number in range(12):
            ids = [f"{number}-{n}" for n in range(5)]
            store.write([Statement(merge, {"ids": ids, "by": by})])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert count(store) == 60


def test_a_mistake_is_told_with_the_engines_words(store: GraphStore) -> None:
    with pytest.raises(QueryFailed, match="m"):
        store.read("MATCH (n:Finding) RETURN m")
    with pytest.raises(QueryFailed, match=r"RETURN|Syntax|EOF|input"):
        store.read_only("MATCH (n:Finding RETURN n")
    with pytest.raises(QueryFailed, match="missing"):
        store.read("RETURN $missing AS x")


def test_it_says_what_and_where_it_is(place: Place, store: GraphStore) -> None:
    assert store.engine == place.engine
    assert place.location in store.description
    assert not place.password or place.password not in store.description


def test_closing_twice_is_allowed_and_using_it_then_is_not(place: Place) -> None:
    opened = place.open()
    opened.close()
    opened.close()
    for use in closed_uses(opened):
        with pytest.raises(GraphUnreachable, match="closed"):
            use()


def closed_uses(store: GraphStore) -> list[Callable[[], object]]:
    return [
        lambda: store.read(COUNT),
        lambda: store.read_only(COUNT),
        lambda: store.write([create("a")]),
        lambda: store.execute_schema("RETURN 1"),
    ]
