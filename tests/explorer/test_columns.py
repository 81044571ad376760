"""The heads of the matrix cover its columns, whatever the tree of domains looks like."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evidence_explorer.selection import Selection
from evidence_explorer.views.columns import columns, header_rows, shown_columns
from evidence_explorer.words import words
from evidence_graph.queries.answers import Domain, Text
from evidence_graph.queries.filtering import Filters
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


def _covered(found: list[Domain], folded: tuple[str, ...]) -> list[list[int]]:
    """Fill a grid with the heads as a browser does; each place holds how often it is covered."""
    rows = [read(row).all("th") for row in header_rows(found, SAID, Selection(folded=folded))]
    width = len(columns(found, SAID, folded)) + 2
    grid = [[0] * width for _ in rows]
    for level, heads in enumerate(rows):
        for head in heads:
            at = next(place for place in range(width) if not grid[level][place])
            for down in range(int(head.get("rowspan") or 1)):
                for across in range(int(head.get("colspan") or 1)):
                    grid[level + down][at + across] += 1
    return grid


# Parents may be missing, later, above each other in a circle, or the domain itself.
@given(st.lists(st.integers(-2, 9), max_size=10), st.sets(st.integers(0, 9)))
def test_heads_cover_each_column_once(parents: list[int], folds: set[int]) -> None:
    found, folded = _tree(parents), tuple(f"domain/{number}" for number in sorted(folds))
    across = columns(found, SAID, folded)
    held = [ident for one in across for ident in (one.domain, *one.below)]
    assert sorted(held) == sorted(one.id for one in found), "each domain stands in one column"
    assert all(count == 1 for row in _covered(found, folded) for count in row)


def test_a_folded_domain_holds_those_below_it_and_says_how_many() -> None:
    folded = ("domain/youth",)
    assert [(one.domain, one.below) for one in columns(domains(), SAID, folded)] == [
        ("domain/unspecified", ()),
        ("domain/youth", ("domain/mental", "domain/preventive")),
    ]
    head = read(header_rows(domains(), SAID, Selection(folded=folded))[0])
    assert "Jeugd 1 en and 2 below" in head.text
    assert {"aria-label": "Unfold Jeugd 1 en"}.items() <= head.all("a")[0].items()


def test_a_domain_stands_below_the_nearest_one_that_is_shown() -> None:
    tree = _tree([-1, 0, 1])
    known = [replace(tree[0], cell_count=1), tree[1], replace(tree[2], cell_count=1)]
    shown = shown_columns(known, Selection())
    assert [(one.id, one.broader) for one in shown] == [
        ("domain/0", None),
        ("domain/2", "domain/0"),
    ]


def test_only_the_wanted_domains_and_those_below_them_are_columns() -> None:
    tree = [replace(one, cell_count=1) for one in _tree([-1, 0, 1, -1])]
    wanted = Selection(filters=Filters(domains=("domain/1",)))
    assert [one.id for one in shown_columns(tree, wanted)] == ["domain/1", "domain/2"]


def test_a_domain_stands_before_those_below_it() -> None:
    assert [(one.domain, one.depth) for one in columns(domains(), SAID)] == [
        ("domain/unspecified", 0),
        ("domain/youth", 0),
        ("domain/mental", 1),
        ("domain/preventive", 1),
    ]
