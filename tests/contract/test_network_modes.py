"""The networks of sources, of a domain and of paths, and what unfolding adds, on every engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import networkx as nx
import pytest

from evidence_graph import queries
from evidence_graph.constraints import ensure_schema
from evidence_graph.queries.answers import NetworkEdge
from evidence_graph.queries.paths import MOST_PATHS
from evidence_graph.queries.paths import paths as search
from evidence_graph.store import GraphStore, Statement
from tests.contract.conftest import Place
from tests.contract.small_graph import TYPES


def test_unfolding_shows_what_an_element_is_tied_to_and_by_which(example: GraphStore) -> None:
    folded = queries.network(example, 1)
    assert [node.id for node in folded.nodes] == ["element/trust"]
    unfolded = queries.network(example, 1, ("element/trust", "element/alone"))
    assert [(node.id, node.unfolded_by) for node in unfolded.nodes] == [
        ("element/trust", None),
        ("element/goals", "element/trust"),
        ("element/plan", "element/trust"),
    ]
    assert unfolded.left_out == 1
    assert {edge.kind for edge in unfolded.edges} == {
        "broader",
        "conflicts-with",
        "contributes-to",
        "predicts",
    }


def test_what_was_unfolded_can_be_unfolded_in_its_turn(example: GraphStore) -> None:
    found = queries.neighbourhood(example, "element/goals", 1, 1, ("element/goals", "element/plan"))
    assert [(node.id, node.unfolded_by) for node in found.nodes] == [
        ("element/goals", None),
        ("element/trust", "element/goals"),
        ("element/plan", "element/goals"),
    ]
    assert found.left_out == 0


def test_sources_stand_with_what_they_share_and_on_whom_they_lean(example: GraphStore) -> None:
    found = queries.sources_network(example)
    assert [node.id for node in found.nodes] == [
        "source/berg-2010",
        "source/far-1999",
        "source/s",
        "element/trust",
        "element/goals",
    ]
    assert found.nodes[0].element_count == 2
    assert set(found.edges) == {
        NetworkEdge("source/berg-2010", "element/goals", "carries-read", 1),
        NetworkEdge("source/berg-2010", "element/trust", "carries-read", 25),
        NetworkEdge("source/berg-2010", "source/far-1999", "relays", 1),
        NetworkEdge("source/far-1999", "element/goals", "carries-relayed", 1),
        NetworkEdge("source/s", "element/trust", "carries-own", 1),
    }
    assert (found.kind, found.centre, found.left_out) == ("sources", None, 0)


def test_a_source_in_the_middle_and_an_element_unfolded(example: GraphStore) -> None:
    found = queries.source_neighbourhood(example, "source/s")
    assert {node.id: node.distance for node in found.nodes} == {"source/s": 0, "element/trust": 2}
    found = queries.source_neighbourhood(example, "source/s", ("element/trust",))
    assert [(n.id, n.unfolded_by) for n in found.nodes][2:] == [
        ("source/berg-2010", "element/trust")
    ]
    assert queries.source_neighbourhood(example, "source/none").nodes == ()


def test_a_domain_shows_its_own_states_and_the_domain_above(example: GraphStore) -> None:
    found = queries.domain_network(example, "domain/youth-care")
    assert {node.id: node.distance for node in found.nodes} == {
        "domain/youth-care": 0,
        "domain/youth": 1,
        "element/trust": 2,
    }
    assert next(n for n in found.nodes if n.id == "element/trust").states == (("P2", 1),)
    assert set(found.edges) == {
        NetworkEdge("domain/youth-care", "domain/youth", "broader", 1),
        NetworkEdge("element/trust", "domain/youth-care", "known-in", 1),
    }
    empty = queries.domain_network(example, "domain/unspecified")
    assert [node.id for node in empty.nodes] == ["domain/unspecified"]
    assert queries.domain_network(example, "domain/none").nodes == ()


def test_a_path_tells_each_step_with_its_sources(example: GraphStore) -> None:
    found = queries.paths(example, "element/goals", "element/trust")
    assert found.paths == (("element/goals", "element/trust"),)
    assert [one.id for one in found.relations] == ["relation/s/r1"]
    assert found.relations[0].citations[0].printed == "Berg (2010, p. 8)"
    assert (found.more, found.complete) == (False, True)
    assert {edge.kind for edge in found.network.edges} == {"contributes-to", "predicts"}


@pytest.mark.parametrize("goal", ["element/alone", "element/none", "element/trust"])
def test_no_path_is_no_path(example: GraphStore, goal: str) -> None:
    found = queries.paths(example, "element/trust", goal)
    assert (found.paths, found.relations, found.complete) == ((), (), True)
    assert {node.id for node in found.network.nodes} == {"element/trust", goal} - {"element/none"}


@pytest.fixture(scope="module")
def random_graphs() -> dict[str, nx.Graph]:
    """Graphs of many shapes: sparse and dense, a grid with many paths, a long line, a star."""
    shapes = {f"sparse{n}": nx.gnp_random_graph(24, 0.08, seed=n) for n in range(4)}
    shapes |= {f"dense{n}": nx.gnp_random_graph(18, 0.25, seed=n) for n in range(3)}
    shapes["grid"] = nx.convert_node_labels_to_integers(nx.grid_2d_graph(4, 4))
    shapes["line"] = nx.path_graph(11)
    shapes["star"] = nx.star_graph(9)
    return {
        name: nx.relabel_nodes(shape, {n: f"element/{name}-{n}" for n in shape})
        for name, shape in shapes.items()
    }


@pytest.fixture(scope="module")
def store_of_shapes(
    new_place: Callable[[], Place], random_graphs: dict[str, nx.Graph]
) -> Iterator[GraphStore]:
    """Hold all of them in one graph."""
    every = nx.compose_all(random_graphs.values())
    rows = [
        {
            "id": one,
            "labelNl": one,
            "weightRank": number,
            "ties": [_tie(one, other) for other in sorted(every[one])],
        }
        for number, one in enumerate(sorted(every))
    ]
    with new_place().open() as opened:
        ensure_schema(opened, TYPES)
        opened.write(
            [Statement("UNWIND $rows AS row CREATE (n:Element) SET n = row", {"rows": rows})]
        )
        yield opened


def _tie(one: str, other: str) -> str:
    kind = "broader" if (len(one) + len(other)) % 2 else "contributes-to"
    return f"{'>' if one < other else '<'}{other.partition('/')[2]} {kind}:1"


def test_paths_are_the_shortest_ones(
    store_of_shapes: GraphStore, random_graphs: dict[str, nx.Graph]
) -> None:
    looked_at = 0
    for shape in random_graphs.values():
        nodes = sorted(shape)
        for start, goal in zip(nodes, [*nodes[7:], *nodes[:7]], strict=True):
            found = search(store_of_shapes, start, goal)
            if start == goal or not nx.has_path(shape, start, goal):
                assert found.paths == ()
                continue
            expected = {tuple(path) for path in nx.all_shortest_paths(shape, start, goal)}
            assert set(found.paths) <= expected
            assert len(found.paths) == min(len(expected), MOST_PATHS)
            assert found.more == (len(expected) > MOST_PATHS)
            assert {node.id for node in found.network.nodes} == {n for p in found.paths for n in p}
            assert found.complete
            looked_at += 1
    assert looked_at > 60


def test_a_search_that_met_its_limit_says_so(store_of_shapes: GraphStore) -> None:
    found = search(store_of_shapes, "element/line-0", "element/line-10", most_met=6)
    assert (found.paths, found.complete) == ((), False)
    assert search(store_of_shapes, "element/line-0", "element/line-10").complete
    found = search(store_of_shapes, "element/line-0", "element/star-3", most_met=40)
    assert (found.paths, found.complete) == ((), True), "all was looked at: there is none"
