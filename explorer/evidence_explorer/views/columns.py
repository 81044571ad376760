"""The columns of the matrix: the tree of domains, flattened, with its heads above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the matrix.

    Attributes:
        domain: id of the domain.
        name: its full name.
        depth: how deep it stands in the tree.
        below: ids of the domains below it that are folded into it.
    """

    domain: str
    name: str
    depth: int
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Branch:
    domain: Domain
    below: tuple[_Branch, ...]
    folded: bool = False

    @property
    def shown(self) -> tuple[_Branch, ...]:
        return () if self.folded else self.below

    @property
    def width(self) -> int:
        return 1 + sum(branch.width for branch in self.shown)

    @property
    def height(self) -> int:
        return 1 + max((branch.height for branch in self.shown), default=0)


def _tree(domains: Sequence[Domain], folded: Sequence[str] = ()) -> tuple[_Branch, ...]:
    known = {domain.id for domain in domains}
    seen: set[str] = set()

    def below(parent: str | None) -> tuple[_Branch, ...]:
        found = []
        for domain in domains:
            above = domain.broader if domain.broader in known else None
            if above == parent and domain.id not in seen:
                seen.add(domain.id)
                found.append(_Branch(domain, below(domain.id), domain.id in folded))
        return tuple(found)

    roots = below(None)
    # Domains that stand above each other in a circle hang from no root: they come at the end.
    rest = tuple(_Branch(domain, ()) for domain in domains if domain.id not in seen)
    return roots + rest


def _every(branches: Sequence[_Branch]) -> list[str]:
    return [ident for one in branches for ident in (one.domain.id, *_every(one.below))]


def columns(
    domains: Sequence[Domain], words: Words, folded: Sequence[str] = ()
) -> tuple[Column, ...]:
    """Put the domains in the order of their tree.

    Args:
        domains: the domains.
        words: the words.
        folded: ids of domains whose narrower ones are folded into them.

    Returns:
        One column a domain that is not folded away, each domain before the ones below it.
    """

    def flat(branches: Sequence[_Branch], depth: int) -> list[Column]:
        found = []
        for one in branches:
            name = words.text(one.domain.label) or one.domain.id
            away = tuple(_every(one.below)) if one.folded else ()
            found.append(Column(one.domain.id, name, depth, away))
            found.extend(flat(one.shown, depth + 1))
        return found

    return tuple(flat(_tree(domains, folded), 0))


def header_rows(domains: Sequence[Domain], words: Words, selection: Selection) -> list[Markup]:
    """Build the heads: one row a level of the tree, a domain above those below it.

    Args:
        domains: the domains.
        words: the words.
        selection: the present view, for what is folded.

    Returns:
        Rows for the head of a table with one column of names before the domains, and one of
        totals behind.
    """
    tree = _tree(domains, selection.folded)
    height = max((branch.height for branch in tree), default=1)
    rows: list[list[Markup]] = [[] for _ in range(height)]

    def place(branch: _Branch, level: int) -> None:
        span = height - level
        if not branch.shown:
            rows[level].append(_head(_name(branch, words, selection), "col", down=span))
            return
        name = _name(branch, words, selection)
        rows[level].append(_head(name, "colgroup", across=branch.width, kind="group"))
        whole = words.say("not further specified")
        rows[level + 1].append(_head(whole, "col", down=span - 1, kind="whole"))
        for one in branch.shown:
            place(one, level + 1)

    rows[0].append(_head(words.say("Effective element"), "col", down=height, kind="corner"))
    for branch in tree:
        place(branch, 0)
    rows[0].append(_head(words.say("Something known in"), "col", down=height, kind="sum"))
    return [tag("tr", *row, role="row") for row in rows]


def _head(
    name: Child, scope: str, *, down: int = 1, across: int = 1, kind: str | None = None
) -> Markup:
    return tag(
        "th",
        name,
        scope=scope,
        rowspan=down if down > 1 else None,
        colspan=across if across > 1 else None,
        role="columnheader",
        class_=kind,
    )


def _name(branch: _Branch, words: Words, selection: Selection) -> Markup:
    name = words.text(branch.domain.label) or branch.domain.id
    if not branch.below:
        return join(name)
    ident = branch.domain.id
    if branch.folded:
        others = tuple(one for one in selection.folded if one != ident)
        sign, said = "+", words.say("Unfold {name}", name=name)
        count = len(_every(branch.below))
        under = tag("span", words.count("and {number} below", "and {number} below", count))
    else:
        others = (*selection.folded, ident)
        sign, said, under = "−", words.say("Fold {name}", name=name), None
    target = replace(selection, folded=others)
    return join(parts.link(sign, target, aria_label=said, class_="fold"), name, " ", under)


def shown_columns(domains: Sequence[Domain], selection: Selection) -> tuple[Domain, ...]:
    """Choose the columns: the domains in which something is known, or all; of the wanted ones.

    Args:
        domains: all domains.
        selection: the present view.

    Returns:
        The domains to show; all where nothing is known of any. Where the one above is not shown,
        a domain stands below the nearest one that is.
    """
    broader = {domain.id: domain.broader for domain in domains}
    wanted = selection.filters.domains
    shown = [
        domain
        for domain in domains
        if (domain.cell_count or selection.columns == "all" or domain.id in wanted)
        and (not wanted or not set(wanted).isdisjoint(_upwards(domain.id, broader)))
    ] or list(domains)
    ids = {domain.id for domain in shown}
    return tuple(
        replace(domain, broader=next((up for up in above if up in ids), None))
        for domain in shown
        for above in [_upwards(domain.id, broader)[1:]]
    )


def _upwards(ident: str, broader: Mapping[str, str | None]) -> list[str]:
    chain: dict[str, None] = {}
    at: str | None = ident
    while at is not None and at not in chain:
        chain[at] = None
        at = broader.get(at)
    return list(chain)


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
