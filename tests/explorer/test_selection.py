"""The address is the state: what is written comes back, what is strange falls back."""

from __future__ import annotations

from typing import get_args
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_explorer.browser_language import preferred_language
from evidence_explorer.parameters import LONGEST_ID, LONGEST_TEXT
from evidence_explorer.selection import (
    LANGUAGES,
    PAGES,
    Cells,
    Columns,
    Found,
    Mode,
    Note,
    Selection,
    from_query,
    href,
    to_query,
)
from evidence_graph.queries.filtering import Filters, Order
from evidence_ontology.ontology import ontology
from tests.explorer.samples import HOSTILE

_SLUGS = st.text(
    alphabet=st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=LONGEST_ID
)


def _ids(prefix: str) -> st.SearchStrategy[str | None]:
    return st.none() | _SLUGS.map(lambda slug: f"{prefix}/{slug}")


def _several(items: st.SearchStrategy[str], most: int = 4) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(items, max_size=most, unique=True).map(tuple)


def _some(prefix: str) -> st.SearchStrategy[tuple[str, ...]]:
    return _several(_SLUGS.map(lambda slug: f"{prefix}/{slug}"))


def _codes(name: str) -> st.SearchStrategy[tuple[str, ...]]:
    return _several(st.sampled_from([one.code for one in ontology().lists[name]]))


_YEARS = st.none() | st.integers(1000, 2999)
_MARKS = st.from_regex(r"[a-z]{1,20}/[A-Za-z0-9-]{1,60}", fullmatch=True)
_TYPED = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=LONGEST_TEXT)
FILTERS = st.builds(
    Filters,
    layers=_some("layer"),
    domains=_some("domain"),
    states=_codes("State"),
    sources=_some("source"),
    kinds=_codes("EvidenceKind"),
    lanes=_codes("Lane"),
    perspectives=_some("perspective"),
    since=_YEARS,
    until=_YEARS,
)
SELECTIONS = st.builds(
    Selection,
    page=st.sampled_from(PAGES),
    language=st.sampled_from(LANGUAGES),
    element=_ids("element"),
    source=_ids("source"),
    domain=_ids("domain"),
    mode=st.sampled_from(get_args(Mode)),
    centre=_ids("element"),
    goal=_ids("element"),
    steps=st.integers(1, 3),
    opened=_some("element"),
    faint=_several(_MARKS),
    number=st.integers(0, 999_999_998),
    row=st.integers(0, 999_999_998),
    columns=st.sampled_from(get_args(Columns)),
    cells=st.sampled_from(get_args(Cells)),
    folded=_some("domain"),
    sort=st.sampled_from(get_args(Order)),
    filters=FILTERS,
    query=st.none() | _TYPED,
    found=st.sampled_from(get_args(Found)),
    compared=_some("element"),
    without=_some("source"),
    embed=st.booleans(),
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


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ({}, "start"),
        ({"language": "en"}, "start"),
        ({"row": "43"}, "matrix"),
        ({"columns": "all", "language": "nl"}, "matrix"),
        ({"page": "start", "row": "43"}, "start"),
    ],
)
def test_links_from_before_the_start_page_lead_to_the_matrix(
    query: dict[str, str], page: str
) -> None:
    assert from_query(query).selection.page == page


@pytest.mark.parametrize(
    ("query", "mode"),
    [
        ({"page": "network"}, "rings"),
        ({"page": "network", "centre": "alliance"}, "around"),
        ({"page": "network", "centre": "alliance", "mode": "path"}, "path"),
    ],
)
def test_links_from_before_the_modes_of_the_network_keep_theirs(
    query: dict[str, str], mode: str
) -> None:
    assert from_query(query).selection.mode == mode


def test_several_values_that_are_not_all_known_are_told() -> None:
    assert from_query({"states": "N0 weak"}).notes == (Note("states", "N0 weak"),)
    assert from_query({"states": "N0 N1"}).selection.filters.states == ("N0", "N1")
    assert from_query({"compared": "element/a layer/b"}).notes


def test_an_id_as_exports_hold_it_leads_to_the_same_view() -> None:
    short = from_query({"page": "element", "element": "trust"}, "nl").selection
    assert from_query({"page": "element", "element": "element/trust"}, "nl").selection == short


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
