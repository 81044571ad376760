"""The heads of the matrix cover its columns, whatever the tree of domains looks like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence_explorer.views.columns import columns, header_rows
from evidence_explorer.words import words
from evidence_graph.queries.answers import Domain, Text
from tests.explorer.reading import read
from tests.explorer.samples import domains

SAID = words("en")


def _tree(parents: list[int]) -> list[Domain]:
    return [
        Domain(
            f"domain/{number}",
            Text(f"d{number}", f"d{number}"),
            Text(),
            number,
            None if parent < 0 else f"domain/{parent}",
        )
        for number, parent in enumerate(parents)
    ]


def _covered(found: list[Domain]) -> list[list[int]]:
    """Fill a grid with the heads as a browser does; each place holds how often it is covered."""
    rows = [read(row).all("th") for row in header_rows(found, SAID)]
    width = len(found) + 1
    grid = [[0] * width for _ in rows]
    for level, heads in enumerate(rows):
        for head in heads:
            at = next(place for place in range(width) if not grid[level][place])
            for down in range(int(head.get("rowspan") or 1)):
                for across in range(int(head.get("colspan") or 1)):
                    grid[level + down][at + across] += 1
    return grid


# Parents may be missing, later, above each other in a circle, or the domain itself.
@given(st.lists(st.integers(-2, 9), max_size=10))
def test_heads_cover_each_column_once(parents: list[int]) -> None:
    found = _tree(parents)
    assert {one.domain for one in columns(found, SAID)} == {one.id for one in found}
    assert all(count == 1 for row in _covered(found) for count in row)


def test_a_domain_stands_before_those_below_it() -> None:
    assert [(one.domain, one.depth) for one in columns(domains(), SAID)] == [
        ("domain/unspecified", 0),
        ("domain/youth", 0),
        ("domain/mental", 1),
        ("domain/preventive", 1),
    ]
