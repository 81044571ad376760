"""What is drawn: a network as bands, headings, nodes and lines, with a place for each.

Pure: the same network in the same language gives the same scene on every machine. Positions do
not depend on what is selected, so a selection never moves anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from evidence_explorer.drawing.arrangement import Arrangement, arrange
from evidence_explorer.drawing.card import Card, StateLine
from evidence_explorer.drawing.words import Language, Words
from evidence_explorer.signs import STATE_SIGNS, line_sign
from evidence_graph.queries.answers import Network, NetworkEdge, NetworkNode

_WIDEST_LINE: Final = 4


@dataclass(frozen=True, slots=True)
class SceneBand:
    """One ring, from an inner to an outer edge, with the lines between its sectors."""

    half_width: int
    half_height: int
    inner_half_width: int
    inner_half_height: int
    partings: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class SceneHeading:
    """The name of a ring or a sector, with a note where nothing stands on it."""

    lines: tuple[str, ...]
    note: str
    x: int
    y: int
    width: int
    height: int
    size: int
    line_height: int


@dataclass(frozen=True, slots=True)
class SceneNode:
    """An element: a card with its name, its number of sources, its marks and its states."""

    id: str
    name: str
    layer: str
    x: int
    y: int
    card: Card
    spoken: str
    dimmed: bool

    @property
    def shape(self) -> str:
        """The shape of the sign of the state that must be read first."""
        return self.card.states[0].shape

    @property
    def colour(self) -> str:
        """The colour of that sign."""
        return self.card.states[0].colour


@dataclass(frozen=True, slots=True)
class SceneEdge:
    """All relations of one kind between two elements. ``bend`` parts lines of the same pair."""

    id: str
    start: str
    end: str
    kind: str
    label: str
    count: int
    dash: tuple[int, ...]
    colour: str
    arrow: str
    width: int
    bend: int
    dimmed: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn. Coordinates are whole numbers around a middle; y points down."""

    language: Language
    words: Words
    bands: tuple[SceneBand, ...]
    headings: tuple[SceneHeading, ...]
    nodes: tuple[SceneNode, ...]
    edges: tuple[SceneEdge, ...]
    left: int
    top: int
    right: int
    bottom: int
    selected: str | None
    centre: str | None
    left_out: int

    @property
    def width(self) -> int:
        """The width of all that is drawn."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """The height of all that is drawn."""
        return self.bottom - self.top

    def kinds(self) -> tuple[str, ...]:
        """List the kinds of relation that are drawn.

        Returns:
            The kinds, in the order in which they first occur.
        """
        return tuple(dict.fromkeys(edge.kind for edge in self.edges))

    def state_lines(self) -> tuple[StateLine, ...]:
        """List the states that are drawn.

        Returns:
            One line per state, in the order of their scheme.
        """
        found = {line.code: line for node in self.nodes for line in node.card.states}
        in_order = [code for code in STATE_SIGNS if code in found]
        return tuple(found[code] for code in [*in_order, *sorted(found.keys() - set(in_order))])


def scene(
    network: Network,
    language: Language,
    *,
    selected: str | None,
    centre: str | None,
    words: Words | None = None,
) -> Scene:
    """Work out what is drawn of a network.

    Args:
        network: The elements and their relations.
        language: The language of the labels.
        selected: The element whose neighbours stay bright; None, or an unknown one, dims nothing.
        centre: The element in the middle, with the others around it by distance; None for rings
            of layers.
        words: The words of states and kinds; without them their codes are shown.

    Returns:
        The scene.
    """
    words = words or Words(language)
    ids = {node.id for node in network.nodes}
    centre = centre if centre in ids else None
    selected = selected if selected in ids else None
    arranged = arrange(network, words, centre)
    near = _near(network.edges, selected)
    nodes = tuple(
        _node(node, arranged, words, dimmed=selected is not None and node.id not in near)
        for node in sorted(network.nodes, key=lambda node: node.id)
    )
    edges = tuple(_edges(network.edges, ids, words, selected))
    left, top, right, bottom = arranged.bounds
    return Scene(
        language=language,
        words=words,
        bands=tuple(SceneBand(*band) for band in arranged.bands),
        headings=tuple(
            SceneHeading(
                h.lines, h.note, box.x, box.y, box.width, box.height, h.size, h.line_height
            )
            for h, box in arranged.headings
        ),
        nodes=nodes,
        edges=edges,
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        selected=selected,
        centre=centre,
        left_out=network.left_out,
    )


def _near(edges: Iterable[NetworkEdge], selected: str | None) -> set[str]:
    if selected is None:
        return set()
    near = {selected}
    for edge in edges:
        if selected in {edge.start, edge.end}:
            near |= {edge.start, edge.end}
    return near


def _node(node: NetworkNode, arranged: Arrangement, words: Words, *, dimmed: bool) -> SceneNode:
    box = arranged.boxes[node.id]
    card = arranged.cards[node.id]
    name = node.label.in_(words.language)
    layer = arranged.layers.get(node.layer, "")
    parts = [name, layer, *(line.spoken for line in card.states), card.sources]
    if node.exception_count:
        parts.append(words.count("exception", node.exception_count))
    if card.reported:
        parts.append(words.say("reported"))
    return SceneNode(
        id=node.id,
        name=name,
        layer=layer,
        x=box.x,
        y=box.y,
        card=card,
        spoken=". ".join(part for part in parts if part),
        dimmed=dimmed,
    )


def _edges(
    edges: Iterable[NetworkEdge], ids: set[str], words: Words, selected: str | None
) -> Iterable[SceneEdge]:
    pairs: dict[frozenset[str], list[NetworkEdge]] = {}
    for edge in sorted(edges, key=lambda edge: (edge.start, edge.end, edge.kind)):
        if {edge.start, edge.end} <= ids and edge.start != edge.end:
            pairs.setdefault(frozenset((edge.start, edge.end)), []).append(edge)
    for pair in pairs.values():
        for number, edge in enumerate(pair):
            sign = line_sign(edge.kind)
            label = words.kind(edge.kind)
            yield SceneEdge(
                id=f"{edge.start} {edge.kind} {edge.end}",
                start=edge.start,
                end=edge.end,
                kind=edge.kind,
                label=label if edge.count == 1 else f"{label} ({edge.count})",
                count=edge.count,
                dash=sign.dash,
                colour=sign.colour,
                arrow=sign.arrow,
                width=min(1 + edge.count, _WIDEST_LINE),
                bend=_bend(edge, number, len(pair)),
                dimmed=selected is not None and selected not in {edge.start, edge.end},
            )


def _bend(edge: NetworkEdge, number: int, of: int) -> int:
    # Bend lines of one pair to both sides, in hundredths; a line alone stays straight.
    sideways = 2 * number - (of - 1)
    return 12 * sideways if edge.start < edge.end else -12 * sideways
