"""The address is the state: what is written comes back, what is strange falls back."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_explorer.selection import (
    COLUMNS,
    LANGUAGES,
    LONGEST_ID,
    PAGES,
    Note,
    Selection,
    from_query,
    href,
    preferred_language,
    to_query,
)
from tests.explorer.samples import HOSTILE

_SLUGS = st.text(
    alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=LONGEST_ID
)


def _ids(prefix: str) -> st.SearchStrategy[str | None]:
    return st.none() | _SLUGS.map(lambda slug: f"{prefix}/{slug}")


SELECTIONS = st.builds(
    Selection,
    page=st.sampled_from(PAGES),
    language=st.sampled_from(LANGUAGES),
    element=_ids("element"),
    source=_ids("source"),
    domain=_ids("domain"),
    centre=_ids("element"),
    steps=st.integers(1, 3),
    number=st.integers(0, 999_999_998),
    row=st.integers(0, 999_999_998),
    columns=st.sampled_from(COLUMNS),
)


@settings(max_examples=300)
@given(SELECTIONS, st.sampled_from(LANGUAGES))
def test_a_selection_comes_back_from_its_address(selection: Selection, browser: str) -> None:
    found = from_query(to_query(selection), browser)  # type: ignore[arg-type]
    assert found.selection == selection
    assert not found.notes


@given(SELECTIONS)
def test_a_link_holds_the_same_address(selection: Selection) -> None:
    link = href(selection)
    assert link.startswith("?")
    assert dict(parse_qsl(link[1:], keep_blank_values=True)) == to_query(selection)


@given(st.dictionaries(st.text(), st.text()))
def test_any_address_gives_a_view(query: dict[str, str]) -> None:
    found = from_query(query)
    assert from_query(to_query(found.selection)).selection == found.selection


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ({"page": "admin"}, Note("page", "admin")),
        ({"language": "fy"}, Note("language", "fy")),
        ({"steps": "4"}, Note("steps", "4")),
        ({"steps": "-1"}, Note("steps", "-1")),
        ({"steps": "٣"}, Note("steps", "٣")),
        ({"findings": "0"}, Note("findings", "0")),
        ({"row": "9" * 30}, Note("row", "9" * 30)),
        ({"element": ""}, Note("element", "")),
        ({"element": "a\u0000b"}, Note("element", "a\u0000b")),
        ({"source": "x" * 500}, Note("source", "x" * 60)),
    ],
)
def test_what_cannot_be_used_is_told(query: dict[str, str], note: Note) -> None:
    assert from_query(query).selection == Selection()
    assert from_query(query).notes == (note,)


def test_names_of_others_are_left_alone() -> None:
    assert from_query({"utm_source": "mail", "fbclid": "x"}).notes == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_address_leads_nowhere_else(text: str) -> None:
    link = href(from_query({"element": text, "page": "element"}).selection)
    assert link.startswith("?page=element")
    assert not set("<>\"' ") & set(link)


def test_an_ordinary_address_is_short() -> None:
    selection = Selection(page="element", element="element/practical-help")
    assert href(selection) == "?page=element&element=practical-help&language=nl"
    assert href(Selection()) == "?language=nl"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "nl"),
        ("", "nl"),
        ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        ("en-GB,en;q=0.9", "en"),
        ("de-DE,de;q=0.9", "nl"),
        ("de,en;q=0.3,nl;q=0.5", "nl"),
        ("EN", "en"),
        ("en;q=0", "nl"),
        ("en;q=1.2.3", "nl"),
        (";;;,,,\u0000", "nl"),
        ("en" * 10_000, "nl"),
    ],
)
def test_the_browser_chooses_the_language(header: str | None, language: str) -> None:
    assert preferred_language(header) == language
