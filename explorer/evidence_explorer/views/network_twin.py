"""The twin of the picture: the same things, ties and choices as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidence_explorer.drawing.scene import Scene, SceneNode
from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.network_answers import Answers, by_layer
from evidence_explorer.views.network_path import steps
from evidence_explorer.views.network_ways import centred, gone_to, selected, unfolded
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Layer, NetworkEdge, NetworkNode


@dataclass(frozen=True, slots=True)
class _Frame:
    """What each row needs: all nodes as asked for and as drawn, their ties, the words, the view."""

    nodes: Mapping[str, NetworkNode]
    drawn: Mapping[str, SceneNode]
    edges: Sequence[NetworkEdge]
    words: Words
    selection: Selection

    def name(self, ident: str) -> str:
        """Name something that is drawn.

        Args:
            ident: its id.

        Returns:
            Its name.
        """
        return self.words.text(self.nodes[ident].label) or ident

    def way(self, ident: str) -> Markup:
        """Link to something that is drawn, with what a click in the picture does.

        Args:
            ident: its id.

        Returns:
            The link.
        """
        here = self.selection
        to = selected(here, ident) if ident.startswith("element/") else gone_to(here, ident)
        chosen = ident in {here.element, here.source if here.mode == "sources" else None}
        return parts.link(self.name(ident), to, aria_current="true" if chosen else None)


def twin(answers: Answers, scene: Scene, words: Words, selection: Selection) -> Markup:
    """Build tables with the content of the picture, for keyboards, readers and print.

    Args:
        answers: what the graph says.
        scene: what is drawn.
        words: the words.
        selection: the present view.

    Returns:
        The tables, with the same choices as the picture.
    """
    nodes = {node.id: node for node in answers.network.nodes}
    shown = [edge for edge in answers.network.edges if {edge.start, edge.end} <= nodes.keys()]
    frame = _Frame(nodes, {node.id: node for node in scene.nodes}, shown, words, selection)
    return tag(
        "section",
        tag("h2", words.say("The same as a table")),
        _left_out(answers, words, selection),
        steps(answers.paths, words, selection) if answers.paths else None,
        _domains(frame),
        _sources(frame),
        _elements(answers, frame),
        class_="network-twin",
    )


def _left_out(answers: Answers, words: Words, selection: Selection) -> Markup | None:
    number = answers.network.left_out
    if not number:
        return None
    if answers.network.kind == "sources" and answers.network.centre is None:
        return tag(
            "p",
            words.count(
                "{number} source is not shown here: it carries less.",
                "{number} sources are not shown here: they carry less.",
                number,
            ),
            " ",
            parts.link(
                words.say("See all sources"), Selection(page="sources", language=selection.language)
            ),
        )
    return tag(
        "p",
        words.count(
            "{number} element is not shown here: with fewer sources, or under another.",
            "{number} elements are not shown here: with fewer sources, or under another.",
            number,
        ),
        " ",
        parts.link(
            words.say("See all elements"), Selection(page="elements", language=selection.language)
        ),
    )


def _table(caption: str, heads: Sequence[str], rows: Sequence[Markup]) -> Markup:
    return tag(
        "table",
        tag("caption", caption, class_="hidden"),
        tag("thead", tag("tr", *(tag("th", label, scope="col") for label in heads))),
        tag("tbody", *rows),
        class_="plain stack twin",
    )


def _row(ident: str, frame: _Frame, *cells: Markup) -> Markup:
    here = frame.selection.element == ident or (
        frame.selection.mode == "sources" and frame.selection.source == ident
    )
    kinds = ["here"] if here else []
    kinds += ["faint"] if frame.drawn[ident].faded else []
    return tag("tr", *cells, class_=" ".join(kinds) or None)


def _head(ident: str, frame: _Frame) -> Markup:
    node, drawn, words = frame.nodes[ident], frame.drawn[ident], frame.words
    head: list[Child] = [frame.way(ident)]
    if drawn.faded:
        head.append(_small(words.say("faded by the legend")))
    if node.exception_count:
        count = words.count("{number} exception", "{number} exceptions", node.exception_count)
        head.append(tag("span", count, class_="small exception"))
    if node.unfolded_by in frame.nodes:
        name = frame.name(node.unfolded_by or "")
        head.append(_small(words.say("unfolded from {name}", name=name)))
    head.append(tag("span", parts.listed(_actions(ident, frame)), class_="small actions"))
    return tag("th", *head, scope="row")


def _small(child: Child) -> Markup:
    return tag("span", child, class_="small")


def _actions(ident: str, frame: _Frame) -> Iterator[Markup]:
    words, selection = frame.words, frame.selection
    name, drawn = frame.name(ident), frame.drawn[ident]
    if ident.startswith("element/"):
        if selection.centre != ident or selection.mode != "around":
            label = words.say("Put in the middle: {name}", name=name)
            middle = words.say("Put in the middle")
            yield parts.link(middle, centred(selection, ident), aria_label=label)
        if drawn.more or drawn.opened:
            yield _unfold(ident, frame)
    if not ident.startswith("domain/"):
        label = words.say("Whole page: {name}", name=name)
        page = parts.opened(selection, ident)
        yield parts.link(words.say("Whole page"), page, aria_label=label)


def _unfold(ident: str, frame: _Frame) -> Markup:
    words, drawn, name = frame.words, frame.drawn[ident], frame.name(ident)
    said = (
        words.say("Fold")
        if drawn.opened
        else words.count("Show {number} more", "Show {number} more", drawn.more)
    )
    return parts.link(said, unfolded(frame.selection, ident), aria_label=f"{said}: {name}")


def _elements(answers: Answers, frame: _Frame) -> Markup | None:
    words = frame.words
    carried = answers.network.kind == "sources"
    rows = [
        _element(node, layer, frame, carried=carried)
        for layer, nodes in by_layer(answers.network)
        for node in nodes
    ]
    if not rows:
        return None
    heads = (
        words.say("Effective element"),
        words.say("Layer"),
        words.say("State"),
        words.say("Sources"),
        words.say("Carried by") if carried else words.say("Relations to others"),
    )
    return _table(words.say("Effective elements"), heads, rows)


def _element(node: NetworkNode, layer: Layer | None, frame: _Frame, *, carried: bool) -> Markup:
    words = frame.words
    ties = (
        [_carrier(edge, frame) for edge in frame.edges if edge.end == node.id]
        if carried
        else [_related(edge, frame) for edge in frame.edges if edge.start == node.id]
    )
    return _row(
        node.id,
        frame,
        _head(node.id, frame),
        tag("td", words.text(layer.label) if layer else "–"),
        tag("td", _states(node, words), _spoken(node.reported_count, words)),
        _number(words.say("Sources"), node.source_count, words),
        tag("td", parts.bullets(ties) if ties else "–"),
    )


def _states(node: NetworkNode, words: Words) -> Markup:
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
    return parts.bullets(states, class_="names") if states else parts.state("N0", words)


def _number(label: str, number: int, words: Words) -> Markup:
    return tag(
        "td",
        tag("span", label, class_="column only-narrow"),
        words.number(number),
        class_="number",
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


def _related(edge: NetworkEdge, frame: _Frame) -> Markup:
    return join(frame.words.relation(edge.kind), " ", frame.way(edge.end))


def _carrier(edge: NetworkEdge, frame: _Frame) -> Markup:
    return join(frame.way(edge.start), " ", _small(_how(edge, frame.words)))


def _how(edge: NetworkEdge, words: Words) -> str:
    number = words.count("{number} finding", "{number} findings", edge.count)
    return f"{words.concept('CitationMode', edge.kind.rpartition('-')[2])}, {number}"


def _sources(frame: _Frame) -> Markup | None:
    words = frame.words
    sources = [node for node in frame.nodes.values() if node.kind == "source"]
    if not sources:
        return None
    heads = (words.say("Source"), words.say("Elements"), words.say("Leans on"))
    rows = []
    for node in sources:
        leans = [
            frame.way(edge.end)
            for edge in frame.edges
            if edge.kind == "relays" and edge.start == node.id
        ]
        rows.append(
            _row(
                node.id,
                frame,
                _head(node.id, frame),
                _number(words.say("Elements"), node.element_count, words),
                tag("td", parts.bullets(leans) if leans else "–"),
            )
        )
    return _table(words.say("Sources"), heads, rows)


def _domains(frame: _Frame) -> Markup | None:
    words = frame.words
    domains = [node for node in frame.nodes.values() if node.kind == "domain"]
    if not domains:
        return None
    heads = (words.say("Domain"), words.say("Elements"), words.say("Relations to others"))
    rows = []
    for node in domains:
        wider = [
            join(words.relation(edge.kind), " ", frame.way(edge.end))
            for edge in frame.edges
            if edge.start == node.id
        ]
        rows.append(
            _row(
                node.id,
                frame,
                _head(node.id, frame),
                _number(words.say("Elements"), node.element_count, words),
                tag("td", parts.bullets(wider) if wider else "–"),
            )
        )
    return _table(words.say("Domains"), heads, rows)
