"""Lists, the matrix and recommendations as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from evidence_explorer.selection import Selection
from evidence_explorer.sharing import rows
from evidence_explorer.sharing.sheets import Sheet, Tables, cited, every, joined, names
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import ElementRow
from evidence_graph.queries.told_answers import RecommendationOf
from evidence_graph.store import GraphStore

_AT_ONCE: Final = 500
"""How many rows are read at a time."""


def elements(store: GraphStore, words: Words) -> Tables:
    """Give the list of elements as a table.

    Args:
        store: the graph.
        words: the words.

    Returns:
        One table.
    """
    found, left_out = every(lambda first: queries.elements(store, first, _AT_ONCE))
    layers = {layer.id: words.text(layer.label) for layer in queries.layers(store)}
    title = words.say("Effective elements")
    sheet = Sheet(
        title,
        (
            words.say("Effective element"),
            words.say("Layer"),
            words.say("Sources"),
            words.say("Findings"),
            words.say("Exceptions"),
            words.say("Key"),
        ),
        tuple(
            (
                words.text(row.label) or row.id,
                _layers(row, layers),
                row.source_count,
                row.finding_count,
                row.exception_count,
                row.id,
            )
            for row in found
        ),
        left_out,
    )
    return Tables(title, (sheet,))


def sources(store: GraphStore, words: Words) -> Tables:
    """Give the list of sources as a table.

    Args:
        store: the graph.
        words: the words.

    Returns:
        One table.
    """
    found, left_out = every(lambda first: queries.sources(store, first, _AT_ONCE))
    title = words.say("Sources")
    sheet = Sheet(
        title,
        (
            words.say("Source"),
            words.say("Title"),
            words.say("Year"),
            words.say("Findings"),
            words.say("Elements"),
            words.say("Alone"),
            words.say("Key"),
        ),
        tuple(
            (
                row.short_name or row.id,
                row.title,
                row.year if row.year is not None else "",
                row.finding_count,
                row.element_count,
                row.sole_count,
                row.id,
            )
            for row in found
        ),
        left_out,
    )
    return Tables(title, (sheet,))


def recommendations(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give the recommendations of a study as tables: they, what they rest on, and findings.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        Three tables.
    """
    study = parts.chosen_study(queries.studies_read(store), selection)
    found = queries.recommendations(store, study) if study else ()
    title = words.say("Recommendations")
    return Tables(
        title,
        (
            _recommended(found, title, words),
            _rests_on(found, words),
            rows.findings(
                tuple(finding for one in found for finding in one.findings),
                words,
                title=words.say("Findings"),
            ),
        ),
    )


def _recommended(found: tuple[RecommendationOf, ...], title: str, words: Words) -> Sheet:
    columns = (
        words.say("Number"),
        words.say("Recommendation"),
        words.say("In our words"),
        words.say("Weakest support:").rstrip(":"),
        words.say("Found at"),
        words.say("Study"),
        words.say("Sources"),
    )
    return Sheet(
        title,
        columns,
        tuple(
            (
                one.order,
                words.text(one.title),
                words.text(one.text),
                names(one.weakest, words),
                joined(map(parts.place, one.places)),
                words.text(one.study.label),
                cited(one.citations, words),
            )
            for one in found
        ),
    )


def _rests_on(found: tuple[RecommendationOf, ...], words: Words) -> Sheet:
    columns = (
        words.say("Recommendation"),
        words.say("Rests on"),
        words.say("independent studies"),
        words.say("findings"),
        words.say("only relayed"),
        words.say("exceptions"),
    )
    return Sheet(
        words.say("Rests on"),
        columns,
        tuple(
            (
                words.text(one.title),
                words.text(support.element.label),
                support.independent_count,
                support.finding_count,
                support.relayed_count,
                support.exception_count,
            )
            for one in found
            for support in one.elements
        ),
    )


def _layers(row: ElementRow, layers: Mapping[str, str]) -> str:
    return joined(layers.get(layer, layer) for layer in row.layers)
