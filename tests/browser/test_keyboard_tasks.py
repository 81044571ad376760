"""Ten things that people come for, done with the keyboard alone: Tab, arrows, Enter, Space, Escape.

Source: WCAG 2.2, 2.1.1 (keyboard), 2.4.3 (focus order), 2.4.7 (focus visible). No test here uses a
mouse or puts the focus anywhere by script; each begins at the top of a page, as after typing its
address.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.reader import PATIENCE, heading, settled, visit

pytestmark = pytest.mark.browser

_FOCUSED = """
() => {
  let one = document.activeElement;
  while (one && one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
  const label = one.labels && one.labels.length ? one.labels[0].textContent : "";
  const style = getComputedStyle(one);
  return {
    text: (one.getAttribute("aria-label") || label || one.textContent || "").trim(),
    tag: one.tagName,
    href: one.getAttribute("href"),
    kind: one.className,
    seen: style.outlineStyle !== "none" || style.boxShadow !== "none",
  };
}
"""
MOST = 250


def stops(page: Page, most: int = MOST) -> Iterator[dict[str, str]]:
    """Press Tab again and again; gives what then has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        yield page.evaluate(_FOCUSED)


def reach(page: Page, name: str, *tags: str) -> dict[str, str]:
    """Press Tab until something of this name has the focus, and see that it shows."""
    for one in stops(page):
        if name in one["text"] and (not tags or one["tag"] in tags):
            assert one["seen"], f"the focus does not show on {one}"
            return one
    raise AssertionError(f"“{name}” was not reached in {MOST} presses of Tab")


def enter(page: Page, stop: dict[str, str]) -> None:
    """Press Enter on a link and wait for its view."""
    page.keyboard.press("Enter")
    settled(page, stop["href"])


@pytest.fixture(autouse=True)
def nothing_outside(outside_requests: list[str]) -> Iterator[None]:
    """No task asks anything of another host."""
    yield
    assert outside_requests == []


def test_1_find_an_element_though_it_is_misspelled(page: Page, explorer: str) -> None:
    visit(page, explorer, "?language=nl")
    reach(page, "Zoeken", "INPUT")
    page.keyboard.type("aliantie")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=aliantie**")
    settled(page)
    enter(page, reach(page, "Alliantie", "A"))
    assert heading(page) == "Alliantie"


def test_2_read_how_sure_it_is_in_a_domain_and_what_the_word_means(
    page: Page, explorer: str
) -> None:
    visit(page, explorer, "?page=element&element=alliance&language=nl")
    reach(page, "Wat betekent “Nog niet beoordeeld”?", "BUTTON")
    page.keyboard.press("Enter")
    expect(page.locator(".meaning")).to_contain_text("Nog niet beoordeeld")
    page.keyboard.press("Escape")
    expect(page.locator(".meaning")).to_have_count(0)
    reach(page, "Hoe is dit beoordeeld?", "SUMMARY")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Niemand heeft dit element nog beoordeeld")).to_be_visible()
    row = page.get_by_role("row").filter(has_text="Jeugd-ggz")
    assert "sterk" in row.first.inner_text()


def test_3_go_to_a_neighbour_and_see_who_says_so(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=element&element=alliance&language=nl")
    aside = page.get_by_role("complementary")
    reach(page, "Wie zegt dat?", "SUMMARY")
    page.keyboard.press("Enter")
    expect(aside.locator("details[open] .place").first).to_be_visible()
    enter(page, reach(page, "Praktische hulp verlenen", "A"))
    assert heading(page) == "Praktische hulp verlenen"


def test_4_open_a_source_and_come_back_along_the_trail(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=element&element=alliance&language=en")
    enter(page, reach(page, "Pijnenburg", "A"))
    assert "Pijnenburg" in heading(page)
    page.keyboard.press("Control+Home")
    page.keyboard.press("Shift+Tab")
    visit(page, explorer, page.url.partition("/?")[2].join(("?", "")))
    enter(page, reach(page, "Alliance", "A"))
    assert heading(page) == "Alliance"


def test_5_compare_two_elements(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=element&element=alliance&language=nl")
    enter(page, reach(page, "Vergelijk met een ander element", "A"))
    reach(page, "Element toevoegen", "SELECT")
    page.keyboard.type("Zelfregie")
    reach(page, "Toevoegen", "BUTTON")
    page.keyboard.press("Enter")
    expect(page.locator("table.compare thead")).to_contain_text("Zelfregie")
    expect(page.locator("table.compare")).to_contain_text("≠ verschilt")


def test_6_see_only_one_layer_and_everything_again(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    reach(page, "Filteren, ordenen en weergeven", "SUMMARY")
    page.keyboard.press("Enter")
    reach(page, "Waarden", "INPUT")
    page.keyboard.press("Space")
    expect(page.locator(".tokens")).to_contain_text("Waarden")
    expect(page.locator(".how-much strong")).not_to_contain_text("173 van 173")
    visit(page, explorer, "?" + page.url.partition("?")[2])
    enter(page, reach(page, "Alle filters weghalen", "A"))
    expect(page.locator(".how-much strong")).to_contain_text("173 van 173")


def test_7_open_the_findings_behind_a_box(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&layers=alliance&language=nl")
    box = next(one for one in stops(page) if "domain=youth-mental-health" in (one["href"] or ""))
    assert box["text"].startswith("Nog niet beoordeeld")
    enter(page, box)
    assert heading(page) == "Alliantie"
    expect(page.locator("tr.here")).to_contain_text("Jeugd-ggz")


def test_8_walk_in_the_network_and_put_something_in_the_middle(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=network&language=nl")
    page.locator("[data-evidence-network-drawn]").wait_for()
    picture = next(one for one in stops(page) if "evidence-picture" in str(one["kind"]))
    assert picture["seen"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#chosen")).to_be_visible(timeout=PATIENCE)
    chosen = page.locator("#chosen").inner_text()
    visit(page, explorer, "?" + page.url.partition("?")[2])
    enter(page, reach(page, "Zet in het midden", "A"))
    assert chosen in heading(page)


def test_9_think_a_source_away(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=gaps&language=nl")
    reach(page, "Kies bronnen", "SUMMARY")
    page.keyboard.press("Enter")
    reach(page, "Steketee, Jansma & Gilsing (2015)", "INPUT")
    page.keyboard.press("Space")
    page.wait_for_url("**without=**")
    settled(page)
    expect(page.locator("td.lost").first).to_be_visible()


def test_10_read_on_in_english_and_take_the_view_along(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=sources&language=nl")
    enter(page, reach(page, "English", "A"))
    assert heading(page) == "Sources"
    reach(page, "Share and save", "SUMMARY")
    page.keyboard.press("Enter")
    reach(page, "CSV", "A")
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename.endswith(".csv")
