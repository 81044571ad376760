"""The paths through the tables, with the keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.reader import address, heading, settled, visit

pytestmark = pytest.mark.browser

_FOCUSED = "() => document.activeElement.getAttribute('href') || document.activeElement.className"


def _tab_to(page: Page, wanted: str, most: int = 120) -> str:
    """Press Tab until something that holds the text is focused; gives its address."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = str(page.evaluate(_FOCUSED))
        if wanted in focused:
            return focused
    raise AssertionError(f"{wanted} was not reached in {most} presses of Tab")


def _enter(page: Page, href: str) -> None:
    page.keyboard.press("Enter")
    settled(page, href)


def test_from_the_matrix_to_a_source_and_back(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    _tab_to(page, "element=alliance&")
    _enter(page, "?page=element&element=alliance&language=nl")
    assert page.evaluate("() => document.activeElement.tagName") == "H1"
    link = _tab_to(page, "source=barnhoorn")
    _enter(page, link)
    assert "Barnhoorn" in heading(page)
    page.go_back()
    settled(page, "?page=element&element=alliance&language=nl")


def test_empty_boxes_do_not_stand_in_the_way(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    stops = page.locator("#main a:not([tabindex='-1']), #main summary, #main [tabindex='0']")
    # One for each row and for each box in which something is known, and a few more.
    assert stops.count() < 140
    assert page.locator("#main table.matrix td:not([class])").count() > 200


def test_past_the_head_at_once(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    # The first stop is the page itself, which the arrows scroll.
    assert _tab_to(page, "#main", 2) == "#main"
    assert page.evaluate("() => document.activeElement.textContent") == "Naar de inhoud"
    assert page.evaluate("() => document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('#main') !== null")
    assert heading(page) == "Wat werkt er, waar, en hoe zeker is dat?"


def test_the_twin_of_the_network_does_what_the_picture_does(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=network&language=nl")
    page.locator("table.twin tbody th a").first.focus()
    first = str(page.evaluate(_FOCUSED))
    _enter(page, first)
    assert page.evaluate("() => document.activeElement.id") == "chosen"
    page.locator("table.twin tbody tr.here a").first.focus()
    middle = _tab_to(page, "centre=", 3)
    _enter(page, middle)
    assert heading(page).startswith("Rondom: ")


def test_the_meaning_of_the_signs_opens_by_key(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    page.locator("#main summary", has_text="Wat betekenen de tekens?").focus()
    page.keyboard.press("Enter")
    legend = page.locator("dl.legend").first
    assert legend.is_visible()
    for said in ("Nog niet beoordeeld", "Gezocht, niets gevonden", "Sterk onderbouwd", "volgens"):
        assert said in legend.inner_text()


def test_another_language_by_key(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=sources&language=nl")
    link = _tab_to(page, "language=en")
    _enter(page, link)
    assert heading(page) == "Sources"
    assert address(page) == "?page=sources&language=en"


def test_what_has_the_focus_is_seen(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    _tab_to(page, "element=")
    outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
