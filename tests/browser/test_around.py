"""What stands around the findings, by real clicks: recommendations, falling sources, the search."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.reader import follow, heading, visit

pytestmark = pytest.mark.browser

FIVE = ("Geduldig", "Inlevend vermogen", "Oplossingsgericht", "Toegankelijk", "Ondersteunend")


def test_a_recommendation_leads_down_to_the_weakest_and_to_findings(
    page: Page, explorer: str
) -> None:
    visit(page, explorer, "?page=recommendations&language=nl")
    assert page.locator("section.recommendation").count() == 5
    first = page.locator("section.recommendation").first
    assert "De juiste match" in first.inner_text()
    weakest = first.locator(".remark a").first
    name = weakest.inner_text()
    assert first.locator("tbody th a").first.inner_text() == name, "the weakest comes first"
    first.locator("summary").click()
    assert first.locator("ol.findings > li").count() > 0
    follow(page, weakest)
    assert heading(page) == name
    follow(page, page.locator("aside a[href*='page=recommendations']").first)
    assert heading(page) == "Aanbevelingen"


def test_without_one_source_five_listed_elements_lose_all_support(
    page: Page, explorer: str
) -> None:
    visit(page, explorer, "?page=source&source=steketee-jansma-gilsing-2015&language=nl")
    told = page.locator(".alone li", has_text="Alle opgesomde elementen (4.6)").inner_text()
    assert "van 24 elementen wordt deze bron bij 18 genoemd" in told
    assert "5 verliezen alle steun" in told
    assert sorted(told.rpartition(": ")[2].split(", ")) == sorted(FIVE)


def test_how_the_study_searched_and_what_it_does_not_say(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=about&language=nl")
    text = page.locator("#main").inner_text()
    for said in ("Systematische zoekactie", "vanaf 2012", "jeugdgevangenissen", "Open vragen"):
        assert said in text
    assert "nooit «gezocht, niets gevonden»" in text
    listed = page.locator("details", has_text="Alle opgesomde elementen (4.6)")
    listed.locator("summary").click()
    assert "steunen 9 van 24 op één bron, 0 op geen" in listed.inner_text()
    jump = page.locator("nav.contents a", has_text="Cijfers")
    jump.click()
    page.wait_for_function(
        "() => document.getElementById('numbers').getBoundingClientRect().top < innerHeight"
    )
    assert heading(page) == "Over het bewijs"


def test_practice_stands_in_a_lane_of_its_own(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=element&element=trust-and-safety&language=nl")
    lane = page.locator("section.practice")
    assert "telt nooit op bij wat literatuur zegt" in lane.inner_text()
    assert "Cliënt" in lane.inner_text()


def test_the_matrix_shows_the_other_domains_on_demand(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    few = page.locator("table.matrix thead th").count()
    follow(page, page.get_by_text("Toon die ook"))
    assert page.locator("table.matrix thead th").count() > few + 10
    follow(page, page.get_by_text("Toon alleen domeinen waarvan iets bekend is"))
    assert page.locator("table.matrix thead th").count() == few
