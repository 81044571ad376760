"""The records of a graph as RDF: sorted, without blank nodes, without a clock."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from evidence_graph.store import GraphStore
from evidence_ontology.identifiers import quoted
from evidence_ontology.records import Record, Value
from evidence_ontology.schema import NodeType, Schema
from evidence_ontology.triples import rdf_graph


def turtle_text(store: GraphStore, schema: Schema) -> str:
    """Write the records of a graph in Turtle.

    Args:
        store: The graph.
        schema: The schema; what it marks as derived is left out.

    Returns:
        The text; equal for equal content, on every engine.
    """
    text: str = rdf_graph(schema, records(store, schema)).serialize(format="turtle")
    return text


def records(store: GraphStore, schema: Schema) -> Iterator[Record]:
    """Read the records of a graph back.

    Args:
        store: The graph.
        schema: The schema; what it marks as derived is left out.

    Yields:
        The records by class and id.
    """
    for label in sorted(schema.node_types):
        node_type = schema.node_types[label]
        if node_type.scope != "derived":
            yield from _of_type(store, node_type)


def _of_type(store: GraphStore, node_type: NodeType) -> Iterator[Record]:
    label = quoted(node_type.label)
    links: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    stated = node_type.asserted
    for prop in stated:
        if prop.kind == "link":
            text = (
                f"MATCH (n:{label})-[:{quoted(prop.relationship)}]->(m)"
                " RETURN n.id AS start, m.id AS end"
            )
            for row in store.read(text):
                links[row["start"]][prop.key].append(row["end"])
    keys = [key for prop in stated if prop.kind != "link" for key in prop.keys]
    text = f"MATCH (n:{label}) RETURN properties(n) AS values"
    rows = (row["values"] for row in store.read(text))
    for values in sorted(rows, key=lambda v: str(v["id"])):
        kept: dict[str, Value] = {
            key: tuple(v) if isinstance(v := values[key], list) else v
            for key in keys
            if values.get(key) is not None
        }
        targets = {key: tuple(sorted(ids)) for key, ids in links[values["id"]].items()}
        yield Record(node_type.label, values["id"], kept, targets)
