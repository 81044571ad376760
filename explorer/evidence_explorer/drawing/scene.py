"""What is drawn: a network as bands, headings, nodes and lines, with a place for each.

Pure: the same network in the same language gives the same scene on every machine. Positions do
not depend on what is selected, faded or unfolded: none of these moves what stood there.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from evidence_explorer.drawing.arrangement import Arrangement, arrange
from evidence_explorer.drawing.card import Card, StateLine
from evidence_explorer.drawing.lines import SceneEdge, fade, lines, near, tied
from evidence_explorer.drawing.words import Language, Words
from evidence_explorer.signs import INK, STATE_SIGNS
from evidence_graph.queries.answers import Network, NetworkNode


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
    """An element, a source or a domain as a card.

    Attributes:
        id: Its id in the graph.
        name: Its name.
        layer: Of an element, the name of its layer.
        x: The middle of the card.
        y: The middle of the card.
        card: What stands on it.
        spoken: The same, to be read aloud.
        dimmed: Whether it is drawn faint: faded by the legend, or far from what is selected.
        kind: ``element``, ``source`` or ``domain``: the outline of the card.
        marks: What the legend fades it by: its kind, layer and states.
        faded: Whether the legend fades it.
        more: How many things tied to it are not drawn.
        opened: Whether it is unfolded.
    """

    id: str
    name: str
    layer: str
    x: int
    y: int
    card: Card
    spoken: str
    dimmed: bool
    kind: str = "element"
    marks: tuple[str, ...] = ()
    faded: bool = False
    more: int = 0
    opened: bool = False

    @property
    def shape(self) -> str:
        """The shape of the sign of the state that must be read first; else the kind of thing."""
        return self.card.states[0].shape if self.card.states else self.kind

    @property
    def colour(self) -> str:
        """The colour of that sign."""
        return self.card.states[0].colour if self.card.states else INK


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
    kind: str = "rings"

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
    faint: Collection[str] = (),
    opened: Collection[str] = (),
) -> Scene:
    """Work out what is drawn of a network.

    Args:
        network: The elements and their relations.
        language: The language of the labels.
        selected: The element whose neighbours stay bright; None, or an unknown one, dims nothing.
        centre: The element in the middle, with the others around it by distance; None for rings
            of layers.
        words: The words of states and kinds; without them their codes are shown.
        faint: Marks of the legend, such as ``state/N0``: what bears only such marks is faded.
        opened: The elements that are unfolded.

    Returns:
        The scene.
    """
    words = words or Words(language)
    ids = {node.id for node in network.nodes}
    centre = centre if centre in ids else None
    selected = selected if selected in ids else None
    arranged = arrange(network, words, centre)
    bright = near(network.edges, selected)
    others = tied(network.edges, ids)
    nodes = tuple(
        _faded(
            replace(
                _node(node, arranged, words, others.get(node.id, set())),
                dimmed=selected is not None and node.id not in bright,
                opened=node.id in opened,
            ),
            faint,
        )
        for node in sorted(network.nodes, key=lambda node: node.id)
    )
    gone = {node.id for node in nodes if node.faded}
    edges = tuple(fade(edge, faint, gone) for edge in lines(network.edges, ids, words, selected))
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
        kind=network.kind,
    )


def _node(node: NetworkNode, arranged: Arrangement, words: Words, others: set[str]) -> SceneNode:
    box = arranged.boxes[node.id]
    card = arranged.cards[node.id]
    name = node.label.in_(words.language)
    layer = arranged.layers.get(node.layer, "")
    more = max(node.tie_count - len(_counted(node, others)), 0)
    parts = [name, layer, *(line.spoken for line in card.states), card.sources]
    if node.exception_count:
        parts.append(words.count("exception", node.exception_count))
    if card.reported:
        parts.append(words.say("reported"))
    if more:
        parts.append(words.count("more", more))
    layer_mark = (node.layer,) if node.layer else ()
    return SceneNode(
        id=node.id,
        name=name,
        layer=layer,
        x=box.x,
        y=box.y,
        card=card,
        spoken=". ".join(part for part in parts if part),
        dimmed=False,
        kind=node.kind,
        marks=(f"thing/{node.kind}", *layer_mark, *(f"state/{s.code}" for s in card.states)),
        more=more,
    )


def _counted(node: NetworkNode, tied: set[str]) -> set[str]:
    # What its number of ties counts: of an element things of the kind that carries it or that it
    # relates to, of a source and a domain its elements.
    if node.kind == "element":
        return {one for one in tied if not one.startswith("domain/")}
    return {one for one in tied if one.startswith("element/")}


def _faded(node: SceneNode, faint: Collection[str]) -> SceneNode:
    # Of several states one that is not faint is enough to stay bright.
    states = [mark for mark in node.marks if mark.startswith("state/")]
    others = [mark for mark in node.marks if not mark.startswith("state/")]
    faded = any(mark in faint for mark in others) or (
        bool(states) and all(mark in faint for mark in states)
    )
    return replace(node, faded=faded, dimmed=node.dimmed or faded)
