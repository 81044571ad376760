"""A reader finds the way: matrix, element, source, network, back, another language."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.reader import address, follow, heading, settled, visit

pytestmark = pytest.mark.browser


def test_from_the_matrix_to_an_element_to_a_source_and_on(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&cells=words&language=nl")
    box = page.locator("td.spoken").first
    assert "Nog niet beoordeeld" in box.inner_text()
    assert "volgens Barnhoorn e.a. (2013): sterk" in box.inner_text().replace("\n", " ")
    follow(page, box.locator("a").first)
    assert heading(page) == "Alliantie"
    marked = page.locator("tr.here").inner_text()
    assert "Jeugd-ggz" in marked
    assert "sterk" in marked
    follow(page, page.locator(".reported a"))
    assert heading(page) == "Barnhoorn e.a. (2013)"
    follow(page, page.locator("#main a[href*='source=steketee']"))
    assert heading(page) == "Steketee, Jansma & Gilsing (2015)"
    follow(page, page.locator(".alone a"))
    assert "Steketee" in page.locator("#main").inner_text()


def test_what_the_study_says_of_alliance_and_nothing_more(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&cells=words&language=nl")
    words = page.locator("table.matrix .reported q").all_inner_texts()
    assert sorted(words) == ["sterk", "zwak"]
    boxes = page.locator("table.matrix td:is(.known, .spoken) > a")
    states = set(boxes.all_inner_texts())
    assert {one.replace("\n", " ") for one in states} == {"Nog niet beoordeeld"}


def test_exceptions_are_in_sight_without_scrolling(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=element&element=self-direction&language=nl")
    box = page.locator(".exceptions").first
    assert "veiligheid" in box.inner_text().lower()
    assert box.bounding_box()["y"] < page.viewport_size["height"]  # type: ignore[index]


def test_back_and_forward_and_a_fresh_load_show_the_same(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    element = follow(page, page.locator("td.spoken a").first)
    shown = heading(page)
    source = follow(page, page.locator(".citations a").first)
    page.go_back()
    settled(page, element)
    assert (address(page), heading(page)) == (element, shown)
    page.go_back()
    settled(page, "?page=matrix&language=nl")
    page.go_forward()
    settled(page, element)
    page.go_forward()
    settled(page, source)
    text = page.locator("#main").inner_text()
    page.reload()
    settled(page, source)
    assert page.locator("#main").inner_text() == text


def test_a_click_does_not_load_the_page_anew(page: Page, explorer: str) -> None:
    visit(page, explorer)
    page.evaluate("window.stayed = true")
    follow(page, page.locator("header nav a[href*='page=sources']"))
    assert page.evaluate("window.stayed")


def test_the_language_is_switched_in_place_and_kept(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=element&element=alliance&language=nl")
    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title().startswith("Alliantie – ")
    follow(page, page.get_by_role("link", name="English"))
    assert heading(page) == "Alliance"
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    assert page.title().startswith("Alliance – ")
    follow(page, page.locator("header nav a[href*='page=elements']"))
    assert heading(page) == "Effective elements"


@pytest.mark.parametrize(
    ("locale", "language"), [("nl-NL", "nl"), ("en-GB", "en"), ("fr-FR", "nl")]
)
def test_the_browser_chooses_the_language(
    new_page: Callable[..., Page], explorer: str, locale: str, language: str
) -> None:
    page = new_page(locale=locale)
    visit(page, explorer)
    assert page.evaluate("document.documentElement.lang") == language
    assert page.locator("[data-view]").last.get_attribute("lang") == language


def test_narrow_shows_what_is_known_as_a_list(new_page: Callable[..., Page], explorer: str) -> None:
    page = new_page(viewport={"width": 320, "height": 800}, locale="nl-NL")
    visit(page, explorer, "?page=matrix")
    assert page.locator(".matrix tbody td:not([class])").first.is_hidden()
    assert page.locator("td.spoken").first.is_visible()
    said = page.locator("#main").inner_text()
    assert re.search(r"[3-9] van \d+", said), "in so many domains something is known of alliance"


def test_a_strange_link_is_remarked_upon_and_still_shows_something(
    page: Page, explorer: str
) -> None:
    visit(page, explorer, "?page=admin&steps=99&element=%00&language=en")
    remark = page.locator(".remark").inner_text()
    for said in ("page: “admin”", "steps: “99”"):
        assert said in remark
    assert heading(page) == "What is known to work in social care?"


def test_something_removed_is_explained(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=element&element=removed&language=en")
    assert heading(page) == "This element is not here"
    follow(page, page.get_by_role("link", name="Choose from all elements"))
    assert heading(page) == "Effective elements"


def test_print_shows_all_and_no_navigation(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    page.emulate_media(media="print")
    assert page.locator("header nav").first.is_hidden()
    assert page.locator("table.matrix").is_visible()
    table = page.locator(".scroll")
    assert table.evaluate("one => one.scrollHeight - one.clientHeight") <= 1
