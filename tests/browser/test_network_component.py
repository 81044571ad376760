"""The drawn network in a real browser: clicks, keys, hostile texts, speed, nothing from outside."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from evidence_explorer.drawing.card import NAME_SIZE, PADDING_ACROSS, PADDING_DOWN
from evidence_explorer.drawing.scene import Scene, scene
from evidence_explorer.drawing.words import Language, Words
from tests.browser.serving import serving
from tests.explorer.drawing import demo_networks as demo
from tests.support.chromium import NewPage

ROOT = Path(__file__).parents[2]
APP = ROOT / "tests" / "explorer" / "drawing" / "demo_server.py"
DRAWN = "[data-evidence-network-drawn]"
WIDE = {"width": 1280, "height": 1500}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demonstration page, served by a process of its own."""
    folder = tmp_path_factory.mktemp("demo")
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    variables = {"PYTHONPATH": os.pathsep.join(paths)}
    with serving(folder / "no graph", folder / "log.txt", variables, APP) as address:
        yield address


def drawing(name: str, language: Language = "nl") -> Scene:
    network = demo.NETWORKS[name]()
    words = Words(language, demo.STATE_WORDS[language], demo.KIND_WORDS[language])
    return scene(network, language, selected=None, centre=network.centre, words=words)


def open_drawing(page: Page, app: str, query: str = "network=28") -> None:
    page.goto(f"{app}/?{query}")
    page.wait_for_selector(DRAWN, timeout=30_000)


def host(page: Page, name: str) -> str:
    value: str = page.locator(DRAWN).evaluate("(host, name) => host.dataset[name]", name)
    return value


def view(page: Page) -> dict[str, float]:
    value: dict[str, float] = json.loads(host(page, "evidenceNetworkView"))
    return value


def place_of(page: Page, of: Scene, element: str) -> tuple[float, float]:
    """Find where a node is on the page."""
    node = next(n for n in of.nodes if n.id == element)
    box = page.locator(".evidence-canvas").bounding_box()
    assert box is not None
    seen = view(page)
    return (
        box["x"] + box["width"] / 2 + (node.x - seen["x"]) * seen["scale"],
        box["y"] + box["height"] / 2 + (node.y - seen["y"]) * seen["scale"],
    )


def events(page: Page) -> list[str]:
    return [text.removeprefix("event: ") for text in page.get_by_text("event: ").all_inner_texts()]


def said(page: Page) -> Any:
    return page.locator(".evidence-live")


@pytest.fixture
def wide(new_page: NewPage) -> Page:
    return new_page(viewport=WIDE)


def test_a_click_selects(
    wide: Page, app: str, outside_requests: list[str], console_errors: list[str]
) -> None:
    open_drawing(wide, app)
    wide.mouse.click(*place_of(wide, drawing("28"), "element/e08"))
    expect(wide.get_by_text("event: select element/e08")).to_be_visible()
    expect(said(wide)).to_contain_text("Eigen regie. Persoonlijke alliantie.")
    expect(said(wide)).to_contain_text("gekozen")
    assert outside_requests == []
    assert console_errors == []


