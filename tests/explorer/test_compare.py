"""Side by side: what differs is told in a word, what is not known never looks like less."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from evidence_explorer.selection import Selection
from evidence_explorer.views import compare
from evidence_explorer.words import words
from evidence_graph.queries.compare import Compared
from tests.explorer import samples
from tests.explorer.reading import read

ELEMENTS = ("element/alliance", "element/trust")
HERE = Selection(page="compare", compared=ELEMENTS)


def _rows(html: str) -> dict[str, str]:
    body = html[html.index("<tbody") : html.index("</tbody>")]
    rows = [read(part.split("</tr>")[0].partition(">")[2]).text for part in body.split("<tr")[1:]]
    heads = [read(part.split("</th>")[0].partition(">")[2]).text for part in body.split("<th")[1:]]
    return dict(zip(heads, rows, strict=True))


def test_elements_stand_side_by_side_with_a_word_where_they_differ() -> None:
    html = compare.page(samples.beside_elements(), words("nl"), HERE).body.html
    rows = _rows(html)
    assert "Laag = gelijk" in rows
    assert "Waar het op steunt ≠ verschilt" in rows
    assert "Bevindingen naar wat zij zeggen ≠ verschilt" in rows
    assert "Ondersteunt: 3" in rows["Bevindingen naar wat zij zeggen ≠ verschilt"]
    mental = rows["Alliantie 2 nl ≠ verschilt"]
    assert "1 bevinding" in mental
    assert mental.count("Nog niet beoordeeld") == 2, "no findings is not less than one"
    assert "0 bevindingen" in mental


def test_domains_of_which_nothing_is_known_of_any_take_no_row() -> None:
    rows = _rows(compare.page(samples.beside_elements(), words("nl"), HERE).body.html)
    assert not [head for head in rows if head.startswith(("Alliantie 1", "Alliantie 3"))]


def test_shared_sources_and_those_of_one_only() -> None:
    rows = _rows(compare.page(samples.beside_elements("x"), words("nl"), HERE).body.html)
    assert rows["Bronnen die alleen deze heeft "].endswith("x nl–")
    assert rows["Bronnen die zij allemaal hebben "].endswith("––")


def test_relations_among_the_chosen_only() -> None:
    text = read(compare.page(samples.beside_elements(), words("nl"), HERE).body).text
    assert "Verbanden tussen deze elementen" in text
    known = samples.beside_elements()
    first, second = known.elements
    apart = replace(known, elements=(replace(first, page=replace(first.page, relations=())),))
    apart = replace(
        apart, elements=(*apart.elements, replace(second, page=replace(second.page, relations=())))
    )
    text = read(compare.page(apart, words("nl"), HERE).body).text
    assert "Geen bron hier vertelt over een verband tussen deze elementen." in text


def test_one_can_be_added_and_each_can_be_taken_away() -> None:
    found = read(compare.page(samples.beside_elements(), words("nl"), HERE).body)
    hidden = [one["value"] for one in found.all("input") if one.get("type") == "hidden"]
    assert hidden == list(ELEMENTS)
    assert [one["value"] for one in found.all("option")] == ["", "element/third"]
    drops = [one for one in found.all("a") if one.get("class") == "drop"]
    left = [parse_qs(str(one["href"])[1:])["compared"] for one in drops]
    assert left == [["element/trust"], ["element/alliance"]]


def test_what_is_gone_is_told_and_does_not_come_along() -> None:
    asked = replace(HERE, compared=(*ELEMENTS, "element/away"))
    found = read(compare.page(samples.beside_elements(), words("nl"), asked).body)
    assert "Staat hier niet (meer): “away”." in found.text
    assert not [one for one in found.all("input") if one["value"] == "element/away"]


def test_four_is_the_most() -> None:
    known = samples.beside_elements()
    four = tuple(
        replace(one, page=replace(one.page, id=f"{one.page.id}-{n}"))
        for n in range(2)
        for one in known.elements
    )
    found = read(compare.page(replace(known, elements=four), words("nl"), HERE).body)
    assert not found.all("select")
    assert "Er passen er niet meer dan vier naast elkaar." in found.text


def test_domains_stand_side_by_side_and_those_known_in_both_come_first() -> None:
    here = Selection(page="compare", compared=("domain/mental", "domain/preventive"))
    rows = _rows(compare.page(samples.beside_domains(), words("nl"), here).body.html)
    heads = list(rows)
    assert heads[-2:] == ["Jeugd common nl = gelijk", "Jeugd first nl ≠ verschilt"]
    assert rows["Jeugd first nl ≠ verschilt"].count("Nog niet beoordeeld") == 2
    assert "2 van 2" in rows["Elementen waarover iets bekend is ≠ verschilt"]
    assert "Wat het op steunt" not in heads


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two_says_what_to_do(count: int) -> None:
    known = samples.beside_elements()
    few = replace(known, elements=known.elements[:count], gone=())
    found = read(compare.page(few, words("nl"), replace(HERE, compared=ELEMENTS[:count])).body)
    assert ("Kies er nog minstens één om mee te vergelijken." in found.text) == (count == 1)
    assert len(found.all("select")) == 2 - count, "domains are offered until an element is chosen"


def test_an_empty_graph_says_what_to_do() -> None:
    found = read(compare.page(Compared(), words("nl"), Selection(page="compare")).body)
    assert "evidence-explorer ingest" in found.text
