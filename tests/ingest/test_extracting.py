"""The command ``extract``, as people and programs call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evidence_ingest.cli import app
from tests.literature import making_files
from tests.literature.claimed import DATA

RUNNER = CliRunner()
TEXT = (
    "1 Hulp\n\nTijd telt (Jansen & De Vries, 2012, p. 3; Bos, 2001).\n\nLiteratuur\n\n"
    "Jansen, A. & Vries, B. de (2012). Tijd <b> telt. Utrecht: Pers.\n"
)


def test_a_line_of_json_per_report(tmp_path: Path) -> None:
    one = tmp_path / "een.txt"
    one.write_text(TEXT, encoding="utf-8")
    other = making_files.make_docx(tmp_path / "twee.docx")
    done = RUNNER.invoke(app, ["extract", str(one), str(other)])
    assert done.exit_code == 0, done.output
    first, second = map(json.loads, done.stdout.splitlines())
    assert [first["id"], second["id"]] == ["een", "twee"]
    assert set(first) == {"id", "citations", "references", "proposals"}
    (citation,) = first["citations"]
    assert TEXT[citation["start"] : citation["end"]] == citation["text"]
    assert citation["section"] == "1"
    assert [(w["authors"], w["year"], w["pages"], w["reference"]) for w in citation["works"]] == [
        (["Jansen", "De Vries"], "2012", "3", 0),
        (["Bos"], "2001", "", None),
    ]
    assert first["references"][0]["title"] == "Tijd <b> telt"


def test_a_broken_report_does_not_stop_the_others(tmp_path: Path) -> None:
    broken, fine = tmp_path / "a.pdf", tmp_path / "b.txt"
    broken.write_bytes(b"%PDF-")
    fine.write_text(TEXT, encoding="utf-8")
    done = RUNNER.invoke(app, ["extract", str(broken), str(fine)])
    assert done.exit_code == 2
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["b"]
    assert "a.pdf is broken" in done.stderr
    assert "Traceback" not in done.output


def test_proposals_come_with_their_place_works_and_reasons(tmp_path: Path) -> None:
    path = tmp_path / "een.txt"
    text = "2.1 Deel\n\nSupervisie draagt bij aan de alliantie (Bos, 2001).\n"
    path.write_text(text, encoding="utf-8")
    done = RUNNER.invoke(app, ["extract", str(path), "--thesaurus", str(DATA)])
    found = json.loads(done.stdout)["proposals"]
    assert [(one["kind"], one["element"]["id"]) for one in found] == [
        ("finding", "supervision"),
        ("relation", "supervision"),
    ]
    finding, relation = found
    assert text[finding["start"] : finding["end"]] == finding["text"]
    assert (finding["section"], finding["page"], finding["mode"]) == ("2.1", None, "read")
    assert [(work["work"], work["relayed_by"]) for work in finding["works"]] == [("bos-2001", None)]
    assert all(reason["nl"] and reason["en"] for reason in finding["reasons"])
    assert (relation["relation"], relation["other"]["id"]) == ("contributes-to", "alliance")


def test_a_thesaurus_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "een.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = RUNNER.invoke(app, ["extract", str(path), "--thesaurus", str(tmp_path / "geen")])
    assert done.exit_code == 2
    assert "geen" in done.stderr


def test_what_is_written_is_utf_8_whatever_the_machine_is_set_to(tmp_path: Path) -> None:
    path = tmp_path / "een.txt"
    path.write_text("Cliënten vinden één “vaste” hulp fijn (Élan, 2001).", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "evidence_ingest", "extract", str(path)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["citations"][0]["text"] == "Élan, 2001"


@pytest.mark.parametrize("form", ["table", "html"])
def test_people_see_what_is_not_in_the_references(tmp_path: Path, form: str) -> None:
    path = tmp_path / "een.txt"
    path.write_text(TEXT, encoding="utf-8")
    done = RUNNER.invoke(app, ["extract", str(path), "--format", form])
    assert done.exit_code == 0
    assert "Bos" in done.stdout
    assert "<b>" not in done.stdout if form == "html" else "Jansen" in done.stdout


def test_a_table_breaks_no_word_and_tells_where_nothing_is(tmp_path: Path) -> None:
    path, empty = tmp_path / "een.txt", tmp_path / "niets.txt"
    path.write_text("Vertrouwen helpt gezinnen (Jansen, 2015).\n", encoding="utf-8")
    empty.write_text("Niets.\n", encoding="utf-8")
    done = RUNNER.invoke(app, ["extract", str(path), "--format", "table"], env={"COLUMNS": "80"})
    for word in ("Direction", "finding", "supports", "trust-and-safety", "Jansen (2015)"):
        assert word in done.stdout
    assert "Section" not in done.stdout, "a column without anything in it"
    done = RUNNER.invoke(app, ["extract", str(empty), "--format", "table"])
    assert done.stdout.split("\n")[:2] == ["No citations.", "No proposed findings."]
