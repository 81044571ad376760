"""What is known in a domain, and how does that relate?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evidence_graph.queries.answers import Domain, Network, NetworkEdge, NetworkNode
from evidence_graph.queries.network import edges_among, element_node, elements_named, unfolded
from evidence_graph.queries.scheme import domains, layers
from evidence_graph.queries.texts import text
from evidence_graph.queries.ties import BROADER, Known, known
from evidence_graph.store import GraphStore

FIRST_KNOWN = 36
"""How many elements the network of a domain shows, those unfolded apart."""


def domain_network(store: GraphStore, domain_id: str, opened: Sequence[str] = ()) -> Network:
    """Give the elements of which most is known in a domain, and how those relate.

    Args:
        store: the graph.
        domain_id: the domain.
        opened: elements that are unfolded: what is tied to those is shown as well.

    Returns:
        The network, with the domains right above and below. The states and the counts of its
        elements are those in this domain. Without nodes where there is no such domain.
    """
    every = domains(store)
    here = next((one for one in every if one.id == domain_id), None)
    if here is None:
        return Network(layers(store), (), (), kind="domain")
    told = {one.element: one for one in known(_row(store, domain_id))}
    elements = elements_named(store, list(told)[:FIRST_KNOWN], FIRST_KNOWN)
    near = [one for one in every if here.id == one.broader or one.id == here.broader]
    more = unfolded(store, [*elements, *({"id": one.id} for one in (here, *near))], opened)
    return Network(
        layers=layers(store),
        nodes=(
            _domain_node(here, 0),
            *(_domain_node(one, 1) for one in near),
            *(_in_domain(element_node(one), told[one["id"]]) for one in elements),
            *(node for _, node in more),
        ),
        edges=(
            *(_below(one, here) for one in near),
            *(
                NetworkEdge(one["id"], here.id, "known-in", max(told[one["id"]].findings, 1))
                for one in elements
            ),
            *edges_among([*elements, *(element for element, _ in more)]),
        ),
        centre=here.id,
        left_out=here.cell_count - len(elements),
        kind="domain",
    )


def _row(store: GraphStore, domain_id: str) -> dict[str, object]:
    found = store.read(text("domain_elements"), id=domain_id)
    return dict(found[0]["domain"]) if found else {}


def _domain_node(domain: Domain, distance: int) -> NetworkNode:
    return NetworkNode(
        id=domain.id,
        label=domain.label,
        layer="",
        finding_count=0,
        source_count=0,
        exception_count=0,
        states=(),
        distance=distance,
        element_count=domain.cell_count,
        tie_count=domain.cell_count,
    )


def _in_domain(node: NetworkNode, told: Known) -> NetworkNode:
    return replace(
        node,
        distance=2,
        states=((told.state, 1),),
        finding_count=told.findings,
        source_count=told.sources,
    )


def _below(one: Domain, here: Domain) -> NetworkEdge:
    lower, upper = (one, here) if one.broader == here.id else (here, one)
    return NetworkEdge(lower.id, upper.id, BROADER, 1)
