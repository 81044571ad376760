"""Help where it stands: words explain themselves, a tour of one minute, the way one came."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import follow, heading, visit

pytestmark = pytest.mark.browser

TOUR = ".tour"


def test_a_word_explains_itself_and_closes_again(
    page: Page, explorer: str, outside_requests: list[str]
) -> None:
    visit(page, explorer, "?page=element&element=alliance&language=nl")
    mark = page.get_by_role("button", name="Wat betekent “Nog niet beoordeeld”?").first
    mark.focus()
    page.keyboard.press("Enter")
    meaning = page.locator(".meaning")
    expect(meaning).to_contain_text("Nog niet beoordeeld")
    assert len(meaning.inner_text()) > 60
    assert mark.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    expect(meaning).to_have_count(0)
    assert page.evaluate("() => document.activeElement.dataset.what") == "State/N0"
    mark.click()
    expect(meaning).to_be_visible()
    page.locator("h1").click()
    expect(meaning).to_have_count(0)
    assert outside_requests == []


@pytest.mark.parametrize("width", [320, 1280])
def test_an_explanation_stays_on_the_screen(page: Page, explorer: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    visit(page, explorer, "?page=element&element=alliance&language=en")
    marks = page.locator("#main button.what:visible")
    assert marks.count() >= 3
    for number in range(marks.count()):
        marks.nth(number).click()
        box = page.locator(".meaning").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        page.keyboard.press("Escape")


def test_the_tour_goes_along_the_page_and_ends(page: Page, explorer: str) -> None:
    visit(page, explorer, "?language=nl")
    page.get_by_role("button", name="Geef me een rondleiding (één minuut)").click()
    card = page.get_by_role("dialog")
    expect(card).to_contain_text("1 / 5")
    for number in range(2, 6):
        page.keyboard.press("Tab")
        card.get_by_role("button", name="Volgende").focus()
        page.keyboard.press("Enter")
        expect(card).to_contain_text(f"{number} / 5")
        expect(page.locator(".toured")).to_have_count(1)
    words = len(re.findall(r"\w+", page.locator("[data-tour]").evaluate("one => one.textContent")))
    assert words < 200, "it is read in a minute"
    card.get_by_role("button", name="Klaar").click()
    expect(page.locator(TOUR)).to_have_count(0)
    assert page.evaluate("() => document.activeElement.hasAttribute('data-tour-start')")


def test_the_tour_covers_nothing_that_it_tells_of(page: Page, explorer: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, explorer, "?language=nl")
    page.get_by_role("button", name="Geef me een rondleiding (één minuut)").click()
    for number in range(1, 6):
        expect(page.locator(TOUR)).to_contain_text(f"{number} / 5")
        top = page.locator(".toured").evaluate("one => one.getBoundingClientRect().top")
        card = page.locator(TOUR).bounding_box()
        assert card is not None
        assert -40 < top < card["y"] - 40
        if number < 5:
            page.locator(TOUR).get_by_role("button", name="Volgende").click()


def test_escape_ends_the_tour(page: Page, explorer: str) -> None:
    visit(page, explorer, "?language=en")
    page.locator("[data-tour-start]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(TOUR)).to_have_count(0)


def test_the_trail_leads_back(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=elements&language=en")
    assert page.locator("[data-trail]").is_hidden()
    follow(page, page.get_by_role("link", name="Alliance", exact=True))
    trail = page.locator("[data-trail]")
    expect(trail).to_contain_text("Effective elements")
    follow(page, page.locator(".citations a").first)
    expect(trail.get_by_role("link")).to_have_text(["Effective elements", "Alliance"])
    follow(page, trail.get_by_role("link", name="Alliance"))
    assert heading(page) == "Alliance"
    expect(trail.get_by_role("link")).to_have_text(["Effective elements"])


def test_the_trail_names_one_place_once(page: Page, explorer: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    visit(page, explorer, "?page=compare&compared=element%2Falliance&language=nl")
    visit(page, explorer, "?page=element&element=alliance&domain=youth-mental-health&language=nl")
    follow(page, page.locator(".tokens a").last)
    follow(page, page.get_by_role("link", name="Bekijk het in het netwerk"))
    follow(page, page.locator("header a[href*='page=about']"))
    trail = page.locator("[data-trail]")
    expect(trail.locator("li a")).to_have_text(["Vergelijken", "Alliantie", "Rondom: Alliantie"])
    # Where there is room for one only, its name can be read.
    last = trail.locator("li").last
    assert last.evaluate("one => one.scrollWidth <= one.clientWidth + 1")
