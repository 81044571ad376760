"""Read the curators' workbook as the tables that it holds."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from evidence_graph.writing.table_form import guarded
from evidence_graph.writing.workbook import MOST_ROWS
from evidence_ingest.errors import IngestError, Problem
from evidence_ingest.extraction import Extraction
from evidence_ingest.readers.rows import NO_SLUG, Table, duplicates, records_in
from evidence_ingest.readers.workbook_cells import Cell, read_cell
from evidence_ingest.readers.workbook_file import decoded, opened
from evidence_ingest.workbook_form import (
    ABOUT,
    ERRORS,
    FORM,
    GUIDE,
    LISTS,
    OWN_MARK,
    STUDY,
    About,
    about_from,
    sheet_name,
    sheets,
)
from evidence_ontology.identifiers import is_slug
from evidence_ontology.ontology import Words
from evidence_ontology.records import Record
from evidence_ontology.schema import NodeType, Property, Schema
from evidence_ontology.texts import clean

_MOST_COLUMNS: Final = 256
_OURS: Final = frozenset({GUIDE, LISTS, ABOUT, ERRORS})
_STRANGE: Final = Words(
    f"Dit blad is hier niet bekend. Hoort het niet bij de tabellen, laat de naam dan met {OWN_MARK}"
    " beginnen; dan wordt het overgeslagen.",
    f"This sheet is not known here. If it is none of the tables, begin its name with {OWN_MARK};"
    " then it is passed over.",
)
_HEADLESS: Final = Words(
    "Hier staat iets in een kolom zonder kop. Haal het weg, of zet het op een eigen blad.",
    "Something stands here in a column without a head. Take it away, or put it on your own sheet.",
)
_TWICE: Final = Words("Deze kop staat er twee keer.", "This head stands here twice.")


@dataclass(frozen=True, slots=True)
class Book:
    """What a workbook holds.

    Attributes:
        tables: Its tables, those of studies apart by study; a study without rows has none.
        problems: What cannot be read, with its place.
        about: What it says of what it was made from; None where it says nothing.
    """

    tables: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    about: About | None = None


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one study on one sheet: the cells by column, and the numbers of the rows."""

    columns: Mapping[str, list[str]]
    numbers: list[int]

    def add(self, number: int, row: Mapping[str, str]) -> None:
        """Add a row, its cells as they stand in a table of a data folder."""
        self.numbers.append(number)
        for column, cells in self.columns.items():
            cells.append(guarded(clean(row.get(column, ""))))


def place_of(sheet: str) -> str:
    """Name a sheet in messages.

    Args:
        sheet: The name of the sheet.

    Returns:
        What problems have for their file.
    """
    return f"sheet {sheet}"


def read_workbook(schema: Schema, path: Path, progress: Callable[[], None]) -> Extraction:
    """Read the records of a workbook.

    Args:
        schema: The schema that says what the tables hold.
        path: The file.
        progress: Told when the file was read.

    Returns:
        The records and the problems, by sheet and row.

    Raises:
        IngestError: The file cannot be read as a workbook, or has none of the sheets.
    """
    book = read_book(schema, path)
    progress()
    records: list[Record] = []
    problems = list(book.problems)
    for table in book.tables:
        records += records_in(schema, table, problems)
    problems += duplicates(records)
    studies = sorted({table.study for table in book.tables if table.study})
    # Each study on a sheet says the same of its head.
    return Extraction(records, list(dict.fromkeys(problems)), tuple(studies))


def read_book(schema: Schema, path: Path) -> Book:
    """Read the tables of a workbook.

    Args:
        schema: The schema that says which sheets there are.
        path: The file.

    Returns:
        The tables, the problems, and what the workbook says of itself.

    Raises:
        IngestError: The file cannot be read as a workbook, or has none of the sheets.
    """
    with opened(path) as workbook:
        names = {sheet.title: sheet for sheet in workbook.worksheets}
        said = _said(names)
        _refuse_other(schema, path, names, said)
        book = Book(about=said)
        for name, sheet in names.items():
            node_type = sheets(schema).get(name)
            if node_type is not None:
                book.tables.extend(_Sheet(node_type, name).tables(sheet, book.problems))
            elif name not in _OURS and not name.startswith(OWN_MARK):
                book.problems.append(Problem(place_of(name), 0, "", _STRANGE))
    return book


