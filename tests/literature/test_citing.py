"""In-text citations: measured on labelled texts, and what must hold for any text."""

from __future__ import annotations

import time
import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_literature.citing.finding import find_citations
from evidence_literature.citing.resolving import resolve
from tests.literature.labelled import score_of

SURNAMES = ["Jansen", "De Vries", "Van der Meer", "Berg-Le Roux", "Ten Have", "O'Neill", "Élan"]
YEARS = ["1998", "2013a", "2020", "z.d."]
names = st.lists(st.sampled_from(SURNAMES), min_size=1, max_size=3, unique=True)
cited = st.tuples(names, st.sampled_from(YEARS))


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("tuning", 0.99, 0.99),
        ("heldout", 0.95, 0.95),
        ("first", 0.98, 0.98),
        ("second", 0.97, 0.97),
        ("third", 0.95, 0.96),
        ("fourth", 0.98, 0.98),
    ],
)
def test_labelled_texts(kind: str, precision: float, recall: float) -> None:
    score = score_of(kind)
    assert score.precision >= precision, score.wrong
    assert score.recall >= recall, score.missed


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_read_and_offsets_point_into_it(text: str) -> None:
    for one in find_citations(text):
        assert text[one.start : one.end] == one.text
        assert one.works


@given(st.lists(cited, min_size=1, max_size=4), st.sampled_from([" ", "\n", "  \n"]))
def test_every_work_of_one_bracket_is_found(works: list[tuple[list[str], str]], space: str) -> None:
    inside = "; ".join(f"{' & '.join(authors)}, {year}" for authors, year in works)
    text = f"Dat is vaker gevonden ({inside}).".replace(" ", space)
    found = [work for one in find_citations(text) for work in one.works]
    assert [(list(work.authors), work.year) for work in found] == works


@given(names, st.sampled_from(["1998", "2013a"]), st.integers(1, 400))
def test_a_narrative_citation_keeps_its_page(authors: list[str], year: str, page: int) -> None:
    text = f"Volgens {' en '.join(authors)} ({year}, p. {page}) is dat zo."
    (one,) = find_citations(text)
    (work,) = one.works
    assert (list(work.authors), work.year, work.pages) == (authors, year, str(page))
    assert one.text == f"{' en '.join(authors)} ({year}, p. {page})"


@pytest.mark.parametrize(
    "text",
    [
        "De Jeugdwet (2015) en de Wmo (2015) gelden.",
        "Het liep van 2012 tot 2015 (2012-2015) in Utrecht (2014).",
        "De meting (januari 2016, n = 2010) telt.",
    ],
)
def test_a_year_that_cites_nothing(text: str) -> None:
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Het onderzoek van Wampold (2001) is oud.", "Wampold"),
        ("Een overzicht van Van Yperen (2010) toont het.", "Van Yperen"),
        ("Een overzicht van van Yperen (2010) toont het.", "van Yperen"),
        ("Zoals van der Meer (2010) zegt.", "van der Meer"),
        ("Dat strookt met dat van Oei (2010).", "Oei"),
        ("Dit is van Bos (2009) en van Oei (2010).", "Oei"),
        ("Zie (de analyse van Bos en Oei, 2010).", "Bos"),
    ],
)
def test_van_before_a_name(text: str, author: str) -> None:
    assert find_citations(text)[-1].works[0].authors[0] == author


