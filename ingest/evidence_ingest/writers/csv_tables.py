"""Write the tables as CSV, in the canonical form of a data folder."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_graph.writing.table_form import guarded, table_text
from evidence_ingest.readers.tables import table_path
from evidence_ingest.writers.tables import Filled, filled
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema


def csv_tables(schema: Schema, records: Iterable[Record]) -> dict[str, bytes]:
    """Write records as the tables of a data folder.

    Args:
        schema: The schema.
        records: The records, as they stand in a graph.

    Returns:
        Path below the folder → content of the file.
    """
    return csv_files(filled(schema, records))


def csv_files(tables: Iterable[Filled]) -> dict[str, bytes]:
    """Write tables as those of a data folder.

    Args:
        tables: The tables.

    Returns:
        Path below the folder → content of the file.
    """
    files = {}
    for table in tables:
        rows = [[guarded(str(cell)) for cell in row] for row in table.rows]
        text = table_text(table.node_type.columns, rows)
        files[table_path(table.node_type, table.study)] = text.encode()
    return files
