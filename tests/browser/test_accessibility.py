"""axe-core finds nothing on any page, in either language, wide and narrow, light and dark.

Source: WCAG 2.2, levels A and AA, as far as axe-core can tell; it cannot tell everything.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.reader import visit
from tests.browser.test_reading import EVERY_PAGE

pytestmark = pytest.mark.browser

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def axe() -> str:
    """The engine, as its package ships it; nothing is fetched."""
    return (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page, axe: str) -> list[str]:
    """Say what the engine finds on the page: the rule and the first thing that breaks it."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate("levels => axe.run(document, {runOnly: levels})", LEVELS)
    assert found["passes"], "the engine looked at something"
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


@pytest.mark.parametrize(
    ("language", "width", "scheme"),
    [
        ("nl", 1280, "light"),
        ("en", 1280, "light"),
        ("nl", 320, "light"),
        ("en", 320, "light"),
        ("nl", 1280, "dark"),
    ],
)
def test_no_page_breaks_a_rule(
    new_page: Callable[..., Page], explorer: str, axe: str, language: str, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for view in EVERY_PAGE:
        visit(page, explorer, f"{view or '?'}&language={language}".replace("?&", "?"))
        page.wait_for_timeout(150)
        assert faults(page, axe) == [], view


def test_the_engine_finds_what_is_wrong(page: Page, explorer: str, axe: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    page.evaluate("() => { document.querySelector('h1').innerHTML += '<img src=x>'; }")
    assert any(fault.startswith("image-alt") for fault in faults(page, axe))
