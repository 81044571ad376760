"""The network as tables, as a picture, as GraphML, and as what there is to read of its elements."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.selection import Selection
from evidence_explorer.sharing import rows
from evidence_explorer.sharing.network_svg import Wrap, network_picture
from evidence_explorer.sharing.sheets import Cell, Sheet, Tables, joined
from evidence_explorer.sharing.svg import Picture
from evidence_explorer.sharing.things import filled
from evidence_explorer.views import network as view
from evidence_explorer.views.network_answers import Answers, ask, by_layer
from evidence_explorer.views.sections import NOTHING
from evidence_explorer.words import Words
from evidence_graph import queries
from evidence_graph.queries.answers import ElementPage, Layer, NetworkEdge, NetworkNode, Page
from evidence_graph.queries.naming import Publication, publications
from evidence_graph.store import GraphStore
from evidence_graph.writing.graphml import Drawing, Edge, Key, Node

_KEYS: Final = (
    Key("label", "node"),
    Key("thing", "node"),
    Key("layer", "node"),
    Key("states", "node"),
    Key("sources", "node", "long"),
    Key("findings", "node", "long"),
    Key("exceptions", "node", "long"),
    Key("steps", "node", "long"),
    Key("x", "node", "long"),
    Key("y", "node", "long"),
    Key("kind", "edge"),
    Key("word", "edge"),
    Key("relations", "edge", "long"),
)


@dataclass(frozen=True, slots=True)
class Read:
    """What there is to read of one element in a hand-out: itself, and its first findings."""

    element: ElementPage
    found: Page


def tables(store: GraphStore, words: Words, selection: Selection) -> Tables:
    """Give the network as tables.

    Args:
        store: the graph.
        words: the words.
        selection: the view.

    Returns:
        Its elements, the relations between them, and the sources of their first findings.
    """
    answers = ask(store, selection)
    ids = [node.id for _, nodes in by_layer(answers.network) for node in nodes]
    found = [queries.findings_about(store, ident) for ident in ids]
    return tables_of(store, answers, found, words)


def tables_of(store: GraphStore, answers: Answers, found: Sequence[Page], words: Words) -> Tables:
    """Give a network as tables.

    Args:
        store: the graph.
        answers: the network.
        found: the first findings of its elements.
        words: the words.

    Returns:
        As :func:`tables`.
    """
    sheets = (*_shown(answers, words), sources(store, found, words))
    return Tables(view.title(answers, words), filled(sheets))


def _shown(answers: Answers, words: Words) -> tuple[Sheet, ...]:
    network = answers.network
    elements = Sheet(
        words.say("Effective elements"),
        (
            words.say("Effective element"),
            words.say("Layer"),
            words.say("State"),
            words.say("Sources"),
            words.say("Findings"),
            words.say("Exceptions"),
            words.say("Key"),
        ),
        tuple(_row(node, layer, words) for layer, nodes in by_layer(network) for node in nodes),
        network.left_out,
    )
    others = Sheet(
        words.say("Sources and domains in the picture"),
        (words.say("Name"), words.say("Kind"), words.say("Elements"), words.say("Key")),
        tuple(
            (_name(node, words), _KINDS[node.kind](words), node.element_count, node.id)
            for node in network.nodes
            if node.kind in _KINDS
        ),
    )
    return elements, others, _lines(answers, words), _steps(answers, words)


_KINDS: Final[Mapping[str, Callable[[Words], str]]] = {
    "source": lambda words: words.say("Source"),
    "domain": lambda words: words.say("Domain"),
}


def _lines(answers: Answers, words: Words) -> Sheet:
    names = {node.id: _name(node, words) for node in answers.network.nodes}
    return Sheet(
        words.say("Relations"),
        (words.say("From"), words.say("Relation"), words.say("To"), words.say("Number")),
        tuple(
            (names[edge.start], words.relation(edge.kind), names[edge.end], edge.count)
            for edge in _edges(answers)
        ),
    )


def _steps(answers: Answers, words: Words) -> Sheet:
    found = rows.relations(answers.paths.relations if answers.paths else (), words)
    return replace(found, title=words.say("Who says so?"))


def _name(node: NetworkNode, words: Words) -> str:
    return words.text(node.label) or node.id


def _row(node: NetworkNode, layer: Layer | None, words: Words) -> tuple[Cell, ...]:
    return (
        _name(node, words),
        words.text(layer.label) if layer else "",
        _states(node, words),
        node.source_count,
        node.finding_count,
        node.exception_count,
        node.id,
    )


def _states(node: NetworkNode, words: Words) -> str:
    if node.kind != "element":
        return ""
    if not node.states:
        return words.state(NOTHING)
    return joined(
        f"{words.state(code)} " + words.count("in {number} domain", "in {number} domains", count)
        for code, count in node.states
    )


def _edges(answers: Answers) -> list[NetworkEdge]:
    shown = {node.id for node in answers.network.nodes}
    return [edge for edge in answers.network.edges if {edge.start, edge.end} <= shown]


def readings(store: GraphStore, answers: Answers) -> tuple[Read, ...]:
    """Read what there is to tell of each element that is shown.

    Args:
        store: the graph.
        answers: the network.

    Returns:
        The elements in the order of the table, each with its first page of findings.
    """
    found = []
    for _, nodes in by_layer(answers.network):
        for node in nodes:
            page = queries.element_page(store, node.id)
            if page is not None:
                found.append(Read(page, queries.findings_about(store, node.id, 0)))
    return tuple(found)


def sources(store: GraphStore, found: Sequence[Page], words: Words) -> Sheet:
    """Put in a table which sources the findings of the shown elements cite.

    Args:
        store: the graph.
        found: the findings.
        words: the words.

    Returns:
        The table.
    """
    cited = {
        citation.source.id
        for page in found
        for finding in page.findings
        for citation in finding.citations
        if citation.source
    }
    return Sheet(
        words.say("Sources"),
        (
            words.say("Source"),
            words.say("Authors"),
            words.say("Year"),
            words.say("Title"),
            words.say("On the web"),
            words.say("Key"),
        ),
        tuple(_publication(one) for one in publications(store, cited)),
    )


def _publication(one: Publication) -> tuple[Cell, ...]:
    year = one.year if one.year is not None else ""
    return one.short_name, joined(one.authors), year, one.title, one.url, one.id


def picture(
    answers: Answers, words: Words, selection: Selection, wrap: Wrap | None = None
) -> Picture:
    """Draw the network.

    Args:
        answers: the network.
        words: the words.
        selection: the view.
        wrap: what is put around a card, such as a link.

    Returns:
        The picture.
    """
    return network_picture(view.picture(answers, words, selection), words, wrap)


def drawing(answers: Answers, words: Words, selection: Selection) -> Drawing:
    """Give the network for programs that draw networks.

    Args:
        answers: the network.
        words: the words.
        selection: the view.

    Returns:
        The elements with their places, and the relations.
    """
    network = answers.network
    layers = {layer.id: words.text(layer.label) for layer in network.layers}
    places = {node.id: node for node in view.picture(answers, words, selection).nodes}
    return Drawing(
        keys=_KEYS,
        nodes=[
            Node(
                node.id,
                {
                    "label": _name(node, words),
                    "thing": node.kind,
                    "layer": layers.get(node.layer, ""),
                    "states": _states(node, words),
                    "sources": str(node.source_count),
                    "findings": str(node.finding_count),
                    "exceptions": str(node.exception_count),
                    **({"steps": str(node.distance)} if node.distance is not None else {}),
                    "x": str(places[node.id].x),
                    "y": str(places[node.id].y),
                },
            )
            for node in network.nodes
        ],
        edges=[
            Edge(
                edge.start,
                edge.end,
                {
                    "kind": edge.kind,
                    "word": words.relation(edge.kind),
                    "relations": str(edge.count),
                },
            )
            for edge in _edges(answers)
        ],
    )