def read_about(path: Path) -> About | None:
    """Read what a workbook says of what it was made from.

    Args:
        path: The file.

    Returns:
        What it says; None where it says nothing.

    Raises:
        IngestError: The file cannot be read as a workbook.
    """
    with opened(path) as workbook:
        return _said({sheet.title: sheet for sheet in workbook.worksheets})


def _said(names: Mapping[str, Any]) -> About | None:
    if ABOUT not in names:
        return None
    rows = names[ABOUT].iter_rows(min_row=2, max_row=MOST_ROWS, max_col=2, values_only=True)
    return about_from(
        [(decoded(str(row[0])), decoded(str(row[1]))) for row in rows if row and row[0]]
    )


def _refuse_other(schema: Schema, path: Path, names: Container[str], said: About | None) -> None:
    if said is not None and said.form != FORM:
        msg = (
            f"{path.name} has form {said.form} of the workbook, and this program reads form {FORM}."
            " Make it anew with: evidence-explorer export --format xlsx"
        )
        raise IngestError(msg)
    shared = (t for t in schema.tables("shared") if t.label in schema.needed)
    needed = {sheet_name(node_type) for node_type in shared}
    for table in said.tables if said else ():
        needed.add(table.rpartition("/")[2].removesuffix(".csv"))
    for name in sorted(needed):
        if name not in names:
            msg = (
                f"{path.name} has no sheet {name}. Put it back, or make the workbook anew with:"
                " evidence-explorer export --format xlsx"
            )
            raise IngestError(msg)


def _no_rows(columns: Iterable[str]) -> _Rows:
    return _Rows({column: [] for column in columns}, [])


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet that is being read: its class and its name."""

    node_type: NodeType
    name: str

    def tables(self, sheet: Any, problems: list[Problem]) -> Iterator[Table]:
        """Read its tables: one, or one a study."""
        grid = sheet.iter_rows(max_row=MOST_ROWS, max_col=_MOST_COLUMNS)
        heads = self._heads(next(grid, ()), problems)
        columns = [column for column in heads.values() if column != STUDY]
        found: dict[str, _Rows] = {}
        if self.node_type.scope == "shared":
            found[""] = _no_rows(columns)  # a table without rows is a table
        for number, cells in enumerate(grid, start=2):
            row = self._row(number, heads, cells, problems)
            study = clean(row.pop(STUDY, ""))
            if not study and not any(row.values()):
                continue
            if self.node_type.scope == "study" and not is_slug(study):
                place = place_of(self.name)
                problems.append(Problem(place, number, STUDY, NO_SLUG, study or "nothing"))
                continue
            found.setdefault(study, _no_rows(columns)).add(number, row)
        for study, rows in sorted(found.items()):
            place = place_of(self.name)
            yield Table(self.node_type, study or None, place, rows.columns, rows.numbers)

    def _heads(self, cells: Sequence[Cell], problems: list[Problem]) -> dict[int, str]:
        heads: dict[int, str] = {}
        for number, cell in enumerate(cells):
            head = clean(read_cell(cell, "", None)[0])
            if head in heads.values():
                problems.append(Problem(place_of(self.name), 1, head, _TWICE))
            elif head:
                heads[number] = head
        return heads

    def _row(
        self,
        number: int,
        heads: Mapping[int, str],
        cells: Sequence[Cell],
        problems: list[Problem],
    ) -> dict[str, str]:
        row: dict[str, str] = {}
        for place, cell in [found for found in enumerate(cells) if found[1].value is not None]:
            head = heads.get(place, "")
            text, fault = read_cell(cell, head, _properties(self.node_type).get(head))
            if not head and clean(text):
                fault = _HEADLESS
            if fault is not None:
                where = head or cell.column_letter
                problems.append(Problem(place_of(self.name), number, where, fault, text))
            if head:
                row[head] = text
        return row


@cache
def _properties(node_type: NodeType) -> Mapping[str, Property]:
    return {key: prop for prop in node_type.asserted for key in prop.keys}
