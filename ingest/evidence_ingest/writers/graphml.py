"""Write GraphML, for programs that draw networks; it is not read back.

Nodes and relationships have the names of the property graph. XML cannot hold most control
characters, so that these become U+FFFD; a list of values becomes one text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from evidence_ontology.records import LIST_SEPARATOR, Record, Value
from evidence_ontology.schema import Property, Schema

# Source: W3C, Extensible Markup Language (XML) 1.0, production 2 (Char).
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
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
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *_keys(schema),
        '<graph id="evidence" edgedefault="directed">',
        *(line for record in every for line in _node(record)),
        *(line for record in every for line in _edges(schema, record)),
        "</graph>",
        "</graphml>",
        "",
    ]
    return "\n".join(lines).encode()


def _keys(schema: Schema) -> Iterator[str]:
    types = {
        key: _type(prop)
        for node_type in schema.node_types.values()
        for prop in node_type.asserted
        if prop.kind != "link"
        for key in prop.keys
    }
    yield _key("labels", "node", "string")
    for key in sorted(types):
        yield _key(key, "node", types[key])
    yield _key("type", "edge", "string")


def _type(prop: Property) -> str:
    return "string" if prop.many else _TYPES.get(prop.datatype, "string")


def _key(name: str, of: str, kind: str) -> str:
    return f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'


def _node(record: Record) -> Iterator[str]:
    yield f"<node id={quoteattr(record.id)}>"
    yield _data("labels", record.label)
    for key in sorted(record.values):
        yield _data(key, _text(record.values[key]))
    yield "</node>"


def _edges(schema: Schema, record: Record) -> Iterator[str]:
    for prop in schema.node_types[record.label].asserted:
        for target in sorted(record.links.get(prop.key, ())):
            ends = f"source={quoteattr(record.id)} target={quoteattr(target)}"
            yield f"<edge {ends}>{_data('type', prop.relationship)}</edge>"


def _data(key: str, text: str) -> str:
    # A carriage return that is not escaped is read back as a line feed.
    shown = escape(_NOT_IN_XML.sub("\ufffd", text), {"\r": "&#13;"})
    return f'<data key="{key}">{shown}</data>'


def _text(value: Value) -> str:
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
