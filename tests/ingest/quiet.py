"""A machine without a network, for tests."""

from __future__ import annotations

import socket
import urllib.request
from typing import NoReturn

import pytest


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test when anything asks for a socket or an address."""

    def refused(*_: object, **__: object) -> NoReturn:
        pytest.fail("a request was made")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refused)
    monkeypatch.setattr(urllib.request, "urlopen", refused)
