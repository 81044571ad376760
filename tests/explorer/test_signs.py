"""Signs are told apart without colour, and stay visible to people who see colours otherwise.

Source: WCAG 2.2, 1.4.1 (use of colour) and 1.4.11 (non-text contrast, 3:1). How colours look to
people with protanopia, deuteranopia and tritanopia: Machado, Oliveira & Fernandes (2009), severity
1, applied to linear RGB.
"""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from evidence_explorer.signs import LINE_SIGNS, ON_DARK, STATE_SIGNS
from evidence_explorer.signs_svg import CODES, sign_svg
from evidence_ontology.ontology import ontology

Colour = tuple[float, float, float]
Matrix = tuple[Colour, Colour, Colour]

SEEN: dict[str, Matrix] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "grey only": ((0.2126, 0.7152, 0.0722),) * 3,
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
LIGHT, DARK = "#ffffff", "#171f25"


def _linear(colour: str) -> Colour:
    def channel(start: int) -> float:
        value = int(colour[start : start + 2], 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return channel(1), channel(3), channel(5)


def _luminance(colour: str, seen: Matrix) -> float:
    rgb = _linear(colour)
    red, green, blue = (
        min(max(sum(a * b for a, b in zip(row, rgb, strict=True)), 0.0), 1.0) for row in seen
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str, seen: Matrix) -> float:
    lighter, darker = sorted((_luminance(one, seen), _luminance(other, seen)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("eyes", SEEN)
def test_every_sign_stands_out_from_the_page(eyes: str) -> None:
    colours = {sign.colour for sign in STATE_SIGNS.values()}
    colours |= {line.colour for line in LINE_SIGNS.values()}
    for colour in colours:
        assert _contrast(colour, LIGHT, SEEN[eyes]) >= 3, colour
        assert _contrast(ON_DARK[colour], DARK, SEEN[eyes]) >= 3, colour


@pytest.mark.parametrize("eyes", SEEN)
def test_a_picture_stands_out_on_any_page(eyes: str) -> None:
    for code in CODES:
        for colour in re.findall(r"#[0-9a-fA-F]{6}", sign_svg(code)):
            assert _contrast(colour, LIGHT, SEEN[eyes]) >= 3, (code, colour)
            assert _contrast(colour, DARK, SEEN[eyes]) >= 3, (code, colour)


def test_every_state_has_a_sign_that_needs_no_colour() -> None:
    assert set(STATE_SIGNS) == {one.code for one in ontology().lists["State"]}
    drawn = {code: re.sub(r"#[0-9a-fA-F]{3,6}", "", sign_svg(code)) for code in CODES}
    for one, other in combinations(STATE_SIGNS, 2):
        assert drawn[one] != drawn[other], (one, other)
        assert STATE_SIGNS[one].glyph != STATE_SIGNS[other].glyph


def test_every_kind_of_relation_has_a_line_that_needs_no_colour() -> None:
    assert set(LINE_SIGNS) == {one.code for one in ontology().lists["RelationKind"]}
    looks = [(line.dash, line.arrow) for line in LINE_SIGNS.values()]
    assert len(looks) == len(set(looks))


def test_a_colour_that_is_too_weak_is_found() -> None:
    assert _contrast("#9ec7b8", LIGHT, SEEN["protanopia"]) < 3
