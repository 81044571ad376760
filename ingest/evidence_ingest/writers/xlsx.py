"""Write a workbook: a sheet per kind of table, all studies together, nothing that computes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from evidence_graph.writing.workbook import DoesNotFitError, Tab, workbook
from evidence_ingest.errors import IngestError
from evidence_ingest.writers.tables import Filled, filled
from evidence_ontology.records import Record
from evidence_ontology.schema import Schema


def xlsx(schema: Schema, records: Iterable[Record]) -> bytes:
    """Write records as a workbook.

    Args:
        schema: The schema.
        records: The records, as they stand in a graph.

    Returns:
        The content of the file. A text that looks like a formula is a text.

    Raises:
        IngestError: A cell or a sheet would be larger than the format allows.
    """
    tables = sorted(filled(schema, records), key=lambda t: (t.node_type.scope, _name(t)))
    try:
        return workbook(_tab(name, list(group)) for name, group in groupby(tables, key=_name))
    except DoesNotFitError as error:
        raise IngestError(str(error)) from error


def _name(table: Filled) -> str:
    return table.node_type.table.rpartition("/")[2]


def _tab(name: str, tables: list[Filled]) -> Tab:
    own = tables[0].study is not None
    columns = [*(["study"] if own else []), *tables[0].node_type.columns]
    rows = [(*([table.study or ""] if own else []), *row) for table in tables for row in table.rows]
    return Tab(name, columns, rows)
