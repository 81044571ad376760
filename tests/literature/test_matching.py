"""Which records may be one work: what speaks for it, what against, and what people decided."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from benchmarks.bibliography import library
from evidence_literature.dates import Date
from evidence_literature.matching import Choice, Decision, Match, keys, matches, merge, standings
from evidence_literature.matching.decisions import State
from evidence_literature.matching.merging import groups
from evidence_literature.names import Name, read_inverted
from evidence_literature.records import Record, tidy


def _record(title: str, author: str = "Bos, Anna", year: int | None = 2016, **more: str) -> Record:
    return tidy(
        Record(
            type=more.pop("type", "report"),
            title=title,
            authors=(read_inverted(author),) if author else (),
            issued=Date(year) if year else None,
            **more,  # type: ignore[arg-type]
        )
    )


HELP = _record("Hulp dichtbij in de wijk")

ONE_WORK = {
    "a slip in the title": _record("Hulp dichbij in de wijk"),
    "a subtitle": _record("Hulp dichtbij in de wijk: een verkenning"),
    "capitals and signs": _record("HULP DICHTBIJ, in de wijk."),
    "a slip in the name": _record("Hulp dichtbij in de wijk", "Boss, Anna"),
    "a year later": _record("Hulp dichtbij in de wijk", year=2017),
    "no year": _record("Hulp dichtbij in de wijk", year=None),
    "no author": _record("Hulp dichtbij in de wijk", ""),
    "no title": _record(""),
    "a family name alone": _record("Hulp dichtbij in de wijk", "Bos"),
}
OTHER_WORKS = {
    "another author": _record("Hulp dichtbij in de wijk", "Jansen, Piet"),
    "another title": _record("Vertrouwen in de spreekkamer"),
    "two years later": _record("Hulp dichtbij in de wijk", year=2018),
    "the next part": _record("Hulp dichtbij in de wijk 2"),
    "no title, another year": _record("", year=2017),
}


@pytest.mark.parametrize("why", ONE_WORK)
def test_what_may_be_one_work(why: str) -> None:
    [match] = matches([HELP, ONE_WORK[why]])
    assert 70 <= match.score <= 100
    assert match.reasons


@pytest.mark.parametrize("why", OTHER_WORKS)
def test_what_is_another_work(why: str) -> None:
    assert matches([HELP, OTHER_WORKS[why]]) == []


def test_years_in_titles_tell_works_apart() -> None:
    yearly = [_record(f"Monitor hulp in de wijk {year}", year=year) for year in (2015, 2016)]
    assert matches(yearly) == []


def _reasons(match: Match) -> list[str]:
    return [reason.en for reason in match.reasons]


def test_numbers_are_the_surest_and_doubts_are_told() -> None:
    one = _record("Hulp dichtbij in de wijk", doi="https://doi.org/10.5555/A")
    other = _record("Iets heel anders", "Jansen, P.", 2001, url="http://dx.doi.org/10.5555/a")
    [match] = matches([one, other])
    assert match.score == 75
    assert _reasons(match) == ["the same DOI", "but another year", "but another title"]
    [sure] = matches([one, replace(one, title="")])
    assert sure.score == 100


def test_a_site_is_known_by_its_front_page_and_a_report_is_not() -> None:
    both = [
        _record(title, "", None, url=url, type="webpage")
        for title, url in (("Ruimzicht", "https://www.example.org/"), ("", "http://example.org"))
    ]
    assert _reasons(matches(both)[0])[0] == "the same address"
    assert matches([replace(one, type="report") for one in both]) == []


def test_chapters_of_one_book_are_not_one_work() -> None:
    chapters = [
        _record(title, author, isbn="978-90-5931-000-1", type="chapter")
        for title, author in (("Luisteren", "Bos, A."), ("Spreken", "Jansen, P."))
    ]
    assert matches(chapters) == []
    books = [replace(chapter, type="book") for chapter in chapters]
    assert _reasons(matches(books)[0])[0] == "the same ISBN"


def test_an_institute_and_its_short_name() -> None:
    [match] = matches(
        [
            _record("Hulp dichtbij in de wijk", "Instituut voor Ruimte en Zicht"),
            _record("Hulp dichtbij in de wijk", "IRZ"),
        ]
    )
    assert "an institute and its short name" in _reasons(match)


def test_particles_and_their_order_do_not_matter() -> None:
    names = ("Van den Heuvelkamp, T.", "Heuvelkamp, T. van den", "van den Heuvelkamp T")
    records = [_record("Hulp dichtbij in de wijk", name) for name in names[:2]]
    assert "the same authors" in _reasons(matches(records)[0])


def test_names_of_records_hold_what_people_looked_at() -> None:
    first, second = keys([HELP, HELP])
    assert second == f"{first}-2"
    assert keys([replace(HELP, note="Anders", id="x")]) == [first]
    assert keys([replace(HELP, title="Anders")]) != [first]


def _decided(*choices: Choice) -> list[Decision]:
    return [Decision("2026", "Noor", choice, "a", "b", 88, "the same title") for choice in choices]


def test_the_last_decision_counts() -> None:
    found = [Match(1, 0, 93, ())]
    for choices, state in (
        ((), State.PROPOSED),
        ((Choice.ACCEPT,), State.ACCEPTED),
        ((Choice.ACCEPT, Choice.REFUSE), State.REFUSED),
        ((Choice.REFUSE, Choice.UNDO), State.PROPOSED),
    ):
        [standing] = standings(found, ["a", "b"], _decided(*choices), "en")
        assert standing.state is state


def test_an_undone_match_keeps_its_candidates_and_reasons() -> None:
    [standing] = standings([], ["b", "a"], _decided(Choice.ACCEPT, Choice.UNDO), "en")
    assert (standing.state, standing.score) == (State.PROPOSED, 88)
    assert standing.reasons == "the same title"
    assert standings([], ["a"], _decided(Choice.UNDO), "en") == []


def test_merging_keeps_every_value() -> None:
    one = _record("Hulp dichtbij", publisher="Ruimzicht", note="Een")
    other = replace(
        _record("Hulp dichtbij in de wijk", url="https://example.org/a", note="Twee"),
        keywords=("wijk",),
        authors=(Name("Bos", "A."),),
        extra=(("ris:C1", "x"),),
    )
    merged = merge([one, other])
    values = str(merged.record)
    for value in ("Ruimzicht", "Een", "Twee", "https://example.org/a", "wijk", "Anna", "ris:C1"):
        assert value in values
    assert "'A.'" in values or "Bos, A." in values
    assert {one.field for one in merged.differences} == {"title", "authors", "note"}
    assert merge([one]).record == one


def test_works_hang_together() -> None:
    assert sorted(groups([("a", "b"), ("c", "d"), ("b", "e")])) == [["a", "b", "e"], ["c", "d"]]


def test_ten_thousand_records_in_thirty_seconds() -> None:
    records, truth = library(9_000, 1_000)
    start = time.monotonic()
    found = {(match.first, match.second) for match in matches(records)}
    assert time.monotonic() - start < 30
    assert len(found & truth) / len(truth) >= 0.98
    assert len(found & truth) / len(found) >= 0.98
