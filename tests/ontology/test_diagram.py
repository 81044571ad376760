"""The diagram shows every class and every link, and nothing lies on anything else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from typer.testing import CliRunner

from evidence_ingest.cli import app
from evidence_ingest.diagram import svg
from evidence_ingest.placing import BOX, GROUPS, HEIGHT, PAD, WIDTH, Box, drawing
from evidence_ontology.errors import OntologyError
from evidence_ontology.schema import schema

FILE = Path(__file__).parents[2] / "docs" / "reference" / "schema.svg"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN = drawing(schema())
PICTURE = svg(schema())
SIZES = {"title": 20, "group": 13, "label": 14, "name": 11, "row": 11, "many": 11}
CHARACTER = 0.56
"""The width of a character as a part of its size: the average of Arial, on the wide side."""

Segment = tuple[str, int, int, int, int]


def _texts() -> list[ET.Element]:
    return list(ET.fromstring(PICTURE).iter(f"{SVG}text"))  # noqa: S314


def _extent(text: ET.Element) -> tuple[float, float, float, float]:
    kind = text.get("class", "").split()[0]
    factor = 0.62 if kind in {"title", "group", "label"} else CHARACTER
    width = len(text.text or "") * SIZES[kind] * factor
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    left = x - width if kind == "many" else x
    return left, y - SIZES[kind] * 0.8, left + width, y + SIZES[kind] * 0.2


def _segments() -> list[Segment]:
    found = []
    for path in ET.fromstring(PICTURE).iter(f"{SVG}path"):  # noqa: S314
        match = re.fullmatch(r"M(\d+) (\d+)([HV])(\d+)", path.get("d", ""))
        assert match, path.get("d")
        x, y, end = int(match[1]), int(match[2]), int(match[4])
        x2, y2 = (end, y) if match[3] == "H" else (x, end)
        found.append((path.get("stroke", ""), min(x, x2), min(y, y2), max(x, x2), max(y, y2)))
    return found


def test_the_picture_is_not_stale() -> None:
    repair = "evidence-explorer schema --diagram > docs/reference/schema.svg"
    assert FILE.read_text(encoding="utf-8") == PICTURE, f"repair with: {repair}"


def test_the_command_prints_the_picture_each_time_the_same() -> None:
    assert CliRunner().invoke(app, ["schema", "--diagram"]).stdout == PICTURE


def test_a_class_without_a_place_is_refused() -> None:
    lost = replace(schema().node_types["Case"], label="Lost")
    with pytest.raises(OntologyError, match="drawnAt of Lost"):
        drawing(replace(schema(), node_types={**schema().node_types, "Lost": lost}))


def test_every_class_and_every_link_is_drawn_with_its_names() -> None:
    assert {box.label for box in DRAWN.boxes} == set(schema().node_types)
    links = sum(p.kind == "link" for t in schema().node_types.values() for p in t.properties)
    assert sum(len(box.rows) for box in DRAWN.boxes) == links
    assert sum(len(net.taps) for net in DRAWN.nets) == links
    told = [text.text for text in _texts()]
    for box in DRAWN.boxes:
        assert box.names.nl in told
        assert box.names.en in told
        for row in box.rows:
            assert f"{row.prop.key} → {row.prop.target}" in told
    assert all(title.nl in told and title.en in told for title in GROUPS.values())


def test_boxes_lie_apart_and_on_the_page() -> None:
    for box in DRAWN.boxes:
        assert 0 <= box.x <= WIDTH - BOX
        assert 0 <= box.y <= HEIGHT - box.height, box.label
    for one, other in combinations(DRAWN.boxes, 2):
        apart = one.y + one.height < other.y or other.y + other.height < one.y
        assert one.column != other.column or apart, (one.label, other.label)
    assert all(frame.y + frame.height <= HEIGHT for frame in DRAWN.frames)


def test_no_text_lies_on_another_or_leaves_its_box() -> None:
    extents = [(text.text, _extent(text)) for text in _texts()]
    for (one, a), (other, b) in combinations(extents, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (one, other)
    columns = {box.x + PAD for box in DRAWN.boxes}
    for text, (left, _, right, _) in extents:
        assert right <= WIDTH
        if left in columns:
            assert right <= left + BOX - PAD, text


def _inside(segment: Segment, box: Box) -> bool:
    _, x1, y1, x2, y2 = segment
    across = x1 < box.x + BOX and x2 > box.x
    return across and y1 < box.y + box.height and y2 > box.y


def test_no_line_runs_through_a_box() -> None:
    for segment in _segments():
        for box in DRAWN.boxes:
            assert not _inside(segment, box), (segment, box.label)


def test_no_lines_to_two_classes_lie_on_each_other() -> None:
    for one, other in combinations(_segments(), 2):
        if one[0] == other[0]:
            continue
        level = one[2] == one[4] == other[2] == other[4]
        upright = one[1] == one[3] == other[1] == other[3]
        assert not (level and one[1] < other[3] and other[1] < one[3]), (one, other)
        assert not (upright and one[2] < other[4] and other[2] < one[4]), (one, other)


def test_every_class_that_is_linked_to_has_a_colour_of_its_own() -> None:
    colours = [net.colour for net in DRAWN.nets]
    assert len(colours) == len(set(colours))
