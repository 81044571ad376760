"""When the graph does not answer, a reader learns what happened and what to do."""

from __future__ import annotations

import pytest

from evidence_explorer.resources import NoGraphNamed
from evidence_explorer.selection import LANGUAGES, Language, Selection, href
from evidence_explorer.views.trouble import page
from evidence_explorer.words import words
from evidence_graph.errors import (
    GraphError,
    GraphLocked,
    GraphRefused,
    GraphUnreachable,
    QueryFailed,
    QueryTimeout,
    StillReading,
)
from tests.explorer.reading import read

ERRORS = (
    NoGraphNamed("secret"),
    GraphUnreachable("secret"),
    GraphLocked("secret"),
    GraphRefused("secret"),
    QueryTimeout("secret"),
    QueryFailed("secret"),
    StillReading("secret"),
    GraphError("secret"),
    ValueError("secret"),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_page_for_every_error(error: Exception, language: Language) -> None:
    selection = Selection(page="source", source="source/x", language=language)
    view = page(error, words(language), selection)
    found = read(view.body)
    assert view.title in found.text
    assert "secret" not in found.text
    assert "Error" not in found.text
    assert [one["href"] for one in found.all("a")] == [href(selection)]


def test_each_kind_of_error_has_a_story_of_its_own() -> None:
    titles = [page(error, words("en"), Selection()).title for error in ERRORS]
    assert len(set(titles)) == len(ERRORS) - 1  # a failed question is told like any other
