"""Each form: what it says of itself is inside it, and hostile text stays text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_explorer.markup import Markup
from evidence_explorer.selection import LANGUAGES, Language, Selection
from evidence_explorer.sharing.grid_svg import Box, Grid, Group, Line, grid_picture, in_parts
from evidence_explorer.sharing.handout import Paper, handout
from evidence_explorer.sharing.network import drawing, picture
from evidence_explorer.sharing.plain_files import csv_file, graphml_file, xlsx_file
from evidence_explorer.sharing.sheets import Sheet, Tables, every
from evidence_explorer.sharing.stamp import Stamp
from evidence_explorer.sharing.svg import inline, standalone
from evidence_explorer.views.network_answers import Answers
from evidence_explorer.words import words
from tests.explorer import samples
from tests.explorer.reading import Read
from tests.explorer.samples import HOSTILE
from tests.explorer.sharing.files import (
    read_csv,
    read_graphml,
    read_page,
    read_svg,
    read_xlsx,
)

ADDRESS = "http://127.0.0.1:8501/?page=matrix&language=nl"
# What XML holds; the others are tested apart.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1
)


def stamp(text: str = "Overzicht", language: Language = "nl") -> Stamp:
    """A stamp with a text of the data wherever one can stand."""
    return Stamp(
        title=text,
        day="2026-11-26",
        address=ADDRESS,
        choices=(("Laag", text),),
        program="Wegwijzer 0.3.0",
        data=f"uitgave 0.2.0, revisie {'ab' * 6}",
        language=language,
    )


def tables(text: str) -> Tables:
    """Two tables that are full of a text; the second has a row too few."""
    first = Sheet(text, (text, "n"), ((text, 3), (f"-{text}", -4)))
    return Tables(text, (first, Sheet(text, (text,), ((text,),), left_out=2)))


@pytest.mark.parametrize("text", HOSTILE)
def test_csv(text: str) -> None:
    found = read_csv(csv_file(tables(text), stamp(text), words("nl")))
    assert found.head == (text, "n")
    assert found.rows == ((text, "3"), (f"-{text}", "-4"))
    told = "\n".join(found.about)
    for said in (ADDRESS, "26 november 2026", "Laag: ", "Wegwijzer 0.3.0", "revisie abab"):
        assert said in told


@settings(max_examples=60)
@given(TEXTS)
def test_any_text_comes_back_from_csv_and_xlsx(text: str) -> None:
    found = tables(text)
    assert read_csv(csv_file(found, stamp(), words("nl"))).rows[0] == (text, "3")
    sheets = list(read_xlsx(xlsx_file(found, stamp(), words("nl"))).values())
    assert sheets[0].rows[0] == (text, "3")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", HOSTILE)
def test_xlsx(text: str, language: Language) -> None:
    found = read_xlsx(xlsx_file(tables(text), stamp(text, language), words(language)))
    first, second, about = found.values()
    assert first.rows == ((text, "3"), (f"-{text}", "-4"))
    assert second.rows == ((text,),)
    told = {which for row in about.rows for which in row}
    assert {ADDRESS, text, "Wegwijzer 0.3.0"} <= told
    assert any("2" in one for one in told if text in one and one != text)
    assert len({name.lower() for name in found}) == 3
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\'") & set(name) for name in found)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_for_hand_outs(text: str) -> None:
    found, harmless = _page(text), _page("harmless")
    assert [name for name, _ in found.tags] == [name for name, _ in harmless.tags]
    assert found.text.count(text) == harmless.text.count("harmless")
    for said in (ADDRESS, "26 november 2026", "Wegwijzer 0.3.0"):
        assert said in found.text


def _page(text: str) -> Read:
    paper = Paper(tables(text), readings=Markup("<article id='e0'></article>"))
    return read_page(handout(paper, stamp(text), words("nl")))


def _answers(text: str) -> Answers:
    return Answers(network=samples.network(text, "element/trust"), domains=samples.domains(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_network_as_svg(text: str) -> None:
    selection = Selection(page="network", centre="element/trust", mode="around")
    drawn = picture(_answers(text), words("nl"), selection)
    found = read_svg(standalone(drawn, stamp(text), words("nl")))
    assert found.about["title"] == text
    assert found.about["date"] == "2026-11-26"
    assert found.about["identifier"] == ADDRESS
    assert found.about["description"] == f"Laag: {text}"
    # A card may have to shorten a name; what is read aloud is whole.
    assert any(text in one for one in found.titles)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_matrix_as_svg(text: str) -> None:
    group = Group(text, (Line(text, (Box("N0", 2, spoken=True), Box("N0", 0, spoken=False))),))
    grid = Grid((text, text), (0, 1), (group,), 3)
    found = read_svg(standalone(grid_picture(grid, words("en")), stamp(text), words("en")))
    assert text in found.titles
    assert "2" in found.texts
    assert any("3 more rows" in one for one in found.texts)


def test_control_characters_leave_a_picture_whole() -> None:
    found = read_svg(
        standalone(grid_picture(Grid((), (), (), 0), words("en")), stamp("a\0b\x0b"), words("en"))
    )
    assert found.about["title"] == "a\ufffdb\ufffd"


@pytest.mark.parametrize("text", HOSTILE)
def test_graphml(text: str) -> None:
    selection = Selection(page="network", centre="element/trust", mode="around")
    made = drawing(_answers(text), words("nl"), selection)
    found = read_graphml(graphml_file(made, stamp(text), words("nl")))
    assert {data["label"] for _, data in found.nodes(data=True)} == {
        node.label.nl for node in samples.network(text).nodes
    }
    assert found.graph["title"] == text
    assert found.graph["filters"] == f"Laag: {text}"
    assert found.graph["date"] == "2026-11-26"
    assert all({"kind", "word", "relations"} <= set(data) for _, _, data in found.edges(data=True))


LINES = st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=90), min_size=1, max_size=12)


@given(LINES)
def test_a_matrix_on_sheets_of_paper_loses_no_row(groups: list[list[int]]) -> None:
    grid = Grid(
        ("a",),
        (0,),
        tuple(
            Group(str(place), tuple(Line(str(n), (Box("N0", n, spoken=False),)) for n in lines))
            for place, lines in enumerate(groups)
        ),
        7,
    )
    parts = in_parts(grid, 28)
    found = [(g.name, line) for part in parts for g in part.groups for line in g.lines]
    assert found == [(g.name, line) for g in grid.groups for line in g.lines]
    assert all(sum(1 + len(g.lines) for g in part.groups) <= 28 for part in parts)
    assert [part.left_out for part in parts] == [0] * (len(parts) - 1) + [7]


@given(st.integers(0, 12_000), st.integers(1, 700))
def test_a_list_is_read_to_its_end_or_says_what_is_left_out(total: int, at_once: int) -> None:
    found, left_out = every(lambda first: (range(total)[first : first + at_once], total))
    assert found == tuple(range(min(total, 5000)))
    assert left_out == max(total - 5000, 0)


def test_a_list_that_shrinks_meanwhile_ends() -> None:
    rows = iter([([1, 2], 9), ([], 2)])
    assert every(lambda _: next(rows)) == ((1, 2), 0)


def test_pictures_in_a_page_lead_nowhere_but_into_it() -> None:
    selection = Selection(page="network", centre="element/trust", mode="around")
    drawn = picture(_answers("x"), words("nl"), selection)
    paper = Paper(Tables("x", (Sheet("x", ("x",), ()),)), (inline(drawn, "x"),))
    assert read_page(handout(paper, stamp("x"), words("nl"))).all("svg")
