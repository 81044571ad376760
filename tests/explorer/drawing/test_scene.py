"""The scene: rings, cards, lines; the same on every machine, and no label over another."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidence_explorer.drawing.card import NAME_SIZE
from evidence_explorer.drawing.geometry import Box
from evidence_explorer.drawing.model import payload
from evidence_explorer.drawing.scene import Scene, scene
from evidence_explorer.drawing.words import Language, Words
from evidence_graph.queries.answers import Layer, Network, NetworkEdge, NetworkNode, Text
from tests.explorer.drawing import demo_networks as demo

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def drawn(
    network: Network,
    language: Language = "nl",
    selected: str | None = None,
    faint: tuple[str, ...] = (),
    opened: tuple[str, ...] = (),
) -> Scene:
    words = Words(language, demo.STATE_WORDS[language], demo.KIND_WORDS[language])
    return scene(
        network,
        language,
        selected=selected,
        centre=network.centre,
        words=words,
        faint=faint,
        opened=opened,
    )


def label_boxes(of: Scene) -> dict[str, Box]:
    boxes = {n.id: Box(n.x, n.y, n.card.width, n.card.height) for n in of.nodes}
    boxes |= {f"heading {n}": Box(h.x, h.y, h.width, h.height) for n, h in enumerate(of.headings)}
    return boxes


def overlaps(of: Scene) -> list[tuple[str, str]]:
    pairs = combinations(label_boxes(of).items(), 2)
    return [(a, b) for (a, box), (b, other) in pairs if box.overlaps(other)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(demo.NETWORKS))
def test_no_label_lies_over_another(name: str, language: Language) -> None:
    assert overlaps(drawn(demo.NETWORKS[name](), language)) == []


TEXTS = st.text(alphabet="aeinrstWM -\u00e9\u4e2d", min_size=1, max_size=50)
PEOPLED = st.lists(st.tuples(st.integers(0, 15), TEXTS, st.integers(0, 3)), max_size=45)


@settings(max_examples=30)
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
    """The picture is 1216 wide there: a first look of 24 has names of 15 pixels, sixty of 10."""
    few = demo.network_of_28()
    few = replace(few, nodes=few.nodes[:24])
    for network, least in ((few, 15), (demo.network_of_60(), 10)):
        of = drawn(network, language)
        assert NAME_SIZE * min(1216 / of.width, 1) >= least


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_look_is_readable_as_a_whole_on_a_beamer(language: Language) -> None:
    """Of 1920 by 1080 the picture has 1436 by 984; letters of 15 pixels read from the back row."""
    few = demo.network_of_28()
    of = drawn(replace(few, nodes=few.nodes[:24]), language)
    assert NAME_SIZE * min(1436 / of.width, 984 / of.height) >= 15


def test_positions_are_the_same_on_every_machine() -> None:
    """Whole numbers only, and the very same ones: another digest moves what people remember."""
    found = [
        [(n.id, n.x, n.y) for n in drawn(network(), language).nodes]
        for _, network in sorted(demo.NETWORKS.items())
        for language in LANGUAGES
    ]
    assert all(isinstance(c, int) for nodes in found for n in nodes for c in n[1:])
    digest = sha256(json.dumps(found).encode()).hexdigest()[:16]
    assert digest == "2df3928393b32f88"


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
    # What nobody judged has its sign only: sixty cards that say so say nothing.
    assert [(s.shape, s.lines) for s in plain.states] == [("broken-circle", ())]
    assert plain.sources == "4 bronnen"
    assert [(s.code, bool(s.lines)) for s in counted.states] == [("M", True), ("N0", False)]
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
    assert bends == [("a", -24, 2), ("a", 0, 4), ("b", -24, 5)]
    assert [e.label for e in found] == ["is deel van", "voorspelt (3)", "is een uiting van (9)"]


def test_edges_to_what_is_not_drawn_and_to_oneself_are_left_out() -> None:
    node = NetworkNode("a", Text("a", "a"), "none", 0, 0, 0, ())
    edges = (NetworkEdge("a", "gone", "part-of", 1), NetworkEdge("a", "a", "part-of", 1))
    assert drawn(Network((), (node,), edges)).edges == ()


def test_unfolding_moves_nothing_and_puts_nothing_over_anything() -> None:
    network = demo.network_of_28()
    before = drawn(network)
    places = {n.id: (n.x, n.y) for n in before.nodes}
    parents = ("element/e04", "element/e25", "element/e00")
    for number in range(1, len(parents) + 1):
        more = tuple(
            replace(node, id=f"{node.id}-{parent[-2:]}", unfolded_by=parent)
            for parent in parents[:number]
            for node in network.nodes[:10]
        )
        ties = tuple(NetworkEdge(node.unfolded_by or "", node.id, "part-of", 1) for node in more)
        unfolded = replace(network, nodes=(*network.nodes, *more), edges=(*network.edges, *ties))
        after = drawn(unfolded, opened=parents)
        now = {n.id: (n.x, n.y) for n in after.nodes}
        assert places.items() <= now.items(), "what stood there, and what was unfolded before"
        assert overlaps(after) == []
        assert payload(after)["static"]["place"] == payload(before)["static"]["place"]
        places = now
    assert after.left <= before.left
    assert after.bottom >= before.bottom


def test_what_is_unfolded_stands_on_the_side_of_what_unfolded_it() -> None:
    network = demo.network_of_28()
    places = {n.id: n for n in drawn(network).nodes}
    for parent in ("element/e04", "element/e20", "element/e27"):
        child = replace(network.nodes[0], id="element/new", unfolded_by=parent)
        found = next(
            n
            for n in drawn(replace(network, nodes=(*network.nodes, child))).nodes
            if n.id == "element/new"
        )
        nearest = min(
            places.values(), key=lambda one: (one.x - found.x) ** 2 + (one.y - found.y) ** 2
        )
        of = places[parent]
        assert of.x * found.x + of.y * found.y > 0, f"{parent} and not {nearest.id}"


def test_the_legend_fades_and_hides_nothing() -> None:
    network = demo.network_of_28()
    found = drawn(network, faint=("layer/layer-no", "state/N0", "kind/predicts"))
    assert {n.id for n in found.nodes} == {n.id for n in network.nodes}
    # A state that is not faint is enough to stay bright.
    bright = {n.id for n in found.nodes if not n.faded}
    assert bright == {"element/e04", "element/e08", "element/e15"}
    for edge in found.edges:
        assert edge.faded == (edge.kind == "predicts" or not {edge.start, edge.end} <= bright)
        assert edge.dimmed == edge.faded
    still = payload(found)
    assert still["signature"] == payload(drawn(network))["signature"], "no new drawing"
    assert set(still["faint"]["nodes"]) == {n.id for n in network.nodes} - bright


def test_a_layer_and_a_thing_can_be_faint() -> None:
    found = drawn(demo.sources(), faint=("thing/source",))
    assert {n.kind for n in found.nodes if n.faded} == {"source"}
    assert all(edge.faded for edge in found.edges)
    layer = demo.network_of_28().nodes[0].layer
    found = drawn(demo.network_of_28(), faint=(layer,))
    assert {n.layer for n in found.nodes if n.faded} == {"Cliënt"}


def test_a_card_tells_how_many_more_there_are() -> None:
    network = demo.network_of_28()
    nodes = tuple(replace(n, tie_count=9) for n in network.nodes)
    found = drawn(replace(network, nodes=nodes), "en", opened=("element/e04",))
    for node in found.nodes:
        tied = {
            other
            for e in network.edges
            for here, other in ((e.start, e.end), (e.end, e.start))
            if here == node.id
        }
        assert node.more == 9 - len(tied)
        assert f"{node.more} more connected, not shown" in node.spoken
        assert node.opened == (node.id == "element/e04")
    # Room for the number is kept from the start, so that unfolding moves nothing.
    folded = drawn(replace(network, nodes=nodes), "en")
    assert {n.card for n in found.nodes} == {n.card for n in folded.nodes}


def test_sources_stand_inside_what_they_carry() -> None:
    found = drawn(demo.sources())
    assert [h.lines for h in found.headings] == [("Bronnen",), ("Wat zij dragen",)]
    inner = found.bands[1]
    for node in found.nodes:
        box = Box(node.x, node.y, node.card.width, node.card.height)
        assert box.is_within(inner.half_width, inner.half_height) == (node.kind == "source")
    source = next(n for n in found.nodes if n.kind == "source")
    assert source.card.sources == "Bron · 4 elementen"
    assert source.card.states == ()


def test_a_path_runs_from_left_to_right() -> None:
    network = demo.path()
    found = drawn(network)
    across: dict[int, set[int]] = {}
    for node in network.nodes:
        assert node.distance is not None
        drawn_node = next(n for n in found.nodes if n.id == node.id)
        across.setdefault(node.distance, set()).add(drawn_node.x)
    assert all(len(column) == 1 for column in across.values())
    places = [column.pop() for _, column in sorted(across.items())]
    assert places == sorted(places)
    assert overlaps(found) == []
