"""The columns of the matrix: the tree of domains, flattened, with its heads above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the domain's id, its full name, and how deep it stands in the tree."""

    domain: str
    name: str
    depth: int


@dataclass(frozen=True, slots=True)
class _Branch:
    domain: Domain
    below: tuple[_Branch, ...]

    @property
    def width(self) -> int:
        return 1 + sum(branch.width for branch in self.below)

    @property
    def height(self) -> int:
        return 1 + max((branch.height for branch in self.below), default=0)


def _tree(domains: Sequence[Domain]) -> tuple[_Branch, ...]:
    known = {domain.id for domain in domains}
    seen: set[str] = set()

    def below(parent: str | None) -> tuple[_Branch, ...]:
        found = []
        for domain in domains:
            above = domain.broader if domain.broader in known else None
            if above == parent and domain.id not in seen:
                seen.add(domain.id)
                found.append(_Branch(domain, below(domain.id)))
        return tuple(found)

    roots = below(None)
    # Domains that stand above each other in a circle hang from no root: they come at the end.
    rest = tuple(_Branch(domain, ()) for domain in domains if domain.id not in seen)
    return roots + rest


def _flat(branches: Sequence[_Branch], depth: int = 0) -> list[tuple[Domain, int]]:
    found: list[tuple[Domain, int]] = []
    for branch in branches:
        found.append((branch.domain, depth))
        found.extend(_flat(branch.below, depth + 1))
    return found


def columns(domains: Sequence[Domain], words: Words) -> tuple[Column, ...]:
    """Put the domains in the order of their tree.

    Args:
        domains: the domains.
        words: the words.

    Returns:
        One column a domain, each domain before the ones below it.
    """
    return tuple(
        Column(domain.id, words.text(domain.label) or domain.id, depth)
        for domain, depth in _flat(_tree(domains))
    )


def header_rows(domains: Sequence[Domain], words: Words) -> list[Markup]:
    """Build the heads: one row a level of the tree, a domain above those below it.

    Args:
        domains: the domains.
        words: the words.

    Returns:
        Rows for the head of a table with one column of names before the domains.
    """
    tree = _tree(domains)
    height = max((branch.height for branch in tree), default=1)
    rows: list[list[Markup]] = [[] for _ in range(height)]
    rows[0].append(
        tag(
            "th",
            words.say("Effective element"),
            scope="col",
            rowspan=height if height > 1 else None,
            role="columnheader",
            class_="corner",
        )
    )

    def place(branch: _Branch, level: int) -> None:
        name = words.text(branch.domain.label) or branch.domain.id
        title = words.text(branch.domain.definition) or None
        if not branch.below:
            span = height - level
            rows[level].append(
                tag(
                    "th",
                    name,
                    scope="col",
                    rowspan=span if span > 1 else None,
                    role="columnheader",
                    title=title,
                )
            )
            return
        rows[level].append(
            tag(
                "th",
                name,
                scope="colgroup",
                colspan=branch.width,
                role="columnheader",
                title=title,
                class_="group",
            )
        )
        span = height - level - 1
        rows[level + 1].append(
            tag(
                "th",
                words.say("not further specified"),
                scope="col",
                rowspan=span if span > 1 else None,
                role="columnheader",
                class_="whole",
            )
        )
        for one in branch.below:
            place(one, level + 1)

    for branch in tree:
        place(branch, 0)
    return [tag("tr", *row, role="row") for row in rows]


def shown_columns(domains: Sequence[Domain], selection: Selection) -> tuple[Domain, ...]:
    """Choose the columns: the domains in which something is known, or all.

    Args:
        domains: all domains.
        selection: the present view.

    Returns:
        The domains to show; all where nothing is known of any.
    """
    if selection.columns == "all":
        return tuple(domains)
    known = tuple(domain for domain in domains if domain.cell_count)
    return known or tuple(domains)


def columns_shown(hidden: int, words: Words, selection: Selection) -> Markup | None:
    """Say how many domains are not shown, and offer the other choice.

    Args:
        hidden: how many domains are not shown, since nothing is known there.
        words: the words.
        selection: the present view.

    Returns:
        A line; None where all are shown and nothing is to be chosen.
    """
    if selection.columns == "all":
        few = replace(selection, columns="known", row=0)
        return tag("p", parts.link(words.say("Show only domains where something is known"), few))
    if not hidden:
        return None
    return tag(
        "p",
        words.count(
            "{number} more domain or target group is named, of which nothing is known yet.",
            "{number} more domains and target groups are named, of which nothing is known yet.",
            hidden,
        ),
        " ",
        parts.link(words.say("Show them too"), replace(selection, columns="all", row=0)),
        class_="small",
    )
