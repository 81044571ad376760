"""Start the explorer: bring the graph up to date, start the app, open the browser, wait.

Both steps are processes of their own, the same that a user could start by hand, so that nothing
of the ingest stays in memory while the app runs.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError

from evidence_ingest.errors import IngestError
from evidence_ingest.opening import PASSWORD, USER, credentials
from evidence_ingest.settings import data_folder, graph_location

EXPLORER = "evidence_explorer"
"""The module that serves the explorer, as a process of its own."""
PATIENCE = 60.0
"""Seconds to wait for the app before the browser is not opened any more."""


def explore(
    graph: str | None,
    data: Path | None,
    *,
    port: int,
    address: str,
    browser: bool,
    program: str = EXPLORER,
    settings: Mapping[str, str] | None = None,
) -> int:
    """Run the explorer until it is stopped.

    Args:
        graph: The graph that the user named; None is the default one.
        data: The data folder that the user named.
        port: Where the app listens.
        address: The address it listens on.
        browser: Whether to open the browser.
        program: The module that serves it: the explorer, or what stands around it.
        settings: Further variables of its environment.

    Returns:
        An exit code.

    Raises:
        IngestError: The port is taken, or there is no data.
        GraphRefused: A password is needed and cannot be asked for.
    """
    _refuse_taken(address, port)
    location = graph_location(graph)
    environment = {**os.environ, **(settings or {}), "EVIDENCE_GRAPH": location}
    user, password = credentials(location)
    if user is not None and password is not None:
        environment |= {USER: user, PASSWORD: password}
    command = [sys.executable, "-m", "evidence_ingest", "ingest", "--data", str(data_folder(data))]
    if graph is not None and data is None:
        command.append("--if-empty")
    code = subprocess.run(command, env=environment, check=False).returncode  # noqa: S603
    if code:
        return code
    command = [sys.executable, "-m", program, "--port", str(port), "--address", address]
    return _serve(command, environment, address, port, browser=browser)


def _refuse_taken(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            msg = (
                f"Port {port} on {address} cannot be used ({error.strerror})."
                f" Stop what uses it, or choose another with --port, such as --port {port + 1}."
            )
            raise IngestError(msg) from error


def _serve(
    command: list[str], environment: dict[str, str], address: str, port: int, *, browser: bool
) -> int:
    app = subprocess.Popen(command, env=environment)  # noqa: S603
    signal.signal(signal.SIGTERM, lambda *_: app.terminate())
    shown = "localhost" if address in {"127.0.0.1", "0.0.0.0", "::1", "::"} else address  # noqa: S104
    url = f"http://{shown}:{port}"
    threading.Thread(target=_greet, args=(app, url, browser), daemon=True).start()
    try:
        code = app.wait()
    except KeyboardInterrupt:
        app.wait()
        return 0
    return 0 if code in {0, -signal.SIGTERM, -signal.SIGINT} else 2


def _greet(app: subprocess.Popen[bytes], url: str, browser: bool) -> None:
    end = time.monotonic() + PATIENCE
    while app.poll() is None and time.monotonic() < end:
        if _healthy(url):
            sys.stderr.write(f"The explorer is open at {url} (stop it with Ctrl-C).\n")
            if browser:
                webbrowser.open(url)
            return
        time.sleep(0.2)


def _healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
