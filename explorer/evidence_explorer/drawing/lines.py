"""The lines of a drawing: their look, and what a selection or the legend makes faint."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.drawing.words import Words
from evidence_explorer.signs import line_sign
from evidence_graph.queries.answers import NetworkEdge

_WIDEST_LINE: Final = 5


@dataclass(frozen=True, slots=True)
class SceneEdge:
    """All relations of one kind between two things. ``bend`` parts lines of the same pair.

    ``width`` grows with their number; ``faded`` tells whether the legend fades it, by its own kind
    or by what stands at its ends.
    """

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
    faded: bool = False


def near(edges: Iterable[NetworkEdge], selected: str | None) -> set[str]:
    """Tell what a selection leaves bright.

    Args:
        edges: The edges of the network.
        selected: What is selected.

    Returns:
        The selected and all that is tied to it; nothing where nothing is selected.
    """
    if selected is None:
        return set()
    found = {selected}
    for edge in edges:
        if selected in {edge.start, edge.end}:
            found |= {edge.start, edge.end}
    return found


def tied(edges: Iterable[NetworkEdge], ids: set[str]) -> dict[str, set[str]]:
    """Tell what each thing is tied to.

    Args:
        edges: The edges of the network.
        ids: What is drawn.

    Returns:
        Id → ids of what it is tied to, of what is drawn.
    """
    found: dict[str, set[str]] = {}
    for edge in edges:
        if {edge.start, edge.end} <= ids:
            found.setdefault(edge.start, set()).add(edge.end)
            found.setdefault(edge.end, set()).add(edge.start)
    return found


def fade(edge: SceneEdge, faint: Collection[str], gone: set[str]) -> SceneEdge:
    """Fade a line where the legend asks for it.

    Args:
        edge: The line.
        faint: Marks of the legend.
        gone: What is faded of the things at the ends of lines.

    Returns:
        The line, faded or as it was.
    """
    faded = f"kind/{edge.kind}" in faint or not gone.isdisjoint((edge.start, edge.end))
    return replace(edge, faded=faded, dimmed=edge.dimmed or faded)


def lines(
    edges: Iterable[NetworkEdge], ids: set[str], words: Words, selected: str | None
) -> Iterable[SceneEdge]:
    """Make the lines of a network.

    Args:
        edges: The edges of the network.
        ids: What is drawn.
        words: The words of the language.
        selected: What is selected.

    Yields:
        The lines between different things that are drawn, in a fixed order.
    """
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
