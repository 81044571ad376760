"""The scene: rings, cards, lines; the same on every machine, and no label over another."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence_explorer.drawing.geometry import Box
from evidence_explorer.drawing.model import payload
from evidence_explorer.drawing.scene import Scene, scene
from evidence_explorer.drawing.words import Language, Words
from evidence_graph.queries.answers import Layer, Network, NetworkEdge, NetworkNode, Text
from tests.explorer.drawing import demo_networks as demo

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def drawn(network: Network, language: Language = "nl", selected: str | None = None) -> Scene:
    words = Words(language, demo.STATE_WORDS[language], demo.KIND_WORDS[language])
    return scene(network, language, selected=selected, centre=network.centre, words=words)


def label_boxes(of: Scene) -> dict[str, Box]:
    boxes = {n.id: Box(n.x, n.y, n.card.width, n.card.height) for n in of.nodes}
    boxes |= {f"heading {n}": Box(h.x, h.y, h.width, h.height) for n, h in enumerate(of.headings)}
    return boxes


def overlaps(of: Scene) -> list[tuple[str, str]]:
    pairs = combinations(label_boxes(of).items(), 2)
    return [(a, b) for (a, box), (b, other) in pairs if box.overlaps(other)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["28", "60", "neighbourhood", "hostile"])
def test_no_label_lies_over_another(name: str, language: Language) -> None:
    assert overlaps(drawn(demo.NETWORKS[name](), language)) == []


TEXTS = st.text(alphabet="aeinrstWM -\u00e9\u4e2d", min_size=1, max_size=50)
PEOPLED = st.lists(st.tuples(st.integers(0, 15), TEXTS, st.integers(0, 3)), max_size=45)


@settings(max_examples=30, deadline=None)
@given(PEOPLED, st.booleans())
# A heading whose very corner sticks out of its ring, found by this test.
@example([(3, "MMMMMMMMMMM", 0), (3, "MMMMMMMMMMM", 0)], False)
def test_whatever_the_elements_no_label_lies_over_another(
    elements: list[tuple[int, str, int]], around: bool
) -> None:
    nodes = tuple(
        NetworkNode(f"n{n}", Text(text, text), demo.LAYERS[layer].id, 1, 1, 1, (), distance or None)
        for n, (layer, text, distance) in enumerate(elements)
    )
    edges = tuple(NetworkEdge(a.id, b.id, "part-of", 1) for a, b in pairwise(nodes))
    if around and nodes:
        nodes = (replace(nodes[0], distance=0), *nodes[1:])
    centre = "n0" if around and nodes else None
    assert overlaps(drawn(Network(demo.LAYERS, nodes, edges, centre=centre))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_stay_readable_on_a_page_of_1280(language: Language) -> None:
    """The picture is 1120 wide there: names of rings are 16 pixels or more, of elements 12."""
    for network in (demo.network_of_28(), demo.network_of_60()):
        assert drawn(network, language).width <= 1300


def test_positions_are_the_same_on_every_machine() -> None:
    """Whole numbers only, and the very same ones: this digest was made elsewhere."""
    found = [
        [(n.id, n.x, n.y) for n in drawn(network(), language).nodes]
        for network in (demo.network_of_28, demo.network_of_60, demo.neighbourhood)
        for language in LANGUAGES
    ]
    assert all(isinstance(c, int) for nodes in found for n in nodes for c in n[1:])
    digest = sha256(json.dumps(found).encode()).hexdigest()[:16]
    assert digest == "36f326f6ffd8fce8"


def test_order_of_the_answer_does_not_matter() -> None:
    network = demo.network_of_28()
    turned = replace(
        network,
        nodes=network.nodes[::-1],
        edges=network.edges[::-1],
        layers=network.layers[::-1],
    )
    assert drawn(turned) == drawn(network)


def test_a_selection_moves_nothing_and_dims_what_is_not_near() -> None:
    network = demo.network_of_28()
    before, after = drawn(network), drawn(network, selected="element/e08")
    assert [(n.id, n.x, n.y) for n in before.nodes] == [(n.id, n.x, n.y) for n in after.nodes]
    assert payload(before)["signature"] == payload(after)["signature"]
    near = {"element/e08"}
    for edge in network.edges:
        if "element/e08" in {edge.start, edge.end}:
            near |= {edge.start, edge.end}
    assert {n.id for n in after.nodes if not n.dimmed} == near
    assert not any(n.dimmed for n in before.nodes)
    assert all(e.dimmed != ("element/e08" in {e.start, e.end}) for e in after.edges)


def test_an_unknown_selection_or_centre_is_none() -> None:
    found = scene(demo.network_of_28(), "nl", selected="element/gone", centre="element/gone")
    assert (found.selected, found.centre) == (None, None)
    assert not any(n.dimmed for n in found.nodes)


def test_empty_rings_are_drawn_and_say_so() -> None:
    found = drawn(demo.network_of_28())
    named = {" ".join(h.lines): h.note for h in found.headings}
    assert len(found.bands) == 7
    for name in ("Organisatie", "Team", "Beleid", "Interventies en hulpaanbod"):
        assert named[name] == "nog geen elementen"
    assert named["Alliantie"] == ""
    assert {"Landelijk beleid", "Regionaal beleid", "Gemeentelijk beleid"} <= set(named)
    assert "Resultaat" not in named


def test_elements_stand_on_the_ring_of_their_layer() -> None:
    found = drawn(demo.network_of_28())
    rings = {layer.label.nl: layer.ring for layer in demo.LAYERS}
    for node in found.nodes:
        ring = rings[node.layer]
        assert ring is not None
        band = found.bands[ring]
        box = Box(node.x, node.y, node.card.width, node.card.height)
        assert box.is_within(band.half_width, band.half_height), node.name
        assert box.is_beyond(band.inner_half_width, band.inner_half_height), node.name


def test_sub_layers_share_the_ring_of_the_layer_above() -> None:
    """A layer without a ring of its own takes that of the layer above it."""
    layers = (
        Layer("a", Text("A", "A"), Text(), 1, 0, None),
        Layer("b", Text("B", "B"), Text(), 2, 1, None),
        Layer("c", Text("C", "C"), Text(), 3, None, "b"),
    )
    nodes = tuple(NetworkNode(f"n{k}", Text(k, k), k, 0, 0, 0, ()) for k in "abc")
    found = drawn(Network(layers, nodes, ()))
    assert len(found.bands) == 2
    assert sorted(h.lines[0] for h in found.headings)[1:] == ["B", "C"]


def test_what_is_on_no_ring_stands_beneath_under_a_heading() -> None:
    network = demo.network_of_28()
    lost = tuple(replace(n, layer="layer/result") for n in network.nodes[:9])
    found = drawn(replace(network, nodes=(*lost, *network.nodes[9:])))
    bottom = found.bands[-1].half_height
    lost_ids = {n.id for n in lost}
    assert all((n.y > bottom) == (n.id in lost_ids) for n in found.nodes)
    assert overlaps(found) == []
    assert ("Niet op een ring",) in [h.lines for h in found.headings]


def test_a_centre_stands_in_the_middle_with_the_others_by_distance() -> None:
    network = demo.neighbourhood()
    found = drawn(network)
    distances = {n.id: n.distance for n in network.nodes}
    centre = next(n for n in found.nodes if n.id == network.centre)
    assert abs(centre.x) < 10
    assert abs(centre.y) < 10
    for node in found.nodes:
        band = found.bands[distances[node.id] or 0]
        box = Box(node.x, node.y, node.card.width, node.card.height)
        assert box.is_beyond(band.inner_half_width, band.inner_half_height)
    assert [h.lines for h in found.headings] == [("1 stap",), ("2 stappen",)]


def test_an_empty_network_is_an_empty_scene() -> None:
    found = drawn(Network((), (), ()))
    assert (found.nodes, found.edges, found.bands) == ((), (), ())
    assert payload(found)["static"]["nodes"] == []


def test_a_card_says_word_sign_and_number() -> None:
    found = {n.id: n for n in drawn(demo.network_of_28()).nodes}
    plain, counted = found["element/e00"].card, found["element/e08"].card
    assert [(s.shape, s.lines) for s in plain.states] == [
        ("broken-circle", ("Nog niet beoordeeld",))
    ]
    assert plain.sources == "4 bronnen"
    assert [s.code for s in counted.states] == ["M", "N0"]
    assert counted.exceptions == 1
    assert found["element/e08"].spoken == (
        "Eigen regie. Persoonlijke alliantie. Bronnen spreken elkaar tegen in 1 domein. "
        "Nog niet beoordeeld in 6 domeinen. 11 bronnen. 1 uitzondering"
    )


def test_a_node_without_states_is_not_yet_assessed() -> None:
    node = NetworkNode("n", Text("naam", "name"), "none", 0, 0, 0, ())
    assert drawn(Network((), (node,), ())).nodes[0].card.states[0].code == "N0"


def test_a_reported_strength_is_marked_and_spoken() -> None:
    found = scene(demo.network_of_28(), "en", selected=None, centre=None)
    marked = [n for n in found.nodes if n.card.reported]
    assert [n.id for n in marked] == ["element/e04"]
    assert "a source itself reports a strength" in marked[0].spoken


def test_lines_of_one_pair_bend_apart() -> None:
    nodes = tuple(NetworkNode(k, Text(k, k), "none", 0, 0, 0, ()) for k in "ab")
    edges = (
        NetworkEdge("a", "b", "part-of", 1),
        NetworkEdge("a", "b", "predicts", 3),
        NetworkEdge("b", "a", "expresses", 9),
    )
    found = drawn(Network((), nodes, edges)).edges
    bends = [(e.start, e.bend, e.width) for e in found]
    assert bends == [("a", -24, 2), ("a", 0, 4), ("b", -24, 4)]
    assert [e.label for e in found] == ["is deel van", "voorspelt (3)", "is een uiting van (9)"]


def test_edges_to_what_is_not_drawn_and_to_oneself_are_left_out() -> None:
    node = NetworkNode("a", Text("a", "a"), "none", 0, 0, 0, ())
    edges = (NetworkEdge("a", "gone", "part-of", 1), NetworkEdge("a", "a", "part-of", 1))
    assert drawn(Network((), (node,), edges)).edges == ()
