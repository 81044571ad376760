"""Prints the figures of a run of the tests, and refuses one in which anything was left out.

    python -m tests.support.figures junit.xml [log of the checks]

Only the standard library is needed.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

MUST_RUN = ("neo4j", "browser")
CHECK = re.compile(r"^== .* in [\d.]+ s$|^Installed in .*$", re.MULTILINE)


def figures(cases: Sequence[ET.Element]) -> list[str]:
    """Count tests and seconds per folder.

    Returns:
        One line per folder, then one for all.
    """
    tests: Counter[str] = Counter()
    seconds: defaultdict[str, float] = defaultdict(float)
    for case in cases:
        folder = case.get("classname", "").split(".test_")[0] or "tests"
        tests[folder] += 1
        seconds[folder] += float(case.get("time", 0))
    lines = [f"{name:32}{tests[name]:6} tests{seconds[name]:9.1f} s" for name in sorted(tests)]
    total = f"{'all':32}{sum(tests.values()):6} tests{sum(seconds.values()):9.1f} s"
    return [*lines, total]


def left_out(cases: Sequence[ET.Element]) -> list[str]:
    """Find what was not tested.

    Returns:
        One sentence for each skipped test and for each kind of test of which none ran.
    """
    found = []
    ran: Counter[str] = Counter()
    for case in cases:
        skipped = case.find("skipped")
        # A strict expected failure is written down as skipped too, but it did run.
        if skipped is not None and skipped.get("type") != "pytest.xfail":
            name = f"{case.get('classname')}::{case.get('name')}"
            found.append(f"Skipped: {name}: {skipped.get('message')}")
        for item in case.iter("property"):
            ran[item.get("value", "")] += item.get("name") == "needs"
    found += [f"No test that needs {kind} was run." for kind in MUST_RUN if not ran[kind]]
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the figures.

    Returns:
        1 when something was left out, otherwise 0.
    """
    cases = list(ET.parse(arguments[0]).iter("testcase"))  # noqa: S314 - pytest just wrote it
    print("\n== figures")
    for log in arguments[1:]:
        for line in CHECK.findall(Path(log).read_text(encoding="utf-8", errors="replace")):
            print(line.removeprefix("== "))
    for line in (*figures(cases), *left_out(cases)):
        print(line)
    sys.stdout.flush()
    return 1 if left_out(cases) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
