"""The desk in a browser: ten proposals by keyboard, who sees it, what a hostile text does."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page

from evidence_desk import log
from evidence_desk.accounts import save
from evidence_desk.folder import DeskFolder
from evidence_desk.serving import entry
from evidence_desk.settings import DATA, FOLDER, LOGIN, user_of_this_machine
from evidence_explorer.selection import Selection, href
from tests.browser.reader import heading, settled, visit
from tests.browser.serving import ingest, serving
from tests.browser.test_accessibility import axe, faults
from tests.desk.laying import laid
from tests.ingest.tables import STUDY, DataFolder

__all__ = ["axe"]
pytestmark = pytest.mark.browser

SENTENCE = "<img src=x onerror=alert(1)> Vertrouwen helpt in geval {} bij gezinnen (Jansen, 2015)."
REPORT = "1 Wat helpt\n\n" + "\n\n".join(SENTENCE.format(n) for n in range(12)) + "\n"
VIEW = "() => [...document.querySelectorAll('[data-view]')].at(-1).dataset.view"
NEW_VIEW = """old => {
  const view = [...document.querySelectorAll("[data-view]")].at(-1);
  const app = document.querySelector(".stApp");
  return view && view.dataset.view !== old && app.dataset.testScriptState === "notRunning";
}"""
FOCUS = "() => document.activeElement.tagName"
QUEUE = "?desk=queue&language=nl"


@dataclass(frozen=True)
class Served:
    """A desk that runs."""

    address: str
    data: DataFolder
    folder: DeskFolder


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    """A desk without a login, with a report on it."""
    yield from _served(tmp_path, "none")


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Served]:
    """A desk with one account."""
    yield from _served(tmp_path, "account")


def _served(path: Path, login: str) -> Iterator[Served]:
    data = DataFolder(path / "data")
    folder = laid(path / "desk", data.path, REPORT)
    if login == "account":
        save(folder.accounts, "anna", "a long password")
    ingest(data.path, path / "graph")
    variables = {FOLDER: str(folder.path), DATA: str(data.path), LOGIN: login}
    with serving(path / "graph", path / "log.txt", variables, entry()) as address:
        yield Served(address, data, folder)
    text = (path / "log.txt").read_text("utf-8", "replace")
    assert "Traceback" not in text, text
    assert "gezinnen" not in text


def press(page: Page, *keys: str) -> float:
    """Press keys and wait for the next proposal; gives the seconds."""
    before, began = page.evaluate(VIEW), time.monotonic()
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_function(NEW_VIEW, arg=before, timeout=60_000)
    return time.monotonic() - began


def test_ten_proposals_by_keyboard_alone(
    page: Page, desk: Served, outside_requests: list[str]
) -> None:
    visit(page, desk.address, QUEUE)
    assert heading(page) == "Voorstel 1 van 12"
    assert page.locator(".desk-passage").inner_text().startswith("<img src=x")
    spent: dict[str, list[float]] = {"accepted": [], "refused": [], "skipped": []}
    for number in range(10):
        what = ("accepted", "refused", "skipped", "refused")[number % 4]
        if number:
            assert page.evaluate(FOCUS) == "H1"
        if what != "accepted":
            spent[what].append(press(page, "x" if what == "refused" else "s"))
            continue
        if not number:
            # From the top of a fresh page; afterwards the focus stands at the heading.
            page.locator("h1").focus()
        _to_the_first_field(page)
        page.keyboard.insert_text(f"Geval {number}, eigen woorden.")
        page.keyboard.press("Tab")
        page.keyboard.insert_text(f"Case {number}, our own words.")
        spent[what].append(press(page, "Control+Enter"))
    press(page, "u")
    events = log.read(desk.folder.log).events
    decided = [one.what for one in events if one.what != "added"]
    assert decided == ["accepted", "refused", "skipped", "refused"] * 2 + [
        "accepted",
        "refused",
        "undone",
    ]
    assert {one.by for one in events if one.what != "added"} == {user_of_this_machine()}
    findings = desk.data.text(f"{STUDY}/findings")
    assert [f"Geval {n}, eigen woorden." in findings for n in (0, 4, 8)] == [True] * 3
    assert "<img" not in findings
    print({what: [round(one, 2) for one in times] for what, times in spent.items()})  # noqa: T201
    # Several hundred an hour: the app itself must not take the ten seconds that one may take.
    assert max(max(times) for times in spent.values()) < 30
    assert outside_requests == []


def _to_the_first_field(page: Page) -> None:
    # Streamlit fetches the script of a kind of field when a page first has one: the buttons and
    # the folded parts of the form may stand there a moment before the fields do.
    page.locator("textarea").first.wait_for()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUS) == "TEXTAREA":
            return
    raise AssertionError("Tab does not lead from the heading to the first field")


def test_letters_rest_while_one_types_and_can_be_switched_off(page: Page, desk: Served) -> None:
    visit(page, desk.address, QUEUE)
    page.get_by_label("In uw eigen woorden, in het Nederlands").focus()
    page.keyboard.type("axsu")
    page.get_by_role("link", name="Zet ze uit").click()
    page.get_by_text("Losse toetsen zijn uitgezet").wait_for()
    settled(page)
    for key in "axsu":
        page.keyboard.press(key)
    page.wait_for_timeout(1500)
    assert [one.what for one in log.read(desk.folder.log).events] == ["added"]
    assert page.get_by_role("button", name="Aannemen").inner_text().strip() == "Aannemen"


def test_what_is_wrong_stands_beside_its_field(page: Page, desk: Served) -> None:
    visit(page, desk.address, QUEUE)
    passage = page.locator(".desk-passage").inner_text()
    page.get_by_label("In uw eigen woorden, in het Nederlands").fill(passage)
    press(page, "Control+Enter")
    assert page.locator("[role=alert]").first.inner_text().startswith("Nog niet opgeslagen")
    wrong = page.locator("p.desk-wrong:not([role])").all_inner_texts()
    assert "Vul dit in." in wrong
    assert any("Deze woorden staan in dezelfde volgorde" in one for one in wrong)
    field = page.get_by_label("In uw eigen woorden, in het Nederlands")
    assert field.input_value() == passage
    assert "Geval" not in desk.data.text(f"{STUDY}/findings")


def test_the_second_curator_sees_what_the_first_did_and_loses_nothing(
    page: Page, desk: Served
) -> None:
    visit(page, desk.address, QUEUE)
    page.get_by_label("In uw eigen woorden, in het Nederlands").fill("Van mij.")
    page.get_by_label("In uw eigen woorden, in het Engels").fill("Mine.")
    desk.data.replace(f"{STUDY}/findings", "Vertrouwen is nodig.", "Vertrouwen telt.")
    press(page, "Control+Enter")
    told = page.locator(".desk-news").inner_text()
    assert "De tabellen zijn veranderd" in told
    assert "Van mij." not in desk.data.text(f"{STUDY}/findings")
    field = page.get_by_label("In uw eigen woorden, in het Nederlands")
    assert field.input_value() == "Van mij."
    field.focus()
    press(page, "Control+Enter")
    findings = desk.data.text(f"{STUDY}/findings")
    assert "Van mij." in findings
    assert "Vertrouwen telt." in findings


@pytest.mark.parametrize("address", [QUEUE, "?desk=list&language=en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_accessible(
    page: Page, desk: Served, axe: str, address: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 320, "height": 700})
    visit(page, desk.address, address)
    assert faults(page, axe) == []
    wide = "() => document.querySelector('[data-testid=stMain]').scrollWidth"
    assert page.evaluate(wide) <= 320


def test_readers_never_see_the_desk(page: Page, explorer: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    assert page.get_by_text("Redactie", exact=True).count() == 0
    visit(page, explorer, QUEUE)
    assert page.locator(".desk").count() == 0
    assert page.get_by_text("Redactie", exact=True).count() == 0


def test_an_embedded_view_never_leads_to_the_desk(page: Page, desk: Served) -> None:
    visit(page, desk.address, href(Selection(page="matrix", embed=True)))
    assert page.get_by_text("Redactie", exact=True).count() == 0
    page.evaluate(
        "href => document.dispatchEvent("
        "new CustomEvent('evidence:go', { detail: { href, stay: false } }))",
        QUEUE,
    )
    page.wait_for_timeout(1500)
    settled(page)
    assert page.locator(".desk").count() == 0


def test_writing_needs_the_login_and_reading_does_not(page: Page, guarded: Served) -> None:
    visit(page, guarded.address, QUEUE)
    assert page.locator(".desk-passage").count() == 0
    page.get_by_label("Naam", exact=True).fill("anna")
    page.get_by_label("Wachtwoord", exact=True).fill("a wrong password")
    page.keyboard.press("Enter")
    page.get_by_text("horen niet bij elkaar").wait_for()
    page.get_by_label("Wachtwoord", exact=True).fill("a long password")
    page.keyboard.press("Enter")
    page.locator(".desk-passage").wait_for(timeout=30_000)
    settled(page)
    page.locator("h1").focus()
    press(page, "x")
    assert log.read(guarded.folder.log).events[-1].by == "anna"
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_label("Naam", exact=True).wait_for()
    visit(page, guarded.address, "?page=matrix&language=nl")
    assert page.locator("table").count() == 1


@pytest.mark.parametrize(
    "headers",
    [{"Host": "rebound.example"}, {"X-Forwarded-For": "10.0.0.9"}, {"Via": "1.1 proxy"}],
    ids=json.dumps,
)
def test_without_a_login_only_this_machine_gets_in(desk: Served, headers: dict[str, str]) -> None:
    request = urllib.request.Request(f"{desk.address}/", headers=headers)  # noqa: S310
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(request, timeout=10)  # noqa: S310
