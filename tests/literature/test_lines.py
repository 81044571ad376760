"""Paragraphs of plain text: headings, items and notes, in the shapes that texts come in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidence_literature.documents.building import built_from_text


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.section) for block in built_from_text("a", text).blocks]


def test_a_text_with_an_empty_line_after_every_line() -> None:
    text = (
        "4.6 OPSOMMING VAN WAT\n\nER GEVONDEN IS\n\nHieronder staat wat er is gevonden in de \n\n"
        "boeken over dit werk met mensen.\n\n• Het eerste punt loopt door op de \n\nvolgende regel."
        "\n\n• Het tweede.\n\n4\n\n1. VOOR HET BEGIN\n\n"
        "• Het derde punt loopt door naar\n\neen regel.\n"
        " Een nieuwe bladzijde begint hier met een hele alinea die ook weer doorloopt naar de\n\n"
        "volgende regel.\n"
    )
    assert _kinds(text) == [
        ("heading", "4.6"),
        ("text", "4.6"),
        ("item", "4.6"),
        ("item", "4.6"),
        ("heading", "4.6"),
        ("item", "4.6"),
        ("text", "4.6"),
    ]


def test_a_chapter_that_the_table_of_contents_has_too_is_no_lower_heading() -> None:
    text = "1. Begin\n2. Midden\n2.1 Deel\n\n1. Begin\n\nTekst.\n\n2. Midden\n\nTekst.\n"
    assert _kinds(text)[-4:] == [("heading", "1"), ("text", "1"), ("heading", "2"), ("text", "2")]


def test_headings_without_numbers() -> None:
    text = "Waarom dit\n\nEen alinea die eindigt.\n\nWat nu\n\n1. Het eerste.\n2. Het tweede.\n"
    assert _kinds(text) == [
        ("heading", "Waarom dit"),
        ("text", "Waarom dit"),
        ("heading", "Wat nu"),
        ("item", "Wat nu"),
        ("item", "Wat nu"),
    ]


@given(st.text(st.sampled_from("aB1.•-\n\f \t("), max_size=80))
def test_blocks_lie_in_the_text_in_order(text: str) -> None:
    blocks = built_from_text("a", text).blocks
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in blocks)
    ends = [one.start + len(one.text) for one in blocks]
    assert all(end <= one.start for end, one in zip(ends, blocks[1:], strict=False))
