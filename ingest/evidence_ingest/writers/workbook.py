"""Write the curators' workbook: a sheet per kind of table, which ``ingest`` reads back.

Every cell is text, and no cell is ever a formula, a number or a date. Text that a workbook cannot
hold exactly is refused, so that what comes back is what went in.

Source: ECMA-376-1, 22.9.2.19 (ST_Xstring), for the escapes of signs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from evidence_graph.writing.workbook import DoesNotFitError, Tab, workbook
from evidence_graph.writing.xml import encodable
from evidence_ingest.errors import IngestError
from evidence_ingest.workbook_form import ABOUT, LISTS, About, about, heads, sheets
from evidence_ingest.writers.csv_tables import csv_files
from evidence_ingest.writers.tables import Filled, filled
from evidence_ingest.writers.workbook_dress import dressed, hidden, listed
from evidence_ingest.writers.workbook_guide import guide
from evidence_ingest.writers.workbook_lists import Choices, choices
from evidence_ontology.records import Record
from evidence_ontology.schema import NodeType, Schema

_AMBIGUOUS: Final = re.compile("_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")
_ESCAPED: Final = re.compile("_x[0-9A-Fa-f]{4}_|[\x00-\x08\x0b-\x1f]")

Rows = Sequence[tuple[str, ...]]


def xlsx(schema: Schema, records: Iterable[Record], study: str | None = None) -> bytes:
    """Write records as the curators' workbook.

    Args:
        schema: The schema.
        records: The records, as they stand in a graph.
        study: The only study to take along, with what all studies share; None takes all.

    Returns:
        The content of the file.

    Raises:
        IngestError: There is no such study, or a text or a sheet is more than a workbook holds.
    """
    tables = list(filled(schema, records))
    studies = sorted({table.study for table in tables if table.study})
    if study is not None and study not in studies:
        msg = f"The graph has no study {study!r}. It has: {', '.join(studies) or 'none'}."
        raise IngestError(msg)
    taken = [table for table in tables if table.study in {None, study} or study is None]
    left_out = [one for one in studies if study not in {None, one}]
    try:
        return _workbook(schema, taken, about(csv_files(taken), left_out))
    except DoesNotFitError as error:
        raise IngestError(str(error)) from error


def _workbook(schema: Schema, tables: list[Filled], said: About) -> bytes:
    rows = _rows(schema, tables)
    offered = choices(schema, rows)
    tables_of = [
        _tab(schema, name, node_type, rows.get(name, ()), offered)
        for name, node_type in sheets(schema).items()
    ]
    lists = Tab(LISTS, offered.heads, offered.rows, dress=listed(offered))
    told = Tab(ABOUT, ("what", "which"), said.rows(), dress=hidden)
    properties = {"title": "Evidence Explorer", "comments": f"evidence-explorer {said.program}"}
    return workbook([guide(schema), *tables_of, lists, told], properties)


def _rows(schema: Schema, tables: Iterable[Filled]) -> Mapping[str, Rows]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    names = {kind.label: name for name, kind in sheets(schema).items()}
    for table in tables:
        own = () if table.study is None else (table.study,)
        name = names[table.node_type.label]
        for row in table.rows:
            cells = (*own, *map(str, row))
            _refuse_unfit(name, len(found[name]) + 2, cells)
            found[name].append(cells)
    return found


def _refuse_unfit(name: str, row: int, cells: Iterable[str]) -> None:
    for cell in filter(None, cells):
        runs = cell.startswith("<r>") and cell.endswith("</r>")
        unclear = "_x" in cell and _AMBIGUOUS.search(cell)
        if encodable(cell) != cell or unclear or (runs and _ESCAPED.search(cell)):
            msg = (
                f"{name}, row {row}: this text holds signs that a workbook cannot hold as they"
                f" are: {cell[:60]!a}. Export to csv instead."
            )
            raise DoesNotFitError(msg)


def _tab(schema: Schema, name: str, node_type: NodeType, rows: Rows, offered: Choices) -> Tab:
    return Tab(name, heads(node_type), rows, dress=dressed(schema, node_type, rows, offered))
