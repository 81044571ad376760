"""Elements side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.compare_table import Aspect, directions, few, sources, table
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Cell, Domain, Named, RelationOf
from evidence_graph.queries.compare import Compared, ElementBeside
from evidence_graph.queries.told_answers import Told

NOTHING = "N0"


@dataclass(frozen=True, slots=True)
class _Frame:
    """What each row needs."""

    known: Compared
    words: Words
    selection: Selection

    @property
    def beside(self) -> Sequence[ElementBeside]:
        """The elements."""
        return self.known.elements


def beside(known: Compared, words: Words, selection: Selection) -> Markup:
    """Put the elements side by side.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The table, and the relations among the elements.
    """
    frame = _Frame(known, words, selection)
    things = [Named(one.page.id, one.page.label) for one in known.elements]
    aspects = (*_first(frame), *_by_domain(frame), *_around(frame))
    return join(table(things, aspects, words, selection), _among(frame))


def _first(frame: _Frame) -> Iterable[Aspect]:
    words, elements = frame.words, frame.beside
    yield Aspect(words.say("What it is"), [words.text(one.page.definition) for one in elements])
    layers = [", ".join(words.text(layer.label) for layer in one.page.layers) for one in elements]
    yield Aspect(words.say("Layer"), layers, layers)
    yield Aspect(
        words.say("What it rests on"),
        [_support(one, words) for one in elements],
        [(one.page.source_count, one.page.independent_count) for one in elements],
    )
    yield Aspect(
        words.say("Findings by what they say"),
        [directions(one.directions, words) for one in elements],
        [sorted(one.directions) for one in elements],
    )


def _support(one: ElementBeside, words: Words) -> Markup | None:
    page = one.page
    return few(
        [
            words.count("{number} finding", "{number} findings", page.finding_count),
            words.count("{number} source", "{number} sources", page.source_count),
            words.count(
                "{number} independent study", "{number} independent studies", page.independent_count
            ),
            words.count(
                "{number} from hearsay only", "{number} from hearsay only", page.relayed_count
            ),
        ],
        words,
    )


def _by_domain(frame: _Frame) -> Iterable[Aspect]:
    held = [{cell.domain: cell for cell in one.page.cells} for one in frame.beside]
    for domain in frame.known.choices:
        cells = [of.get(domain.id) for of in held]
        if not any(cells):
            continue
        yield Aspect(
            frame.words.text(domain.label),
            [
                _cell(one, cell, domain, frame)
                for one, cell in zip(frame.beside, cells, strict=True)
            ],
            [_said(cell) for cell in cells],
            kind="domain",
        )


def _said(cell: Cell | None) -> tuple[object, ...]:
    # What a difference is about: known or not, the state, and a source's own word.
    if cell is None:
        return (NOTHING, False, ())
    words = tuple(sorted((one.word.nl, one.word.en) for one in cell.reported))
    return (cell.state, cell.finding_count > 0, words)


def _cell(one: ElementBeside, cell: Cell | None, domain: Domain, frame: _Frame) -> Markup:
    words = frame.words
    known = cell or Cell(one.page.id, domain.id, NOTHING)
    count = words.count("{number} finding", "{number} findings", known.finding_count)
    target = Selection(
        page="element", language=words.language, element=one.page.id, domain=domain.id
    )
    return join(
        parts.state(known.state, words),
        tag("p", parts.link(count, target) if cell else count),
        *(parts.reported(said, words, frame.selection) for said in known.reported),
    )


def _around(frame: _Frame) -> Iterable[Aspect]:
    words, elements = frame.words, frame.beside
    yield Aspect(
        words.say("Exceptions"),
        [
            few(
                [
                    f"{words.text(x.condition)} {words.text(x.consequence)}"
                    for x in one.page.exceptions
                ],
                words,
            )
            for one in elements
        ],
    )
    told = (
        (words.say("Conditions"), [one.context.conditions for one in elements]),
        (words.say("Recommendations"), [one.context.recommendations for one in elements]),
        (words.say("What is not known yet"), [one.context.gaps for one in elements]),
    )
    for title, found in told:
        yield Aspect(title, [few([_told(one, words) for one in many], words) for many in found])
    names = frame.known.names or {}
    if len(elements) > 1:
        shared = sources(elements[0].sources.shared, names, words, frame.selection)
        yield Aspect(words.say("Sources of all of them"), [shared for _ in elements])
        yield Aspect(
            words.say("Sources of this one only"),
            [sources(one.sources.alone, names, words, frame.selection) for one in elements],
        )


def _told(one: Told, words: Words) -> Child:
    return words.text(one.title) or words.text(one.text)


def _among(frame: _Frame) -> Markup | None:
    words = frame.words
    ids = {one.page.id for one in frame.beside}
    if len(ids) < 2:
        return None
    found = {
        relation.id: relation
        for one in frame.beside
        for relation in one.page.relations
        if {relation.start.id, relation.end.id} <= ids
    }
    none = words.say("No source here tells of a relation between them.")
    return tag(
        "section",
        tag("h2", words.say("Relations between them")),
        parts.bullets([_relation(one, frame) for one in found.values()])
        if found
        else tag("p", none),
        class_="part",
    )


def _relation(one: RelationOf, frame: _Frame) -> Markup:
    words, selection = frame.words, frame.selection
    return join(
        parts.named(one.start, words, selection),
        f" {words.relation(one.kind)} ",
        parts.named(one.end, words, selection),
        tag("p", words.text(one.paraphrase)),
        parts.places(one.places, words, selection),
        parts.citations(one.citations, words, selection),
    )
