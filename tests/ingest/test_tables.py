"""Reading: what is right is read whole, what is wrong is told by file, row and column."""

from __future__ import annotations

import pytest

from evidence_ingest.errors import IngestError
from evidence_ingest.pipeline import check
from evidence_ingest.validating import validate
from tests.ingest.tables import STUDY, DataFolder


def problems(folder: DataFolder) -> list[str]:
    return [str(problem) for problem in check(folder.path).problems]


def test_the_smallest_folder_conforms(folder: DataFolder) -> None:
    checked = check(folder.path)
    assert checked.problems == []
    assert checked.read["Finding"] == 3


@pytest.mark.parametrize(
    ("table", "old", "new", "expected"),
    [
        (f"{STUDY}/findings", ",supports,Praktische", ",helps,Praktische", ("row 2", "direction")),
        (f"{STUDY}/findings", "f2,practical-help", "f2,magic", ("row 3", "about", "element/magic")),
        (f"{STUDY}/findings", "f3,trust", "f1,trust", ("row 4", "id", "already")),
        (f"{STUDY}/findings", "f3,trust", "F 3,trust", ("row 4", "id", "F 3")),
        (f"{STUDY}/findings", "Only if it fits.", "", ("row 3", "paraphrase", "English")),
        (f"{STUDY}/findings", "about,inDomain", "abuot,inDomain", ("row 1", "abuot")),
        (f"{STUDY}/findings", ",direction,", ",richting,", ("row 1", "direction", "missing")),
        ("sources/sources", "report,2015", "report,MMXV", ("row 2", "year", "MMXV")),
        ("sources/sources", '"Smit, 2012"', '"Jansen, 2015"', ("row 3", "spellings", "Jansen")),
        ("thesaurus/elements", "values|personal", "values;personal", ("row 3", "placedIn")),
    ],
)
def test_a_mistake_is_told_by_file_row_and_column(
    folder: DataFolder, table: str, old: str, new: str, expected: tuple[str, ...]
) -> None:
    folder.replace(table, old, new)
    told = [text for text in problems(folder) if text.startswith(f"{table}.csv")]
    assert told
    assert any(all(part in text for part in expected) for text in told), told


def test_dutch_spreadsheets_separate_with_semicolons(folder: DataFolder) -> None:
    text = folder.text("thesaurus/domains").replace(",", ";")
    folder.write("thesaurus/domains", "\ufeff" + text.replace("\n", "\r\n"))
    assert problems(folder) == []


def test_blank_rows_keep_the_numbers_of_the_rows_after_them(folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/findings", "f3,trust", "\n,,,,,,,\nf3,nothing")
    assert any("row 6, about" in text for text in problems(folder))


def test_a_cell_may_hold_several_lines(folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/findings", "Trust is needed.", '"Trust\nis needed."')
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        ("id,labelNl\nyouth,caf\xe9\n".encode("latin-1"), "line 2: this is not UTF-8"),
        (b"id,labelNl\na,b,c,d\n", "does not fit the head"),
    ],
)
def test_a_file_that_is_no_table(folder: DataFolder, content: bytes, sentence: str) -> None:
    folder.file("thesaurus/domains").write_bytes(content)
    with pytest.raises(IngestError, match=sentence):
        check(folder.path)


def test_a_missing_shared_table(folder: DataFolder) -> None:
    folder.file("sources/sources").unlink()
    with pytest.raises(IngestError, match=r"sources\.csv is missing"):
        check(folder.path)


def test_an_unknown_table_is_not_passed_over(folder: DataFolder) -> None:
    folder.write(f"{STUDY}/findngs", "id\n")
    with pytest.raises(IngestError, match=r"findngs\.csv is not a table"):
        check(folder.path)


def test_a_study_whose_source_is_not_listed(folder: DataFolder) -> None:
    folder.replace("sources/sources", "study-one,Study one", "study-two,Study two")
    assert any("studies/study-one" in text for text in problems(folder))


def test_a_citation_that_no_source_claims_is_listed_not_guessed(folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/citations", '"Jansen, 2015"', '"Janssen, 2015"')
    checked = check(folder.path)
    assert checked.problems == []
    assert [u.printed for u in checked.unresolved] == ["Janssen, 2015"]
    citation = next(r for r in checked.records if r.id == "citation/study-one/c1")
    assert "cites" not in citation.links


def test_a_citation_broken_over_lines_is_the_same(folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/citations", '"Jansen, 2015"', '"Jansen,\n  2015"')
    assert check(folder.path).unresolved == []


def test_a_statement_without_a_citation_is_the_studys_own(folder: DataFolder) -> None:
    records = {r.id: r for r in check(folder.path).records}
    [own] = records["finding/study-one/f3"].links["restsOn"]
    assert records[own].values == {"mode": "own"}
    assert records[own].links["cites"] == ("source/study-one",)


def test_fix_restores_the_canonical_order_and_loses_nothing(folder: DataFolder) -> None:
    before = {r.id: r.digest() for r in check(folder.path).records}
    text = folder.text(f"{STUDY}/findings")
    head, *rows = text.splitlines()
    folder.write(f"{STUDY}/findings", "\n".join([head, *reversed(rows)]) + "\n")
    found = validate(folder.path, fix=False, shacl=False)
    assert any("validate --fix" in str(problem) for problem in found.problems)
    assert f"{STUDY}/findings.csv" in validate(folder.path, fix=True, shacl=False).rewritten
    assert validate(folder.path, fix=False, shacl=True).problems == []
    assert {r.id: r.digest() for r in check(folder.path).records} == before


def test_fix_does_not_touch_a_table_with_an_unknown_column(folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/findings", "about,inDomain", "abuot,inDomain")
    before = folder.text(f"{STUDY}/findings")
    validate(folder.path, fix=True, shacl=False)
    assert folder.text(f"{STUDY}/findings") == before


def test_problems_are_told_in_dutch_on_request(folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/findings", ",supports,Praktische", ",helpt,Praktische")
    [problem] = check(folder.path).problems
    assert "«richting» is een bestaande waarde" in problem.in_("nl")
    assert "rij 2" in problem.in_("nl")
