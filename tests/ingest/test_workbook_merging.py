"""A workbook goes into a data folder whole or not at all, and never over the work of others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

from evidence_ingest.cli import app
from evidence_ingest.errors import DoesNotConformError, IngestError
from evidence_ingest.pipeline import check
from evidence_ingest.validating import validate
from evidence_ingest.workbook_form import ABOUT
from evidence_ingest.workbook_merging import write_into
from tests.ingest.tables import AROUND, STUDY, DataFolder
from tests.ingest.workbooks import cell_of, changed, tables_in_folder, workbook_of


@pytest.fixture
def book(tmp_path: Path, folder: DataFolder) -> Path:
    """The workbook of a folder that is in canonical order."""
    for name, text in AROUND.items():
        folder.write(name, text)
    validate(folder.path, fix=True, shacl=False)
    return workbook_of(folder.path, tmp_path / "book.xlsx")


def rename(made: Workbook) -> None:
    cell_of(made, "elements", 2, "labelNl").value = "Praktische steun"


def files(folder: DataFolder) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.path.rglob("*.csv")}


def test_only_what_the_workbook_changed_is_written(book: Path, folder: DataFolder) -> None:
    before = files(folder)
    assert write_into(book, folder.path) == []
    assert files(folder) == before
    changed(book, rename)
    folder.replace(f"{STUDY}/findings", "Vertrouwen is nodig.", "Vertrouwen moet er zijn.")
    theirs = folder.text(f"{STUDY}/findings")
    assert write_into(book, folder.path) == ["thesaurus/elements.csv"]
    assert "Praktische steun" in folder.text("thesaurus/elements")
    assert folder.text(f"{STUDY}/findings") == theirs
    assert check(folder.path).problems == []


def test_what_both_changed_is_told_and_nothing_is_written(book: Path, folder: DataFolder) -> None:
    def more(made: Workbook) -> None:
        rename(made)
        cell_of(made, "domains", 3, "labelNl").value = "Jongeren"

    changed(book, more)
    folder.replace("thesaurus/elements", "Vertrouwen,Trust", "Houvast,Trust")
    before = files(folder)
    with pytest.raises(IngestError, match=r"thesaurus/elements\.csv\. Nothing was written") as told:
        write_into(book, folder.path)
    assert "domains" not in str(told.value)
    assert files(folder) == before


def test_rows_that_are_gone_go_and_a_table_stays(book: Path, folder: DataFolder) -> None:
    changed(book, lambda made: made["statistics"].delete_rows(2))
    assert write_into(book, folder.path) == [f"{STUDY}/statistics.csv"]
    assert f"{STUDY}/statistics.csv" not in tables_in_folder(folder.path)
    assert folder.text(f"{STUDY}/statistics").count("\n") == 1
    assert write_into(book, folder.path) == []


def test_a_workbook_that_does_not_fit_is_refused_whole(book: Path, folder: DataFolder) -> None:
    before = files(folder)
    changed(book, lambda made: made["passages"].delete_rows(2))
    with pytest.raises(DoesNotConformError) as told:
        write_into(book, folder.path)
    assert any(str(p).startswith("sheet findings, row ") for p in told.value.problems)
    assert files(folder) == before


def test_what_does_not_go_together_is_told(book: Path, folder: DataFolder) -> None:
    # The workbook takes a perspective away; meanwhile an element of the folder is seen from it.
    def remove(made: Workbook) -> None:
        made["perspectives"].delete_rows(2)
        cell_of(made, "knowledge-gaps", 2, "seenFrom").value = None

    changed(book, remove)
    assert check(book).problems == []
    folder.replace("thesaurus/elements", ",task-alliance,,,,1", ",task-alliance,,,client,1")
    assert check(folder.path).problems == []
    before = files(folder)
    with pytest.raises(DoesNotConformError) as told:
        write_into(book, folder.path)
    assert "thesaurus/elements.csv, row 2, seenFrom" in str(told.value.problems[0])
    assert files(folder) == before


def test_a_workbook_of_unknown_origin_is_not_written(book: Path, folder: DataFolder) -> None:
    changed(book, lambda made: made.remove(made[ABOUT]))
    with pytest.raises(IngestError, match="does not say what it was made from"):
        write_into(book, folder.path)
    with pytest.raises(IngestError, match="no data folder"):
        write_into(book, folder.path / "nothing")
    with pytest.raises(IngestError, match="is none"):
        write_into(folder.path, folder.path)


def test_a_column_that_only_the_folder_knows_is_not_dropped(book: Path, folder: DataFolder) -> None:
    changed(book, rename)
    folder.replace("thesaurus/elements", ",order\n", ",order,remark\n")
    text = folder.text("thesaurus/elements")
    rows = text.splitlines()
    folder.write("thesaurus/elements", "\n".join([rows[0], *(f"{r},mine" for r in rows[1:])]))
    before = files(folder)
    with pytest.raises(DoesNotConformError):
        write_into(book, folder.path)
    assert files(folder) == before


def misplace(made: Workbook) -> None:
    cell_of(made, "findings", 2, "about").value = "nothing"


def run(tmp_path: Path, *arguments: str) -> Result:
    graph = {"EVIDENCE_GRAPH": str(tmp_path / "graph")}
    return CliRunner().invoke(app, list(arguments), env=graph)


def test_the_whole_way_by_commands(tmp_path: Path, folder: DataFolder) -> None:
    validate(folder.path, fix=True, shacl=False)
    data, mine = str(folder.path), str(tmp_path / "mine.xlsx")
    assert run(tmp_path, "ingest", "--data", data).exit_code == 0
    assert run(tmp_path, "export", "--format", "xlsx", "-o", mine).exit_code == 0
    assert run(tmp_path, "ingest", "--data", mine).exit_code == 0
    changed(Path(mine), rename)
    assert run(tmp_path, "validate", "--data", mine).exit_code == 0
    done = run(tmp_path, "ingest", "--data", mine, "--into", data)
    assert done.exit_code == 0, done.output
    assert "Written: thesaurus/elements.csv" in done.stderr
    assert "1 changed" in done.stderr
    again = json.loads(run(tmp_path, "ingest", "--data", data, "--json").stdout)
    assert again["loaded"] == 0

    changed(Path(mine), misplace)
    marked = tmp_path / "marked.xlsx"
    told = run(tmp_path, "validate", "--data", mine, "--mark", str(marked), "--language", "nl")
    assert told.exit_code == 1
    assert "sheet findings, rij 2, about: " in told.stderr
    assert marked.is_file()
    refused = run(tmp_path, "ingest", "--data", mine, "--into", data)
    assert refused.exit_code == 1
    assert "No graph was changed" in refused.stderr


def test_a_part_is_not_loaded_as_the_whole(tmp_path: Path, folder: DataFolder) -> None:
    folder.write("studies/smit-2012/passages", "id,section\nq1,1\n")
    assert run(tmp_path, "ingest", "--data", str(folder.path)).exit_code == 0
    part = str(tmp_path / "part.xlsx")
    export = ("export", "--format", "xlsx", "--study", "study-one", "-o", part)
    assert run(tmp_path, *export).exit_code == 0
    alone = run(tmp_path, "ingest", "--data", part)
    assert alone.exit_code == 2
    assert "leaves out smit-2012" in alone.stderr
    assert run(tmp_path, "ingest", "--data", part, "--into", str(folder.path)).exit_code == 0
    assert folder.file("studies/smit-2012/passages").is_file()
    wrong = run(tmp_path, "export", "--format", "csv", "--study", "study-one", "-o", part)
    assert wrong.exit_code == 2
    assert "goes with --format xlsx" in wrong.stderr
