"""The workbook brings back what it was made of; what is no certain text is told by its cell."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from evidence_graph.writing.workbook import MOST_CHARACTERS
from evidence_graph.writing.xml import encodable
from evidence_ingest.errors import IngestError
from evidence_ingest.pipeline import check
from evidence_ingest.readers import workbook_file
from evidence_ingest.workbook_form import ABOUT, GUIDE, LISTS, keys_of, sheets
from evidence_ingest.writers.csv_tables import csv_tables
from evidence_ingest.writers.workbook import xlsx
from evidence_ontology.ontology import ontology
from evidence_ontology.records import Record
from evidence_ontology.schema import schema
from evidence_ontology.texts import clean
from tests.ingest.quiet import no_network
from tests.ingest.tables import AROUND, DataFolder
from tests.ingest.test_exports import HOSTILE, TEXTS, bare, with_text
from tests.ingest.workbooks import (
    cell_of,
    changed,
    repacked,
    tables_in_folder,
    tables_in_workbook,
    workbook_of,
)
from tests.ontology.records import CONFORMING

__all__ = ["no_network"]
DATA = Path(__file__).parents[2] / "data"
MORE_HOSTILE = (
    *HOSTILE,
    "2026-11-25",
    "1-2",
    "1,5",
    "1e5",
    "TRUE",
    "#N/A",
    "<r>a & b</r>",
    "a _x000D_ b _x005F_",
    "\u202eright to left\u200f",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467",
    "x" * MOST_CHARACTERS,
)
UNHOLDABLE = (
    "a\ufffeb",
    "_x0041_x0042_",
    "_x005F_x0041_",
    "<r>\x07</r>",
    "x" * (MOST_CHARACTERS + 1),
)


def in_tables(records: list[Record]) -> dict[str, bytes]:
    """Give the tables that records fill, those without rows left out."""
    files = csv_tables(schema(), bare(records))
    return {path: content for path, content in files.items() if content.count(b"\n") > 1}


def saved_by_another(path: Path) -> Path:
    return changed(path, lambda _: None)


@pytest.mark.usefixtures("no_network")
def test_the_data_comes_back_to_the_byte(tmp_path: Path) -> None:
    book = workbook_of(DATA, tmp_path / "all.xlsx")
    assert tables_in_workbook(book) == tables_in_folder(DATA)
    assert check(book).problems == []
    assert tables_in_workbook(saved_by_another(book)) == tables_in_folder(DATA)


@pytest.mark.parametrize("text", MORE_HOSTILE)
def test_hostile_texts_come_back_to_the_byte(tmp_path: Path, text: str) -> None:
    book = tmp_path / "hostile.xlsx"
    records = with_text(text)
    book.write_bytes(xlsx(schema(), records))
    assert tables_in_workbook(book) == in_tables(records)


@settings(max_examples=25)
@given(st.lists(TEXTS.filter(lambda t: encodable(t) == t), min_size=1, max_size=40))
def test_any_texts_come_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    book = tmp_path_factory.mktemp("any") / "any.xlsx"
    records = [*with_text("x"), *findings(texts)]
    book.write_bytes(xlsx(schema(), records))
    assert tables_in_workbook(book) == in_tables(records)


def findings(texts: list[str]) -> list[Record]:
    [model] = [r for r in with_text("x") if r.id == "finding/s/f1"]
    return [
        replace(model, id=f"finding/s/t{n}", values={**model.values, "paraphraseNl": clean(text)})
        for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize("text", UNHOLDABLE)
def test_a_text_that_no_workbook_holds_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(IngestError, match=r"findings, row 4.*Export to csv instead"):
        xlsx(schema(), [*CONFORMING, *findings([text])])


@pytest.fixture
def book(tmp_path: Path, folder: DataFolder) -> Path:
    """The workbook of a folder with a row of every kind."""
    for name, text in AROUND.items():
        folder.write(name, text)
    return workbook_of(folder.path, tmp_path / "book.xlsx")


NUMBERS_AND_DATES: tuple[tuple[str, str, int, Any, str], ...] = (
    ("sources", "year", 2, 2019, "2019"),
    ("sources", "year", 2, 2019.0, "2019"),
    ("domains", "order", 2, 12, "12"),
    ("passages", "section", 2, 4, "4"),
    ("curation", "performedOn", 2, dt.date(2026, 11, 25), "2026-11-25"),
    ("search-protocols", "systematic", 2, False, "false"),
)


@pytest.mark.parametrize(("sheet", "column", "row", "value", "text"), NUMBERS_AND_DATES)
def test_what_a_spreadsheet_converts_reads_as_it_shows(
    book: Path, sheet: str, column: str, row: int, value: Any, text: str
) -> None:
    def convert(made: Workbook) -> None:
        cell = cell_of(made, sheet, row, column)
        cell.number_format = "yyyy-mm-dd" if isinstance(value, dt.date) else "General"
        cell.value = value

    changed(book, convert)
    assert check(book).problems == []
    name = next(path for path in tables_in_workbook(book) if path.endswith(f"/{sheet}.csv"))
    assert f",{text}" in tables_in_workbook(book)[name].decode()


UNCERTAIN: tuple[tuple[str, str, Any, str, str], ...] = (
    ("findings", "paraphraseNl", "=1+1", "General", "formula"),
    ("findings", "paraphraseNl", "=A1", "@", "formula"),
    ("passages", "section", 4.1, "General", "number"),
    ("passages", "section", 7, "000", "number"),
    ("passages", "section", 0.11, "0%", "number"),
    ("passages", "section", 10**15, "General", "number"),
    ("passages", "section", dt.datetime(2026, 4, 1), "d-m", "date"),
    ("curation", "performedOn", dt.datetime(2026, 4, 1, 12), "d-m-yy h:mm", "date"),
    ("passages", "section", True, "General", "yes or no"),
    ("passages", "section", "#N/A", "General", "error of the spreadsheet"),
)


@pytest.mark.parametrize(("sheet", "column", "value", "form", "told"), UNCERTAIN)
def test_what_is_not_certain_is_told_by_sheet_row_and_column(
    book: Path, sheet: str, column: str, value: Any, form: str, told: str
) -> None:
    def convert(made: Workbook) -> None:
        cell = cell_of(made, sheet, 2, column)
        cell.value = value
        cell.number_format = form

    problems = check(changed(book, convert)).problems
    [first, *_] = [str(problem) for problem in problems]
    assert first.startswith(f"sheet {sheet}, row 2, {column}: ")
    assert told in first
    assert "Maak van de cel tekst" in problems[0].in_("nl")


def test_an_id_with_its_name_is_the_id(book: Path) -> None:
    def choose(made: Workbook) -> None:
        cell_of(made, "findings", 2, "about").value = "trust · Vertrouwen"
        cell_of(made, "findings", 2, "restsOn").value = "c1 · Jansen, 2015|c2 · Jansen"

    finding = next(r for r in check(changed(book, choose)).records if r.id.endswith("one/f1"))
    assert finding.links["about"] == ("element/trust",)
    assert finding.links["restsOn"] == ("citation/study-one/c1", "citation/study-one/c2")


def test_rows_keep_their_numbers_and_new_ones_are_read(book: Path) -> None:
    def add(made: Workbook) -> None:
        made["findings"].append([])
        row = made["findings"].max_row + 3
        for column, text in {"study": "study-one", "id": "f9", "direction": "helps"}.items():
            cell_of(made, "findings", row, column).value = text

    told = [str(problem) for problem in check(changed(book, add)).problems]
    assert any(text.startswith("sheet findings, row 7, direction:") for text in told), told


def test_mistakes_are_told(book: Path) -> None:
    def spoil(made: Workbook) -> None:
        cell_of(made, "findings", 3, "study").value = "Study One"
        made["findings"].cell(2, 30).value = "a remark"
        cell_of(made, "relations", 2, "id").value = "R 1"
        made["relations"].cell(1, 30).value = "kind"
        made.create_sheet("findngs")
        made.create_sheet("_mine")["A1"] = "my own notes"

    told = "\n".join(str(problem) for problem in check(changed(book, spoil)).problems)
    for part in (
        "sheet findings, row 3, study: An id has small letters",
        "sheet findings, row 2, AD: Something stands here in a column without a head",
        "sheet relations, row 2, id: An id has small letters",
        "sheet relations, row 1, kind: This head stands here twice",
        "sheet findngs: This sheet is not known here",
    ):
        assert part in told, part
    assert "_mine" not in told


def test_a_sheet_that_is_gone_is_not_taken_for_empty(book: Path) -> None:
    changed(book, lambda made: made.remove(made["perspectives"]))
    with pytest.raises(IngestError, match="no sheet perspectives"):
        check(book)


def test_one_study_comes_with_what_all_share(tmp_path: Path, folder: DataFolder) -> None:
    folder.write("studies/smit-2012/passages", "id,section\nq1,1\n")
    book = workbook_of(folder.path, tmp_path / "one.xlsx", "study-one")
    own = {p: c for p, c in tables_in_folder(folder.path).items() if "smit-2012" not in p}
    assert tables_in_workbook(book) == own
    with pytest.raises(IngestError, match=r"no study 'nobody'\. It has: smit-2012, study-one"):
        workbook_of(folder.path, tmp_path / "no.xlsx", "nobody")


def test_the_sheets_help_and_protect(book: Path) -> None:
    made = load_workbook(book)
    assert made[LISTS].sheet_state == made[ABOUT].sheet_state == "hidden"
    names = sheets(schema())
    assert made.sheetnames == [GUIDE, *names, LISTS, ABOUT]
    assert {row[0].value for row in made[GUIDE].iter_rows(min_row=2)} >= set(names)
    for name, node_type in names.items():
        sheet = made[name]
        keys = len(keys_of(node_type))
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert sheet.freeze_panes == f"{'BC'[keys - 1]}2"
        assert sheet.auto_filter.ref.startswith("A1:")
        for head in sheet[1]:
            assert head.protection.locked
            assert len(head.comment.text.split("\n\n")) == 2
        for cells in sheet.iter_rows(min_row=2):
            assert [cell.protection.locked for cell in cells[:keys]] == [True] * keys
            assert not any(cell.protection.locked for cell in cells[keys:] if cell.value)
            assert {cell.number_format for cell in cells if cell.value} == {"@"}


def test_notes_say_what_the_ontology_says(book: Path) -> None:
    notes = {cell.value: cell.comment.text for cell in load_workbook(book)["findings"][1]}
    said = ontology().comments["paraphrase"]
    assert said.nl in notes["paraphraseNl"]
    assert said.en in notes["paraphraseNl"]
    for concept in ontology().lists["Direction"]:
        assert f"{concept.code}: {concept.label.nl}" in notes["direction"]
    assert "Verplicht." in notes["direction"]
    assert "Verplicht." not in notes["lane"]
    assert "blad elements" in notes["about"]


def test_cells_offer_codes_and_rows_to_choose_from(book: Path) -> None:
    made = load_workbook(book)
    lists = {
        column[0].value: [cell.value for cell in column[1:] if cell.value]
        for column in made[LISTS].iter_cols()
    }
    assert lists["Direction"] == list(schema().codes["Direction"])
    assert lists["Element"] == ["practical-help · Praktische hulp", "trust · Vertrouwen"]
    assert lists["Citation"][0] == "c1 · Jansen, 2015"
    assert lists["Citation study"] == ["study-one"] * 4
    offered = {
        str(one.sqref).rstrip("0123456789")[0]: one
        for one in made["findings"].data_validations.dataValidation
    }
    heads = {cell.value: cell.column_letter for cell in made["findings"][1]}
    direction, about = offered[heads["direction"]], offered[heads["about"]]
    assert direction.showErrorMessage
    assert not about.showErrorMessage
    assert about.formula1 == "choose_Element"
    assert "MATCH($A2,choose_Passage_study,0)" in offered[heads["foundAt"]].formula1
    assert made.defined_names["choose_Element"].attr_text == "lists!$%s$2:$%s$3" % (
        (_column(made, "Element"),) * 2
    )


def _column(made: Workbook, head: str) -> str:
    return next(str(cell.column_letter) for cell in made[LISTS][1] if cell.value == head)


BROKEN: tuple[tuple[str, bytes], ...] = (
    ("empty.xlsx", b""),
    ("text.xlsx", b"id,labelNl\n"),
    ("cut.xlsx", b"PK\x03\x04cut"),
    ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
)


@pytest.mark.parametrize(("name", "content"), BROKEN)
def test_what_is_no_workbook_is_refused_in_a_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(IngestError, match="cannot be read as a workbook"):
        check(tmp_path / name)
    with pytest.raises(IngestError, match="There is no workbook"):
        check(tmp_path / "nothing.xlsx")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"<a><b></a>", b"\xff\xfe\x00", b"<worksheet/>"])
def test_a_broken_part_is_refused_or_told(book: Path, part: str, content: bytes) -> None:
    whole = tables_in_workbook(book)
    repacked(book, part, lambda _: content)
    try:
        # Without its styles a workbook still has its texts.
        assert check(book).problems or tables_in_workbook(book) == whole
    except IngestError as error:
        assert str(book.name) in str(error)  # noqa: PT017


def test_too_much_is_refused_before_it_is_unpacked(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_file, "MOST_BYTES", 100_000)
    with pytest.raises(IngestError, match="when it is unpacked"):
        check(book)


def test_a_workbook_has_a_bounded_number_of_texts(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_file, "MOST_TEXTS", 100)
    with pytest.raises(IngestError, match="more than 100 texts"):
        check(book)


ENTITIES = b'<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
FILE = b'<!DOCTYPE sst [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [ENTITIES, FILE])
def test_entities_are_neither_unfolded_nor_fetched(book: Path, declared: bytes) -> None:
    def entity(content: bytes) -> bytes:
        inside = content.replace(b"</sst>", b"<si><t>&j;</t></si></sst>")
        return inside.replace(b"<sst ", declared + b"<sst ", 1)

    repacked(book, "xl/sharedStrings.xml", entity)
    with pytest.raises(IngestError, match="cannot be read as a workbook"):
        check(book)


def test_a_bomb_is_refused_before_it_is_unpacked(book: Path) -> None:
    cells = b'<sheetData><row r="1">' + b"<c/>" * 500_000 + b"</row>"
    repacked(book, "xl/worksheets/sheet2.xml", lambda c: c.replace(b"<sheetData>", cells, 1))
    with pytest.raises(IngestError, match="folded more than 100 times"):
        check(book)
