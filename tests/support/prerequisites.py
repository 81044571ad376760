"""Names what the tests need and this machine lacks, one clear line each.

    python -m tests.support.prerequisites

Its exit code is 1 when something is missing. Under CI nothing may be left out.
"""

import os
import sys
from collections.abc import Callable, Mapping

from tests.support.chromium import why_no_browser
from tests.support.neo4j_fixtures import why_no_neo4j

REASONS: Mapping[str, Callable[[], str | None]] = {"neo4j": why_no_neo4j, "browser": why_no_browser}
NEEDED = {"neo4j": "a real Neo4j", "browser": "a browser"}


def under_ci() -> bool:
    """Tell whether this is continuous integration.

    Returns:
        True when the variable CI says so.
    """
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def missing() -> dict[str, str]:
    """Find out what this machine lacks.

    Returns:
        Reason per marker of the tests that cannot run.
    """
    found = {marker: why() for marker, why in REASONS.items()}
    return {marker: reason for marker, reason in found.items() if reason is not None}


def report() -> dict[str, str]:
    """Print a line for each thing that is missing.

    Returns:
        Reason per marker of the tests that cannot run.
    """
    lacking = missing()
    for marker, reason in lacking.items():
        what = "this is a failure under CI" if under_ci() else "those tests are left out"
        print(f"Not tested on {NEEDED[marker]}: {reason}; {what}.", file=sys.stderr, flush=True)
    return lacking


if __name__ == "__main__":
    sys.exit(1 if report() else 0)
