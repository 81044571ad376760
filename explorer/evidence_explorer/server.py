"""How the app is started: as a process of its own, never by importing it.

``python -m evidence_explorer --port 8501`` serves it. This module knows the command and the
environment and nothing of Streamlit.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Final

GRAPH: Final = "EVIDENCE_GRAPH"
USER: Final = "EVIDENCE_GRAPH_USER"
PASSWORD: Final = "EVIDENCE_GRAPH_PASSWORD"  # noqa: S105  the name of the variable
ADDRESS: Final = "127.0.0.1"


def entry() -> Path:
    """Find the entry script of the app.

    Returns:
        Its path. Streamlit puts its folder on the path of imports, so no module of ours is there.
    """
    return Path(str(resources.files("evidence_explorer").joinpath("entry", "streamlit_app.py")))


def command(
    port: int,
    address: str = ADDRESS,
    *,
    headless: bool = True,
    script: Path | None = None,
    settings: Mapping[str, str] | None = None,
) -> list[str]:
    """Give the command that serves the app.

    Args:
        port: the port to listen on.
        address: the address to listen on; only this machine by default.
        headless: False lets Streamlit open the browser by itself.
        script: an entry script of what stands around the explorer; its own by default.
        settings: further settings of Streamlit.

    Returns:
        The command in parts, for :class:`subprocess.Popen` without a shell.
    """
    # Streamlit finds the settings beside its own entry script only.
    around = _beside_the_entry() if script else {}
    told = {
        **around,
        **(settings or {}),
        "server.port": str(port),
        "server.address": address,
        "server.headless": str(headless).lower(),
        # These also stand in entry/.streamlit/config.toml; as flags they win over a file of the
        # reader's own, since privacy and safety rest on them.
        "server.fileWatcherType": "none",
        "server.showEmailPrompt": "false",
        "browser.gatherUsageStats": "false",
        "client.showErrorDetails": "none",
        "client.toolbarMode": "minimal",
    }
    flags = [part for name, value in told.items() for part in (f"--{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", str(script or entry()), *flags]


def _beside_the_entry() -> dict[str, str]:
    text = entry().parent.joinpath(".streamlit", "config.toml").read_text("utf-8")
    return dict(_flat(tomllib.loads(text)))


def _flat(settings: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in settings.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", str(value).lower() if isinstance(value, bool) else str(value)


def environment(graph_location: str | Path) -> dict[str, str]:
    """Give the environment that the app is started in.

    Args:
        graph_location: a folder, or the address of a server.

    Returns:
        The present environment (so that user and password, where they are set, are passed on)
        with the location of the graph.
    """
    return {**os.environ, GRAPH: str(graph_location)}
