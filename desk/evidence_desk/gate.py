"""Who may reach a desk at all: what the server lets through before any page is made.

Without a login the desk is for whoever sits at this machine, so everything else is turned away:
other machines, what a proxy passes on, and addresses that only pretend to be this machine (a name
that somebody else's web server gave to it). With or without a login, no page of another origin may
open the channel through which a page is used: that is what protects from requests that a stranger's
page makes in the name of a curator.

Source: OWASP, Cross-Site WebSocket Hijacking; RFC 6455, section 10.2.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_POLICY_VIOLATION: Final = 1008
_PASSED_ON: Final = ("x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip", "via")
_REFUSED: Final = (
    "This desk has no login, so it works only on the machine that it runs on. / "
    "Deze redactie heeft geen login en werkt daarom alleen op de computer waarop zij draait.\n"
)


def is_loopback(host: str) -> bool:
    """Tell whether an address is that of this machine itself.

    Args:
        host: A name or a number, without a port.

    Returns:
        Whether it is; no name but ``localhost`` is trusted.
    """
    bare = host.strip("[]").partition("%")[0]
    if bare.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(bare)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def at_this_machine(client: str, headers: Mapping[str, str]) -> bool:
    """Tell whether a request comes from this machine and is meant for it.

    Args:
        client: The address that it comes from.
        headers: Its headers, names in small letters.

    Returns:
        Whether it does.
    """
    return (
        is_loopback(client)
        and is_loopback(_host(headers))
        and not any(name in headers for name in _PASSED_ON)
    )


def of_our_own(headers: Mapping[str, str]) -> bool:
    """Tell whether a request comes from a page of our own, as far as its browser says.

    Args:
        headers: Its headers, names in small letters.

    Returns:
        False where the browser names another origin.
    """
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _host(headers: Mapping[str, str]) -> str:
    return urlsplit(f"//{headers.get('host', '')}").hostname or ""


class Gate:
    """ASGI middleware: turns away what may not reach the desk."""

    def __init__(self, app: ASGIApp, *, login: bool) -> None:
        """Stand before an app.

        Args:
            app: The app.
            login: Whether writing needs a login; if not, only this machine gets in.
        """
        self.app, self.login = app, login

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or not.

        Args:
            scope: What is asked.
            receive: Where its body comes from.
            send: Where the answer goes.
        """
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1")
            for name, value in scope["headers"]
        }
        client = (scope.get("client") or ("", 0))[0]
        allowed = self.login or at_this_machine(client, headers)
        if scope["type"] == "websocket":
            allowed = allowed and of_our_own(headers)
        if allowed:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            await PlainTextResponse(_REFUSED, status_code=403)(scope, receive, send)
