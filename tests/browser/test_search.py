"""Searching as a reader does: type, press Enter, read why, open a result, come back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.reader import address, follow, heading, settled, visit

pytestmark = pytest.mark.browser


def _type(page: Page, query: str, view: str) -> None:
    page.locator("#find-q").focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    settled(page, view)


def test_type_enter_read_open_by_keyboard_alone(
    page: Page, explorer: str, outside_requests: list[str]
) -> None:
    visit(page, explorer, "?page=sources&language=nl")
    found = "?page=search&q=praktische+ondersteuning&language=nl"
    _type(page, "praktische ondersteuning", found)
    assert "q=praktische+ondersteuning" in address(page)
    assert heading(page) == "Gevonden bij “praktische ondersteuning”"
    assert page.evaluate("() => document.activeElement.tagName") == "H1"
    first = page.locator(".found ol > li").first
    assert "“hulp” is een ander woord voor “ondersteuning”" in first.inner_text()
    assert first.locator("mark").all_inner_texts()[:2] == ["Praktische", "hulp"]
    follow(page, first.locator("h3 a"), by_key=True)
    assert heading(page) == "Praktische hulp verlenen"
    page.go_back()
    settled(page, found)
    assert page.locator("#find-q").input_value() == "praktische ondersteuning"
    assert outside_requests == []


def test_a_typing_error_finds_and_is_said(page: Page, explorer: str) -> None:
    visit(page, explorer, "?language=nl")
    _type(page, "aliantie", "?page=search&q=aliantie&language=nl")
    assert "“aliantie” staat er niet in" in page.locator(".found [role='status']").inner_text()
    assert page.locator(".found ol > li h3").first.inner_text() == "Alliantie"


def test_one_kind_alone_and_on_to_the_next_page(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=search&q=alliantie&language=en")
    follow(page, page.locator(".found-kinds a[href*='kind=finding']"), by_key=True)
    assert page.locator(".found h2").all_inner_texts() == ["Findings"]
    assert page.locator(".found ol > li").count() == 20
    follow(page, page.locator(".pager a[rel='next']"))
    assert page.locator(".found ol").get_attribute("start") == "21"
    follow(page, page.locator(".found ol > li h3 a").first)
    assert "page=element" in address(page)


def test_a_finding_stands_on_the_page_that_it_leads_to(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=search&q=steeds+een+andere+professional&kind=finding&language=nl")
    link = page.locator(".found ol > li h3 a").first
    said = link.inner_text()
    follow(page, link)
    assert said in page.locator("#main").inner_text()


def test_a_suggestion_can_be_followed(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=search&q=alliaxxtxx&language=nl")
    assert heading(page) == "Niets gevonden bij “alliaxxtxx”"
    follow(page, page.locator(".found a", has_text="alliantie"))
    assert page.locator(".found ol > li").count() > 3