def test_a_double_click_centres_and_does_not_select(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    wide.mouse.dblclick(*place_of(wide, drawing("28"), "element/e08"))
    expect(wide.get_by_text("event: centre element/e08")).to_be_visible()
    wide.wait_for_timeout(600)
    assert events(wide) == ["centre element/e08"]


def test_a_click_beside_the_nodes_does_nothing(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    box = wide.locator(".evidence-canvas").bounding_box()
    assert box is not None
    wide.mouse.click(box["x"] + 5, box["y"] + 5)
    wide.wait_for_timeout(600)
    assert events(wide) == []


def test_the_keyboard_does_the_same(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    wide.locator(".evidence-full").focus()
    wide.keyboard.press("Tab")
    expect(said(wide)).not_to_be_empty()
    before = said(wide).inner_text()
    wide.keyboard.press("ArrowDown")
    expect(said(wide)).not_to_have_text(before)
    here = said(wide).inner_text().split(".")[0]
    element = next(n.id for n in drawing("28").nodes if n.name == here)
    wide.keyboard.press("Enter")
    expect(wide.get_by_text(f"event: select {element}")).to_be_visible()
    wide.keyboard.press("Escape")
    expect(wide.get_by_text("event: select None")).to_be_visible()
    expect(said(wide)).to_have_text("Keuze gewist")
    wide.keyboard.press("Shift+Enter")
    expect(wide.get_by_text(f"event: centre {element}")).to_have_count(1)
    wide.keyboard.press("c")
    expect(wide.get_by_text(f"event: centre {element}")).to_have_count(2)
    # "c" is also the key with which Streamlit offers to clear its cache.
    assert wide.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", sorted(demo.NETWORKS))
def test_every_node_can_be_reached_with_the_arrows(
    page: Page, app: str, name: str, language: Language
) -> None:
    """The four directions lead, in the end, from the first node to every other."""
    page.goto(f"{app}/_stcore/health")
    nodes = [{"id": n.id, "x": n.x, "y": n.y} for n in drawing(name, language).nodes]
    reached = page.evaluate(
        """async ([module, list]) => {
            const { firstOf, nearest } = await import(module);
            const nodes = new Map(list.map((node) => [node.id, node]));
            const seen = new Set([firstOf(nodes)]);
            for (const id of seen) {
                for (const direction of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
                    const next = nearest(nodes, nodes.get(id), direction);
                    if (next) seen.add(next.id);
                }
            }
            return seen.size;
        }""",
        [f"{app}/_stcore/bidi-components/evidence-explorer.network/walking.js", nodes],
    )
    assert reached == len(nodes)


def test_page_down_leads_through_all_nodes(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    picture = wide.locator(".evidence-picture")
    picture.press("Home")
    seen = [said(wide).inner_text()]
    for _ in drawing("28").nodes[1:]:
        picture.press("PageDown")
        seen.append(said(wide).inner_text())
    assert len(set(seen)) == 28
    picture.press("PageDown")
    assert said(wide).inner_text() == seen[-1]
    picture.press("PageUp")
    assert said(wide).inner_text() == seen[-2]


def test_the_focus_can_be_seen(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    without = wide.locator(".evidence-picture").screenshot()
    wide.locator(".evidence-full").focus()
    wide.keyboard.press("Tab")
    style = wide.locator(".evidence-picture").evaluate(
        "(picture) => getComputedStyle(picture).outlineWidth"
    )
    assert style == "3px"
    assert wide.locator(".evidence-picture").screenshot() != without


def test_positions_and_view_survive_a_rerun(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    first = host(wide, "evidenceNetworkView")
    wide.locator(".evidence-larger").click()
    # The view is written down once it is painted.
    deadline = time.monotonic() + 10
    while host(wide, "evidenceNetworkView") == first and time.monotonic() < deadline:
        wide.wait_for_timeout(50)
    before = view(wide)
    assert before != json.loads(first)
    wide.mouse.click(*place_of(wide, drawing("28"), "element/e04"))
    expect(wide.get_by_text("event: select element/e04")).to_be_visible()
    wide.get_by_role("button", name="Rerun").click()
    wide.wait_for_timeout(500)
    assert view(wide) == before


@pytest.mark.parametrize("name", ["28", "60"])
def test_positions_are_the_same_after_a_reload(new_page: NewPage, app: str, name: str) -> None:
    found = []
    for _ in range(2):
        page = new_page(viewport=WIDE)
        open_drawing(page, app, f"network={name}")
        found.append((view(page), page.locator(".evidence-canvas").screenshot()))
        page.reload()
        page.wait_for_selector(DRAWN)
        found.append((view(page), page.locator(".evidence-canvas").screenshot()))
    assert all(each == found[0] for each in found)


def test_sixty_nodes_are_drawn_within_a_second(
    new_page: NewPage, app: str, record_property: Any
) -> None:
    """From the data being in the page until it is painted, the loading of the script included."""
    taken = []
    for _ in range(3):
        page = new_page(viewport=WIDE)
        open_drawing(page, app, "network=60")
        marks = page.evaluate(
            "() => ['data', 'drawn'].map((m) => "
            "performance.getEntriesByName(`evidence-network-${m}`)[0].startTime)"
        )
        taken.append(marks[1] - marks[0])
    record_property("drawn_ms", taken)
    assert sorted(taken)[1] <= 1000


@pytest.mark.parametrize("language", ["nl", "en"])
def test_labels_fit_their_boxes_as_the_browser_measures_them(
    wide: Page, app: str, language: Language
) -> None:
    """The widths that Python reckons with are checked against the font that is really there."""
    open_drawing(wide, app, f"network=60&lang={language}")
    cards = [
        {"room": n.card.width - 2 * PADDING_ACROSS, "lines": list(n.card.name)}
        for n in drawing("60", language).nodes
    ]
    too_wide = wide.locator(DRAWN).evaluate(
        """(host, [cards, size]) => {
            const ctx = document.createElement("canvas").getContext("2d");
            ctx.font = `600 ${size}px ${getComputedStyle(host).fontFamily}`;
            return cards.flatMap((card) => card.lines.filter(
                (line) => ctx.measureText(line).width > card.room));
        }""",
        [cards, NAME_SIZE],
    )
    assert too_wide == []


def test_hostile_texts_stay_text(
    wide: Page, app: str, outside_requests: list[str], console_errors: list[str]
) -> None:
    open_drawing(wide, app, "network=hostile")
    of = drawing("hostile")
    for node in of.nodes:
        wide.mouse.click(*place_of(wide, of, node.id))
        expect(said(wide)).to_contain_text("gekozen")
        wide.wait_for_timeout(400)
    inside = "img, script, a, iframe, object, embed, b, i"
    assert wide.locator(DRAWN).locator(inside).count() == 0
    assert wide.evaluate("() => globalThis.pwned") is None
    assert outside_requests == []
    assert console_errors == []


def test_it_works_under_a_policy_without_inline_scripts(
    wide: Page, app: str, outside_requests: list[str], console_errors: list[str]
) -> None:
    """The demonstration page is served with the policy of the explorer, in every test here."""
    answer = wide.goto(f"{app}/?network=28")
    assert answer is not None
    policy = answer.headers["content-security-policy"]
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert script == "script-src 'self'"
    wide.wait_for_selector(DRAWN)
    wide.mouse.click(*place_of(wide, drawing("28"), "element/e08"))
    expect(wide.get_by_text("event: select element/e08")).to_be_visible()
    assert console_errors == []
    assert outside_requests == []


def test_the_wheel_belongs_to_the_page_until_the_picture_has_the_focus(
    new_page: NewPage, app: str
) -> None:
    page = new_page(viewport={"width": 1280, "height": 700})
    open_drawing(page, app)
    scale = view(page)["scale"]
    page.mouse.move(640, 400)
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(300)
    assert view(page)["scale"] == scale
    page.locator(".evidence-picture").focus()
    page.mouse.wheel(0, -200)
    page.wait_for_timeout(300)
    assert view(page)["scale"] > scale


def test_buttons_zoom_and_show_the_whole(new_page: NewPage, app: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 800})
    open_drawing(page, app, "network=60&lang=en")
    scale = view(page)["scale"]
    page.get_by_role("button", name="Larger").click()
    assert view(page)["scale"] > scale
    page.get_by_role("button", name="Whole network").click()
    box = page.locator(".evidence-canvas").bounding_box()
    assert box is not None
    assert drawing("60", "en").height * view(page)["scale"] <= box["height"] + 1 <= 801


@pytest.mark.parametrize(("scheme", "light"), [("light", True), ("dark", False)])
def test_forced_colours_leave_ink_on_a_ground(
    new_page: NewPage, app: str, scheme: str, light: bool
) -> None:
    page = new_page(viewport=WIDE, forced_colors="active", color_scheme=scheme)
    open_drawing(page, app)
    shot = page.locator(".evidence-canvas").screenshot()
    shades = Image.open(BytesIO(shot)).convert("L").histogram()
    whole = sum(shades)
    dark, bright = sum(shades[:90]) / whole, sum(shades[166:]) / whole
    ground, ink = (bright, dark) if light else (dark, bright)
    assert ground > 0.8
    assert ink > 0.01, "names stand out from what is behind them"


def test_a_narrow_page_shows_a_part_at_a_readable_size(new_page: NewPage, app: str) -> None:
    page = new_page(viewport={"width": 320, "height": 720})
    open_drawing(page, app, "network=28&selected=element/e08")
    assert view(page)["scale"] >= 0.8
    x, y = place_of(page, drawing("28"), "element/e08")
    box = page.locator(".evidence-canvas").bounding_box()
    assert box is not None
    assert box["x"] <= x <= box["x"] + box["width"]
    assert box["y"] <= y <= box["y"] + box["height"]
    width: int = page.evaluate("() => document.documentElement.scrollWidth")
    assert width <= 320


def test_the_number_on_a_card_unfolds(wide: Page, app: str) -> None:
    open_drawing(wide, app, "network=sources")
    of = drawing("sources")
    node = next(n for n in of.nodes if n.more)
    wide.mouse.click(*badge_of(wide, of, node.id))
    expect(wide.get_by_text(f"event: open {node.id}")).to_be_visible()
    wide.wait_for_timeout(600)
    assert events(wide) == [f"open {node.id}"], "and is no choice"
    wide.locator(".evidence-picture").press("u")
    expect(wide.get_by_text(f"event: open {node.id}")).to_have_count(2)


def badge_of(page: Page, of: Scene, ident: str) -> tuple[float, float]:
    """Find where the number of a card is on the page."""
    node, scale = next(n for n in of.nodes if n.id == ident), view(page)["scale"]
    x, y = place_of(page, of, ident)
    across = node.card.width / 2 - PADDING_ACROSS - 14
    return x + across * scale, y + (node.card.height / 2 - PADDING_DOWN - 9) * scale


def test_every_corner_of_a_card_can_be_clicked(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    of = drawing("28")
    node = next(n for n in of.nodes if n.id == "element/e08")
    x, y = place_of(wide, of, node.id)
    across, down = (side / 2 - 4 for side in (node.card.width, node.card.height))
    scale = view(wide)["scale"]
    for number, (right, bottom) in enumerate(((1, 1), (1, -1), (-1, 1), (-1, -1)), start=1):
        wide.mouse.click(x + right * across * scale, y + bottom * down * scale)
        expect(wide.get_by_text("event: select element/e08")).to_have_count(number)


def test_a_long_press_puts_in_the_middle(wide: Page, app: str) -> None:
    open_drawing(wide, app)
    wide.mouse.move(*place_of(wide, drawing("28"), "element/e08"))
    wide.mouse.down()
    wide.wait_for_timeout(800)
    wide.mouse.up()
    expect(wide.get_by_text("event: centre element/e08")).to_be_visible()
    wide.wait_for_timeout(600)
    assert events(wide) == ["centre element/e08"]


def test_a_finger_does_what_a_mouse_does(new_page: NewPage, app: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 1500}, has_touch=True)
    open_drawing(page, app, "network=sources")
    of = drawing("sources")
    page.touchscreen.tap(*place_of(page, of, "element/e04"))
    expect(page.get_by_text("event: select element/e04")).to_be_visible()
    place = place_of(page, of, "element/e05")
    page.touchscreen.tap(*place)
    page.touchscreen.tap(*place)
    expect(page.get_by_text("event: centre element/e05")).to_be_visible()
    page.touchscreen.tap(*badge_of(page, of, "source/s0"))
    expect(page.get_by_text("event: open source/s0")).to_be_visible()
    assert "select element/e05" not in events(page)


@pytest.mark.parametrize("name", ["sources", "path", "domain"])
def test_other_networks_can_be_walked_through_too(wide: Page, app: str, name: str) -> None:
    open_drawing(wide, app, f"network={name}")
    picture = wide.locator(".evidence-picture")
    picture.press("Home")
    seen = {said(wide).inner_text()}
    for _ in drawing(name).nodes[1:]:
        picture.press("PageDown")
        seen.add(said(wide).inner_text())
    assert len(seen) == len(drawing(name).nodes)


def test_two_fingers_zoom(new_page: NewPage, app: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 1500}, has_touch=True)
    open_drawing(page, app)
    page.locator(".evidence-picture").focus()
    before = view(page)["scale"]
    box = page.locator(".evidence-canvas").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 300
    session = page.context.new_cdp_session(page)

    def fingers(kind: str, apart: int) -> None:
        points = [{"x": x - apart, "y": y, "id": 1}, {"x": x + apart, "y": y, "id": 2}]
        told = {"type": kind, "touchPoints": points if kind != "touchEnd" else []}
        session.send("Input.dispatchTouchEvent", told)

    fingers("touchStart", 40)
    for apart in range(50, 130, 10):
        fingers("touchMove", apart)
        page.wait_for_timeout(20)
    fingers("touchEnd", 0)
    page.wait_for_timeout(300)
    assert view(page)["scale"] > before * 1.2
