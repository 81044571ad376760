"""Tables that several views share: findings, strength by domain, relations, what is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evidence_explorer.sharing.sheets import Cell, Sheet, cited, joined, names, said
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import (
    Cell as Box,
)
from evidence_graph.queries.answers import (
    Domain,
    ExceptionOf,
    FindingOf,
    RelationOf,
)
from evidence_graph.queries.told_answers import Told


def findings(found: Sequence[FindingOf], words: Words, *, title: str, left_out: int = 0) -> Sheet:
    """Put findings in a table.

    Args:
        found: the findings.
        words: the words.
        title: the title of the table.
        left_out: how many there are beyond these.

    Returns:
        The table.
    """
    columns = (
        words.say("Effective element"),
        words.say("Direction"),
        words.say("Finding"),
        words.say("Domain"),
        words.say("Found at"),
        words.say("Study"),
        words.say("Sources"),
        words.say("Outcome"),
        words.say("Lane"),
        words.say("Kind of evidence"),
        words.say("How the element was tested"),
        words.say("Key"),
    )
    return Sheet(title, columns, tuple(_finding(one, words) for one in found), left_out)


def _finding(one: FindingOf, words: Words) -> tuple[Cell, ...]:
    return (
        words.text(one.element.label),
        words.concept("Direction", one.direction),
        words.text(one.paraphrase),
        words.text(one.domain.label) if one.domain else "",
        joined(map(parts.place, one.places)),
        words.text(one.reported_in.label),
        cited(one.citations, words),
        names(one.outcomes, words),
        _code("Lane", one.lane, words),
        _code("EvidenceKind", one.evidence_kind, words),
        _code("ElementTest", one.tested_by, words),
        one.id,
    )


def _code(list_name: str, code: str, words: Words) -> str:
    return words.concept(list_name, code) if code else ""


def strength(cells: Iterable[Box], domains: Iterable[Domain], words: Words) -> Sheet:
    """Put in a table how sure it is in each domain.

    Args:
        cells: what is known of one element, by domain.
        domains: all domains, in order.
        words: the words.

    Returns:
        The table; domains in which nothing is recorded are not in it.
    """
    known = {cell.domain: cell for cell in cells}
    columns = (
        words.say("Domain"),
        words.say("State"),
        words.say("A source itself says"),
        words.say("Findings"),
        words.say("Sources"),
        words.say("independent studies"),
    )
    return Sheet(
        words.say("How sure, in which domain?"),
        columns,
        tuple(
            (words.text(domain.label), *_box(known[domain.id], words))
            for domain in domains
            if domain.id in known
        ),
    )


def _box(cell: Box, words: Words) -> tuple[Cell, ...]:
    return (
        words.state(cell.state),
        said(cell.reported, words),
        cell.finding_count,
        cell.source_count,
        cell.independent_count,
    )


def relations(found: Iterable[RelationOf], words: Words, left_out: int = 0) -> Sheet:
    """Put relations in a table.

    Args:
        found: the relations.
        words: the words.
        left_out: how many there are beyond these.

    Returns:
        The table.
    """
    columns = (
        words.say("From"),
        words.say("Relation"),
        words.say("To"),
        words.say("In our words"),
        words.say("Found at"),
        words.say("Sources"),
    )
    return Sheet(
        words.say("Relations"),
        columns,
        tuple(
            (
                words.text(one.start.label),
                words.relation(one.kind),
                words.text(one.end.label),
                words.text(one.paraphrase),
                joined(map(parts.place, one.places)),
                cited(one.citations, words),
            )
            for one in found
        ),
        left_out,
    )


def exceptions(found: Iterable[ExceptionOf], words: Words) -> Sheet:
    """Put exceptions in a table.

    Args:
        found: the exceptions.
        words: the words.

    Returns:
        The table.
    """
    columns = (
        words.say("When"),
        words.say("What then changes"),
        words.say("Effective element"),
        words.say("Found at"),
        words.say("Sources"),
    )
    return Sheet(
        words.say("Exceptions"),
        columns,
        tuple(
            (
                words.text(one.condition),
                words.text(one.consequence),
                names(one.elements, words),
                joined(map(parts.place, one.places)),
                cited(one.citations, words),
            )
            for one in found
        ),
    )


def told(groups: Iterable[tuple[str, Sequence[Told]]], words: Words) -> Sheet:
    """Put in a table what is told around the findings.

    Args:
        groups: the heading under which the page has them, and the records.
        words: the words.

    Returns:
        The table.
    """
    columns = (
        words.say("Kind"),
        words.say("Name"),
        words.say("In our words"),
        words.say("Effective element"),
        words.say("Domain"),
        words.say("Found at"),
        words.say("Sources"),
    )
    return Sheet(
        words.say("Told around it"),
        columns,
        tuple(
            (
                heading,
                words.text(one.title),
                words.text(one.text),
                names(one.elements, words),
                names(one.domains, words),
                joined(map(parts.place, one.places)),
                cited(one.citations, words),
            )
            for heading, found in groups
            for one in found
        ),
    )


def facts(title: str, known: Iterable[tuple[str, Cell]], words: Words) -> Sheet:
    """Put facts in a table: what, and which.

    Args:
        title: the title of the table.
        known: the facts; an empty one is left out.
        words: the words.

    Returns:
        The table.
    """
    return Sheet(
        title,
        (words.say("What"), words.say("Which")),
        tuple((what, which) for what, which in known if which != ""),
    )
