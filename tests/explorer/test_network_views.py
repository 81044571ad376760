"""The network around its picture: modes, choices, legend, twin; and what follows on an event."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from evidence_explorer.drawing.component import NetworkEvent
from evidence_explorer.selection import Mode, Selection, from_query, href, to_query
from evidence_explorer.views import network
from evidence_explorer.views.network_answers import Problem
from evidence_explorer.views.network_legend import legend, pressed
from evidence_explorer.views.network_top import top
from evidence_explorer.views.network_twin import twin
from evidence_explorer.views.network_ways import MOST_OPENED, centred, in_mode, unfolded
from evidence_explorer.words import words
from evidence_graph.queries.answers import Network
from tests.explorer import network_samples as made
from tests.explorer.network_samples import ALLIANCE, DOMAIN, SOURCE, TRUST
from tests.explorer.reading import Read, read

MODES: tuple[Mode, ...] = get_args(Mode)


def _hrefs(found: Read) -> set[str]:
    return {str(one["href"]) for one in found.all("a")}


@pytest.mark.parametrize("mode", MODES)
def test_the_twin_holds_all_that_is_drawn_with_the_same_actions(mode: Mode) -> None:
    here, answers = made.selection(mode), made.answers(mode)
    drawn = network.picture(answers, words("nl"), here)
    found = _hrefs(read(twin(answers, drawn, words("nl"), here)))
    for node in drawn.nodes:
        assert href(network.after(NetworkEvent("select", node.id), here)) in found, node.id
        if node.kind == "element" and not (mode == "around" and node.id == TRUST):
            assert href(network.after(NetworkEvent("centre", node.id), here)) in found, node.id
        if node.kind == "element" and node.more:
            assert href(network.after(NetworkEvent("open", node.id), here)) in found, node.id


def test_the_twin_marks_what_is_faded_and_what_is_unfolded() -> None:
    here = replace(made.selection("rings"), faint=("state/N0",), opened=(TRUST,))
    answers = made.answers("rings")
    nodes = (answers.network.nodes[0], replace(answers.network.nodes[1], unfolded_by=ALLIANCE))
    answers = replace(answers, network=replace(answers.network, nodes=nodes))
    found = read(twin(answers, network.picture(answers, words("nl"), here), words("nl"), here))
    assert [one.get("class") for one in found.all("tr")[1:]] == ["faint", "faint"]
    assert found.text.count("vervaagd door de legenda") == 2
    assert "uitgevouwen vanuit Alliantie" in found.text
    assert "Invouwen" in found.text
    assert "3 elementen staan hier niet" in found.text
    assert "bronnen noemen zelf een sterkte in 2 domeinen" in found.text


def test_the_twin_of_a_path_tells_each_step_with_its_sources() -> None:
    here, answers = made.selection("path"), made.answers("path")
    found = read(twin(answers, network.picture(answers, words("nl"), here), words("nl"), here))
    for said in (
        "Het kortste pad heeft 1 stap.",
        "Er zijn er meer van deze lengte.",
        "er kan een korter pad bestaan",
        "draagt bij aan",
        "§ 4.4",
        words("nl").concept("CitationMode", "read"),
    ):
        assert said in found.text, said


def test_the_twin_of_sources_tells_who_leans_on_whom_and_how_they_carry() -> None:
    here, answers = made.selection("sources"), made.answers("sources", "Berg")
    found = read(twin(answers, network.picture(answers, words("en"), here), words("en"), here))
    assert "Leans on" in found.text
    assert words("en").concept("CitationMode", "relayed") + ", 1 finding" in found.text


def test_what_was_done_in_the_picture_becomes_a_view() -> None:
    here = Selection(page="network", number=3, language="en", opened=("element/b",))
    assert network.after(NetworkEvent("none"), here) == here
    chosen = network.after(NetworkEvent("select", "element/a"), here)
    assert chosen == replace(here, element="element/a", number=0)
    assert network.after(NetworkEvent("select"), chosen).element is None
    middle = network.after(NetworkEvent("centre", "element/a"), here)
    assert (middle.mode, middle.centre, middle.element) == ("around", "element/a", "element/a")
    assert middle.opened == ()
    source = network.after(NetworkEvent("open", SOURCE), chosen)
    assert (source.mode, source.source, source.element) == ("sources", SOURCE, None)
    domain = network.after(NetworkEvent("select", DOMAIN), chosen)
    assert (domain.mode, domain.domain) == ("domain", DOMAIN)


def test_unfolding_twice_folds_again_and_the_oldest_folds_first() -> None:
    here = Selection(page="network")
    once = network.after(NetworkEvent("open", "element/a"), here)
    assert once.opened == ("element/a",)
    assert network.after(NetworkEvent("open", "element/a"), once) == here
    many = here
    for number in range(MOST_OPENED + 2):
        many = unfolded(many, f"element/{number}")
    assert many.opened == tuple(f"element/{n}" for n in range(2, MOST_OPENED + 2))
    assert from_query(to_query(many)).selection == many


def test_a_path_is_chosen_by_two_clicks() -> None:
    here = Selection(page="network", mode="path")
    first = network.after(NetworkEvent("select", "element/a"), here)
    second = network.after(NetworkEvent("select", "element/b"), first)
    assert (second.centre, second.goal, second.element) == ("element/a", "element/b", None)
    third = network.after(NetworkEvent("select", "element/c"), second)
    assert third == replace(second, element="element/c")


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_is_one_click_away_and_in_the_address(mode: Mode) -> None:
    here = made.selection("rings", selected=ALLIANCE)
    found = read(top(made.answers("rings"), words("nl"), here))
    there = in_mode(here, mode)
    assert href(there) in _hrefs(found)
    assert there.mode == mode
    assert from_query(to_query(there)).selection == there
    again = read(top(made.answers(mode), words("nl"), made.selection(mode)))
    current = [one for one in again.all("a") if one.get("aria-current")]
    assert current


@pytest.mark.parametrize("mode", ["around", "path", "sources", "domain"])
def test_what_can_be_chosen_is_a_list_with_what_is_chosen_now(mode: Mode) -> None:
    found = read(top(made.answers(mode), words("nl"), made.selection(mode)))
    names = {str(one["name"]) for one in found.all("select")}
    assert (
        names
        == {
            "around": {"centre"},
            "path": {"centre", "goal"},
            "sources": {"source"},
            "domain": {":domain"},
        }[mode]
    )
    chosen = [one["value"] for one in found.all("option") if "selected" in one]
    assert (
        chosen
        == {
            "around": ["trust"],
            "path": ["trust", "alliance"],
            "sources": ["barnhoorn-2013"],
            "domain": ["youth"],
        }[mode]
    )


def test_steps_are_offered_around_a_centre() -> None:
    here = replace(made.selection("around"), steps=2)
    found = read(top(made.answers("around"), words("nl"), here))
    assert href(here) in [
        str(one["href"]) for one in found.all("a") if one.get("aria-current") == "true"
    ]
    assert href(replace(here, steps=3)) in _hrefs(found)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("choose-centre", "Kies welk element"),
        ("choose-path", "Kies twee elementen"),
        ("centre-gone", "staat hier niet meer"),
        ("goal-gone", "aan het eind van dit pad staat hier niet meer"),
        ("same", "hetzelfde element"),
        ("no-path", "Dat betekent niet dat ze niets met elkaar te maken hebben"),
        ("search-ended", "het zoeken stopt na drieduizend elementen"),
        ("source-gone", "De bron van deze link staat hier niet meer"),
        ("domain-gone", "Het domein van deze link staat hier niet meer"),
        ("empty-domain", "Dat zegt niets over wat daar werkt"),
        ("empty-source", "geen bevinding"),
    ],
)
def test_what_is_not_there_is_said(problem: Problem, said: str) -> None:
    answers = replace(made.answers("rings"), problem=problem)
    found = read(top(answers, words("nl"), made.selection("rings")))
    assert said in found.text
    assert [one for one in found.all("p") if one.get("role") == "status"]


def test_a_source_without_relays_says_so() -> None:
    answers = made.answers("sources")
    assert answers.source is not None
    alone = replace(answers, source=replace(answers.source, relays=(), relayed_by=()))
    said = "leunt op geen andere"
    assert said in read(top(alone, words("nl"), made.selection("sources"))).text
    assert said not in read(top(answers, words("nl"), made.selection("sources"))).text


def test_an_empty_graph_has_a_network() -> None:
    empty = replace(made.answers("rings"), network=Network((), (), ()), names=())
    here = made.selection("rings")
    drawn = network.picture(empty, words("nl"), here)
    page = str(top(empty, words("nl"), here)) + str(legend(drawn, words("nl"), here))
    assert read(page + str(twin(empty, drawn, words("nl"), here)))


GROUP = ("state/N0", "state/P1", "state/M")


def test_pressing_an_entry_leaves_only_that_one_bright() -> None:
    here = Selection(page="network", faint=("layer/task",))
    one = pressed(here, "state/P1", GROUP)
    assert one.faint == ("layer/task", "state/N0", "state/M"), "other groups stay as they are"
    two = pressed(one, "state/M", GROUP)
    assert two.faint == ("layer/task", "state/N0")
    assert pressed(two, "state/M", GROUP) == one
    assert pressed(one, "state/P1", GROUP) == here, "none left: all are bright again"
    assert pressed(pressed(one, "state/N0", GROUP), "state/M", GROUP) == here


def test_the_legend_has_a_button_for_what_can_be_told_apart() -> None:
    here = replace(made.selection("sources"), faint=("thing/element",))
    drawn = network.picture(made.answers("sources"), words("nl"), here)
    found = read(legend(drawn, words("nl"), here))
    buttons = {str(one["name"]): one for one in found.all("button") if one.get("data-go")}
    assert buttons["thing/source"]["aria-pressed"] == "true"
    assert buttons["thing/element"]["aria-pressed"] == "false"
    assert buttons["kind/relays"]["aria-pressed"] == "false"
    assert buttons["thing/source"]["data-go"] == href(replace(here, faint=()))
    assert "state/N0" not in buttons, "one state tells nothing apart"
    assert [one["data-what"] for one in found.all("button") if one.get("data-what")] == ["State/N0"]
    assert href(replace(here, faint=())) in _hrefs(found)


def test_going_to_the_middle_forgets_what_belonged_to_another_mode() -> None:
    here = replace(made.selection("path"), opened=(ALLIANCE,), faint=("state/N0",))
    there = centred(here, ALLIANCE)
    assert (there.goal, there.opened, there.faint) == (None, (), ("state/N0",))
