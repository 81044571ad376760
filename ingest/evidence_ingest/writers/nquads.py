"""Write N-Quads: one statement a line, the lines sorted, so that two exports can be compared."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_ontology.datasets import rdf_dataset
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema


def nquads(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write records as N-Quads.

    Args:
        schema: The schema.
        records: The records.

    Returns:
        The content of the file.
    """
    content = rdf_dataset(schema, records).serialize(format="nquads", encoding="utf-8")
    lines = sorted(line for line in content.split(b"\n") if line)
    return b"".join(line + b"\n" for line in lines)
