"""Hostile text in every field of the data stays text on every page."""

from __future__ import annotations

import csv
import shutil
import zipfile
from collections.abc import Callable, Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.reader import visit
from tests.browser.serving import DATA, ingest, serving
from tests.explorer.sharing.files import read_csv, read_graphml, read_page, read_svg, read_xlsx

pytestmark = pytest.mark.browser

PAYLOADS = (
    "<script>window.hacked=1</script>",
    "\"'><img src=x onerror=window.hacked=1>",
    "<svg onload=window.hacked=1>",
    "[x](javascript:window.hacked=1) ![x](http://evil.example/x.png)",
    '=HYPERLINK("http://evil.example") {0} $x$ :material/home: &lt;b&gt;',
    "\u202egnirts\u2066 " + "w" * 300,
    "</td></tr></table></div><h1>not-ours</h1>",
)  # A number that no table's columns are a multiple of, so that each text meets each payload.
# Free text for readers; ids, codes and printed forms tie records together and stay as they are.
TEXTS = {
    *("label", "definition", "synonyms", "paraphrase"),
    *("condition", "consequence", "word", "note", "question", "terms", "searchedIn"),
    *("exclusions", "selection", "base"),
}
OTHERS = {"shortName", "title", "authors", "section", "page", "figure", "period", "performedBy"}

PAGES = (
    "?",
    "?page=matrix",
    "?page=search&q=alliantie",
    "?page=search&q=window+hacked&kind=finding",
    "?page=network",
    "?page=network&element=self-direction&centre=self-direction&steps=3",
    "?page=network&mode=sources&source=pijnenburg-2010",
    "?page=network&mode=path&centre=practical-help&goal=integrated-working",
    "?page=network&mode=domain&domain=youth",
    "?page=elements",
    "?page=element&element=self-direction",
    "?page=element&element=alliance",
    "?page=sources",
    "?page=source&source=steketee-jansma-gilsing-2015",
    "?page=source&source=barnhoorn-2013",
    "?page=recommendations",
    "?page=about",
    "?page=gaps&without=steketee-jansma-gilsing-2015",
    "?page=compare",
    "?page=compare&compared=element%2Falliance+element%2Fself-direction",
    "?page=compare&compared=domain%2Fsocial-domain+domain%2Flocal-teams",
    "?columns=all",
)


def _spoil(file: Path, start: int) -> int:
    with file.open(encoding="utf-8-sig", newline="") as source:
        table = csv.DictReader(source)
        columns, rows = list(table.fieldnames or ()), list(table)
    number = start
    for row in rows:
        for column, value in row.items():
            if column in OTHERS or column.removesuffix("Nl").removesuffix("En") in TEXTS:
                number += 1
                row[column] = f"{value} {PAYLOADS[number % len(PAYLOADS)]}".strip()
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        writer = csv.DictWriter(target, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return number


@pytest.fixture(scope="module")
def hostile_explorer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer on the study's data with hostile text behind every text."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(DATA, folder / "data")
    spoilt = 0
    for file in sorted((folder / "data").rglob("*.csv")):
        spoilt = _spoil(file, spoilt)
    assert spoilt > 500
    ingest(folder / "data", folder / "graph")
    with serving(folder / "graph", folder / "log.txt") as address:
        yield address


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_stays_text(
    page: Page,
    hostile_explorer: str,
    outside_requests: list[str],
    console_errors: list[str],
    language: str,
) -> None:
    for view in PAGES:
        visit(page, hostile_explorer, f"{view}&language={language}".replace("?&", "?"))
        for summary in page.locator("summary").all():
            summary.click()
        page.wait_for_timeout(200)
        _is_text(page, view)
        assert (outside_requests, console_errors) == ([], []), view


def _is_text(page: Page, view: str) -> None:
    text = page.locator("#main").inner_text()
    assert len([one for one in PAYLOADS if one.split()[0][:20] in text]) >= 3, view
    assert page.evaluate("() => window.hacked") is None, view
    for wrong in (
        ":is(script, svg[onload], img[onerror])",
        "img:not([src^='evidence/signs/'])",
        "a:not([href^='?'], [href^='#'], [href^='evidence/cite/'], [rel~='noopener'])",
    ):
        assert page.locator(f"#main {wrong}").count() == 0, view
    assert page.locator("h1").count() == 1, view
    scroller = page.locator("[data-testid='stMain']")
    assert scroller.evaluate("one => one.scrollWidth - one.clientWidth") <= 0, view


FILES = {
    "matrix": ("csv", "xlsx", "svg", "html"),
    "network": ("csv", "xlsx", "svg", "graphml", "html"),
    "network&element=self-direction&centre=self-direction&steps=3": ("svg", "graphml", "html"),
    "network&mode=sources": ("csv", "svg", "graphml", "html"),
    "elements": ("csv", "xlsx", "html"),
    "element&element=alliance": ("csv", "xlsx", "html"),
    "sources": ("csv", "xlsx", "html"),
    "source&source=barnhoorn-2013": ("csv", "xlsx", "html"),
    "recommendations": ("csv", "xlsx", "html"),
    "gaps&without=barnhoorn-2013": ("csv", "xlsx", "html"),
    "compare&compared=element%2Falliance+element%2Fself-direction": ("csv", "xlsx", "html"),
    "search&q=alliantie": ("csv", "xlsx", "html"),
}
READERS: dict[str, Callable[[bytes], object]] = {
    "csv": read_csv,
    "xlsx": read_xlsx,
    "svg": read_svg,
    "graphml": read_graphml,
    "html": read_page,
}


@pytest.mark.parametrize("view", FILES)
def test_it_stays_text_in_every_file(
    browser: Browser, hostile_explorer: str, view: str, tmp_path: Path
) -> None:
    for form in FILES[view]:
        address = f"{hostile_explorer}/evidence/export/{form}?page={view}&language=nl"
        with urlopen(address, timeout=60) as answer:  # noqa: S310
            content = answer.read()
        READERS[form](content)
        text = content.decode("utf-8", "replace") if form != "xlsx" else _shared(content)
        shown = unescape(text)
        assert len([one for one in PAYLOADS if one.split()[0][:20] in shown]) >= 3, form
    (tmp_path / "paper.html").write_bytes(content)
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "paper.html").as_uri())
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("h1").count() == 1
    assert page.locator(":is(img, svg[onload], a:not([href^='#']))").count() == 0
    context.close()


def _shared(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as book:
        return book.read("xl/sharedStrings.xml").decode()


def test_a_hostile_address_stays_text(page: Page, explorer: str, console_errors: list[str]) -> None:
    for payload in PAYLOADS:
        told = urlencode({"page": payload, "steps": payload, "language": "en"})
        visit(page, explorer, f"?{told}")
        assert payload.split()[0][:20] in page.locator(".remark").inner_text()
        told = urlencode({"page": "element", "element": payload[:200], "language": "en"})
        visit(page, explorer, f"?{told}")
        assert page.evaluate("() => window.hacked") is None
        assert console_errors == []
