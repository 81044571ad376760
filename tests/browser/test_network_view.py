"""The network in each mode by mouse, finger and key; picture, legend and twin say the same."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from evidence_explorer.drawing.card import PADDING_ACROSS, PADDING_DOWN
from evidence_explorer.drawing.scene import Scene
from evidence_explorer.selection import from_query
from evidence_explorer.views.network import picture
from evidence_explorer.views.network_answers import ask
from evidence_explorer.words import words
from evidence_graph.opening import open_graph
from tests.browser.reader import address, follow, heading, settled, visit
from tests.browser.relay import relayed
from tests.support.chromium import NewPage

DRAWN = "[data-evidence-network-drawn]"
pytestmark = pytest.mark.browser

START = "?page=network&language=nl"
CHOSEN = "?page=network&element=practical-help&language=nl"
CENTRED = "?page=network&element=practical-help&centre=practical-help&language=nl"
PATH = "?page=network&centre=practical-help&goal=integrated-working&mode=path&language=nl"
Sketch = Callable[[str], Scene]


@pytest.fixture
def sketch(study_graph: Path) -> Sketch:
    """Work out what is drawn at an address, from the same data as the app."""

    def work_out(query: str) -> Scene:
        told = dict(part.split("=", 1) for part in query.lstrip("?").split("&"))
        selection = from_query(told).selection
        # The app holds the folder; this joins it for one question.
        with open_graph(study_graph) as store:
            return picture(ask(store, selection), words("nl"), selection)

    return work_out


@pytest.fixture
def high(new_page: NewPage) -> Page:
    """A page on which the whole picture is in sight."""
    return new_page(viewport={"width": 1280, "height": 1600}, locale="nl-NL")


def _drawn(page: Page) -> None:
    page.wait_for_selector(DRAWN, timeout=20_000)


def _seen(page: Page) -> dict[str, float]:
    told: dict[str, float] = json.loads(
        page.locator(DRAWN).evaluate("host => host.dataset.evidenceNetworkView")
    )
    return told


def _at(page: Page, of: Scene, ident: str, *, badge: bool = False) -> tuple[float, float]:
    """Where a card, or its number, is on the page."""
    node = next(node for node in of.nodes if node.id == ident)
    seen, box = _seen(page), page.locator(".evidence-canvas").bounding_box()
    assert box is not None
    x, y = node.x - seen["x"], node.y - seen["y"]
    if badge:
        x += node.card.width / 2 - PADDING_ACROSS - 14
        y += node.card.height / 2 - PADDING_DOWN - 9
    return (
        box["x"] + box["width"] / 2 + x * seen["scale"],
        box["y"] + box["height"] / 2 + y * seen["scale"],
    )


def test_a_choice_from_the_twin_shows_what_is_known(page: Page, explorer: str) -> None:
    visit(page, explorer, START)
    _drawn(page)
    assert page.locator(".pane").count() == 0, "the picture has all the room"
    follow(page, page.locator("table.twin a", has_text="Praktische hulp verlenen"))
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
    follow(page, page.get_by_role("link", name="Ringen van lagen"))
    assert address(page) == CHOSEN
    page.go_back()
    page.go_back()
    settled(page, CENTRED)
    assert heading(page) == "Rondom: Praktische hulp verlenen"


def test_exceptions_are_in_the_pane_too(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=network&element=self-direction&language=nl")
    assert page.locator(".pane .exceptions").is_visible()


def test_a_click_and_a_double_click_in_the_picture(
    high: Page, explorer: str, sketch: Sketch
) -> None:
    visit(high, explorer, START)
    _drawn(high)
    trust = "element/trust-and-safety"
    before = _at(high, sketch(START), trust)
    top = high.locator(".evidence-canvas").bounding_box()["y"]  # type: ignore[index]
    high.mouse.click(*before)
    chosen = "?page=network&element=trust-and-safety&language=nl"
    settled(high, chosen)
    assert high.locator("#chosen").inner_text() == "Vertrouwen en gevoel van veiligheid"
    assert address(high) == chosen
    high.wait_for_timeout(300)
    after = _at(high, sketch(START), trust)
    moved = high.locator(".evidence-canvas").bounding_box()["y"] - top  # type: ignore[index]
    assert abs(after[0] - before[0]) < 2, "it stays where it was, beside what opens"
    assert abs(after[1] - moved - before[1]) < 2
    high.mouse.dblclick(*after)
    settled(high, chosen.replace("&language", "&centre=trust-and-safety&language"))
    assert heading(high) == "Rondom: Vertrouwen en gevoel van veiligheid"
    high.go_back()
    settled(high, chosen)
    high.go_back()
    settled(high, START)
    assert high.locator("#chosen").count() == 0


def test_unfolding_by_click_moves_nothing_and_folds_again(
    high: Page, explorer: str, sketch: Sketch
) -> None:
    visit(high, explorer, START)
    _drawn(high)
    of = sketch(START)
    rows = high.locator("table.twin tbody tr").count()
    help_ = "element/practical-help"
    high.mouse.click(*_at(high, of, help_, badge=True))
    opened = "?page=network&opened=practical-help&language=nl"
    settled(high, opened)
    more = sketch(opened)
    assert {(n.id, n.x, n.y) for n in of.nodes} < {(n.id, n.x, n.y) for n in more.nodes}
    assert high.locator("table.twin tbody tr").count() == len(more.nodes) > rows
    assert "uitgevouwen vanuit Praktische hulp verlenen" in high.locator(".twin").inner_text()
    high.wait_for_timeout(300)
    high.mouse.click(*_at(high, more, help_, badge=True))
    settled(high, START)
    assert high.locator("table.twin tbody tr").count() == rows


def test_the_twin_unfolds_too(page: Page, explorer: str) -> None:
    visit(page, explorer, START)
    more = page.get_by_role("link", name=re.compile("^Toon er nog .*: Alliantie$"))
    follow(page, more, by_key=True)
    assert "opened=alliance" in address(page)
    follow(page, page.get_by_role("link", name="Invouwen: Alliantie"), by_key=True)
    assert address(page) == START


def test_the_legend_is_a_filter_that_keeps_the_focus(page: Page, explorer: str) -> None:
    visit(page, explorer, START)
    _drawn(page)
    shown = page.locator("table.twin tbody tr").count()
    entry = page.get_by_role("button", name="Organisatie", exact=True)
    assert entry.get_attribute("aria-pressed") == "false"
    entry.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**faint=**")
    settled(page, address(page))
    entry = page.get_by_role("button", name="Organisatie", exact=True)
    assert entry.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.name") == "layer/organisation"
    assert page.locator("table.twin tbody tr").count() == shown, "nothing disappears"
    bright = page.locator("table.twin tbody tr:not(.faint)").all_inner_texts()
    assert bright
    assert all("Organisatie" in row for row in bright)
    page.keyboard.press(" ")
    page.wait_for_url(lambda url: "faint=" not in url)
    settled(page, START)
    assert page.locator("table.twin tr.faint").count() == 0


def test_an_entry_of_the_legend_explains_itself(page: Page, explorer: str) -> None:
    visit(page, explorer, START)
    page.locator(".network-legend button[data-what='RelationKind/contributes-to']").click()
    expect(page.locator(".network-legend .meaning")).to_be_visible()


def test_a_path_is_chosen_from_lists_and_tells_its_sources(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=network&mode=path&language=nl")
    assert "Kies twee elementen" in page.get_by_role("status").first.inner_text()
    page.locator("select[name=centre]").select_option("practical-help")
    page.wait_for_url("**centre=practical-help**")
    settled(page)
    page.locator("select[name=goal]").select_option("integrated-working")
    page.wait_for_url("**goal=integrated-working**")
    page.wait_for_function("() => document.querySelector('ol.paths')")
    assert heading(page) == "Van Praktische hulp verlenen naar Integraal werken"
    steps = page.locator(".path-step")
    assert steps.count() >= 2
    for step in steps.all():
        assert step.locator(".citations li").count() > 0, "each step has its sources"
    assert page.locator(".place").first.inner_text().startswith("Vindplaats")


def test_what_no_list_holds_is_found_and_put_in_the_middle(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=network&mode=around&language=nl")
    field = page.get_by_role("searchbox", name="Of zoek een element")
    field.fill("verrtrouwen geven")
    field.press("Enter")
    page.wait_for_url("**q=verrtrouwen**")
    found = page.locator(".finder .found-few a")
    found.first.wait_for()
    # Who chose by key stands at what was found, and the search of the whole stays empty.
    assert page.evaluate("() => document.activeElement.textContent").startswith("Gevonden bij")
    assert page.locator("#find-q").input_value() == ""
    follow(page, found.get_by_text("Vertrouwen geven"), by_key=True)
    assert heading(page) == "Rondom: Vertrouwen geven"
    assert "q=" not in address(page)


def test_a_path_is_chosen_by_two_clicks(high: Page, explorer: str, sketch: Sketch) -> None:
    visit(high, explorer, "?page=network&mode=path&language=nl")
    _drawn(high)
    of = sketch(START)
    high.mouse.click(*_at(high, of, "element/practical-help"))
    settled(high, "?page=network&centre=practical-help&mode=path&language=nl")
    high.wait_for_timeout(300)
    high.mouse.click(*_at(high, of, "element/integrated-working"))
    settled(high, PATH)
    assert heading(high) == "Van Praktische hulp verlenen naar Integraal werken"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mode=path&centre=alliance&goal=alliance", "hetzelfde element"),
        ("mode=path&centre=alliance&goal=no-such-thing", "staat hier niet meer"),
        ("mode=path&centre=no-such-thing&goal=alliance", "staat hier niet meer"),
        ("mode=around&centre=no-such-thing", "staat hier niet meer"),
        ("mode=sources&source=no-such-thing", "De bron van deze link staat hier niet meer"),
        ("mode=domain&domain=no-such-thing", "Het domein van deze link staat hier niet meer"),
    ],
)
def test_what_is_not_there_is_said_and_something_is_shown(
    page: Page, explorer: str, query: str, said: str
) -> None:
    visit(page, explorer, f"?page=network&{query}&language=nl")
    _drawn(page)
    assert said in page.get_by_role("status").first.inner_text()
    assert page.locator("table.twin tbody tr").count() > 0


def test_a_source_is_chosen_by_click_and_its_elements_unfold(
    high: Page, explorer: str, sketch: Sketch
) -> None:
    start = "?page=network&mode=sources&language=nl"
    visit(high, explorer, start)
    _drawn(high)
    high.mouse.click(*_at(high, sketch(start), "source/pijnenburg-2010"))
    one = "?page=network&source=pijnenburg-2010&mode=sources&language=nl"
    settled(high, one)
    assert heading(high) == "Wat Pijnenburg (2010) draagt"
    twin = high.locator(".network-twin").inner_text()
    assert "Tonkens (2009)" in twin, "on which it leans"
    _drawn(high)
    high.wait_for_timeout(400)
    high.mouse.click(*_at(high, sketch(one), "element/alliance", badge=True))
    high.wait_for_url("**opened=alliance**")
    settled(high, address(high))
    assert high.locator(".network-twin").inner_text() != twin


def test_a_domain_is_chosen_by_key_and_by_click(high: Page, explorer: str, sketch: Sketch) -> None:
    visit(high, explorer, START)
    follow(high, high.get_by_role("link", name="Eén domein"), by_key=True)
    assert heading(high).startswith("Wat bekend is in: ")
    high.locator("select[name=':domain']").focus()
    high.locator("select[name=':domain']").select_option("youth-mental-health")
    high.wait_for_url("**domain=youth-mental-health**")
    settled(high)
    assert high.evaluate("document.activeElement.name") == ":domain", "the list keeps the focus"
    _drawn(high)
    here = sketch("?page=network&mode=domain&domain=youth-mental-health")
    other = next(n for n in here.nodes if n.kind == "domain" and n.id != here.centre)
    high.wait_for_timeout(400)
    high.mouse.click(*_at(high, here, other.id))
    high.wait_for_url(f"**domain={other.id.partition('/')[2]}**")
    settled(high, address(high))
    assert heading(high) == f"Wat bekend is in: {other.name}"


@pytest.mark.parametrize("mode", ["around&centre=alliance", "sources", "domain", "path"])
def test_every_mode_can_be_used_by_key_alone(page: Page, explorer: str, mode: str) -> None:
    visit(page, explorer, f"?page=network&mode={mode}&language=nl")
    _drawn(page)
    before = address(page)
    page.locator(".evidence-picture").focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_function("before => location.search !== before", arg=before)
    settled(page)
    assert page.locator("h1").count() == 1


def test_a_finger_chooses_on_a_small_screen(
    new_page: NewPage, explorer: str, sketch: Sketch
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, locale="nl-NL")
    visit(page, explorer, CENTRED)
    _drawn(page)
    page.locator(".evidence-picture").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    page.touchscreen.tap(*_at(page, sketch(CENTRED), "element/practical-help"))
    settled(page, CENTRED)
    assert page.locator("#chosen").inner_text() == "Praktische hulp verlenen"


@pytest.mark.parametrize("view", [START, "?page=network&centre=alliance&steps=2&language=nl"])
def test_a_selection_sends_little(page: Page, explorer: str, view: str) -> None:
    """At most fifty kilobytes a choice, as they go over the line."""
    host, port = explorer.removeprefix("http://").split(":")
    with relayed(host, int(port)) as relay:
        visit(page, f"http://{host}:{relay.port}", view)
        _drawn(page)
        # The first choice also loads letters and pictures, once for all.
        for number, name in enumerate(("Alliantie", "Motivatie van de cliënt")):
            page.wait_for_timeout(1_000)
            before = relay.answered
            follow(page, page.locator("table.twin th a", has_text=name))
            page.wait_for_timeout(1_000)
            assert not number or 1_000 < relay.answered - before <= 50_000


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
    assert page.locator("table.twin tbody tr").count() == 24
