"""Sections on one element, for its own page and for the pane of the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import explaining, parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import (
    Cell,
    Domain,
    ElementPage,
    ExceptionOf,
)

NOTHING: Final = "N0"
MOST_NAMED: Final = 8
"""How many domains are named in a line; more stand in a list that opens."""


def layer_line(element: ElementPage, words: Words) -> str:
    """Say in which layers an element stands.

    Args:
        element: the element.
        words: the words.

    Returns:
        A small line above its name.
    """
    layers = ", ".join(words.text(layer.label) for layer in element.layers)
    if not layers:
        return words.say("Effective element")
    return words.say("Effective element in: {layers}", layers=layers)


def exceptions(found: Sequence[ExceptionOf], words: Words, selection: Selection) -> Markup | None:
    """Show when an element does not hold, or holds differently. It is never hidden.

    Args:
        found: the exceptions.
        words: the words.
        selection: the present view.

    Returns:
        A section, or None where no exception is known.
    """
    if not found:
        return None
    items = [
        join(
            tag("p", tag("strong", words.text(one.condition)), class_="said"),
            tag("p", "→ ", words.text(one.consequence), class_="said"),
            parts.places(one.places, words, selection),
            parts.citations(one.citations, words, selection),
        )
        for one in found
    ]
    return tag(
        "section",
        tag(
            "h2",
            words.say("Mind the exception")
            if len(found) == 1
            else words.say("Mind the exceptions"),
        ),
        parts.bullets(items),
        class_="exceptions",
    )


def strength(
    cells: Sequence[Cell], domains: Sequence[Domain], words: Words, selection: Selection
) -> Markup:
    """Show how sure it is in each domain; what nobody assessed is named too.

    Args:
        cells: what is known, by domain.
        domains: all domains.
        words: the words.
        selection: the present view; its ``domain`` is marked.

    Returns:
        A section with a table.
    """
    known = {cell.domain: cell for cell in cells}
    shown = [domain for domain in domains if domain.id in known]
    new = explaining.firsts(frozenset({("State", known[domain.id].state)}) for domain in shown)
    rows = [
        _strength_row(domain, known[domain.id], words, selection, explained=bool(first))
        for domain, first in zip(shown, new, strict=True)
    ]
    other = [words.text(domain.label) for domain in domains if domain.id not in known]
    chosen = next((d for d in domains if d.id == selection.domain and d.id not in known), None)
    table = tag(
        "table",
        tag("caption", words.say("By domain"), class_="hidden"),
        tag(
            "thead",
            tag(
                "tr",
                *(
                    tag("th", label, scope="col")
                    for label in (
                        words.say("Domain"),
                        words.say("State"),
                        words.say("A source itself says"),
                        words.say("Recorded"),
                    )
                ),
            ),
        ),
        tag("tbody", *rows),
        class_="plain stack",
    )
    rest = None
    if other:
        rest = tag(
            "div",
            parts.state(NOTHING, words),
            _elsewhere(other, words),
            class_="rest",
        )
    return tag(
        "section",
        tag("h2", words.say("How sure, in which domain?")),
        tag(
            "p",
            words.say(
                "You chose the domain “{domain}”. Nothing has been recorded there yet.",
                domain=words.text(chosen.label),
            ),
            class_="remark",
        )
        if chosen
        else None,
        table if rows else None,
        rest,
    )


def _elsewhere(others: Sequence[str], words: Words) -> Markup:
    said = words.say("Nothing recorded in: {domains}.", domains=", ".join(others))
    if len(others) <= MOST_NAMED:
        return tag("p", said, class_="small")
    number = words.count(
        "Nothing recorded in {number} other domain",
        "Nothing recorded in {number} other domains and target groups",
        len(others),
    )
    return tag("details", tag("summary", number), tag("p", said, class_="small"))


def _strength_row(
    domain: Domain, cell: Cell, words: Words, selection: Selection, *, explained: bool
) -> Markup:
    spoken = [parts.reported(one, words, selection) for one in cell.reported]
    findings = words.count("{number} finding", "{number} findings", cell.finding_count)
    there = replace(parts.opened(selection, cell.element), domain=domain.id)
    counts: tuple[Child, ...] = (
        parts.link(findings, there) if cell.finding_count else findings,
        words.count("{number} source", "{number} sources", cell.source_count),
        words.count(
            "{number} independent study", "{number} independent studies", cell.independent_count
        ),
    )
    return tag(
        "tr",
        tag("th", words.text(domain.label), scope="row"),
        tag(
            "td",
            parts.state(cell.state, words),
            explaining.explain("State", cell.state, words) if explained else None,
        ),
        tag("td", *(spoken or [tag("span", "–", class_="none")])),
        tag("td", parts.listed(counts), class_="small"),
        class_="here" if domain.id == selection.domain else None,
    )


def support(element: ElementPage, words: Words) -> Markup:
    """Count what an element rests on; what is only relayed is counted apart and never added.

    Args:
        element: the element.
        words: the words.

    Returns:
        A list of counts.
    """
    exceptions = len(element.exceptions)
    figures: list[tuple[str, int, str]] = [
        (
            words.count("source", "different sources", element.source_count),
            element.source_count,
            "",
        ),
        (
            words.count("independent study", "independent studies", element.independent_count),
            element.independent_count,
            "",
        ),
        (words.count("finding", "findings", element.finding_count), element.finding_count, ""),
        (words.count("exception", "exceptions", exceptions), exceptions, ""),
    ]
    if element.relayed_count:
        figures.append(
            (
                words.say("more sources only known through another; these do not count as support"),
                element.relayed_count,
                "unknown",
            )
        )
    remark = None
    if element.source_count == 1:
        remark = tag("p", words.say("This rests on one source only."), class_="remark")
    elif element.source_count == 0:
        remark = tag("p", words.say("No source has been cited directly for this."), class_="remark")
    return join(
        tag(
            "dl",
            *(
                tag("div", tag("dt", label), tag("dd", words.number(number)), class_=kind or None)
                for label, number, kind in figures
            ),
            class_="tally",
        ),
        remark,
    )
