"""Links of earlier versions keep leading to the same view, or say what changed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from evidence_explorer.selection import from_query, href

LINES = (Path(__file__).parent / "old_links.txt").read_text(encoding="utf-8").splitlines()
LINKS = [
    tuple(line.partition("  [")[0].split(" => "))
    for line in LINES
    if line and not line.startswith("#")
]


def test_both_versions_are_there() -> None:
    assert len(LINKS) > 20
    assert {line.split(":")[0] for line in LINES if ":" in line and line.startswith("# 0")} == {
        "# 0.1",
        "# 0.2",
    }


@pytest.mark.parametrize(("old", "now"), LINKS, ids=[old for old, _ in LINKS])
def test_an_old_link_leads_where_it_says(old: str, now: str) -> None:
    read = from_query(dict(parse_qsl(old[1:])))
    assert not read.notes
    assert href(read.selection) == now
