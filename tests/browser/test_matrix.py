"""Filter, fold, sort and open the matrix; compare; see what is not known: in a browser."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, WebSocket

from tests.browser.reader import address, follow, heading, settled, visit

pytestmark = pytest.mark.browser

MATRIX = "?page=matrix&language=nl"
MOST_BYTES = 50 * 1024
"""What a change of a filter may send to the browser."""


def _query(page: Page) -> dict[str, list[str]]:
    return parse_qs(address(page)[1:])


def _how_much(page: Page) -> str:
    return page.locator(".how-much strong").inner_text().strip()


_SHOWN = """
wanted => [...document.querySelectorAll("[data-view]")].at(-1)?.dataset.view.includes(wanted)
"""


def _chosen(page: Page, wanted: str) -> None:
    """Wait for a view whose address holds this."""
    page.wait_for_function(_SHOWN, arg=wanted)
    settled(page)


def test_filter_by_keyboard_and_drop_the_filter(
    page: Page, explorer: str, outside_requests: list[str]
) -> None:
    visit(page, explorer, MATRIX)
    assert _how_much(page) == "173 van 173 elementen, 14 domeinen."
    page.locator("#filters summary").focus()
    page.keyboard.press("Enter")
    page.locator("input[name='lanes'][value='effect']").focus()
    page.keyboard.press("Space")
    _chosen(page, "lanes=effect")
    assert _how_much(page).startswith("21 van 173 elementen")
    # What was chosen keeps the focus, in a panel that stays open.
    assert page.evaluate("() => document.activeElement.value") == "effect"
    assert page.locator("#filters").get_attribute("open") is not None
    page.locator("input[name='since']").fill("2013")
    page.keyboard.press("Tab")
    _chosen(page, "since=2013")
    fewer = int(_how_much(page).split()[0])
    assert 0 < fewer < 21
    tokens = page.locator(".tokens a")
    assert [one.split(" ×")[0] for one in tokens.all_inner_texts()] == [
        "Spoor: Effect",
        "Vanaf het jaar: 2013",
        "Alle filters weghalen",
    ]
    follow(page, tokens.nth(1), by_key=True)
    assert _how_much(page).startswith("21 van 173 elementen")
    follow(page, page.get_by_role("link", name="Alle filters weghalen"), by_key=True)
    assert address(page) == MATRIX
    assert outside_requests == []


def test_nothing_left_offers_what_to_drop(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&lanes=practice&since=2010&language=nl")
    assert page.locator("table.matrix").count() == 0
    follow(page, page.locator(".remark").get_by_role("link", name="Haal “Spoor” weg"))
    assert int(_how_much(page).split()[0]) > 50


def test_fold_and_unfold_by_keyboard(page: Page, explorer: str) -> None:
    visit(page, explorer, MATRIX)
    heads = page.locator("table.matrix thead th")
    before = heads.count()
    follow(page, page.get_by_role("link", name="Sociaal domein inklappen"), by_key=True)
    assert _query(page)["folded"] == ["social-domain"]
    assert heads.count() < before - 3
    box = page.locator("td[data-in='Sociaal domein'] a[aria-label*='in 2 domeinen']").first
    assert box.get_attribute("aria-label") == "Nog niet beoordeeld in 2 domeinen, 2 bevindingen"
    follow(page, page.get_by_role("link", name="Sociaal domein uitklappen"), by_key=True)
    assert heads.count() == before


def test_sort_and_go_to_the_next_page(page: Page, explorer: str) -> None:
    visit(page, explorer, MATRIX)
    page.locator("#filters summary").click()
    page.locator("select[name='sort']").select_option("findings")
    _chosen(page, "sort=findings")
    first = page.locator("table.matrix tbody th a").first
    assert first.inner_text() == "Alliantie"
    assert page.locator("table.matrix tr.layer").count() == 0
    follow(page, page.get_by_role("link", name="Volgende").first)
    assert _query(page)["sort"] == ["findings"]


def test_a_box_opens_its_findings(page: Page, explorer: str) -> None:
    visit(page, explorer, MATRIX)
    row = page.locator("tr", has=page.locator("th a[href*='element=alliance&']"))
    follow(page, row.locator("td[data-in='Jeugd-ggz'] a").first, by_key=True)
    assert heading(page) == "Alliantie"
    assert "Jeugd-ggz" in page.locator("tr.here").inner_text()


@pytest.mark.parametrize(
    "chosen",
    [
        "lanes=effect",
        "sources=pijnenburg-2010+zoon-berg-le-clerq-2014&since=2012",
        "folded=social-domain&layers=alliance",
    ],
)
def test_a_box_opens_exactly_the_findings_that_it_counts(
    page: Page, explorer: str, chosen: str
) -> None:
    visit(page, explorer, f"{MATRIX}&{chosen}")
    boxes = page.locator("table.matrix td:is(.known, .spoken) > a")
    counts = {str(one.get_attribute("href")): one.inner_text() for one in boxes.all()}
    # The fullest, and two others.
    most = sorted(counts, key=lambda view: -int(counts[view]))
    assert len(most) > 3
    for view in (most[0], most[len(most) // 2], most[-1]):
        visit(page, explorer, view)
        listed = page.locator(".direction .findings > li").count()
        assert f"{listed} van de " in page.locator(".narrowed").inner_text()
        assert listed == int(counts[view])
    follow(page, page.locator(".crumbs a").first)
    kept = _query(page)
    assert {name: kept.get(name) for name in parse_qs(chosen)} == parse_qs(chosen)


def test_a_filter_sends_little_to_the_browser(new_page: Callable[..., Page], explorer: str) -> None:
    page = new_page(locale="nl-NL")
    received: list[int] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(len(frame)))

    page.on("websocket", listen)
    visit(page, explorer, MATRIX)
    page.locator("#filters summary").click()
    changes = (
        ("lanes", "experience", "lanes=experience"),
        ("layers", "alliance", "layers=alliance"),
        ("states", "N0", "states=N0"),
    )
    for name, value, wanted in changes:
        received.clear()
        page.locator(f"input[name='{name}'][value='{value}']").click()
        _chosen(page, wanted)
        assert 5_000 < sum(received) <= MOST_BYTES, wanted


def test_compare_two_by_keyboard(page: Page, explorer: str, outside_requests: list[str]) -> None:
    visit(page, explorer, "?page=element&element=alliance&language=nl")
    follow(page, page.get_by_role("link", name="Vergelijk met een ander element"), by_key=True)
    assert heading(page) == "Vergelijken"
    choice = page.locator("select[name='compared']")
    choice.focus()
    page.keyboard.type("Zelfregie")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _chosen(page, "self-direction")
    heads = page.locator("table.compare thead th a:not(.drop)").all_inner_texts()
    assert heads == ["Alliantie", "Zelfregie"]
    assert "≠ verschilt" in page.locator("table.compare").inner_text()
    follow(page, page.get_by_role("link", name="Alliantie weghalen"), by_key=True)
    assert _query(page)["compared"] == ["element/self-direction"]
    assert outside_requests == []


def test_what_is_not_known_and_what_goes_with_a_source(
    page: Page, explorer: str, outside_requests: list[str]
) -> None:
    visit(page, explorer, "?page=gaps&language=nl")
    assert heading(page) == "Wat we niet weten"
    page.locator("summary", has_text="Kies bronnen").click()
    page.locator("input[value='steketee-jansma-gilsing-2015']").click()
    _chosen(page, "without=steketee")
    said = page.locator("#main [role='status']").inner_text()
    assert "Zonder Steketee, Jansma & Gilsing (2015)" in said
    lost = page.locator("td.lost").count()
    assert f"{lost} elementen verliezen alle steun" in said
    assert lost > 0
    page.locator("summary", has_text="Toon per domein").click()
    link = page.locator("details table a", has_text="Jeugdzorg")
    follow(page, link)
    assert _how_much(page).startswith("173 van 173 elementen, 3 domeinen")
    assert outside_requests == []
