"""The matrix: shape, word and count of what is known, quiet where nothing is, filters in sight."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, parse_qsl

import pytest

from evidence_explorer.markup import Markup
from evidence_explorer.selection import Selection, from_query, href
from evidence_explorer.views import matrix
from evidence_explorer.words import words
from evidence_graph.queries.answers import Cell, Matrix
from evidence_graph.queries.filtering import Filters, Without
from tests.explorer import samples
from tests.explorer.reading import read

FULL = Selection(page="matrix", cells="words")
SHORT = Selection(page="matrix")


def _page(selection: Selection = FULL, text: str = "Alliantie") -> Markup:
    return matrix.page(samples.known_matrix(text), words(selection.language), selection).body


def _boxes(html: str) -> list[str]:
    body = html[html.index("<tbody") : html.index("<tfoot")]
    return [part.split("</td>")[0] for part in body.split("<td")[1:]]


def _known(selection: Selection) -> list[str]:
    return [one for one in _boxes(_page(selection).html) if "data-in" in one and "sum" not in one]


def test_a_box_has_shape_word_and_count() -> None:
    known = _known(FULL)
    assert len(known) == 2
    for box in known:
        assert 'src="evidence/signs/N0.svg"' in box
        assert "Nog niet beoordeeld" in read(f"<td{box}</td>").text
        assert "bevinding" in box


def test_a_box_in_short_has_shape_and_count_and_says_the_word_to_those_who_hear_it() -> None:
    first, second = _known(SHORT)
    assert read(f"<td{first}</td>").text == "20"
    label = str(read(f"<td{first}</td>").all("a")[0]["aria-label"])
    assert label == "Nog niet beoordeeld, 20 bevindingen, 6 bronnen, 0 onafhankelijke onderzoeken"
    assert "volgens Barnhoorn e.a. (2013) nl: Alliantie nl" in read(f"<td{second}</td>").text


def test_a_box_takes_along_what_was_chosen() -> None:
    filters = Filters(domains=("domain/youth",), lanes=("effect",), since=2010)
    for folded in ((), ("domain/youth",)):
        chosen = replace(FULL, filters=filters, folded=folded, row=0)
        html = _page(chosen).html
        assert {link.domain for link in _opened(html)} >= {"domain/unspecified"}
        assert {(link.filters, link.folded) for link in _opened(html)} == {(filters, folded)}


def _opened(html: str) -> list[Selection]:
    queries = [dict(parse_qsl(str(one["href"])[1:])) for one in read(html).all("a")]
    found = [from_query(query).selection for query in queries]
    return [one for one in found if one.page == "element" and one.domain]


def test_a_box_without_anything_is_quiet_and_its_word_stands_above_the_table() -> None:
    html = _page().html
    assert _boxes(html).count(">0") == 6
    above = read(html[: html.index("<table")] + "</div></div>").text
    assert "Nog niet beoordeeld" in above
    assert "0 = hierover zegt nog geen bron iets" in above
    assert "zwak" not in html


def test_a_reported_strength_is_a_source_speaking_not_a_state() -> None:
    html = _page(text="sterk").html
    assert "volgens Barnhoorn e.a. (2013) nl: sterk nl (§ 4.3.1, p. 24)" in read(html).text
    table = html[html.index("<table") : html.index("</table>")]
    assert "P3" not in table


def test_known_and_unknown_are_counted_for_each_row_each_column_and_all() -> None:
    html = _page().html
    text = read(html).text
    assert "2 van 2 elementen, 4 domeinen. In 2 van de 8 vakken is iets bekend; in 6 niets." in text
    assert [one.rpartition(">")[2] for one in _boxes(html) if 'class="sum"' in one] == [
        "2 van 4",
        "0 van 4",
    ]
    foot = read(html[html.index("<tfoot") : html.index("</tfoot>") + 8]).text
    assert foot == ("Elementen waarover iets bekend is10102Elementen waarover niets bekend is12126")


def test_a_folded_domain_counts_states_and_findings_and_judges_nothing() -> None:
    known = samples.known_matrix()
    judged = Cell("element/alliance", "domain/preventive", "P2", 3, 2, independent_count=2)
    first, *rest = known.answer.rows
    rows = (replace(first, cells=(*first.cells, judged)), *rest)
    folded = replace(FULL, folded=("domain/youth",))
    page = matrix.page(replace(known, answer=replace(known.answer, rows=rows)), words("en"), folded)
    box = next(one for one in _boxes(page.body.html) if "Good" in one)
    said = str(read(f"<td{box}</td>").all("a")[0]["aria-label"])
    assert said == ("Good indications in 1 domain, Not yet assessed in 1 domain, 4 findings")
    assert [one["src"] for one in read(f"<td{box}</td>").all("img")] == [
        "evidence/signs/P2.svg",
        "evidence/signs/N0.svg",
    ]


def test_what_is_known_but_not_wanted_is_not_shown_as_unknown() -> None:
    known = samples.known_matrix()
    first, *rest = known.answer.rows
    cells = (replace(first.cells[0], fits=False), first.cells[1])
    answer = replace(known.answer, rows=(replace(first, cells=cells), *rest))
    selection = replace(SHORT, filters=Filters(lanes=("effect",)))
    html = matrix.page(replace(known, answer=answer), words("nl"), selection).body.html
    box = _boxes(html)[0]
    assert "wel iets, maar niet waarop u filtert" in box
    assert "<a" not in box


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        (Filters(lanes=("effect",)), "Spoor: Effect ×"),
        (Filters(domains=("domain/mental",)), "Domein: Alliantie 2 nl ×"),
        (Filters(since=2010), "Vanaf het jaar: 2010 ×"),
        (Filters(sources=("source/of-another-graph",)), "Bron: of-another-graph ×"),
    ],
)
def test_each_filter_in_use_can_be_dropped(filters: Filters, said: str) -> None:
    selection = replace(SHORT, filters=filters, row=42)
    html = _page(selection).html
    tokens = read(html[html.index('<ul class="tokens"') :].partition("</ul>")[0] + "</ul>")
    assert tokens.text == f"{said}Alle filters weghalen"
    for link in tokens.all("a"):
        assert parse_qs(str(link["href"])[1:]) == {"page": ["matrix"], "language": ["nl"]}


def test_the_controls_hold_what_is_chosen_and_change_nothing_else() -> None:
    chosen = Filters(lanes=("effect",), until=2015)
    selection = replace(SHORT, filters=chosen, sort="name", folded=("domain/youth",), columns="all")
    found = read(_page(selection))
    form = next(one for one in found.all("form") if one["id"] == "matrix-choices")
    assert form["data-base"] == "page=matrix&columns=all&folded=youth&language=nl"
    ticked = [one for one in found.all("input") if "checked" in one]
    assert [(one["name"], one["value"]) for one in ticked] == [("lanes", "effect")]
    assert next(one["value"] for one in found.all("input") if one.get("name") == "until") == "2015"
    assert [one["value"] for one in found.all("option") if "selected" in one] == ["name", ""]


def test_nothing_left_says_which_filter_to_drop() -> None:
    known = samples.known_matrix()
    none = replace(
        known,
        answer=Matrix(known.answer.domains, (), 0, 0, 173),
        without=(Without("lanes", 100), Without("since", 1)),
    )
    selection = replace(SHORT, filters=Filters(lanes=("practice",), since=2010))
    found = read(matrix.page(none, words("nl"), selection).body)
    assert "Haal “Spoor” weg: dan blijven 100 elementen over" in found.text
    assert "Haal “Vanaf het jaar” weg: dan blijft 1 element over" in found.text
    assert not found.all("table")


def test_a_domain_of_which_nothing_is_known_is_said_in_plain_words() -> None:
    none = replace(samples.known_matrix(), answer=replace(samples.matrix(), rows=(), total=0))
    selection = replace(SHORT, filters=Filters(domains=("domain/preventive",)))
    found = read(matrix.page(none, words("nl"), selection).body)
    assert "Over dit domein zegt hier nog geen bron iets." in found.text
    assert "0 van de 0 vakken" not in found.text
    assert href(Selection(page="gaps")) in {str(one["href"]) for one in found.all("a")}
    both = replace(selection, filters=replace(selection.filters, lanes=("effect",)))
    assert "dit allemaal tegelijk" in read(matrix.page(none, words("nl"), both).body).text


def test_a_page_of_signs_is_short() -> None:
    """A box that holds nothing costs ten letters, since there are hundreds of them."""
    assert _boxes(_page().html).count(">0") == 6
    assert "<td>0</td>" in _page(SHORT).html


def test_the_matrix_is_a_table_for_everybody() -> None:
    found = read(_page())
    assert found.all("caption")
    scopes = [one.get("scope") for one in found.all("th")]
    assert None not in scopes
    assert {"col", "colgroup", "row", "rowgroup"} <= set(scopes)
    region = next(one for one in found.all("div") if one.get("role") == "region")
    assert region["tabindex"] == "0"
    assert region["aria-label"]


@pytest.mark.parametrize(("count", "rows"), [(0, 50), (10, 50), (25, 20), (100, 10)])
def test_a_page_of_the_matrix_holds_about_as_many_boxes(count: int, rows: int) -> None:
    assert matrix.rows_on_a_page(count) == rows


def test_an_empty_graph_says_what_to_do() -> None:
    known = replace(samples.known_matrix(), answer=Matrix((), (), 0, 0))
    found = matrix.page(known, words("nl"), Selection())
    assert "evidence-explorer ingest" in read(found.body).text
