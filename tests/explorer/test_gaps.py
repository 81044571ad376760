"""What we do not know: every kind apart, in words that never say that something does not work."""

from __future__ import annotations

from dataclasses import replace

from evidence_explorer.selection import Selection, from_query
from evidence_explorer.views import gaps
from evidence_explorer.words import words
from tests.explorer import samples
from tests.explorer.reading import read

HERE = Selection(page="gaps")


def test_each_kind_has_a_count_and_a_list_and_a_place_to_jump_to() -> None:
    found = read(gaps.page(samples.unknown(), words("nl"), HERE).body)
    ids = {str(one["id"]) for one in found.all("h2")}
    jumps = [str(one["href"])[1:] for one in found.all("a") if str(one["href"]).startswith("#")]
    assert set(jumps) == ids
    assert len(jumps) == 14
    for said in (
        "Niemand zegt er iets over: vakken 6",
        "Elementen waarover geen enkele bron iets zegt 1",
        "Steunt op één bron 1",
        "Alleen bekend van horen zeggen 1",
        "Alleen het onderzoek zelf zegt het 1",
        "Bevindingen die botsen 1",
        "Vragen die het onderzoek zelf openlaat 1",
    ):
        assert said in found.text


def test_a_kind_that_does_not_occur_is_not_shown_but_searching_is_always_told() -> None:
    known = samples.unknown()
    none = replace(known.gaps, one_source=(), searched=(), only_relayed=())
    text = read(gaps.page(replace(known, gaps=none), words("nl"), HERE).body).text
    assert "Steunt op één bron" not in text
    assert "Gezocht, en niets of te weinig gevonden 0" in text
    assert "Voor geen enkel vak heeft iemand precies hiernaar gezocht" in text


def test_a_domain_leads_to_what_is_not_known_there() -> None:
    found = read(gaps.page(samples.unknown(), words("nl"), HERE).body)
    link = next(str(a["href"]) for a in found.all("a") if "page=matrix" in str(a["href"]))
    query = dict(part.split("=") for part in link[1:].split("&"))
    filters = from_query(query).selection.filters
    assert (filters.domains, filters.states) == (("domain/mental",), ("N0",))


def test_without_a_source_it_is_told_who_loses_all_and_what_the_others_keep() -> None:
    away = replace(HERE, without=("source/barnhoorn-2013",))
    found = read(gaps.page(samples.unknown(), words("nl"), away).body)
    assert (
        "Zonder Barnhoorn e.a. (2013) nl: 1 element verliest alle steun, "
        "1 element houdt een deel over." in found.text
    )
    assert "geen steun meer" in found.text
    ticked = [one["value"] for one in found.all("input") if "checked" in one]
    assert ticked == ["barnhoorn-2013"]
    assert "Zonder" not in read(gaps.page(samples.unknown(), words("nl"), HERE).body).text


def test_without_a_source_that_is_gone_it_is_said_and_nothing_is_counted() -> None:
    away = replace(HERE, without=("source/gone-1999",))
    text = read(gaps.page(samples.unknown(), words("nl"), away).body).text
    assert "Staat hier niet (meer): “gone-1999”." in text
    assert "Zonder" not in text
    both = replace(HERE, without=("source/gone-1999", "source/barnhoorn-2013"))
    text = read(gaps.page(samples.unknown(), words("nl"), both).body).text
    assert "Staat hier niet (meer): “gone-1999”." in text
    assert "Zonder Barnhoorn" in text


def test_nothing_looks_like_not_working() -> None:
    for language in ("nl", "en"):
        text = read(gaps.page(samples.unknown("x"), words(language), HERE).body).text.lower()
        rest = text.replace("iets anders dan dat het niet werkt", "")
        rest = rest.replace("something else than that it does not work", "")
        for wrong in ("werkt niet", "niet werkt", "does not work", "ineffective", "zwak", "weak"):
            assert wrong not in rest
