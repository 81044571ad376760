"""Counts are told as people say them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from evidence_ingest.cli import app
from evidence_ingest.counting import counted
from evidence_ingest.report import IngestReport

ONE = "TY  - RPRT\nAU  - Bos, Anna\nTI  - Hulp dichtbij\nPY  - 2016\nER  -\n"


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (0, ("record",), "0 records"),
        (1, ("record",), "1 record"),
        (2, ("match.", "matches."), "2 matches."),
        (1, ("match.", "matches."), "1 match."),
    ],
)
def test_one_is_told_apart_from_more(number: int, words: tuple[str, ...], said: str) -> None:
    assert counted(number, *words) == said


def test_one_record_is_one_in_every_command(tmp_path: Path) -> None:
    path = tmp_path / "one.ris"
    path.write_text(ONE, encoding="utf-8")
    target = str(tmp_path / "one.bib")
    for arguments in (
        ["check", str(path)],
        ["match", str(path)],
        ["convert", str(path), "--to", "bibtex", "--output", target],
        ["merge", str(path), "--to", "bibtex", "--output", target],
    ):
        result = CliRunner().invoke(app, ["bibliography", *arguments])
        assert result.exit_code == 0, result.stderr
        assert "1 record" in result.stderr
        assert "1 records" not in result.output


def test_an_ingest_of_one_record_is_told_so() -> None:
    assert IngestReport(added=1, recomputed=1).sentence() == (
        "1 record added, 0 changed, 0 removed, 0 unchanged; 1 count or cell brought up to date."
    )
    assert "1 record was there" in IngestReport(unchanged=1).sentence()
