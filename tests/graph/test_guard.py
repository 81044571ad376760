"""The look at a typed text: what reaches outside is found, however it is written."""

import pytest

from evidence_graph.engines.guard import refuse_what_is_not_reading
from evidence_graph.errors import QueryRefused

REFUSED = [
    "LOAD CSV FROM 'x' AS l RETURN l",
    "LOAD\n\tCSV WITH HEADERS FROM 'x' AS l RETURN l",
    "LOAD/**/CSV FROM 'x' AS l RETURN l",
    "LOAD // then\nCSV FROM 'x' AS l RETURN l",
    "RETURN '\\'' UNION LOAD CSV FROM 'x' AS l RETURN l",
    "RETURN 1 AS `a``b` UNION LOAD CSV FROM 'x' AS l RETURN l",
    "\\u004COAD CSV FROM 'x' AS l RETURN l",
    "RETURN '\\u0027 LOAD CSV FROM \\u0027x\\u0027 AS l RETURN l //'",
    "CALL apoc.load.json('x')",
    "CALL  apoc . load . json('x')",
    "CALL /* */ `apoc`.load.json('x')",
    "OPTIONAL CALL apoc.load.json('x') YIELD value RETURN value",
    "MATCH (n) CALL db.createLabel('x') RETURN n",
    "CYPHER 25 ALTER DATABASE neo4j SET OPTION a b",
    "GRANT ROLE a TO b",
    "SHOW USERS",
    "SHOW SETTINGS",
    "RETURN 1; STOP DATABASE neo4j",
]
ALLOWED = [
    "",
    "MATCH (n) RETURN n",
    "MATCH (n) WHERE n.text CONTAINS 'LOAD CSV' RETURN n",
    'RETURN "CALL apoc.load.json(1)" AS text',
    "RETURN 'it\\'s LOAD CSV' AS text",
    "MATCH (n) // CALL apoc.x\nRETURN n",
    "MATCH (start)-[r]->(stop) RETURN start, stop",
    "MATCH (n) RETURN n.start, n.load, n.csv",
    "CALL db.schema.visualization()",
    "CALL DB.LABELS() YIELD label RETURN label",
    "CALL db.index.fulltext.queryNodes('a', 'b') YIELD node RETURN node",
    "MATCH (n) CALL (n) { RETURN 1 AS x } RETURN x",
    "MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x",
    "SHOW INDEXES",
    "EXPLAIN MATCH (n) RETURN n",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_reaches_outside_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused):
        refuse_what_is_not_reading(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_what_only_reads_is_let_through(text: str) -> None:
    refuse_what_is_not_reading(text)
