"""The network: click, double click, back, steps; picture, pane and twin say the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from evidence_explorer.selection import Selection
from evidence_explorer.views.network import picture
from evidence_explorer.views.network_answers import ask
from evidence_explorer.words import words
from evidence_graph.opening import open_graph
from tests.browser.reader import address, follow, heading, settled, visit
from tests.support.chromium import NewPage

DRAWN = "[data-evidence-network-drawn]"
pytestmark = pytest.mark.browser

START = "?page=network&language=nl"
CHOSEN = "?page=network&element=practical-help&language=nl"
CENTRED = "?page=network&element=practical-help&centre=practical-help&language=nl"


def _drawn(page: Page) -> None:
    page.wait_for_selector(DRAWN, timeout=20_000)


def test_a_choice_from_the_list_shows_what_is_known(page: Page, explorer: str) -> None:
    visit(page, explorer, START)
    _drawn(page)
    follow(page, page.locator(".pane a", has_text="Praktische hulp verlenen"))
    assert address(page) == CHOSEN
    pane = page.locator(".pane").inner_text()
    for said in (
        "Praktische hulp verlenen",
        "Taakalliantie",
        "Nog niet beoordeeld",
        "draagt bij aan",
        "Motivatie van de cliënt",
        "§ 4.4.2",
        "verschillende bronnen",
    ):
        assert said in pane
    assert page.evaluate("document.activeElement.id") == "chosen"


def test_the_middle_steps_and_the_way_back(page: Page, explorer: str) -> None:
    visit(page, explorer, CHOSEN)
    follow(page, page.locator(".pane").get_by_role("link", name="Zet in het midden"))
    assert address(page) == CENTRED
    assert heading(page) == "Rondom: Praktische hulp verlenen"
    near = page.locator("table.twin tbody tr").count()
    follow(page, page.get_by_role("link", name="2 stappen"))
    assert page.locator("table.twin tbody tr").count() > near
    follow(page, page.get_by_role("link", name="Terug naar alle ringen"))
    assert address(page) == CHOSEN
    page.go_back()
    page.go_back()
    settled(page, CENTRED)
    assert heading(page) == "Rondom: Praktische hulp verlenen"


def test_exceptions_are_in_the_pane_too(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=network&element=self-direction&language=nl")
    assert page.locator(".pane .exceptions").is_visible()


def test_a_click_and_a_double_click_in_the_picture(
    new_page: NewPage, explorer: str, study_graph: Path
) -> None:
    page = new_page(viewport={"width": 1280, "height": 1600}, locale="nl-NL")
    visit(page, explorer, START)
    _drawn(page)
    page.mouse.click(*_place_of(page, study_graph, "element/trust-and-safety"))
    chosen = "?page=network&element=trust-and-safety&language=nl"
    settled(page, chosen)
    assert page.locator("#chosen").inner_text() == "Vertrouwen en gevoel van veiligheid"
    assert address(page) == chosen
    page.mouse.dblclick(*_place_of(page, study_graph, "element/trust-and-safety"))
    settled(page, chosen.replace("&language", "&centre=trust-and-safety&language"))
    assert heading(page) == "Rondom: Vertrouwen en gevoel van veiligheid"
    page.go_back()
    settled(page, chosen)
    page.go_back()
    settled(page, START)
    assert page.locator("#chosen").count() == 0


def _place_of(page: Page, graph: Path, element: str) -> tuple[float, float]:
    """Find where an element is drawn, from the same data and the view that the picture tells."""
    # The app holds the folder; this joins it for one question.
    with open_graph(graph) as store:
        drawn = picture(ask(store, Selection(page="network")), words("nl"), Selection())
    node = next(node for node in drawn.nodes if node.id == element)
    seen = json.loads(page.locator(DRAWN).evaluate("host => host.dataset.evidenceNetworkView"))
    box = page.locator(".evidence-canvas").bounding_box()
    assert box is not None
    return (
        box["x"] + box["width"] / 2 + (node.x - seen["x"]) * seen["scale"],
        box["y"] + box["height"] / 2 + (node.y - seen["y"]) * seen["scale"],
    )


def test_the_keyboard_chooses_and_clears(page: Page, explorer: str) -> None:
    visit(page, explorer, START)
    _drawn(page)
    page.locator(".evidence-picture").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**element=**")
    settled(page, address(page))
    assert page.locator("#chosen").is_visible()
    page.locator(".evidence-picture").focus()
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search.includes('element=')")
    settled(page, START)
    assert page.locator("#chosen").count() == 0


def test_the_keyboard_puts_an_element_in_the_middle(page: Page, explorer: str) -> None:
    visit(page, explorer, START)
    _drawn(page)
    page.locator(".evidence-picture").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("c")
    page.wait_for_url("**centre=**")
    settled(page, address(page))
    assert heading(page).startswith("Rondom: ")
    page.go_back()
    settled(page, START)
    assert heading(page) == "Netwerk van werkzame elementen"


def test_a_middle_that_was_removed_shows_the_rings(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=network&centre=removed&language=nl")
    assert "staat hier niet meer" in page.get_by_role("status").first.inner_text()
    assert page.locator("table.twin tbody tr").count() == 32
