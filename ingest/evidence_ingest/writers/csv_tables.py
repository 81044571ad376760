"""Write the tables as CSV, in the canonical form of a data folder."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_graph.writing.table_form import guarded, table_text
from evidence_ingest.readers.tables import STUDIES
from evidence_ingest.writers.tables import filled
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
    files = {}
    for table in filled(schema, records):
        folder = f"{STUDIES}/{table.study}/" if table.study else ""
        rows = [[guarded(str(cell)) for cell in row] for row in table.rows]
        text = table_text(table.node_type.columns, rows)
        files[f"{folder}{table.node_type.table}.csv"] = text.encode()
    return files
