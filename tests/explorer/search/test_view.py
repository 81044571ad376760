"""The page of what was found: what it says, and that whatever is typed or stored stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_explorer.search.finder import search
from evidence_explorer.search.index import KINDS, Index
from evidence_explorer.search.tokens import composed
from evidence_explorer.search.vocabulary import Vocabulary
from evidence_explorer.selection import LANGUAGES, Language, Selection
from evidence_explorer.views import search as view
from evidence_explorer.views.found_thing import around
from evidence_explorer.views.search import Progress
from evidence_explorer.words import words
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.searching import Kind, Searchable
from tests.explorer.reading import Read, read
from tests.explorer.samples import HOSTILE
from tests.explorer.search.conftest import Find
from tests.explorer.test_views import ALLOWED, ATTRIBUTES


def _thing(kind: Kind, text: str) -> Searchable:
    both = Text(f"{text} zeldzaam", f"{text} uncommon")
    named = Named(f"element/{kind}", both)
    return Searchable(
        id=f"{kind}/one",
        kind=kind,
        name=both,
        other_names=(both,),
        said=both,
        makers=(text,),
        around=(both,),
        elements=(named,),
        domains=(Named("domain/one", both),),
        layers=(Named("layer/one", both),),
        sources=(Named("source/one", both),),
        states=(("N0", 2),),
    )


def _page(text: str, language: Language) -> Read:
    index = Index()
    index.add(_thing(kind, text) for kind in KINDS)
    results = search(index, Vocabulary(index.vocabulary()), f"zeldzaam {text}", language)
    chosen = Selection(page="search", language=language, query=f"zeldzaam {text}")
    return read(view.page(results, Progress(3, 1_000), words(language), chosen).body)


def _shown(find: Find, query: str | None, **chosen: object) -> Read:
    selection = Selection(page="search", query=query, **chosen)  # type: ignore[arg-type]
    said = words(selection.language)
    results = find(query or "", selection.language)
    return read(view.page(results, None, said, selection).body)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_stays_text(text: str, language: Language) -> None:
    found = _page(text, language)
    assert text in found.text
    assert {tag for tag, _ in found.tags} <= ALLOWED | {"mark"}
    assert {name for _, attributes in found.tags for name in attributes} <= ATTRIBUTES | {"start"}
    links = [str(one["href"]) for one in found.all("a")]
    assert links
    assert all(link.startswith("?") and f"language={language}" in link for link in links)
    assert len(found.all("h1")) == 1


def test_every_kind_has_its_heading_its_count_and_its_way() -> None:
    found = _page("woord", "nl")
    for name in ("Werkzame elementen", "Bronnen", "Domeinen", "Bevindingen", "Aanbevelingen"):
        assert name in found.text
    pages = {str(one["href"]).split("&")[0] for one in found.all("a")}
    assert {"?page=element", "?page=source", "?page=matrix", "?page=about"} <= pages


def test_it_says_how_far_the_index_is() -> None:
    assert "De bevindingen worden nog gelezen: 3 van 1.000." in _page("woord", "nl").text


def test_why_and_what_is_marked(find: Find) -> None:
    found = _shown(find, "praktische ondersteuning")
    assert "“hulp” is een ander woord voor “ondersteuning”" in found.text
    assert "Gevonden in de naam" in found.text
    assert found.all("mark")


def test_what_answers_in_the_other_language_is_shown(find: Find) -> None:
    found = _shown(find, "arranging practical matters")
    assert "Er staat ook:" in found.text
    assert {"en"} <= {one.get("lang") for one in found.all("q")}


@given(st.text(max_size=400))
def test_a_long_text_is_cut_around_what_answers(find: Find, text: str) -> None:
    results = find("alliantie")
    cut = around(f"{text} alliantie {text}", results)
    assert "alliantie" in cut
    plain = cut.removeprefix("… ").removesuffix(" …")
    assert plain in composed(f"{text} alliantie {text}")


def test_a_typing_error_is_said(find: Find) -> None:
    text = _shown(find, "aliantie").text
    assert "“aliantie” staat er niet in. U ziet wat erop lijkt: alliantie." in text


def test_a_word_that_nothing_is_like_is_said(find: Find) -> None:
    assert "Niets hier lijkt op “qqqxxq”" in _shown(find, "qqqxxq alliantie").text


def test_nothing_found_offers_ways_on(find: Find) -> None:
    found = _shown(find, "alliaxxtxx")
    assert "Niets gevonden bij “alliaxxtxx”" in found.text
    assert "Bedoelde u:" in found.text
    pages = {str(one["href"]).split("&")[0] for one in found.all("a")}
    assert {"?page=search", "?page=elements", "?page=sources", "?page=matrix"} <= pages


def test_nothing_typed_says_what_can_be_searched(find: Find) -> None:
    found = _shown(find, None)
    assert "Typ hierboven een woord" in found.text
    assert len(found.all("a")) >= 6


def test_one_kind_is_paged_and_others_stay_in_reach(find: Find) -> None:
    found = _shown(find, "alliantie", found="finding")
    assert len(found.all("li")) > view.SIZE
    assert [one for one in found.all("a") if one.get("rel") == "next"]
    here = [one for one in found.all("a") if one.get("aria-current")]
    assert len(here) == 1
    assert "kind=finding" in str(here[0]["href"])
    second = _shown(find, "alliantie", found="finding", row=view.SIZE)
    assert [one for one in second.all("a") if one.get("rel") == "prev"]


def test_a_kind_without_results_leads_to_the_others(find: Find) -> None:
    found = _shown(find, "lipsky", found="domain")
    assert "Hiervan is er geen." in found.text


def test_a_finding_leads_to_its_page_of_findings(find: Find) -> None:
    found = _shown(find, "steeds een andere professional", found="finding")
    links = [str(one["href"]) for one in found.all("a")]
    assert any("page=element&element=continuity" in link for link in links)
