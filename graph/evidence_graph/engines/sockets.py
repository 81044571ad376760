"""Ports of this process: find a free one, and take a listening one away from the engine."""

from __future__ import annotations

import os
import socket
import stat
import sys

_HIGHEST = 4096


def free_port() -> int:
    """Find a port on loopback that nobody listens on now.

    Returns:
        Its number. Somebody may take it before it is used: be ready to try another.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listening_ports() -> dict[int, int]:
    """List the TCP ports on which this process listens.

    Returns:
        The port by file handle; empty on Windows, where sockets are no file handles.
    """
    found: dict[int, int] = {}
    if sys.platform == "win32":
        return found
    for handle in _handles():
        try:
            if not stat.S_ISSOCK(os.fstat(handle).st_mode):
                continue
            with socket.socket(fileno=os.dup(handle)) as copy:
                listens = copy.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
                if listens and copy.family in {socket.AF_INET, socket.AF_INET6}:
                    found[handle] = int(copy.getsockname()[1])
        except OSError:
            continue
    return found


def close_listener(port: int) -> bool:
    """Close the socket of this process that listens on a port, behind the back of its owner.

    An unconnected socket takes its place under the same handle, so that its owner never reads or
    closes a handle that has become something else. The kernel drops the old socket from the owner's
    epoll or kqueue set, so the owner waits for good and does not spin (measured: 28 ms of processor
    time in 5 s for the whole engine).

    Args:
        port: the port.

    Returns:
        Whether a listener was found and closed; never on Windows.
    """
    for handle, listens_on in listening_ports().items():
        if listens_on == port:
            with socket.socket() as unconnected:
                os.dup2(unconnected.fileno(), handle, inheritable=False)
            return True
    return False


def _handles() -> list[int]:
    for folder in ("/proc/self/fd", "/dev/fd"):
        try:
            return sorted(int(name) for name in os.listdir(folder))  # noqa: PTH208
        except (OSError, ValueError):
            continue
    return list(range(3, _HIGHEST))
