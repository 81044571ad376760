"""What every test shares: a real Neo4j, a browser, and the rule that nothing is skipped unseen."""

import os

import pytest
from hypothesis import settings

from tests.support.checks import FAILED_CHECKS
from tests.support.chromium import browser, console_errors, new_page, outside_requests, page
from tests.support.neo4j_fixtures import neo4j_graph_location, neo4j_may_be_wiped, neo4j_server
from tests.support.prerequisites import NEEDED, REASONS, under_ci

__all__ = [
    "browser",
    "console_errors",
    "neo4j_graph_location",
    "neo4j_may_be_wiped",
    "neo4j_server",
    "new_page",
    "outside_requests",
    "page",
]

# Machines are shared and noisy: how long an example takes says nothing here.
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

FIXTURES = {"neo4j_server": "neo4j", "browser": "browser"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by what it uses, and run those with a browser last."""
    for item in items:
        for fixture, marker in FIXTURES.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)
        # For the figures of CI: these must have run.
        item.user_properties += [("needs", name) for name in NEEDED if _needs(item, name)]
    # Playwright leaves an event loop running, in which other tests could start none.
    items.sort(key=lambda item: _needs(item, "browser"))


def _needs(item: pytest.Item, marker: str) -> bool:
    return item.get_closest_marker(marker) is not None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out a test that needs what this machine lacks, or fail it under CI."""
    for marker, why in REASONS.items():
        reason = why() if _needs(item, marker) else None
        if reason is not None and under_ci():
            pytest.fail(f"needs {NEEDED[marker]}: {reason}", pytrace=False)
        elif reason is not None:
            pytest.skip(f"needs {NEEDED[marker]}: {reason}")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Repeat which other checks failed, where it is read."""
    failed = os.environ.get(FAILED_CHECKS)
    if failed:
        terminalreporter.write_line(f"Failed before the tests: {failed}.", red=True)
