"""The provider of OpenID Connect: whether a login is possible is checked before a desk starts.

Source: RFC 7518, section 3.2 (length of a key).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from evidence_desk.errors import DeskError

CALLBACK: Final = "/oauth2callback"
NEEDED: Final = (
    "redirect_uri",
    "cookie_secret",
    "client_id",
    "client_secret",
    "server_metadata_url",
)
SHORTEST_SECRET: Final = 32


def check(secrets: Path) -> None:
    """Check that a login is possible, so that nobody finds out at the click.

    Args:
        secrets: Streamlit's file of secrets.

    Raises:
        DeskError: A package is not installed, or the file does not name a provider.
    """
    wrong = _wrong_with(_auth(secrets))
    if wrong:
        msg = f"{secrets}, part [auth]: {wrong}"
        raise DeskError(msg)
    try:
        import_module("authlib.integrations.starlette_client")
    except ImportError as error:
        msg = (
            f"OpenID Connect needs a package that is not installed ({error.name})."
            ' Install it with: pip install "evidence-explorer[login]"'
        )
        raise DeskError(msg) from error


def _auth(secrets: Path) -> Mapping[str, Any]:
    try:
        told = tomllib.loads(secrets.read_text("utf-8")).get("auth")
    except OSError as error:
        msg = f"{secrets} cannot be read ({error.strerror}). Name another file with --secrets."
        raise DeskError(msg) from error
    except ValueError as error:
        msg = f"{secrets} is no TOML: {error}. Mend it, then start the desk again."
        raise DeskError(msg) from error
    return told if isinstance(told, Mapping) else {}


def _wrong_with(auth: Mapping[str, Any]) -> str:
    missing = [one for one in NEEDED if not (isinstance(auth.get(one), str) and auth[one])]
    if missing:
        return f"write {' and '.join(missing)} there, each as a text between quotes."
    if not origin(auth["redirect_uri"]) or not auth["redirect_uri"].endswith(CALLBACK):
        return f"redirect_uri is the address of the desk with {CALLBACK} after it."
    if len(auth["cookie_secret"]) < SHORTEST_SECRET:
        return (
            f"cookie_secret has at least {SHORTEST_SECRET} signs; whoever guesses it can pretend"
            " to be a curator. Draw one with: openssl rand -base64 32"
        )
    return ""


def origin(address: str) -> str:
    """Tell where an address leads, without its path.

    Args:
        address: The address.

    Returns:
        Scheme, host and port; empty for what is no address of the web.
    """
    try:
        found = urlsplit(address)
    except ValueError:
        return ""
    if found.scheme not in {"http", "https"} or not found.netloc:
        return ""
    return f"{found.scheme}://{found.netloc}"
