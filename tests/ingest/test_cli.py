"""The commands as a user meets them: what they print, and the exit code as a contract."""

from __future__ import annotations

import json
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from evidence_ingest.cli import app
from tests.ingest.tables import STUDY, DataFolder

Run = Callable[..., Result]


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """Path of a graph that is not there yet."""
    return tmp_path / "graph"


@pytest.fixture
def run(graph: Path) -> Run:
    """Run a command on the graph."""

    def command(*arguments: str, on: str | None = None, **environment: str) -> Result:
        return CliRunner().invoke(
            app, list(arguments), env={"EVIDENCE_GRAPH": on or str(graph), **environment}
        )

    return command


@pytest.fixture
def loaded(run: Run, folder: DataFolder) -> Run:
    """Run a command on a graph that holds the smallest data."""
    assert run("ingest", "--data", str(folder.path)).exit_code == 0
    return run


def test_ingest_tells_what_it_did_and_that_nothing_changed(run: Run, folder: DataFolder) -> None:
    first = run("ingest", "--data", str(folder.path))
    assert first.exit_code == 0
    assert "records added" in first.stderr
    second = run("ingest", "--data", str(folder.path))
    assert "Nothing has changed" in second.stderr


def test_ingest_as_json(run: Run, folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/citations", '"Smit, 2012"', '"Smid, 2012"')
    report = json.loads(run("ingest", "--data", str(folder.path), "--json").stdout)
    assert report["read"]["Finding"] == 3
    assert report["unresolved"] == [
        {"printed": "Smid, 2012", "at": f"{STUDY}/citations.csv, row 4"}
    ]


def test_ingest_if_empty_leaves_a_full_graph_alone(loaded: Run, folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/findings", "Trust is needed.", "Trust is a must.")
    told = loaded("ingest", "--data", str(folder.path), "--if-empty")
    assert "nothing was loaded" in told.stderr
    found = loaded("query", "MATCH (f:Finding) RETURN f.paraphraseEn AS text", "--json")
    assert "Trust is a must." not in found.stdout


def test_data_that_does_not_conform_is_exit_1_with_the_row(run: Run, folder: DataFolder) -> None:
    folder.replace(f"{STUDY}/findings", "f2,practical-help", "f2,nothing")
    for command in ("ingest", "validate"):
        told = run(command, "--data", str(folder.path))
        assert told.exit_code == 1
        assert f"{STUDY}/findings.csv, row 3, about" in told.stderr
        assert "Traceback" not in told.output


def test_a_missing_data_folder_is_exit_2_with_a_sentence(run: Run, tmp_path: Path) -> None:
    told = run("ingest", "--data", str(tmp_path / "nowhere"))
    assert told.exit_code == 2
    assert "There is no data folder" in told.stderr


def test_an_unreadable_table_is_exit_2_with_a_sentence(run: Run, folder: DataFolder) -> None:
    # A folder in the place of the file cannot be read by anybody, not even by root.
    folder.file("sources/sources").unlink()
    folder.file("sources/sources").mkdir()
    told = run("ingest", "--data", str(folder.path))
    assert told.exit_code == 2
    assert "sources.csv" in told.stderr


def test_a_graph_that_is_no_folder_is_exit_2(run: Run, folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a graph", encoding="utf-8")
    told = run("ingest", "--data", str(folder.path), on=str(tmp_path / "file"))
    assert told.exit_code == 2
    assert "file" in told.stderr


def test_a_graph_that_does_not_answer_is_exit_3(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        told = run("stats", on=address, EVIDENCE_GRAPH_PASSWORD="wrong")
    assert told.exit_code == 3
    assert "Traceback" not in told.output


def test_a_password_is_never_taken_from_the_address(run: Run) -> None:
    told = run("stats", on="bolt://neo4j:secret@127.0.0.1:1", EVIDENCE_GRAPH_PASSWORD="x")
    assert told.exit_code == 3
    assert "secret" not in told.output


def test_a_server_without_a_password_at_hand_is_exit_3(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EVIDENCE_GRAPH_PASSWORD", raising=False)
    told = run("stats", on="bolt://127.0.0.1:1")
    assert told.exit_code == 3
    assert "EVIDENCE_GRAPH_PASSWORD" in told.stderr


def test_stats_as_json_counts_labels_and_relationship_types(loaded: Run) -> None:
    counts = json.loads(loaded("stats", "--json").stdout)
    assert counts["nodes"]["Element"] == 2
    assert counts["nodes"]["Finding"] == 3
    assert counts["relationships"]["RELAYED_BY"] == 1


def test_query_prints_rows_and_refuses_to_write(loaded: Run) -> None:
    rows = loaded("query", "MATCH (e:Element) RETURN e.id AS id ORDER BY id", "--json")
    assert json.loads(rows.stdout) == [{"id": "element/practical-help"}, {"id": "element/trust"}]
    assert "element/trust" in loaded("query", "MATCH (e:Element) RETURN e.id AS id").stdout
    refused = loaded("query", "MATCH (e:Element) SET e.labelEn = 'gone' RETURN e")
    assert refused.exit_code == 2
    assert "gone" not in loaded("query", "MATCH (e:Element) RETURN e.labelEn", "--json").stdout
    mistaken = loaded("query", "MATCH (e:Element RETURN e")
    assert mistaken.exit_code == 2
    assert "Traceback" not in mistaken.output


def test_hostile_text_is_printed_as_text(loaded: Run) -> None:
    told = loaded("query", "RETURN '[red]x[/red] [link=http://a.b]y[/link]' AS text")
    assert "[red]x[/red] [link=http://a.b]y[/link]" in told.stdout


def test_export_writes_turtle_to_a_file_or_the_terminal(loaded: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.ttl"
    assert loaded("export", "--output", str(target)).exit_code == 0
    assert loaded("export").stdout == target.read_text(encoding="utf-8")
    refused = loaded("export", "--output", str(tmp_path / "no" / "out.ttl"))
    assert refused.exit_code == 2
    assert "cannot be written" in refused.stderr


def test_schema_needs_no_graph(run: Run, graph: Path) -> None:
    assert "ReportedStrength" in run("schema").stdout
    assert json.loads(run("schema", "--json").stdout)["nodes"]["Finding"]["unique"] == ["id"]
    assert not graph.exists()


def test_validate_needs_no_graph(run: Run, graph: Path, folder: DataFolder) -> None:
    assert run("validate", "--data", str(folder.path), "--fix").exit_code == 0
    assert run("validate", "--data", str(folder.path), "--shacl").exit_code == 0
    assert not graph.exists()


def test_explore_says_that_a_port_is_taken(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = run("explore", "--port", str(port), "--no-browser")
    assert told.exit_code == 2
    assert f"Port {port}" in told.stderr
    assert "--port" in told.stderr


def test_every_command_explains_itself(run: Run) -> None:
    for name in ("explore", "ingest", "validate", "export", "stats", "query", "schema"):
        told = run(name, "--help")
        assert told.exit_code == 0
        assert len(told.stdout.splitlines()) > 5, name


def test_the_password_of_the_folder_is_for_its_owner_alone(loaded: Run, graph: Path) -> None:
    assert loaded("stats").exit_code == 0
    open_to_others = [
        path
        for path in graph.rglob("*")
        if path.is_file() and path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH)
    ]
    secrets = [p for p in open_to_others if p.parent == graph]
    assert secrets == []
    assert stat.S_IMODE(graph.stat().st_mode) == 0o700
