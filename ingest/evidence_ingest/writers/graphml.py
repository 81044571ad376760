"""Write records as GraphML, for programs that draw networks; it is not read back.

Nodes and relationships have the names of the property graph; a list of values becomes one text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evidence_graph.writing.graphml import Drawing, Edge, Key, Node
from evidence_graph.writing.graphml import graphml as written
from evidence_ontology.records import LIST_SEPARATOR, Record, Value
from evidence_ontology.schema import Property, Schema

_TYPES = {"integer": "long", "boolean": "boolean"}


def graphml(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write records as GraphML.

    Args:
        schema: The schema.
        records: The records.

    Returns:
        The content of the file.
    """
    every = sorted(records, key=lambda record: (record.label, record.id))
    drawing = Drawing(
        keys=list(_keys(schema)),
        nodes=map(_node, every),
        edges=(edge for record in every for edge in _edges(schema, record)),
    )
    return written(drawing)


def _keys(schema: Schema) -> Iterator[Key]:
    types = {
        key: _type(prop)
        for node_type in schema.node_types.values()
        for prop in node_type.asserted
        if prop.kind != "link"
        for key in prop.keys
    }
    yield Key("labels", "node")
    for key in sorted(types):
        yield Key(key, "node", types[key])
    yield Key("type", "edge")


def _type(prop: Property) -> str:
    return "string" if prop.many else _TYPES.get(prop.datatype, "string")


def _node(record: Record) -> Node:
    values = {key: _text(record.values[key]) for key in sorted(record.values)}
    return Node(record.id, {"labels": record.label, **values})


def _edges(schema: Schema, record: Record) -> Iterator[Edge]:
    for prop in schema.node_types[record.label].asserted:
        for target in sorted(record.links.get(prop.key, ())):
            yield Edge(record.id, target, {"type": prop.relationship})


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
