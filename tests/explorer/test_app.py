"""One run of the page in Streamlit's own test harness: never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from evidence_explorer import resources
from evidence_explorer.server import entry
from evidence_graph.store import GraphStore
from tests.explorer.reading import read


def _run(query: dict[str, str]) -> tuple[AppTest, str]:
    test = AppTest.from_file(str(entry().with_name("page.py")), default_timeout=30)
    test.query_params.update(query)
    test.run()
    html = [element.proto.body for element in test.get("html")]
    return test, "".join(read(one).text for one in html)


@pytest.fixture(autouse=True)
def _no_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_SHARED", resources.SharedGraph(resources.open_named))
    monkeypatch.delenv("EVIDENCE_GRAPH", raising=False)


@pytest.mark.parametrize("page", ["matrix", "network", "elements", "element", "sources", "source"])
def test_no_graph_is_said_on_every_page(page: str) -> None:
    test, text = _run({"page": page, "language": "en"})
    assert not test.exception
    assert "No graph has been chosen" in text
    assert "Try again" in text


def test_a_folder_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    monkeypatch.setenv("EVIDENCE_GRAPH", str(file))
    test, text = _run({})
    assert not test.exception
    assert "Probeer opnieuw" in text


def test_a_mistake_of_ours_is_logged_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def wrong() -> GraphStore:
        raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr(resources, "_SHARED", resources.SharedGraph(wrong))
    test, text = _run({"language": "en"})
    assert not test.exception
    assert "Something went wrong on our side" in text
    assert "mistake" not in text
    assert "a mistake of ours" in caplog.text


def test_a_strange_address_is_remarked_upon() -> None:
    _, text = _run({"page": "<b>", "language": "en"})
    assert "Part of this link is not known here" in text
    assert "page: “<b>”" in text
