"""Put what is wrong with a workbook beside the cells, in a copy; the workbook stays as it is.

Cells are coloured by a rule of the sheet, so that the colours of the curator stay. A mark of
before is taken away first, so that a copy can be mended and checked again.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string
from openpyxl.worksheet.hyperlink import Hyperlink

from evidence_graph.writing.xml import legal
from evidence_ingest.errors import IngestError, Problem
from evidence_ingest.readers.data import Kind, kind_of
from evidence_ingest.readers.workbook import place_of
from evidence_ingest.readers.workbook_file import opened
from evidence_ingest.workbook_form import ERRORS, sheets
from evidence_ingest.writers.files import write_file
from evidence_ingest.writers.workbook_notes import AUTHOR
from evidence_ontology.ontology import LANGUAGES
from evidence_ontology.schema import schema

MARK: Final = "⚠ evidence-explorer"
"""What a note of ours starts with; below what the curator noted there."""
_TRUE: Final = "1=1"
_COLOUR: Final = "FFF4B6B0"
_HEADS: Final = ("Blad · Sheet", "Rij · Row", "Kolom · Column", "Nederlands", "English")
_WIDTHS: Final = (24, 10, 22, 70, 70)

Place = tuple[int, int]
"""The row and the column of a cell."""


def mark(path: Path, problems: Sequence[Problem], target: Path) -> None:
    """Write a copy of a workbook in which each problem stands beside its cell.

    Args:
        path: The workbook.
        problems: What is wrong with it.
        target: The copy.

    Raises:
        IngestError: The data is no workbook, the copy would take its place, or one of the two
            cannot be read or written.
    """
    if kind_of(path) is not Kind.WORKBOOK:
        msg = f"--mark makes a copy of a workbook, and {path} is none. Leave --mark out."
        raise IngestError(msg)
    if target.resolve() == path.resolve():
        msg = f"The marked copy would take the place of {path}. Name another file with --mark."
        raise IngestError(msg)
    with opened(path, to_change=True) as book:
        unmark(book)
        cells = [_cells(book, problem) for problem in problems]
        _list(book, problems, cells)
        for name in book.sheetnames:
            notes: dict[Place, list[Problem]] = defaultdict(list)
            for problem, places in zip(problems, cells, strict=True):
                for place in places if problem.file == place_of(name) else ():
                    notes[place].append(problem)
            _note(book[name], notes)
        out = io.BytesIO()
        book.save(out)
    write_file(target, out.getvalue())


def unmark(book: Workbook) -> None:
    """Take the marks away that a check of before has put into a workbook.

    Args:
        book: The workbook.
    """
    if ERRORS in book.sheetnames:
        book.remove(book[ERRORS])
    for sheet in (book[name] for name in sheets(schema()) if name in book.sheetnames):
        kept = ConditionalFormattingList()
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                if rule.formula != [_TRUE]:
                    kept.add(str(area.sqref), rule)
        sheet.conditional_formatting = kept
        for cell in _noted(sheet):
            own = cell.comment.text.partition(MARK)[0].rstrip()
            cell.comment = _sized(own) if own else None


def _noted(sheet: Any) -> list[Any]:
    return [cell for row in sheet.iter_rows() for cell in row if cell.comment is not None]


def _cells(book: Workbook, problem: Problem) -> list[Place]:
    name = next((n for n in book.sheetnames if problem.file == place_of(n)), None)
    if name is None or not problem.row:
        return []
    sheet = book[name]
    heads = {str(cell.value): cell.column for cell in sheet[1] if cell.value is not None}
    found = [
        (problem.row, heads[head])
        for head in (problem.field, *(f"{problem.field}{one.capitalize()}" for one in LANGUAGES))
        if head in heads
    ]
    empty = [(row, column) for row, column in found if sheet.cell(row, column).value is None]
    return empty or found or [(problem.row, _other(problem.field, heads))]


def _other(field: str, heads: Mapping[str, int]) -> int:
    # A column without a head is told by its letters; of one that is missing the id stands in.
    if field.isalpha() and field.isupper() and len(field) <= 3:
        return int(column_index_from_string(field))
    return heads.get("id", 1)


def _note(sheet: Any, notes: Mapping[Place, Iterable[Problem]]) -> None:
    if not notes:
        return
    area = " ".join(f"{get_column_letter(column)}{row}" for row, column in notes)
    fill = PatternFill("solid", start_color=_COLOUR, end_color=_COLOUR)
    sheet.conditional_formatting.add(area, FormulaRule([_TRUE], fill=fill))
    for (row, column), problems in notes.items():
        cell = sheet.cell(row, column)
        if isinstance(cell, MergedCell):
            continue
        said = [legal(problem.sentence(one)) for problem in problems for one in LANGUAGES]
        own = [cell.comment.text.rstrip()] if cell.comment else []
        cell.comment = _sized("\n\n".join([*own, "\n".join([MARK, *dict.fromkeys(said)])]))


def _sized(text: str) -> Comment:
    lines = sum(1 + len(line) // 55 for line in text.splitlines())
    return Comment(text, AUTHOR, width=380, height=min(40 + 18 * lines, 400))


def _list(book: Workbook, problems: Sequence[Problem], cells: Sequence[list[Place]]) -> None:
    sheet = book.create_sheet(ERRORS, 1)
    sheet.append(_HEADS)
    for number, (problem, places) in enumerate(zip(problems, cells, strict=True), start=2):
        name = problem.file.removeprefix(place_of(""))
        told = [problem.sentence(language) for language in LANGUAGES]
        place, *texts = map(legal, (name, problem.field, *told))
        sheet.append([place, problem.row or None, *texts])
        for cell in sheet[number]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "n" if isinstance(cell.value, int) or cell.value is None else "s"
        for row, column in places[:1]:
            there = f"'{name}'!{get_column_letter(column)}{row}"
            first = sheet.cell(number, 1)
            first.hyperlink = Hyperlink(ref=first.coordinate, location=there)
            first.font = Font(underline="single", color="FF0B5A8A")
    for head, width in zip(sheet[1], _WIDTHS, strict=True):
        head.font = Font(bold=True)
        sheet.column_dimensions[head.column_letter].width = width
    sheet.freeze_panes = "A2"
    for other in book.worksheets:
        other.sheet_view.tabSelected = False
    book.active = 1