@given(names, st.sampled_from(["NFC", "NFD"]))
def test_accents_may_stand_apart(authors: list[str], form: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(form, f"Dat zei {' en '.join(authors)} (2010, p. 3) al.")
    (one,) = find_citations(text)
    assert list(one.works[0].authors) == authors
    assert text[one.start : one.end] == unicodedata.normalize(form, one.text) == one.text
    assert one.text.endswith("(2010, p. 3)")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie (Ruiz Gómez, 2010). Ruiz Gómez (2010) zegt dat.", ["Ruiz Gómez"] * 2),
        ("Zie (Jansen, 2010). Jansens (2010) studie telt.", ["Jansen"] * 2),
        ("De Raad voor Hulp en Steun (RHS) (2010) zegt dat.", ["Raad voor Hulp en Steun"]),
        ("Bos en haar collega's (2010) zeggen dat.", ["Bos"]),
        ("Dat zegt Bos, in een latere studie (2010).", ["Bos"]),
        ("Oude Bos, Klein Jansen en Smit (2010) zeggen dat.", ["Oude Bos"]),
        ("Klein en Bos (2010) zeggen dat.", ["Klein"]),
        ("Bos, in her 2011 review, found that. In 2011, Bos slept.", ["Bos"]),
        ("Dat zei Bos in haar proefschrift uit 2011 al.", ["Bos"]),
        ("Bos vond dat in haar straat uit 2011 niets groeit.", []),
        ("Bos, in a later study (2010), found that.", ["Bos"]),
        ("In Buurthuis De Pijl (2018) is het druk.", []),
        ("Dat doet de methode Samen Aan Tafel (2014).", []),
        ("Dat is zo (Stad A: 2017, Stad B: 2018).", []),
        ("Dat deed Zorgzame Buurten (2018-2022) al.", []),
        ("Dat deed Bos (1957/1961) al.", ["Bos"]),
        ("Dat staat in het Groot en Actief Leven Akkoord (GALA, 2023).", []),
        ("Dat staat in een akkoord (CBS, 2023).", ["CBS"]),
        ("Dat staat in het Groot en Actief Leven Akkoord (GALA, 2023; Bos, 2024).", ["Bos"]),
        ("Bos en Smit vonden in een CPB-studie (2020) niets.", ["Bos"]),
        ("Bos wijst op de CPB-studie (2020).", ["CPB-studie"]),
        ("In Sweden, Bos & Oei (2019) found that.", ["Bos"]),
        ("In Utrecht en Zwolle (2019) gebeurde dat ook.", []),
        ("Reforms in Denmark (2007) and Flanders (2018) moved it.", []),
        ("Families First (2010) was evaluated.", []),
        ("De Nederlandse versie is in 2014 onderzocht. Bos heeft in 2014 onderzocht of.", ["Bos"]),
        ("Dat zegt Bos, die in haar proefschrift uit 2017 een cursus onderzocht.", ["Bos"]),
        (
            "It is so (Ministry of Housing, Youth and Local Government, 2019).",
            ["Ministry of Housing, Youth and Local Government"],
        ),
        ("Het is zo (Ministerie van Zorg en VNG, 2019).", ["Ministerie van Zorg"]),
    ],
)
def test_names_that_are_more_or_less_than_they_look(text: str, found: list[str]) -> None:
    assert [work.authors[0] for one in find_citations(text) for work in one.works] == found


def test_a_long_list_of_people_ends_in_a_comma_and_an_ampersand() -> None:
    (one,) = find_citations("So it seems (Bos, McCann, Smit, & Visser, 2013; Oei, 2014).")
    assert [work.authors for work in one.works] == [("Bos", "McCann", "Smit", "Visser"), ("Oei",)]


def test_brackets_within_brackets_are_closed() -> None:
    (one,) = find_citations("Dat is zo. [Zie Bos (2006) en ook Smit (2007).] Meer niet.")
    assert one.text == "Bos (2006) en ook Smit (2007)"


def test_the_references_settle_a_doubtful_van() -> None:
    text = "De visie van Loon (2010) telt."
    doubtful, settled = find_citations(text), find_citations(text, [(("Van Loon",), "2010")])
    assert doubtful[0].works[0].authors == ("Loon",)
    assert settled[0].works[0].authors == ("van Loon",)


def test_the_list_of_references_cites_nothing() -> None:
    text = "Hulp telt (Bos, 2001).\n\nLiteratuur\n\nBos, A. (2001). Hulp. Utrecht: Pers.\n"
    assert len(find_citations(text)) == 1


def test_one_work_in_many_spellings_is_one_work() -> None:
    text = (
        "Zo zeggen Steen, Jonker en Gils (2015) en Steen e.a. (2015, p. 3). Ook Verheid (2016) en "
        "(Verheide, 2016) en (Steen & Anders, 2015) tellen, met (Steen, 2016)."
    )
    references = [(("Steen", "Jonker", "Gils"), "2015"), (("Verheide",), "2016")]
    works = {one.key: one for one in resolve(find_citations(text), references)}
    assert {key: len(one.spellings) for key, one in works.items()} == {
        "steen-2015": 2,
        "verheid-2016": 2,
        "steen-2015--2": 1,
        "steen-2016": 1,
    }
    assert works["steen-2015"].reference == 0
    assert works["verheid-2016"].reference == 1
    assert works["steen-2016"].reference is None


def test_an_institute_and_its_letters_are_one_work() -> None:
    text = "Het Sociaal en Cultureel Planbureau (2016) zegt dat; het is bekend (SCP, 2016)."
    (work,) = resolve(find_citations(text))
    assert [one.authors for one in work.spellings] == [
        ("Sociaal en Cultureel Planbureau",),
        ("SCP",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Jansen, " * 2000 + "(2010)",
        "Van de A-B en " * 1000 + "(2010)",
        "A" * 20_000,
        "(" * 5_000,
        "commissie-" + "A" * 5_000 + " (2010)",
        ("woord " * 30 + "(2010) ") * 300,
    ],
)
def test_a_hostile_text_is_read_in_seconds(text: str) -> None:
    begun = time.process_time()
    find_citations(text)
    assert time.process_time() - begun < 10
