"""The pyvis model and the data for the browser; signs and widths of text."""

from __future__ import annotations

import json

import pytest

from evidence_explorer import signs
from evidence_explorer.drawing.component import NetworkEvent, _event
from evidence_explorer.drawing.measure import text_width, wrap
from evidence_explorer.drawing.model import payload, pyvis_model
from evidence_explorer.drawing.scene import scene
from evidence_explorer.drawing.words import Words
from tests.explorer.drawing import demo_networks as demo

ALL_STATES = {"N0", "N1", "N2", "P1", "P2", "P3", "Z", "H", "M"}


def test_the_model_is_directed_fixed_and_without_physics() -> None:
    network = demo.network_of_60()
    model = pyvis_model(scene(network, "nl", selected=None, centre=None))
    assert model.directed
    assert model.options["physics"] == {"enabled": False}
    assert len(model.nodes) == 60
    assert len(model.edges) == len(network.edges)
    assert all(n["fixed"] is True and n["physics"] is False for n in model.nodes)
    assert all(type(n["x"]) is int and type(n["y"]) is int for n in model.nodes)
    # A title runs as HTML as soon as one of them holds "href".
    assert not any("title" in thing for thing in (*model.nodes, *model.edges))


def test_parallel_lines_survive_in_the_model() -> None:
    network = demo.network_of_28()
    ids = [e["id"] for e in pyvis_model(scene(network, "nl", selected=None, centre=None)).edges]
    assert len(ids) == len(set(ids)) == len(network.edges)


def test_the_data_is_plain_json_and_small() -> None:
    drawn = scene(demo.network_of_60(), "nl", selected=None, centre=None)
    text = json.dumps(payload(drawn))
    assert json.dumps(json.loads(text)) == text
    assert len(text) < 70_000


def test_hostile_texts_arrive_unchanged() -> None:
    drawn = scene(demo.hostile_network(), "nl", selected=None, centre=None)
    assert {n["name"] for n in payload(drawn)["static"]["nodes"]} == set(demo.HOSTILE)


def test_every_state_has_a_sign_of_its_own() -> None:
    assert set(signs.STATE_SIGNS) == ALL_STATES == set(signs.STATE_ORDER)
    assert len({s.shape for s in signs.STATE_SIGNS.values()}) == len(ALL_STATES)
    assert len({s.glyph for s in signs.STATE_SIGNS.values()}) == len(ALL_STATES)
    assert {s.colour for s in signs.STATE_SIGNS.values()} <= set(signs.ON_DARK)


def test_every_kind_has_a_line_of_its_own() -> None:
    assert len(signs.LINE_SIGNS) == 6
    every = [*signs.LINE_SIGNS.values(), *signs.TIE_SIGNS.values()]
    together = {"carries-read", "carries-own", "carries-relayed", "relays"}
    relations = [s for s in every if s.kind not in together]
    for group in (relations, [s for s in every if s.kind in together]):
        assert len({(s.dash, s.arrow) for s in group}) == len(group), "drawn in one picture"


def test_unknown_codes_get_a_sign_that_claims_nothing() -> None:
    assert signs.state_sign("X").shape == signs.state_sign("N0").shape
    assert signs.line_sign("x").kind == "x"
    assert signs.state_rank("X") > signs.state_rank("N0")


def contrast(colour: str, with_colour: str) -> float:
    def luminance(of: str) -> float:
        parts = [int(of[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(colour), luminance(with_colour)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("light", "dark"), signs.ON_DARK.items())
def test_colours_are_readable_on_a_light_and_a_dark_page(light: str, dark: str) -> None:
    assert contrast(light, "#FFFFFF") >= 4.5
    assert contrast(dark, "#262730") >= 4.5


@pytest.mark.parametrize("text", [*demo.HOSTILE, "", " ", "a b", "Samenwerken met anderen"])
def test_wrapped_lines_fit(text: str) -> None:
    lines = wrap(text, 15, 138, 4, bold=True)
    assert 1 <= len(lines) <= 4
    assert all(text_width(line, 15, bold=True) <= 138 for line in lines)


def test_wrapping_keeps_every_word_of_a_text_that_fits() -> None:
    text = "Betrekken van het sociale netwerk"
    assert " ".join(wrap(text, 15, 138, 4, bold=True)) == text


def test_a_word_that_is_cut_leaves_no_letter_or_two_alone() -> None:
    for length in range(8, 60):
        lines = wrap("o" * length, 15, 138, 9, bold=True)
        assert "".join(line.rstrip("-") for line in lines) == "o" * length
        assert len(lines) == 1 or len(lines[-1]) >= 3


def test_a_space_that_must_not_break_does_not() -> None:
    assert wrap("nog aan\u00a0(2)", 14, 60, 3) == ["nog", "aan\u00a0(2)"]


@pytest.mark.parametrize(
    ("sent", "event"),
    [
        ({"kind": "select", "id": "a"}, NetworkEvent("select", "a")),
        ({"kind": "centre", "id": "a"}, NetworkEvent("centre", "a")),
        ({"kind": "select", "id": None}, NetworkEvent("select", None)),
        ({"kind": "centre", "id": None}, NetworkEvent("none")),
        ({"kind": "open", "id": "a"}, NetworkEvent("open", "a")),
        ({"kind": "open", "id": None}, NetworkEvent("none")),
        ({"kind": "select", "id": "gone"}, NetworkEvent("none")),
        ({"kind": "select", "id": ["a"]}, NetworkEvent("none")),
        ({"kind": "other", "id": "a"}, NetworkEvent("none")),
        ("select", NetworkEvent("none")),
        (None, NetworkEvent("none")),
    ],
)
def test_only_events_on_drawn_elements_count(sent: object, event: NetworkEvent) -> None:
    assert _event(sent, {"a"}) == event


def test_both_languages_have_the_same_texts() -> None:
    dutch, english = Words("nl").interface(), Words("en").interface()
    assert dutch.keys() == english.keys()
    assert all(dutch.values())
    assert all(english.values())
