"""Errors are written beside the cells of a copy, and can be mended there."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from evidence_ingest.errors import IngestError, Problem
from evidence_ingest.pipeline import check
from evidence_ingest.readers.workbook import place_of
from evidence_ingest.workbook_form import ERRORS, sheets
from evidence_ingest.workbook_marking import MARK, mark
from evidence_ingest.writers.workbook import xlsx
from evidence_ontology.ontology import Words
from evidence_ontology.schema import schema
from tests.ingest.tables import AROUND, DataFolder
from tests.ingest.test_exports import with_text
from tests.ingest.test_workbook import MORE_HOSTILE
from tests.ingest.workbooks import cell_of, changed, tables_in_workbook, workbook_of


@pytest.fixture
def book(tmp_path: Path, folder: DataFolder) -> Path:
    """The workbook of a folder with a row of every kind."""
    for name, text in AROUND.items():
        folder.write(name, text)
    return workbook_of(folder.path, tmp_path / "book.xlsx")


def spoil(made: Workbook) -> None:
    cell_of(made, "findings", 3, "direction").value = "helps"
    cell_of(made, "findings", 4, "paraphraseEn").value = None
    cell_of(made, "relations", 2, "endsAt").value = "nothing"
    cell_of(made, "relations", 2, "endsAt").comment = Comment("ask Anna", "curator")
    cell_of(made, "relations", 2, "endsAt").fill = PatternFill("solid", "FFFFFF00")
    cell_of(made, "sources", 2, "year").value = "=1+1"
    made["sources"].cell(1, 3).value = "writers"
    made.create_sheet("_mine")["A1"] = CellRichText("my ", TextBlock(InlineFont(b=True), "own"))


def marked(book: Path) -> Path:
    target = book.with_name("marked.xlsx")
    mark(book, check(book).problems, target)
    return target


def test_each_error_stands_beside_its_cell_in_both_languages(book: Path) -> None:
    before = changed(book, spoil).read_bytes()
    made = load_workbook(marked(book))
    assert book.read_bytes() == before
    for sheet, row, column in (
        ("findings", 3, "direction"),
        ("findings", 4, "paraphraseEn"),
        ("relations", 2, "endsAt"),
        ("sources", 2, "year"),
        ("sources", 1, "writers"),
    ):
        cell = cell_of(made, sheet, row, column)
        assert MARK in cell.comment.text
        coloured = [str(area.sqref).split() for area in made[sheet].conditional_formatting]
        assert cell.coordinate in [place for area in coloured for place in area]
    direction = cell_of(made, "findings", 3, "direction").comment.text
    assert "Found: helps" in direction
    assert "Gevonden: helps" in direction
    assert MARK not in (getattr(cell_of(made, "findings", 4, "paraphraseNl").comment, "text", ""))


def test_the_list_of_errors_links_to_the_cells(book: Path) -> None:
    problems = check(changed(book, spoil)).problems
    made = load_workbook(marked(book))
    assert made.active.title == ERRORS
    rows = list(made[ERRORS].iter_rows(min_row=2))
    assert len(rows) == len(problems)
    for cells, problem in zip(rows, problems, strict=True):
        assert [cell.value for cell in cells][1:3] == [problem.row or None, problem.field or None]
        assert cells[3].value == problem.sentence("nl")
        assert cells[4].value == problem.sentence("en")
    [about_kind] = [cells for cells in rows if cells[2].value == "direction"]
    place = cell_of(made, "findings", 3, "direction").coordinate
    assert about_kind[0].hyperlink.location == f"'findings'!{place}"


def test_nothing_of_the_curator_is_lost_and_the_copy_can_be_mended(book: Path) -> None:
    whole = tables_in_workbook(book)
    problems = check(changed(book, spoil)).problems
    copy = marked(book)
    assert [str(p) for p in check(copy).problems] == [str(p) for p in problems]
    made = load_workbook(copy, rich_text=True)
    noted = cell_of(made, "relations", 2, "endsAt")
    assert noted.comment.text.startswith("ask Anna")
    assert noted.fill.start_color.rgb == "FFFFFF00"
    assert isinstance(made["_mine"]["A1"].value, CellRichText)
    for name in sheets(schema()):
        assert made[name].protection.sheet
        assert len(made[name][1][0].comment.text) > 40

    def mend(made: Workbook) -> None:
        cell_of(made, "findings", 3, "direction").value = "conditional"
        cell_of(made, "findings", 4, "paraphraseEn").value = "Trust is needed."
        cell_of(made, "relations", 2, "endsAt").value = "trust"
        cell_of(made, "sources", 2, "year").value = "2016"
        made["sources"].cell(1, 3).value = "authors"

    changed(copy, mend)
    assert check(copy).problems == []
    assert tables_in_workbook(copy) == whole
    again = copy.with_name("again.xlsx")
    mark(copy, [], again)
    clean = load_workbook(again)
    assert not any(list(clean[name].conditional_formatting) for name in sheets(schema()))
    texts = [c.comment.text for n in sheets(schema()) for r in clean[n] for c in r if c.comment]
    assert not [text for text in texts if MARK in text]
    assert "ask Anna" in texts


@pytest.mark.parametrize("text", MORE_HOSTILE)
def test_hostile_texts_stay_in_the_copy(tmp_path: Path, text: str) -> None:
    book = tmp_path / "book.xlsx"
    book.write_bytes(xlsx(schema(), with_text(text)))
    copy = tmp_path / "copy.xlsx"
    told = Words(f"Zo niet: {text[:99]}", f"Not so: {text[:99]}")
    mark(book, [Problem(place_of("findings"), 2, "paraphrase", told, text)], copy)
    assert tables_in_workbook(copy) == tables_in_workbook(book)
    assert not [c for row in load_workbook(copy)[ERRORS] for c in row if c.data_type == "f"]


def test_only_a_workbook_is_marked_and_never_in_its_place(book: Path, folder: DataFolder) -> None:
    with pytest.raises(IngestError, match="Leave --mark out"):
        mark(folder.path, [], book)
    with pytest.raises(IngestError, match="Name another file"):
        mark(book, [], book)
