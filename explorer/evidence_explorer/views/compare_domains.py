"""Domains side by side: what is known in each of them, and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.signs import state_rank
from evidence_explorer.views import parts
from evidence_explorer.views.compare_table import Aspect, directions, few, sources, table
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named
from evidence_graph.queries.compare import Compared, DomainBeside
from evidence_graph.queries.overview import Box, Line

MOST_ELEMENTS: Final = 60
NOTHING: Final = "N0"


def beside(known: Compared, words: Words, selection: Selection) -> Markup:
    """Put the domains side by side.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The table.
    """
    things = [Named(one.domain.id, one.domain.label) for one in known.domains]
    elements = _known(known)
    aspects = (
        *_first(known, words, selection),
        *(_element(line, known.domains, words, selection) for line in elements[:MOST_ELEMENTS]),
    )
    more = len(elements) - MOST_ELEMENTS
    rest = words.count("And {number} more.", "And {number} more.", more) if more > 0 else None
    return join(table(things, aspects, words, selection), tag("p", rest) if rest else None)


def _known(known: Compared) -> list[Line]:
    # Of which something is known in any of them; in most of them first.
    counts = Counter(ident for one in known.domains for ident in one.boxes)
    found = [line for line in known.lines if counts[line.id]]
    return sorted(found, key=lambda line: -counts[line.id])


def _first(known: Compared, words: Words, selection: Selection) -> Iterable[Aspect]:
    domains = known.domains
    yield Aspect(
        words.say("What it is"), [words.text(one.domain.definition) or None for one in domains]
    )
    counts = [len(one.boxes) for one in domains]
    yield Aspect(
        words.say("Elements of which something is known"),
        [words.say("{known} of {all}", known=n, all=len(known.lines)) for n in counts],
        counts,
    )
    yield Aspect(
        words.say("What it rests on"),
        [_support(one, words) for one in domains],
        [(len(one.sources.all), one.independent) for one in domains],
    )
    yield Aspect(
        words.say("Findings by what they say"),
        [directions(one.directions, words) for one in domains],
        [sorted(one.directions) for one in domains],
    )
    yield Aspect(words.say("What is known"), [_states(one, words) for one in domains])
    names = known.names or {}
    if len(domains) > 1:
        shared = sources(domains[0].sources.shared, names, words, selection)
        yield Aspect(words.say("Sources of all of them"), [shared for _ in domains])
        yield Aspect(
            words.say("Sources of this one only"),
            [sources(one.sources.alone, names, words, selection) for one in domains],
        )


def _support(one: DomainBeside, words: Words) -> Markup | None:
    return few(
        [
            words.count("{number} finding", "{number} findings", one.findings),
            words.count("{number} source", "{number} sources", len(one.sources.all)),
            words.count(
                "{number} independent study", "{number} independent studies", one.independent
            ),
        ],
        words,
    )


def _states(one: DomainBeside, words: Words) -> Markup | None:
    states = Counter(box.state for box in one.boxes.values())
    return few(
        [
            join(parts.state(code, words), f" {words.number(states[code])}")
            for code in sorted(states, key=state_rank)
        ],
        words,
    )


def _element(
    line: Line, domains: Sequence[DomainBeside], words: Words, selection: Selection
) -> Aspect:
    boxes = [one.boxes.get(line.id) for one in domains]
    return Aspect(
        parts.named(Named(line.id, line.label), words, selection),
        [_box(line, one, box, words) for one, box in zip(domains, boxes, strict=True)],
        [(box.state, bool(box.basis)) if box else (NOTHING, False) for box in boxes],
        kind="domain",
    )


def _box(line: Line, one: DomainBeside, box: Box | None, words: Words) -> Child:
    findings = sum(count for count, _ in box.basis) if box else 0
    count = words.count("{number} finding", "{number} findings", findings)
    target = Selection(
        page="element", language=words.language, element=line.id, domain=one.domain.id
    )
    state = parts.state(box.state if box else NOTHING, words)
    return join(state, tag("p", parts.link(count, target) if box else count))
