"""Send a view, take it along, show it elsewhere: by a real browser, read by real readers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from evidence_explorer.sharing.formats import forms_of
from evidence_explorer.sharing.pages import PAGES
from evidence_literature.dates import Date
from evidence_literature.formats import Located
from evidence_literature.formats.csl_json import read_csl_json
from evidence_literature.formats.ris import read_ris
from tests.browser.reader import settled, visit
from tests.browser.serving import serving
from tests.browser.test_accessibility import axe, faults
from tests.explorer.sharing.files import read_csv, read_graphml, read_page, read_svg, read_xlsx

pytestmark = pytest.mark.browser

__all__ = ["axe"]

VIEWS = {
    "matrix": "?page=matrix&language=nl",
    "network": "?page=network&language=nl",
    "elements": "?page=elements&language=en",
    "element": "?page=element&element=alliance&language=nl",
    "sources": "?page=sources&language=nl",
    "source": "?page=source&source=pijnenburg-2010&language=en",
    "recommendations": "?page=recommendations&language=nl",
    "gaps": "?page=gaps&without=pijnenburg-2010&language=nl",
    "compare": "?page=compare&compared=element/alliance+element/self-direction&language=nl",
    "search": "?page=search&q=vertrouwen&language=nl",
}


def fetch(explorer: str, form: str, view: str) -> bytes:
    """Ask for a file as a program would, without a browser."""
    with urlopen(f"{explorer}/evidence/export/{form}{view}", timeout=60) as answer:  # noqa: S310
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
        content: bytes = answer.read()
        return content


def test_every_page_with_data_is_tried() -> None:
    assert set(VIEWS) == set(PAGES)


@pytest.mark.parametrize("name", VIEWS)
def test_every_form_of_every_page_is_read_by_its_own_reader(explorer: str, name: str) -> None:
    view = VIEWS[name]
    table = read_csv(fetch(explorer, "csv", view))
    book = list(read_xlsx(fetch(explorer, "xlsx", view)).values())
    assert (book[0].head, book[0].rows) == (table.head, table.rows)
    assert table.rows
    link = next(line for line in table.about if "/?page=" in line)
    assert f"page={name}" in link
    paper = read_page(fetch(explorer, "html", view))
    assert link.split(": ", 1)[1] in paper.text
    if "svg" in forms_of(name):  # type: ignore[arg-type]
        assert read_svg(fetch(explorer, "svg", view)).about["identifier"] in link
    if "graphml" in forms_of(name):  # type: ignore[arg-type]
        graph = read_graphml(fetch(explorer, "graphml", view))
        assert graph.number_of_nodes() == len(table.rows)


def test_a_list_holds_what_the_page_shows_and_the_pages_after_it(
    page: Page, explorer: str, outside_requests: list[str]
) -> None:
    found = read_csv(fetch(explorer, "csv", VIEWS["elements"])).rows
    shown: list[list[str]] = []
    visit(page, explorer, VIEWS["elements"])
    for _ in range(20):
        lines = page.locator("table.list tbody tr").all()
        shown += [
            [one.strip() for one in line.locator("th, td").all_inner_texts()] for line in lines
        ]
        after = page.locator("a[rel='next']")
        if not after.count():
            break
        href = after.first.get_attribute("href")
        after.first.click()
        settled(page, href)
    assert len(found) == len(shown) > 100
    for row, cells in zip(found, shown, strict=True):
        assert row[0] == cells[0]
        assert row[1].replace("; ", ", ") == cells[1]
        assert list(row[2:5]) == [one.split("\n")[-1] for one in cells[2:5]]
    assert outside_requests == []


def test_a_file_of_some_findings_holds_those_only(explorer: str) -> None:
    everything = read_csv(fetch(explorer, "csv", "?page=element&element=alliance&language=nl"))
    chosen = "?page=element&element=alliance&domain=youth-mental-health&lanes=effect&language=nl"
    some = read_csv(fetch(explorer, "csv", chosen))
    assert (len(some.rows), len(everything.rows)) == (1, 26)
    assert some.rows[0] in everything.rows
    assert {"# Domein: Jeugd-ggz", "# Spoor: Effect"} <= set(some.about)


def test_the_bar_copies_the_link_and_saves_each_form(
    browser: Browser, explorer: str, tmp_path: Path
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, explorer, VIEWS["network"])
    bar = page.locator(".share")
    bar.locator("summary").click()
    bar.get_by_role("button", name="Link kopiëren").click()
    bar.get_by_text("Gekopieerd").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == f"{explorer}/{VIEWS['network']}"
    for label, ending in (("Excel", "xlsx"), ("SVG", "svg"), ("GraphML", "graphml")):
        with page.expect_download() as waited:
            bar.get_by_role("link", name=label).click()
        assert waited.value.suggested_filename == f"evidence-explorer-network.{ending}"
    with page.expect_download() as waited:
        bar.get_by_role("link", name="PNG").click()
    waited.value.save_as(tmp_path / "network.png")
    drawn = read_svg(fetch(explorer, "svg", VIEWS["network"]))
    with Image.open(tmp_path / "network.png") as image:
        image.load()
        assert image.info["Title"] == drawn.about["title"]
        assert image.info["URL"] == f"{explorer}/{VIEWS['network']}"
        assert image.info["Creation Time"] == drawn.about["date"]
        assert image.info["Source"] == drawn.about["source"]
        colours = image.convert("RGB").getcolors(maxcolors=2**24)
    assert colours is not None
    assert len(colours) > 20
    context.close()


@pytest.fixture
def paper(explorer: str, tmp_path: Path) -> Path:
    """The network as a page for hand-outs, as a file."""
    file = tmp_path / "paper.html"
    file.write_bytes(fetch(explorer, "html", VIEWS["network"]))
    return file


def test_a_hand_out_needs_no_network(browser: Browser, paper: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(paper.as_uri())
    assert page.evaluate(
        "() => document.fonts.ready.then(() => [...document.fonts].map(f => f.status))"
    )
    card = page.locator(".picture a").nth(3)
    target = str(card.get_attribute("href"))
    before = page.locator(".picture svg").get_attribute("viewBox")
    card.click()
    chosen = page.locator(target)
    assert chosen.is_visible()
    assert page.locator(".readings article:visible").count() == 1
    page.locator("button[data-do='in']").click()
    nearer = page.locator(".picture svg").get_attribute("viewBox")
    assert nearer != before
    page.locator("button[data-do='whole']").click()
    assert page.locator(".picture svg").get_attribute("viewBox") == before
    card.focus()
    page.keyboard.press("+")
    assert page.locator(".picture svg").get_attribute("viewBox") != before
    box = page.locator(".picture svg").bounding_box()
    assert box
    here = page.locator(".picture svg").get_attribute("viewBox")
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 220, steps=5)
    page.mouse.up()
    assert page.locator(".picture svg").get_attribute("viewBox") != here
    assert page.evaluate("() => location.hash") == target
    assert [one for one in asked if not one.startswith(("file:", "data:"))] == []
    assert len([one for one in asked if one.startswith("file:")]) == 1
    assert said == []
    context.close()


def test_a_hand_out_prints_on_its_side_as_lines_and_letters(browser: Browser, paper: Path) -> None:
    page = browser.new_page()
    page.goto(paper.as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert b"/MediaBox [0 0 841" in printed or b"/MediaBox [0 0 842" in printed
    assert b"/Subtype /Image" not in printed
    assert b"/Font" in printed


def test_a_hand_out_fits_a_small_screen(browser: Browser, paper: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.goto(paper.as_uri())
    wide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert wide <= 0


@contextmanager
def _elsewhere(folder: Path, source: str) -> Iterator[str]:
    """Serve a page of somebody else that shows an address in a frame."""
    (folder / "index.html").write_text(
        f'<!doctype html><title>Elders</title><iframe src="{source}" width="1000" height="900">'
        "</iframe>",
        encoding="utf-8",
    )
    serve = partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), serve)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def test_a_view_is_shown_in_another_site_and_stays_there(
    browser: Browser, explorer: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    source = f"{explorer}/?page=elements&framed=yes&language=nl"
    with _elsewhere(tmp_path, source) as site:
        page.goto(site)
        inside = page.frame_locator("iframe")
        inside.locator("h1").wait_for()
        assert inside.locator("h1").inner_text() == "Werkzame elementen"
        assert inside.locator(".ways").count() == 0
        assert inside.locator(".share").count() == 0
        whole = inside.locator("header a")
        assert whole.get_attribute("href") == "?page=elements&language=nl"
        assert whole.get_attribute("target") == "_blank"
        inside.locator("table.list th a").first.click()
        inside.locator(".tally").first.wait_for()
        assert "framed=yes" in page.frames[1].url
    page.close()


def test_what_does_not_ask_for_it_is_not_shown_elsewhere(
    browser: Browser, explorer: str, tmp_path: Path
) -> None:
    page = browser.new_page()
    with _elsewhere(tmp_path, f"{explorer}/?page=elements&language=nl") as site:
        page.goto(site)
        page.wait_for_timeout(1500)
        assert page.frame_locator("iframe").locator("#root").count() == 0
    page.close()


@pytest.mark.parametrize("setting", ["none", "example.org"])
def test_the_setting_closes_the_door(
    browser: Browser, study_graph: Path, tmp_path: Path, setting: str
) -> None:
    with (
        serving(study_graph, tmp_path / "log.txt", {"EVIDENCE_EMBED_IN": setting}) as address,
        _elsewhere(tmp_path, f"{address}/?page=elements&framed=yes") as site,
    ):
        page = browser.new_page()
        page.goto(site)
        page.wait_for_timeout(1500)
        assert page.frame_locator("iframe").locator("#root").count() == 0
        page.close()


def test_a_source_is_cited(page: Page, explorer: str, outside_requests: list[str]) -> None:
    visit(page, explorer, VIEWS["source"])
    assert page.locator("#apa").inner_text() == "Pijnenburg. (2010). [title not known]."
    for form, reading in (("ris", read_ris), ("csl-json", read_csl_json)):
        link = page.locator(f"a[href^='evidence/cite/{form}']").get_attribute("href")
        with urlopen(f"{explorer}/{link}", timeout=20) as answer:  # noqa: S310
            text = answer.read().decode()
        (found,) = reading(text)
        assert isinstance(found, Located)
        assert found.record.id == "pijnenburg-2010"
        assert found.record.issued == Date(2010)
    assert outside_requests == []


def test_what_cannot_be_saved_says_so(page: Page, explorer: str) -> None:
    for address, said in (
        ("evidence/export/svg?page=elements&language=nl", "kan niet in deze vorm"),
        ("evidence/export/nonsense?page=elements&language=en", "cannot be saved in this form"),
        ("evidence/export/csv?page=element&element=nobody&language=en", "nothing to save here"),
        ("evidence/cite/ris?page=source&source=nobody&language=nl", "niets om te bewaren"),
    ):
        answer = page.goto(f"{explorer}/{address}")
        assert answer
        assert answer.status == 404
        assert said in page.locator("body").inner_text()
        page.locator("a").first.click()
        settled(page)


def test_the_bar_and_a_hand_out_break_no_rule_of_axe(
    page: Page, explorer: str, axe: str, paper: Path
) -> None:
    for view in (VIEWS["network"], VIEWS["source"]):
        visit(page, explorer, view)
        for summary in page.locator(".share summary, .cited summary").all():
            summary.click()
        page.locator(".share textarea").wait_for()
        assert faults(page, axe) == [], view
    # The policy of a hand-out lets nothing in, so the engine looks at a copy without it.
    text = paper.read_text(encoding="utf-8")
    copy = paper.with_name("copy.html")
    copy.write_text(text.replace("http-equiv=", "data-was="), encoding="utf-8")
    page.goto(copy.as_uri())
    assert faults(page, axe) == []
    page.locator(".picture a").first.click()
    assert faults(page, axe) == []
