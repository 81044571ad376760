"""Several tables are written as one: whoever is killed when, nobody reads half of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from evidence_ingest.errors import IngestError
from evidence_ingest.pipeline import check
from evidence_ingest.writers import together
from evidence_ingest.writers.together import finish_writing, write_together, writing
from tests.ingest.tables import STUDY, DataFolder

FINDINGS = f"{STUDY}/findings.csv"
KILLED = """
import os, signal, sys
from pathlib import Path
from evidence_ingest.writers import together
data, after = Path(sys.argv[1]), int(sys.argv[2])
files = {name: "new " + name for name in ("a.csv", "b.csv", "c.csv")}
put, done = together.write_file, []
def stopping(path, content):
    if len(done) == after:
        os.kill(os.getpid(), signal.SIGKILL)
    done.append(path)
    put(path, content)
together.write_file = stopping
with together.writing(data):
    together.write_together(data, files)
"""


def contents(data: Path) -> list[str]:
    return [(data / name).read_text("utf-8") for name in ("a.csv", "b.csv", "c.csv")]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_killed_between_two_tables_the_next_reader_finds_them_all(
    tmp_path: Path, after: int
) -> None:
    for name in ("a.csv", "b.csv", "c.csv"):
        (tmp_path / name).write_text(f"old {name}", "utf-8")
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(after)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert contents(tmp_path)[after] == f"old {'abc'[after]}.csv"
    finish_writing(tmp_path)
    assert contents(tmp_path) == ["new a.csv", "new b.csv", "new c.csv"]
    assert not (tmp_path / together.JOURNAL).exists()


def test_a_check_of_the_data_finishes_it_first(folder: DataFolder) -> None:
    text = folder.text(f"{STUDY}/findings").replace("f3,", "f4,")
    journal = json.dumps({FINDINGS: text})
    (folder.path / together.JOURNAL).write_text(journal, "utf-8")
    ids = {record.id.rpartition("/")[2] for record in check(folder.path).records}
    assert "f4" in ids
    assert "f3" not in ids


def test_what_was_never_written_down_whole_never_was(folder: DataFolder) -> None:
    before = folder.text(f"{STUDY}/findings")
    beside = folder.path / f"{together.JOURNAL}.123.ab"
    beside.write_text('{"studies/study-one/findings.csv": "half of i', "utf-8")
    assert check(folder.path).problems == []
    assert folder.text(f"{STUDY}/findings") == before


def test_one_at_a_time(tmp_path: Path) -> None:
    order: list[str] = []

    def other() -> None:
        with writing(tmp_path):
            order.append("other")

    with writing(tmp_path):
        thread = threading.Thread(target=other)
        thread.start()
        time.sleep(0.3)
        order.append("first")
    thread.join(10)
    assert order == ["first", "other"]


def test_somebody_who_goes_on_writing_is_told(tmp_path: Path) -> None:
    with (
        writing(tmp_path),
        pytest.raises(IngestError, match="Somebody else is writing"),
        writing(tmp_path, patience=0.2),
    ):
        pass


def test_a_file_of_rdf_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "all.ttl"
    file.write_text("", "utf-8")
    finish_writing(file)
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_table_gets_its_folder(tmp_path: Path) -> None:
    with writing(tmp_path):
        write_together(tmp_path, {"studies/new/findings.csv": "id\n"})
    assert (tmp_path / "studies" / "new" / "findings.csv").read_text("utf-8") == "id\n"
