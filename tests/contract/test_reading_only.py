"""A text that somebody typed can neither write nor reach outside the graph, on any engine."""

import time
from collections.abc import Callable, Iterator

import pytest

from evidence_graph.constraints import ensure_schema
from evidence_graph.engines import bolt
from evidence_graph.errors import GraphError, QueryFailed, QueryRefused, QueryTimeout
from evidence_graph.store import GraphStore, Statement
from tests.contract.conftest import Place
from tests.contract.small_graph import TYPES

WRITES = [
    "CREATE (f:Finding {id: 'new'})",
    "CREATE (n:New {id: 'new'})",
    "MERGE (f:Finding {id: 'new'})",
    "MATCH (f:Finding) SET f.x = 1",
    "MATCH (f:Finding) SET f:Other",
    "MATCH (f:Finding) REMOVE f.text",
    "MATCH (f:Finding) DETACH DELETE f",
    "MATCH (f:Finding) CREATE (f)-[:NEW]->(f)",
    "MATCH (f:Finding) FOREACH (x IN [1] | SET f.x = x)",
    "MATCH (f:Finding) CALL (f) { SET f.x = 1 } RETURN f",
    "UNWIND [1] AS x CALL (x) { CREATE (:New {id: x}) } IN TRANSACTIONS RETURN x",
    "CREATE INDEX new_index IF NOT EXISTS FOR (f:Finding) ON (f.text)",
    "CREATE CONSTRAINT new_one IF NOT EXISTS FOR (n:New) REQUIRE n.id IS UNIQUE",
    "DROP CONSTRAINT Finding_id_unique",
]
OUTSIDE = [
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "load /* */ csv FROM 'http://127.0.0.1:1/' AS line RETURN line",
    "L\\u004FAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "RETURN 1 AS `a` UNION LOAD CSV FROM 'file:///etc/passwd' AS a RETURN 1 AS a",
    "CALL apoc.load.json('http://127.0.0.1:1/') YIELD value RETURN value",
    "CALL `dbms`.`listConfig`() YIELD name RETURN name",
    "CALL dbms.killQueries([])",
    "CALL db.clearQueryCaches()",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN t",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "CREATE USER eve SET PASSWORD 'eve-eve-eve'",
    "DROP USER neo4j",
    "STOP DATABASE neo4j",
]
READS = [
    "MATCH (f:Finding) RETURN f.text AS found",
    "// LOAD CSV\nMATCH (f:Finding) RETURN f.text AS found",
    "/* CALL dbms.x() */ MATCH (f:Finding {text: 'CALL x'}) RETURN f.text AS found",
    "MATCH (`load csv`:Finding) RETURN `load csv`.text AS found",
    "MATCH (f:Finding) CALL (f) { RETURN f.text AS found } RETURN found",
    "CALL { MATCH (f:Finding) RETURN f.text AS found } RETURN found",
]


@pytest.fixture(scope="module")
def written(new_place: Callable[[], Place]) -> Iterator[GraphStore]:
    """Open a graph with one finding, which no test here may change."""
    with new_place().open() as store:
        ensure_schema(store, TYPES)
        store.write([Statement("CREATE (f:Finding {id: 'a', text: 'CALL x'})")])
        yield store


def everything(store: GraphStore) -> list[object]:
    return [
        store.read("MATCH (n) RETURN labels(n) AS labels, n{.*} AS n"),
        store.read("MATCH ()-[r]->() RETURN type(r) AS type"),
        store.read("SHOW INDEXES YIELD name RETURN name ORDER BY name"),
        store.read("SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name"),
    ]


@pytest.mark.parametrize("text", WRITES)
def test_writing_is_refused_and_changes_nothing(written: GraphStore, text: str) -> None:
    before = everything(written)
    with pytest.raises((QueryRefused, QueryFailed)):
        written.read_only(text)
    assert everything(written) == before


@pytest.mark.parametrize("text", WRITES[:8])
def test_the_refusal_of_plain_writes_says_so(written: GraphStore, text: str) -> None:
    with pytest.raises(QueryRefused, match="only reading"):
        written.read_only(text)


@pytest.mark.parametrize("text", OUTSIDE)
def test_reaching_outside_the_graph_is_refused(written: GraphStore, text: str) -> None:
    with pytest.raises(QueryRefused):
        written.read_only(text)


@pytest.mark.parametrize("text", READS)
def test_reading_is_allowed_whatever_stands_in_quotes_and_comments(
    written: GraphStore, text: str
) -> None:
    assert written.read_only(text) == [{"found": "CALL x"}]


def test_parameters_are_values(written: GraphStore) -> None:
    text = "MATCH (f:Finding {text: $text}) RETURN f.id AS id"
    assert written.read_only(text, text="CALL x") == [{"id": "a"}]
    assert written.read_only(text, text="' OR true //") == []


def test_procedures_that_describe_the_graph_may_be_called(written: GraphStore) -> None:
    found = written.read_only("CALL db.labels() YIELD label RETURN label")
    assert {"label": "Finding"} in found


def test_what_takes_too_long_is_ended(written: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = "UNWIND range(1, 2000) AS n CREATE (:Relation {id: toString(n), v: n})"
    written.write([Statement(numbers)])
    monkeypatch.setattr(bolt, "READ_ONLY_SECONDS", 1.0)
    slow = (
        "MATCH (a:Relation), (b:Relation), (c:Relation) WHERE a.v * b.v % 7 = 3 AND c.v > a.v "
        "RETURN sum(c.v) AS n"
    )
    began = time.monotonic()
    with pytest.raises(QueryTimeout):
        written.read_only(slow)
    assert time.monotonic() - began < 15
    assert written.read_only("RETURN 1 AS one") == [{"one": 1}]


def test_every_refusal_is_an_error_of_ours(written: GraphStore) -> None:
    with pytest.raises(GraphError) as caught:
        written.read_only("CREATE (:X)")
    assert str(caught.value).endswith(".")
