"""A table has one form, and a cell one reading."""

from __future__ import annotations

import pytest

from evidence_graph.writing.table_form import table_text, whole_number
from evidence_ingest.pipeline import check
from evidence_ingest.validating import validate
from evidence_ontology.schema import schema
from tests.ingest.tables import STUDY, DataFolder


def test_fix_writes_every_column_and_guards_formulas(folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/findings", "Trust is needed.", "=1+1")
    before = {r.id: r.digest() for r in check(folder.path).records}
    validate(folder.path, fix=True, shacl=False)
    text = folder.text(f"{STUDY}/findings")
    assert ",'=1+1," in text
    head = text.splitlines()[0].lstrip("\ufeff")
    assert tuple(head.split(",")) == schema().node_types["Finding"].columns
    assert {r.id: r.digest() for r in check(folder.path).records} == before
    assert validate(folder.path, fix=False, shacl=False).problems == []


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("-7", -7), ("2018", 2018)])
def test_a_whole_number_has_one_spelling(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("text", ["007", "+7", "-0", "1_0", "7.0", " 7", "٣", "9" * 5000, ""])
def test_other_spellings_of_a_number_are_no_number(folder: DataFolder, text: str) -> None:
    assert whole_number(text) is None
    if text.strip() == text and text:
        folder.replace("sources/sources", "report,2018,", f"report,{text},")
        assert ", row 4, year: " in str(check(folder.path).problems[0])


def test_a_cell_with_a_carriage_return_stays_one_cell() -> None:
    assert table_text(["a", "b"], [["x\ry", 'z"']]) == '\ufeffa,b\n"x\ry","z"""\n'
