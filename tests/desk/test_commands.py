"""The commands of the desk."""

from __future__ import annotations

import stat
from pathlib import Path

from typer.testing import CliRunner

from evidence_desk.cli import desk
from tests.desk.laying import REPORT, STUDY
from tests.ingest.tables import DataFolder

RUN = CliRunner()


def test_a_report_is_laid_on_the_desk_and_the_log_says_so(tmp_path: Path) -> None:
    data, report = DataFolder(tmp_path / "data"), tmp_path / "rapport.txt"
    report.write_text(REPORT, "utf-8")
    places = ["--data", str(data.path), "--desk", str(tmp_path / "desk")]
    done = RUN.invoke(desk, ["add", str(report), "--study", STUDY, *places])
    assert done.exit_code == 0, done.output
    told = RUN.invoke(desk, ["log", "--desk", str(tmp_path / "desk")])
    assert "added  rapport.txt" in told.output
    assert stat.S_IMODE((tmp_path / "desk").stat().st_mode) == 0o700
    log = tmp_path / "desk" / "log.jsonl"
    log.write_text(log.read_text("utf-8").replace('"0000', '"1000'), "utf-8")
    told = RUN.invoke(desk, ["log", "--desk", str(tmp_path / "desk")])
    assert told.exit_code == 2
    assert "the log was changed afterwards" in told.output


def test_a_report_of_no_known_study_is_told(tmp_path: Path) -> None:
    data, report = DataFolder(tmp_path / "data"), tmp_path / "rapport.txt"
    report.write_text(REPORT, "utf-8")
    places = ["--data", str(data.path), "--desk", str(tmp_path / "desk")]
    done = RUN.invoke(desk, ["add", str(report), "--study", "other", *places])
    assert done.exit_code == 2
    assert "add a row for it to sources/sources.csv" in " ".join(done.output.split())


def test_without_a_login_it_listens_to_this_machine_only(tmp_path: Path) -> None:
    asked = ["--desk", str(tmp_path / "desk"), "--address", "10.0.0.1", "--no-browser"]
    done = RUN.invoke(desk, asked)
    assert done.exit_code == 2
    assert "works on this machine only" in " ".join(done.output.split())


def test_an_account_is_asked_for_its_password(tmp_path: Path) -> None:
    asked = ["account", "anna", "--desk", str(tmp_path / "desk")]
    done = RUN.invoke(desk, asked, input="a long password\na long password\n")
    assert done.exit_code == 0, done.output
    file = tmp_path / "desk" / "accounts.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "a long password" not in file.read_text("utf-8") + done.output
    short = RUN.invoke(desk, asked, input="short\nshort\n")
    assert short.exit_code == 2
