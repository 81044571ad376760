"""Every page, in either language, wide and narrow, light and dark: axe-core finds nothing.

No page complains, scrolls sideways or asks anything of another host either.

Source: WCAG 2.2, levels A and AA, as far as axe-core can tell; it cannot tell everything.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.reader import heading, visit

pytestmark = pytest.mark.browser

EVERY_PAGE = (
    "",
    "?page=matrix",
    "?page=gaps&without=steketee-jansma-gilsing-2015",
    "?page=compare",
    "?page=compare&compared=element%2Falliance+element%2Fself-direction",
    "?page=compare&compared=domain%2Fsocial-domain+domain%2Flocal-teams",
    "?page=search",
    "?page=search&q=praktische+ondersteuning",
    "?page=search&q=aliantie&kind=finding",
    "?page=search&q=qqqqxyz",
    "?page=network",
    "?page=network&centre=trust-and-safety&element=trust-and-safety&steps=2",
    "?page=network&mode=around&centre=alliance&q=vertrouwen",
    "?page=network&mode=sources",
    "?page=network&mode=sources&source=pijnenburg-2010&opened=alliance",
    "?page=network&mode=path&centre=practical-help&goal=integrated-working",
    "?page=network&mode=domain&domain=youth&faint=thing/domain",
    "?page=elements",
    "?page=element&element=self-direction",
    "?page=element&element=alliance&domain=youth-mental-health&lanes=effect",
    "?page=element&element=no-such-thing",
    "?page=sources",
    "?page=source&source=steketee-jansma-gilsing-2015",
    "?page=source&source=no-such-thing",
    "?page=recommendations",
    "?page=about",
    "?page=accessibility",
    "?page=about&source=no-such-thing",
    "?columns=all",
    "?page=what&steps=x",
)
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
def test_no_page_breaks_a_rule_complains_scrolls_sideways_or_asks_another_host(
    new_page: Callable[..., Page],
    explorer: str,
    axe: str,
    outside_requests: list[str],
    console_errors: list[str],
    language: str,
    width: int,
    scheme: str,
) -> None:
    page = new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    scroller = page.locator("[data-testid='stMain']")
    for view in EVERY_PAGE:
        visit(page, explorer, f"{view or '?'}&language={language}".replace("?&", "?"))
        page.wait_for_timeout(150)
        assert heading(page), view
        assert page.locator("h1").count() == 1, view
        assert page.locator("[data-testid='stException']").count() == 0, view
        assert scroller.evaluate("one => one.scrollWidth - one.clientWidth") <= 0, view
        assert faults(page, axe) == [], view
        assert (outside_requests, console_errors) == ([], []), view


def test_the_engine_finds_what_is_wrong(page: Page, explorer: str, axe: str) -> None:
    visit(page, explorer, "?page=matrix&language=nl")
    page.evaluate("() => { document.querySelector('h1').innerHTML += '<img src=x>'; }")
    assert any(fault.startswith("image-alt") for fault in faults(page, axe))
