"""Whose pages may show a view inside them: only a view that asks for it in its own address."""

from __future__ import annotations

import os
import re
from typing import Final
from urllib.parse import parse_qs

ALLOWED: Final = "EVIDENCE_EMBED_IN"
"""The setting: hosts with a space between them, ``none`` for nobody; without it everybody."""
ANYBODY: Final = "*"
NOBODY: Final = "'none'"

# Source: W3C, Content Security Policy Level 3, 2.3.1 (host-source); no path and no wildcard port.
_HOST: Final = re.compile(
    r"(?:https?://)?(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?", re.IGNORECASE
)


def ancestors(path: str, query: str) -> str:
    """Say whose pages may show the answer to a request.

    Args:
        path: the path that is asked for.
        query: the rest of the address.

    Returns:
        The value of ``frame-ancestors``.
    """
    if path != "/" or parse_qs(query).get("framed") != ["yes"]:
        return NOBODY
    return allowed(os.environ.get(ALLOWED, ""))


def allowed(setting: str) -> str:
    """Read the setting.

    Args:
        setting: what stands in it.

    Returns:
        The value of ``frame-ancestors``. Where anything in it is no host, nobody may: a slip of the
        keyboard must not open the door.
    """
    hosts = setting.split()
    if not hosts:
        return ANYBODY
    known = all(host != "none" and _HOST.fullmatch(host) for host in hosts)
    return " ".join(hosts) if known else NOBODY
