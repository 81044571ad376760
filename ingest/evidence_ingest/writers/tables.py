"""The tables that records fill, as the curators have them; what CSV and XLSX share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidence_ingest.stated import as_tables
from evidence_ontology.datasets import study_of
from evidence_ontology.records import LIST_SEPARATOR, Record, Value
from evidence_ontology.schema import NodeType, Schema

Cell = str | int


@dataclass(frozen=True, slots=True)
class Filled:
    """A table: its class, its study (None for a shared one), and its rows by id."""

    node_type: NodeType
    study: str | None
    rows: tuple[tuple[Cell, ...], ...]


def filled(schema: Schema, records: Iterable[Record]) -> Iterator[Filled]:
    """Fill the tables.

    Args:
        schema: The schema.
        records: The records, as they stand in a graph.

    Yields:
        The shared tables by name, then those of each study; one without rows only if others
        cannot do without it.
    """
    rows: dict[tuple[str | None, str], list[Record]] = defaultdict(list)
    for record in as_tables(schema, records):
        rows[study_of(schema.node_types[record.label], record.id), record.label].append(record)
    for node_type in schema.tables("shared"):
        found = rows[None, node_type.label]
        if found or node_type.label in schema.needed:
            yield _table(node_type, None, found)
    for study in sorted({study for study, _ in rows if study}):
        for node_type in schema.tables("study"):
            if (study, node_type.label) in rows:
                yield _table(node_type, study, rows[study, node_type.label])


def _table(node_type: NodeType, study: str | None, records: list[Record]) -> Filled:
    rows = (tuple(_cells(node_type, record)) for record in records)
    return Filled(node_type, study, tuple(sorted(rows, key=lambda row: str(row[0]))))


def _cells(node_type: NodeType, record: Record) -> Iterator[Cell]:
    yield record.id.rpartition("/")[2]
    for prop in node_type.asserted:
        if prop.computed:
            continue
        if prop.kind == "link":
            slugs = (target.rpartition("/")[2] for target in record.links.get(prop.key, ()))
            yield LIST_SEPARATOR.join(sorted(slugs))
        else:
            yield from (_cell(record.values, key) for key in prop.keys)


def _cell(values: Mapping[str, Value], key: str) -> Cell:
    value = values.get(key, "")
    if isinstance(value, tuple):
        return LIST_SEPARATOR.join(value)
    # bool is an int in Python.
    return str(value).lower() if isinstance(value, bool) else value
