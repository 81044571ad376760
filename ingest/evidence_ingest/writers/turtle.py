"""Write Turtle: all records in one graph, sorted."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_ontology.records import Record
from evidence_ontology.schema import Schema
from evidence_ontology.triples import rdf_graph


def turtle(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write records as Turtle.

    Args:
        schema: The schema.
        records: The records.

    Returns:
        The content of the file.
    """
    return rdf_graph(schema, records).serialize(format="turtle", encoding="utf-8")
