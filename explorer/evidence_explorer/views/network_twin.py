"""The twin of the picture: the same elements, relations and choices as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.network_answers import Answers, by_layer
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Layer, NetworkEdge, NetworkNode


@dataclass(frozen=True, slots=True)
class _Frame:
    """What each row needs: the names of all elements, the words, the view."""

    names: Mapping[str, NetworkNode]
    words: Words
    selection: Selection


def twin(answers: Answers, words: Words, selection: Selection) -> Markup:
    """Build the table with the content of the picture, for keyboards, readers and print.

    Args:
        answers: what the graph says.
        words: the words.
        selection: the present view.

    Returns:
        The table, with the same choices as the picture.
    """
    network = answers.network
    names = {node.id: node for node in network.nodes}
    outward: dict[str, list[NetworkEdge]] = {}
    for edge in network.edges:
        if edge.start in names and edge.end in names:
            outward.setdefault(edge.start, []).append(edge)
    frame = _Frame(names, words, selection)
    rows = [
        _row(node, layer, outward.get(node.id, []), frame)
        for layer, nodes in by_layer(network)
        for node in nodes
    ]
    heads = (
        words.say("Effective element"),
        words.say("Layer"),
        words.say("State"),
        words.say("Sources"),
        words.say("Relations to others"),
    )
    left_out = None
    if network.left_out:
        left_out = tag(
            "p",
            words.count(
                "{number} element is not shown here: with fewer sources, or under another.",
                "{number} elements are not shown here: with fewer sources, or under another.",
                network.left_out,
            ),
            " ",
            parts.link(
                words.say("See all elements"),
                Selection(page="elements", language=selection.language),
            ),
        )
    return tag(
        "section",
        tag("h2", words.say("The same as a table")),
        left_out,
        tag(
            "table",
            tag("caption", words.say("The same as a table"), class_="hidden"),
            tag("thead", tag("tr", *(tag("th", label, scope="col") for label in heads))),
            tag("tbody", *rows),
            class_="plain stack twin",
        ),
    )


def _row(
    node: NetworkNode, layer: Layer | None, edges: Sequence[NetworkEdge], frame: _Frame
) -> Markup:
    words = frame.words
    states = [
        join(
            parts.state(code, words),
            " ",
            tag(
                "span",
                words.count("in {number} domain", "in {number} domains", count),
                class_="small",
            ),
        )
        for code, count in node.states
    ]
    here = frame.selection.element == node.id
    return tag(
        "tr",
        tag("th", *_head(node, frame), scope="row"),
        tag("td", words.text(layer.label) if layer else "–"),
        tag(
            "td",
            parts.bullets(states, class_="names") if states else parts.state("N0", words),
            _spoken(node.reported_count, words),
        ),
        tag(
            "td",
            tag("span", words.say("Sources"), class_="column only-narrow"),
            words.number(node.source_count),
            class_="number",
        ),
        tag("td", parts.bullets(_related(edge, frame) for edge in edges) if edges else "–"),
        class_="here" if here else None,
    )


def _spoken(count: int, words: Words) -> Markup | None:
    if not count:
        return None
    said = words.count(
        "a source itself speaks of strength in {number} domain",
        "sources themselves speak of strength in {number} domains",
        count,
    )
    mark = tag("span", class_="speech", aria_hidden="true")
    return tag("p", mark, tag("span", said), class_="reported")


def _head(node: NetworkNode, frame: _Frame) -> list[Child]:
    words, selection = frame.words, frame.selection
    name = words.text(node.label) or node.id
    head: list[Child] = [
        parts.link(
            name,
            parts.chosen(selection, node.id),
            aria_current="true" if selection.element == node.id else None,
        )
    ]
    if node.exception_count:
        count = words.count("{number} exception", "{number} exceptions", node.exception_count)
        head.append(tag("span", count, class_="small exception"))
    if selection.centre != node.id:
        middle = replace(parts.chosen(selection, node.id), centre=node.id)
        label = words.say("Put in the middle: {name}", name=name)
        way = parts.link(words.say("Put in the middle"), middle, aria_label=label)
        head.append(tag("span", way, class_="small"))
    return head


def _related(edge: NetworkEdge, frame: _Frame) -> Markup:
    words = frame.words
    name = words.text(frame.names[edge.end].label) or edge.end
    return join(
        words.relation(edge.kind),
        " ",
        parts.link(name, parts.chosen(frame.selection, edge.end)),
    )
