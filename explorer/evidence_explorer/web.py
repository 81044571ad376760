"""What surrounds the app on its way to the browser: the shell page, our own files, the headers.

Streamlit serves its page without a language, with an inline script and without headers against
framing. Here its page is rewritten once a language, so that a screen reader speaks the right one
from the first word, and every answer carries a content security policy without inline scripts.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Awaitable, Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from evidence_explorer.browser_language import preferred_language
from evidence_explorer.embedding import NOBODY, ancestors
from evidence_explorer.glossary import glossary
from evidence_explorer.legend_svg import PICTURES
from evidence_explorer.selection import LANGUAGES, Language, from_query
from evidence_explorer.sharing.serving import cite, export
from evidence_explorer.signs_svg import CODES, sign_svg
from evidence_explorer.words import words

STATIC: Final = {
    "style.css": "text/css",
    "forms.css": "text/css",
    "start.css": "text/css",
    "search.css": "text/css",
    "network.css": "text/css",
    "matrix.css": "text/css",
    "gaps.css": "text/css",
    "compare.css": "text/css",
    "share.css": "text/css",
    "print.css": "text/css",
    "explorer.js": "text/javascript",
    "forms.js": "text/javascript",
    "network.js": "text/javascript",
    "open.js": "text/javascript",
    "trail.js": "text/javascript",
    "explain.js": "text/javascript",
    "tour.js": "text/javascript",
    "share.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
# Paths that Streamlit or we serve; any other path leads to the start page.
SERVED: Final = ("/_stcore/", "/static/", "/media/", "/component/", "/evidence/")
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # Streamlit's own components write their styles at run time.
        "style-src 'self' 'unsafe-inline'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        # Streamlit's style sheet holds one small font of its own.
        "font-src 'self' data:",
        "worker-src 'self' blob:",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-src 'none'",
    )
)
HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
FOREVER: Final = "public, max-age=31536000, immutable"


def asset(name: str) -> bytes:
    """Read one of our own files.

    Args:
        name: its name in ``static/``.

    Returns:
        Its content.
    """
    return resources.files("evidence_explorer").joinpath("static", name).read_bytes()


def versioned(name: str) -> str:
    """Give the link to one of our own files, which changes when its content does.

    Args:
        name: its name in ``static/``.

    Returns:
        A link relative to the page.
    """
    return f"evidence/{name}?v={hashlib.blake2b(asset(name), digest_size=6).hexdigest()}"


@cache
def shell(language: Language) -> str:
    """Rewrite Streamlit's page: language, title, our files, no inline script.

    Args:
        language: the language that the page is in.

    Returns:
        The HTML of the page.
    """
    said = words(language)
    index = Path(streamlit.__file__).parent / "static" / "index.html"
    page = index.read_text(encoding="utf-8")
    head = (
        f"<title>{said.say('Evidence Explorer')}</title>\n"
        f'<link rel="icon" type="image/svg+xml" href="{versioned("icon.svg")}">\n'
        + "".join(map(_linked, STATIC))
    )
    without = said.say("This page needs JavaScript. Please switch it on and load the page again.")
    for pattern, replacement in (
        (r"<!--.*?-->", ""),
        (r'<html lang="[^"]*"', f'<html lang="{language}"'),
        (r"<script>.*?</script>", ""),
        (r'<link rel="(?:shortcut icon|service-desc)"[^>]*>', ""),
        (r"<title>.*?</title>", ""),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{without}</p></noscript>"),
        # Ours after Streamlit's, so that ours has the last word on style.
        (r"</head>", f"{head}</head>"),
    ):
        page = re.sub(pattern, lambda _, new=replacement: new, page, flags=re.DOTALL)  # type: ignore[misc]
    return page


def _linked(name: str) -> str:
    if name.endswith(".js"):
        return f'<script src="{versioned(name)}" defer></script>\n'
    if not name.endswith(".css"):
        return ""
    medium = ' media="print"' if name == "print.css" else ""
    return f'<link rel="stylesheet"{medium} href="{versioned(name)}">\n'


async def start_page(request: Request) -> Response:
    """Serve the page in the language of its address, or of the browser.

    Args:
        request: the request for ``/``.

    Returns:
        The page.
    """
    default = preferred_language(request.headers.get("accept-language"))
    language = from_query(request.query_params, default).selection.language
    return HTMLResponse(
        shell(language), headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"}
    )


async def static_file(request: Request) -> Response:
    """Serve one of our own files.

    Args:
        request: the request for ``/evidence/{name}``.

    Returns:
        The file, or 404.
    """
    name = request.path_params["name"]
    if name not in STATIC:
        return PlainTextResponse("not found", status_code=404)
    return Response(asset(name), media_type=STATIC[name], headers={"Cache-Control": FOREVER})


async def sign_file(request: Request) -> Response:
    """Serve the shape of a state, or a line of the network, as a picture.

    Args:
        request: the request for ``/evidence/signs/{code}.svg``.

    Returns:
        The picture, or 404.
    """
    code = request.path_params["code"]
    drawn = sign_svg(code) if code in CODES else PICTURES.get(code)
    if drawn is None:
        return PlainTextResponse("not found", status_code=404)
    return Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "max-age=3600"})


async def glossary_file(request: Request) -> Response:
    """Serve what the words of the field mean, for the explanations that open where they stand.

    Args:
        request: the request for ``/evidence/glossary/{language}.json``.

    Returns:
        The glossary, or 404.
    """
    language = request.path_params["language"]
    if language not in LANGUAGES:
        return PlainTextResponse("not found", status_code=404)
    return JSONResponse(glossary(words(language)), headers={"Cache-Control": "max-age=3600"})


class Guard:
    """ASGI middleware: our headers on every answer, and unknown paths to the start page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on.

        Args:
            scope: what is asked.
            receive: where its body comes from.
            send: where the answer goes.
        """
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path: str = scope["path"]
        query = scope.get("query_string", b"").decode("latin-1")
        if path == "/" or path.startswith(SERVED) or path.count(".") or scope["method"] != "GET":
            await self.app(scope, receive, _with_headers(send, ancestors(path, query)))
            return
        target = f"{scope.get('root_path', '')}/" + (f"?{query}" if query else "")
        await RedirectResponse(target, status_code=302)(scope, receive, _with_headers(send, NOBODY))


def headers(frame_ancestors: str) -> dict[str, str]:
    """Give the headers of an answer.

    Args:
        frame_ancestors: whose pages may show it inside them.

    Returns:
        Names and values.
    """
    told = {**HEADERS, "Content-Security-Policy": f"{POLICY}; frame-ancestors {frame_ancestors}"}
    if frame_ancestors == NOBODY:
        # For browsers that know no policy.
        told["X-Frame-Options"] = "DENY"
    return told


def _with_headers(send: Send, frame_ancestors: str) -> Callable[[Message], Awaitable[None]]:
    told = headers(frame_ancestors)

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(told)
        await send(message)

    return sending


def middleware() -> list[Middleware]:
    """List what every request passes.

    Returns:
        For ``st.App(middleware=…)``.
    """
    return [Middleware(Guard)]


def routes() -> list[Route]:
    """List what we serve besides Streamlit.

    Returns:
        For ``st.App(routes=…)``.
    """
    return [
        Route("/", start_page),
        Route("/evidence/signs/{code}.svg", sign_file),
        Route("/evidence/glossary/{language}.json", glossary_file),
        Route("/evidence/export/{form}", export),
        Route("/evidence/cite/{format}", cite),
        Route("/evidence/{name}", static_file),
    ]
