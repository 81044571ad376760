"""How the app is started, without loading it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from evidence_explorer.server import command, entry, environment


def test_the_command_serves_the_entry_script_quietly() -> None:
    parts = command(8599, "127.0.0.1")
    assert parts[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert parts[4] == str(entry())
    flags = dict(zip(parts[5::2], parts[6::2], strict=True))
    assert flags["--server.port"] == "8599"
    assert flags["--server.headless"] == "true"
    assert flags["--browser.gatherUsageStats"] == "false"
    assert flags["--client.showErrorDetails"] == "none"


def test_the_entry_folder_holds_no_module_that_others_could_import_by_mistake() -> None:
    names = {file.name for file in entry().parent.iterdir()} - {"__pycache__"}
    assert names == {".streamlit", "page.py", "streamlit_app.py"}


def test_the_environment_names_the_graph_and_passes_the_rest_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EVIDENCE_GRAPH_USER", "reader")
    found = environment("neo4j://graph:7687")
    assert found["EVIDENCE_GRAPH"] == "neo4j://graph:7687"
    assert found["EVIDENCE_GRAPH_USER"] == "reader"


def test_it_can_be_known_without_streamlit() -> None:
    code = "import evidence_explorer.server, sys; sys.exit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
