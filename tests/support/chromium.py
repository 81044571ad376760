"""Fixtures that give a test a headless Chromium, and the proof that nothing went outside."""

import ipaddress
import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, WebSocket, sync_playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    # Whatever a page asks for, no name outside this machine is ever looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE ::1",
)

NewPage = Callable[..., Page]


def find_chromium() -> str | None:
    """Find a Chromium on this machine.

    Returns:
        Its path: that of the variable CHROMIUM first, None where there is none.
    """
    wanted = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [wanted] if wanted else NAMES)), None)


def why_no_browser() -> str | None:
    """Find out whether a browser can be had.

    Returns:
        The reason why not, None when it can be had.
    """
    if find_chromium() is not None:
        return None
    wanted = os.environ.get("CHROMIUM")
    return f"CHROMIUM names no program: {wanted}" if wanted else "there is no Chromium or Chrome"


def is_outside(url: str) -> bool:
    """Tell whether a request would leave this machine.

    Returns:
        True for every host that is not loopback; addresses without a host stay inside.
    """
    host = urlsplit(url).hostname
    if host is None or host == "localhost" or host.endswith(".localhost"):
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, the same for all tests."""
    path = find_chromium()
    if path is None:
        pytest.fail(f"No browser: {why_no_browser()}", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def outside_requests() -> list[str]:
    """Addresses outside this machine that the pages of the test asked for; must stay empty."""
    return []


@pytest.fixture
def console_errors() -> list[str]:
    """Errors that the pages of the test wrote to the console or did not catch."""
    return []


@pytest.fixture
def new_page(
    browser: Browser, outside_requests: list[str], console_errors: list[str]
) -> Iterator[NewPage]:
    """Opens a page in a context of its own: `new_page(locale="nl-NL", viewport={...})`."""
    contexts = []

    def note(request: Request | WebSocket) -> None:
        if is_outside(request.url):
            outside_requests.append(request.url)

    def watch(page: Page) -> None:
        page.on("websocket", note)
        page.on("pageerror", lambda error: console_errors.append(str(error)))
        page.on(
            "console",
            lambda message: (
                console_errors.append(message.text) if message.type == "error" else None
            ),
        )

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.on("request", note)
        context.on("page", watch)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A page in a fresh context: no cookies, storage or cache of another test."""
    return new_page()
