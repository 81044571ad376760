"""``python -m evidence_explorer``: serve the app until it is stopped."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from evidence_explorer.server import GRAPH, command, environment


def main(script: Path | None = None, settings: Mapping[str, str] | None = None) -> int:
    """Serve the app.

    Args:
        script: an entry script of what stands around the explorer; its own by default.
        settings: further settings of Streamlit.

    Returns:
        The exit code of the server.
    """
    parser = argparse.ArgumentParser(prog="evidence_explorer", description=__doc__)
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--address", default="127.0.0.1")
    given = parser.parse_args()
    parts = command(given.port, given.address, script=script, settings=settings)
    variables = environment(os.environ.get(GRAPH, ".evidence-graph"))
    if os.name == "posix":
        # The server takes the place of this process, so that signals reach it directly.
        os.execve(parts[0], parts, variables)  # noqa: S606
    return subprocess.run(parts, env=variables, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
