"""The paths of the network in words: each step with its relation and the sources of that step."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.network_ways import selected
from evidence_explorer.words import Words
from evidence_graph.queries.answers import RelationOf
from evidence_graph.queries.paths import Path, Paths
from evidence_graph.queries.ties import BROADER

Pair = frozenset[str]


def steps(found: Paths, words: Words, selection: Selection) -> Markup | None:
    """Tell the paths step by step.

    Args:
        found: the paths.
        words: the words.
        selection: the present view.

    Returns:
        A list of paths, or None where there is none.
    """
    if not found.paths:
        return None
    names = {node.id: words.text(node.label) or node.id for node in found.network.nodes}
    told = _told(found, names, words, selection)
    length = len(found.paths[0]) - 1
    intro = [
        words.count(
            "The shortest path has {number} step.", "The shortest path has {number} steps.", length
        )
    ]
    if found.more:
        intro.append(words.say("There are more of this length."))
    if not found.complete:
        intro.append(
            words.say(
                "Some elements here have more relations than were looked at: "
                "a shorter path may exist."
            )
        )
    return tag(
        "div",
        tag("p", " ".join(intro)),
        tag(
            "ol",
            *(tag("li", _path(path, names, told, selection)) for path in found.paths),
            class_="paths",
        ),
    )


def _told(
    found: Paths, names: Mapping[str, str], words: Words, selection: Selection
) -> dict[Pair, list[Markup]]:
    # What is said of each step: the relations with their sources, and what falls under what.
    told: dict[Pair, list[Markup]] = {}
    for one in found.relations:
        pair = frozenset((one.start.id, one.end.id))
        told.setdefault(pair, []).append(_relation(one, words, selection))
    for edge in found.network.edges:
        if edge.kind == BROADER:
            sentence = _sentence(names[edge.start], words.relation(BROADER), names[edge.end])
            told.setdefault(frozenset((edge.start, edge.end)), []).append(tag("p", sentence))
    return told


def _path(
    path: Path, names: Mapping[str, str], told: Mapping[Pair, list[Markup]], selection: Selection
) -> Markup:
    line = join(
        *(
            join(" → " if number else None, parts.link(names[one], selected(selection, one)))
            for number, one in enumerate(path)
        )
    )
    items = [tag("li", *told.get(frozenset(step), ())) for step in pairwise(path)]
    return join(tag("h3", line), tag("ol", *items, class_="path-steps"))


def _relation(one: RelationOf, words: Words, selection: Selection) -> Markup:
    start, end = words.text(one.start.label), words.text(one.end.label)
    return tag(
        "div",
        tag("p", _sentence(start, words.relation(one.kind), end)),
        tag("p", words.text(one.paraphrase), class_="said"),
        parts.places(one.places, words, selection),
        parts.citations(one.citations, words, selection),
        class_="path-step",
    )


def _sentence(start: str, verb: str, end: str) -> Markup:
    return join(tag("strong", start), f" {verb} ", tag("strong", end))
