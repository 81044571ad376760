"""A list that cannot hold all says so, and a field finds any: in the network and side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence_explorer.selection import Selection, href
from evidence_explorer.views import compare
from evidence_explorer.views.choosing import Looked
from evidence_explorer.views.network_top import top
from evidence_explorer.words import words
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.weighty import MOST_NAMES
from tests.explorer import network_samples as made
from tests.explorer import samples
from tests.explorer.reading import Read, read

FAR = "element/far-down-the-list"
LOOKED = Looked("ver", (Named(FAR, Text("Ver weg", "Far away")), samples.element()))


def _hrefs(found: Read) -> set[str]:
    return {str(one["href"]) for one in found.all("a")}


def test_what_was_found_can_stand_in_the_middle() -> None:
    here = made.selection("around")
    found = read(top(replace(made.answers("around"), looked=LOOKED), words("nl"), here))
    wanted = replace(here, centre=FAR, element=FAR, number=0, opened=())
    assert href(wanted) in _hrefs(found)
    assert "Gevonden bij “ver”" in found.text
    (field,) = [one for one in found.all("input") if one.get("type") == "search"]
    assert (field["name"], field["value"]) == ("q", "ver")


def test_what_was_found_can_be_either_end_of_a_path() -> None:
    here = made.selection("path")
    found = read(top(replace(made.answers("path"), looked=LOOKED), words("nl"), here))
    bare = replace(here, element=None, number=0, opened=())
    assert {href(replace(bare, centre=FAR)), href(replace(bare, goal=FAR))} <= _hrefs(found)


def test_a_source_that_was_found_can_stand_in_the_middle() -> None:
    here = made.selection("sources")
    looked = Looked("ver", (Named("source/far", Text("Ver (2020)", "")),))
    found = read(top(replace(made.answers("sources"), looked=looked), words("nl"), here))
    assert any("source=far" in one for one in _hrefs(found))


def test_what_was_found_stands_beside_what_was_chosen_and_never_twice() -> None:
    here = Selection(page="compare", compared=("element/alliance", "element/trust"), query="ver")
    known = samples.beside_elements()
    found = read(compare.page(known, words("nl"), here, LOOKED).body)
    wanted = replace(here, query=None, compared=(*here.compared, FAR))
    assert href(wanted) in _hrefs(found)
    assert href(replace(here, query=None)) in _hrefs(found), "alliance stands there already"


def test_nothing_found_is_said() -> None:
    answers = replace(made.answers("around"), looked=Looked("qqq", ()))
    assert (
        "Niets gevonden bij “qqq”" in read(top(answers, words("nl"), Selection(mode="around"))).text
    )


@pytest.mark.parametrize(("count", "full"), [(MOST_NAMES - 1, False), (MOST_NAMES, True)])
def test_a_full_list_says_that_it_holds_not_all(count: int, full: bool) -> None:
    names = tuple(Named(f"element/e{n}", samples.both(f"E{n}")) for n in range(count))
    answers = replace(made.answers("around"), names=names)
    text = read(top(answers, words("nl"), made.selection("around"))).text
    assert (f"In de lijst staan er {MOST_NAMES}; met zoeken" in text) == full


def test_a_full_list_of_what_is_compared_says_so_too() -> None:
    known = samples.beside_elements()
    line = known.lines[0]
    many = tuple(replace(line, id=f"element/e{n}") for n in range(compare.MOST_OFFERED + 5))
    for lines, full in ((known.lines, False), (many, True)):
        here = Selection(page="compare")
        text = read(compare.page(replace(known, lines=lines), words("nl"), here).body).text
        assert ("In de lijst staan er 400; met zoeken" in text) == full
