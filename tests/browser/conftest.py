"""The explorer on the study's graph, shared by all browser tests: they only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.serving import DATA, ingest, serving


@pytest.fixture(scope="session")
def study_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph with the study's data, loaded by the command."""
    graph = tmp_path_factory.mktemp("study") / "graph"
    ingest(DATA, graph)
    return graph


@pytest.fixture(scope="session")
def explorer(study_graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the explorer on the study's graph."""
    log = tmp_path_factory.mktemp("explorer") / "log.txt"
    with serving(study_graph, log) as address:
        yield address
        text = log.read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in text, text
