"""The bar under every view, whose pages may show a view, and links that lead outside."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_explorer.embedding import ALLOWED, ANYBODY, NOBODY, allowed, ancestors
from evidence_explorer.markup import outward, tag
from evidence_explorer.selection import LANGUAGES, PAGES, Language, PageName, Selection, href
from evidence_explorer.sharing.formats import FORMS, forms_of
from evidence_explorer.sharing.references import record
from evidence_explorer.sharing.serving import file_name
from evidence_explorer.views import citing
from evidence_explorer.views.share import bar
from evidence_explorer.words import words
from evidence_literature.styles import apa
from tests.explorer import samples
from tests.explorer.reading import read
from tests.explorer.samples import HOSTILE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_the_bar_offers_each_form_of_the_view_and_no_other(
    page: PageName, language: Language
) -> None:
    selection = Selection(page=page, language=language)
    shown = bar(words(language), selection)
    assert shown
    found = read(shown)
    offered = {str(one["href"]) for one in found.all("a")}
    assert offered == {f"evidence/export/{form}{href(selection)}" for form in forms_of(page)}
    assert sum("data-png" in one for one in found.all("a")) == ("svg" in forms_of(page))
    framed = [one["data-embed"] for one in found.all("textarea")]
    assert framed == [href(replace(selection, embed=True))]


def test_there_is_no_bar_in_a_page_of_somebody_else() -> None:
    assert bar(words("nl"), Selection(page="matrix", embed=True)) is None


def test_each_form_is_offered_somewhere() -> None:
    assert {form for page in PAGES for form in forms_of(page)} == set(FORMS)


@pytest.mark.parametrize(
    ("path", "query", "expected"),
    [
        ("/", "page=matrix&framed=yes", ANYBODY),
        ("/", "page=matrix", NOBODY),
        ("/", "framed=no", NOBODY),
        ("/", "framed=yes&framed=no", NOBODY),
        ("/_stcore/health", "framed=yes", NOBODY),
        ("/evidence/export/html", "page=matrix&framed=yes", NOBODY),
    ],
)
def test_only_a_view_that_asks_for_it_may_be_shown(
    monkeypatch: pytest.MonkeyPatch, path: str, query: str, expected: str
) -> None:
    monkeypatch.delenv(ALLOWED, raising=False)
    assert ancestors(path, query) == expected
    monkeypatch.setenv(ALLOWED, "none")
    assert ancestors(path, query) == NOBODY


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("", ANYBODY),
        ("  ", ANYBODY),
        ("none", NOBODY),
        ("example.org", "example.org"),
        ("https://example.org:8443 *.example.net", "https://example.org:8443 *.example.net"),
        ("example.org none", NOBODY),
        ("*", NOBODY),
        ("example.org; script-src *", NOBODY),
        ("'self'", NOBODY),
        ("exämple.org", NOBODY),
    ],
)
def test_the_setting_allows_hosts_and_nothing_else(setting: str, expected: str) -> None:
    assert allowed(setting) == expected


@given(st.text())
def test_no_setting_writes_a_rule_of_its_own(setting: str) -> None:
    found = allowed(setting)
    assert not set(found) & set(";,\r\n")
    assert found in {ANYBODY, NOBODY} or setting.strip()


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/report?page=1#two",
        "http://www.example.org",
        "https://example.org:8080/a(b)'c",
        'https://example.org/"onmouseover=',
    ],
)
def test_an_address_of_the_web_becomes_a_link_that_shows_itself(address: str) -> None:
    shown = outward(address)
    assert shown
    found = read(shown)
    (link,) = found.all("a")
    assert link["href"] == address == found.text
    assert {"noopener", "noreferrer"} <= set(str(link["rel"]).split())
    assert set(link) == {"href", "target", "rel"}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "https://user:word@example.org/",
        "https://example.org@elsewhere.example/",
        "https://exаmple.org/",
        "https://example.org/a b",
        "https://example.org/\u202egro",
        "https://example.org\n",
        "ftp://example.org/",
        "https://",
        "",
        *HOSTILE,
    ],
)
def test_what_is_no_address_of_the_web_stays_text(address: str) -> None:
    assert outward(address) is None


@given(st.text())
def test_a_link_outside_never_carries_more_than_its_address(text: str) -> None:
    shown = outward(f"https://example.org/{text}")
    if shown:
        assert [name for name, _ in read(shown).tags] == ["a"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reference_stays_text(language: Language, text: str) -> None:
    selection = Selection(page="source", language=language, source="source/barnhoorn-2013")
    found = read(citing.section(samples.publication(text), words(language), selection))
    harmless = read(citing.section(samples.publication("harmless"), words(language), selection))
    assert [name for name, _ in found.tags] == [name for name, _ in harmless.tags]
    assert str(apa(record(samples.publication(text)), language)) in found.text


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({}, False),
        ({"title": ""}, True),
        ({"authors": ()}, True),
        ({"year": None}, True),
    ],
)
def test_what_is_not_known_for_a_reference_is_said(known: dict[str, object], said: bool) -> None:
    one = replace(samples.publication("x"), **known)  # type: ignore[arg-type]
    text = read(citing.section(one, words("en"), Selection(page="source"))).text
    assert ("look it up before you cite" in text) == said


@given(st.builds(Selection, page=st.sampled_from(PAGES), element=st.text(), centre=st.text()))
def test_a_file_has_a_plain_name(selection: Selection) -> None:
    name = file_name(selection)
    assert name.startswith(f"evidence-explorer-{selection.page}")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) < 90


def test_a_tag_still_leads_nowhere_outside() -> None:
    with pytest.raises(ValueError, match="leads outside"):
        tag("a", "x", href="https://example.org/")
