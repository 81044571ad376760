"""The login of Streamlit (OpenID Connect), led past the guard of the explorer and back to the desk.

Source: OpenID Connect Core 1.0, section 3.1 (code flow).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from evidence_desk.provider import CALLBACK
from evidence_explorer.embedding import NOBODY
from evidence_explorer.web import Guard, headers

WAYS: Final = ("/auth/login", "/auth/logout", CALLBACK)
"""Where Streamlit serves the login."""
FAILED: Final = "failed"
HOME: Final = "?desk=queue"
_COOKIE: Final = "_streamlit_user"
_LOG: Final = logging.getLogger("streamlit.web.server.starlette.starlette_auth_routes")


class LoginGuard(Guard):
    """ASGI middleware: the guard of the explorer, which lets the login through as well.

    Streamlit leads everybody to the start page afterwards, and answers a failure with two words of
    plain text; here both end at the desk.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on.

        Args:
            scope: What is asked.
            receive: Where its body comes from.
            send: Where the answer goes.
        """
        if scope["type"] == "http" and scope["path"] in WAYS:
            await self.app(scope, receive, _to_the_desk(send, scope))
        else:
            await super().__call__(scope, receive, send)


def _to_the_desk(send: Send, scope: Scope) -> Callable[[Message], Any]:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer = MutableHeaders(scope=message)
            answer.update({**headers(NOBODY), "Cache-Control": "no-store"})
            failed = _failed(scope, message["status"], answer.getlist("set-cookie"))
            leads = answer.get("location", "")
            if failed or (leads.startswith("/") and leads.endswith("/")):
                message["status"] = 302
                home = leads or f"{scope.get('root_path', '')}/"
                answer["location"] = home + HOME + (f"&login={FAILED}" if failed else "")
        await send(message)

    return sending


def _failed(scope: Scope, status: int, cookies: list[str]) -> bool:
    # Who comes back from the provider with a state meant to log in; without one, he logged out.
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    came_back = scope["path"] == CALLBACK and "state" in asked
    return status >= 400 or (came_back and not any(map(_says_who, cookies)))


def _says_who(cookie: str) -> bool:
    told = SimpleCookie(cookie).get(_COOKIE)
    return told is not None and bool(told.value)


def keep_log_short() -> None:
    """Have Streamlit tell a login that failed in one line instead of a traceback."""
    _LOG.addFilter(_in_one_line)


def _in_one_line(record: logging.LogRecord) -> bool:
    if record.exc_info and record.exc_info[1]:
        record.msg = f"{record.getMessage()} ({record.exc_info[1]!r})"
        record.args, record.exc_info = (), None
    return True
