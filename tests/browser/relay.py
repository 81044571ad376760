"""A relay before a server, which a test can cut and mend: the server itself stays untouched."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Relay:
    """Passes bytes between a port of its own and a server; counts those that the server sends."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._open: list[socket.socket] = []
        self.answered = 0
        self._listener = self._listen(0)
        self.port = int(self._listener.getsockname()[1])

    def cut(self) -> None:
        """Break every connection and refuse new ones."""
        _shut(self._listener)
        for one in self._open:
            _shut(one)
        self._open.clear()

    def mend(self) -> None:
        """Take connections again, at the same port."""
        self._listener = self._listen(self.port)

    def _listen(self, port: int) -> socket.socket:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen()
        threading.Thread(target=self._take, args=(listener,), daemon=True).start()
        return listener

    def _take(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            far = socket.create_connection(self._target)
            self._open += [near, far]
            for one, other, answer in ((near, far, False), (far, near, True)):
                way = (one, other, answer)
                threading.Thread(target=self._pass_on, args=way, daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket, answer: bool) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                if answer:
                    self.answered += len(data)
                other.sendall(data)
        _shut(one)
        _shut(other)


def _shut(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)
    one.close()


@contextmanager
def relayed(host: str, port: int) -> Iterator[Relay]:
    """Relay to a server until the block ends."""
    relay = Relay(host, port)
    try:
        yield relay
    finally:
        relay.cut()
