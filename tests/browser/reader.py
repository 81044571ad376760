"""What a person does with the explorer in a browser, and what he or she then sees."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

# The view of this address is shown, and nothing is being made any more.
_SETTLED = """
wanted => {
  const views = [...document.querySelectorAll("[data-view]")];
  const app = document.querySelector(".stApp");
  return app && app.dataset.testScriptState === "notRunning"
    && views.length > 0 && (wanted === null || views.at(-1).dataset.view === wanted);
}
"""
PATIENCE = 20_000


def settled(page: Page, view: str | None = None) -> None:
    """Wait until a view is shown; any view where none is named."""
    page.wait_for_function(_SETTLED, arg=view, timeout=PATIENCE)


def visit(page: Page, explorer: str, address: str = "") -> None:
    """Type an address."""
    page.goto(f"{explorer}/{address}")
    settled(page)


def follow(page: Page, link: Locator, *, by_key: bool = False) -> str:
    """Click a link, or press Enter on it, and wait for its view."""
    href = link.first.get_attribute("href")
    assert href
    if by_key:
        link.first.focus()
        page.keyboard.press("Enter")
    else:
        link.first.click()
    settled(page, href)
    return href


def heading(page: Page) -> str:
    """What the page is about."""
    return page.locator("h1").inner_text()


def address(page: Page) -> str:
    """What stands in the address bar after the host."""
    return "?" + page.url.partition("?")[2]
