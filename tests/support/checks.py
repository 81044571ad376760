"""Every check of the project, pytest last; `python start.py test` runs it.

python -m tests.support.checks [arguments of pytest]
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support import prerequisites

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
CODE = ("ontology", "literature", "graph", "ingest", "explorer", "desk", "tests", "benchmarks")
CHECKS: Mapping[str, Sequence[str]] = {
    "ruff check": ("ruff", "check", "."),
    "ruff format": ("ruff", "format", "--check", "."),
    "mypy": ("mypy", "start.py", *CODE),
    "import contract": ("lint-imports", "--no-cache"),
}
FAILED_CHECKS = "EVIDENCE_FAILED_CHECKS"


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> int:
    """Run one program of the environment in the root of the checkout.

    Returns:
        Its exit code.
    """
    return subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        check=False,
    ).returncode


def main(arguments: Sequence[str]) -> int:
    """Run the checks, say what is missing, then run the tests.

    Returns:
        0 when all is well, otherwise the exit code of the first part that failed.
    """
    codes: dict[str, int] = {}
    for name, command in CHECKS.items():
        began = time.monotonic()
        codes[name] = run(command)
        word = "FAILED" if codes[name] else "passed"
        print(f"== {name}: {word} in {time.monotonic() - began:.1f} s", flush=True)
    lacking = prerequisites.report()
    codes["what the tests need"] = int(bool(lacking) and prerequisites.under_ci())
    markers = [] if prerequisites.under_ci() else [f"not {marker}" for marker in lacking]
    chosen = ["-m", " and ".join(markers)] if markers else []
    failed = ", ".join(name for name, code in codes.items() if code)
    # pytest repeats the names just above its closing line, which stays the last line of all.
    codes["pytest"] = run(("pytest", *chosen, *arguments), {FAILED_CHECKS: failed})
    return next((code for code in codes.values() if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
