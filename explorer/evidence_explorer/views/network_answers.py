"""What the network asks of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from evidence_explorer.selection import Selection
from evidence_graph import queries
from evidence_graph.queries.answers import Domain, ElementPage, Layer, Network, NetworkNode, Page
from evidence_graph.store import GraphStore

FIRST_LOOK: Final = 32
"""How many elements the rings show: as many as can be read on a screen at once."""
AROUND: Final = 60
"""How many elements stand around a centre at most."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the graph says for this view.

    Attributes:
        network: the elements and relations that are drawn.
        centre_gone: whether the address asks for a centre that is not in the graph.
        element: the selected element, if it is in the graph.
        found: one page of its findings.
        domains: all domains.
    """

    network: Network
    centre_gone: bool
    element: ElementPage | None
    found: Page | None
    domains: tuple[Domain, ...]


def ask(store: GraphStore, selection: Selection) -> Answers:
    """Ask for the network and for the element that is selected in it.

    Args:
        store: the graph.
        selection: the present view.

    Returns:
        The answers; the rings where the centre is not in the graph (any more).
    """
    chosen = selection.element
    element = queries.element_page(store, chosen) if chosen else None
    found = queries.findings_about(store, element.id, selection.number) if element else None
    network = None
    if selection.centre:
        network = queries.neighbourhood(store, selection.centre, selection.steps, AROUND)
        if not network.nodes:
            network = None
    return Answers(
        network=network or queries.network(store, FIRST_LOOK),
        centre_gone=bool(selection.centre) and network is None,
        element=element,
        found=found,
        domains=queries.domains(store),
    )


def by_layer(network: Network) -> list[tuple[Layer | None, list[NetworkNode]]]:
    """Group the elements by layer, in the order of the layers.

    Args:
        network: the network.

    Returns:
        Layers that hold elements, with those; elements of an unknown layer come last.
    """
    known = {layer.id for layer in network.layers}
    groups: list[tuple[Layer | None, list[NetworkNode]]] = []
    for layer in sorted(network.layers, key=lambda one: one.order):
        nodes = [node for node in network.nodes if node.layer == layer.id]
        if nodes:
            groups.append((layer, nodes))
    rest = [node for node in network.nodes if node.layer not in known]
    if rest:
        groups.append((None, rest))
    return groups
