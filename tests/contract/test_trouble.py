"""No graph, a wrong password, a connection that breaks: each an error that says what to do."""

import contextlib
import json
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from evidence_graph.engines import bolt
from evidence_graph.engines.sockets import free_port
from evidence_graph.errors import GraphRefused, GraphUnreachable
from evidence_graph.opening import open_graph
from evidence_graph.store import GraphStore, Statement
from tests.contract.conftest import Place

WRONG = "not the password"


class Wire:
    """A port that passes everything on to another, until it is cut."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._ends: list[socket.socket] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._welcome, daemon=True).start()

    def cut(self) -> None:
        """Cut every connection, and let no new one in."""
        for end in [self._door, *self._ends]:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _welcome(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection(("127.0.0.1", self._target))
                self._ends += [near, far]
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    @staticmethod
    def _pass(one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)


@pytest.fixture
def served(place: Place, store: GraphStore) -> Place:
    """Address of a Bolt server; for the engine in a folder, that of its own port."""
    if place.engine == "neo4j":
        return place
    folder = Path(store.description)
    port = json.loads((folder / "connection.json").read_text("utf-8"))["port"]
    password = json.loads((folder / "credentials.json").read_text("utf-8"))["admin"]
    return Place(place.engine, f"bolt://127.0.0.1:{port}", "root", password)


@pytest.fixture
def wire(served: Place) -> Iterator[Wire]:
    """Run a wire to the server."""
    passing = Wire(urlsplit(served.location).port or 0)
    yield passing
    passing.cut()


def test_a_wrong_password_is_refused_without_repeating_it(served: Place) -> None:
    with pytest.raises(GraphRefused, match="password") as caught:
        open_graph(served.location, user=served.user, password=WRONG)
    assert WRONG not in str(caught.value)


def test_a_connection_that_breaks_is_told(
    served: Place, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bolt, "RETRY_SECONDS", 0.5)
    url = f"bolt://127.0.0.1:{wire.port}"
    with open_graph(url, user=served.user, password=served.password) as opened:
        assert opened.read("RETURN 1 AS one") == [{"one": 1}]
        wire.cut()
        with pytest.raises(GraphUnreachable, match="does not answer"):
            opened.read("RETURN 1 AS one")
        with pytest.raises(GraphUnreachable, match="does not answer"):
            opened.write([Statement("RETURN 1")])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nobody_at_the_address(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bolt, "RETRY_SECONDS", 0.5)
    url = f"{scheme}://127.0.0.1:{free_port()}"
    with pytest.raises(GraphUnreachable, match=r"127\.0\.0\.1.*does not answer"):
        open_graph(url, user="neo4j", password=WRONG)


def test_somebody_else_at_the_address() -> None:
    def hang_up(door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                door.accept()[0].close()

    with socket.create_server(("127.0.0.1", 0)) as door:
        threading.Thread(target=hang_up, args=(door,), daemon=True).start()
        url = f"bolt://127.0.0.1:{door.getsockname()[1]}"
        with pytest.raises(GraphUnreachable, match="does not answer"):
            open_graph(url, user="neo4j", password=WRONG)
