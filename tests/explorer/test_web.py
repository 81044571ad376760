"""The page around the app, our files, and the headers on every answer."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount

from evidence_explorer.selection import LANGUAGES, Language
from evidence_explorer.signs_svg import CODES, sign_svg
from evidence_explorer.web import POLICY, STATIC, Guard, headers, routes, shell, versioned


async def _rest(scope: Any, receive: Any, send: Any) -> None:
    await PlainTextResponse("streamlit")(scope, receive, send)


APP = Guard(Starlette(routes=[*routes(), Mount("/", app=_rest)]))


def get(path: str, query: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
    """Ask the app as a browser would."""
    sent: list[Any] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [
            (name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()
        ],
        "server": ("localhost", 80),
        "client": ("localhost", 1),
        "scheme": "http",
        "http_version": "1.1",
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(APP(scope, receive, send))
    start = sent[0]
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    body = b"".join(one.get("body", b"") for one in sent[1:])
    return start["status"], found, body.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shell_speaks_the_language_and_runs_nothing_inline(language: Language) -> None:
    page = shell(language)
    assert f'<html lang="{language}"' in page
    assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", page)
    assert not re.search(r"\son\w+=", page)
    assert 'type="module"' in page
    assert 'id="root"' in page
    assert not re.search(r"https?://", page)


@pytest.mark.parametrize(
    ("query", "accept", "language"),
    [
        ("", "en-GB,en", "en"),
        ("", "nl", "nl"),
        ("", "fr", "nl"),
        ("language=en", "nl", "en"),
        ("language=<script>", "en", "en"),
    ],
)
def test_the_start_page_follows_address_and_browser(query: str, accept: str, language: str) -> None:
    status, headers, body = get("/", query, accept_language=accept)
    assert status == 200
    assert f'<html lang="{language}"' in body
    assert "Accept-Language" in headers["vary"]
    assert headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/_stcore/health", "/evidence/style.css", "/evidence/none"])
def test_every_answer_carries_the_headers(path: str) -> None:
    _, sent, _ = get(path)
    expected = headers("'none'")
    assert {name: sent[name.lower()] for name in expected} == expected
    assert sent["x-frame-options"] == "DENY"


def test_the_policy_allows_no_inline_script_and_no_other_host() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert "http" not in POLICY
    assert "*" not in POLICY


@pytest.mark.parametrize("name", STATIC)
def test_our_files_are_served_and_change_their_address_with_their_content(name: str) -> None:
    status, headers, body = get(f"/evidence/{name}")
    assert status == 200
    assert headers["content-type"].startswith(STATIC[name])
    assert "immutable" in headers["cache-control"]
    assert body
    assert re.fullmatch(rf"evidence/{re.escape(name)}\?v=[0-9a-f]{{12}}", versioned(name))


@pytest.mark.parametrize("path", ["/evidence/app.py", "/evidence/signs/X.svg"])
def test_nothing_else_is_served(path: str) -> None:
    assert get(path)[0] == 404


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_sign_is_a_picture_of_its_own(code: str) -> None:
    status, headers, body = get(f"/evidence/signs/{code}.svg")
    assert status == 200
    assert headers["content-type"].startswith("image/svg+xml")
    assert body == sign_svg(code)
    assert sum(sign_svg(other) == body for other in CODES) == 1


@pytest.mark.parametrize("path", ["/matrix", "/a/b", "//evil"])
def test_unknown_paths_lead_to_the_start_page(path: str) -> None:
    status, headers, _ = get(path, "language=en")
    assert status == 302
    assert headers["location"] == "/?language=en"
