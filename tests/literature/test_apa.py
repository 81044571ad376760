"""References as APA prints them, and lists in the order of Dutch readers."""

from __future__ import annotations

import pytest

from evidence_literature.dates import Date
from evidence_literature.names import Name, read_author
from evidence_literature.records import Record, tidy
from evidence_literature.sorting import sort_key
from evidence_literature.styles import apa
from evidence_literature.styles.apa_names import initials

YPEREN = Name("Heuvel", "Tom Andreas", "van den")
ARTICLE = Record(
    "article-journal",
    title="Samen aan tafel",
    authors=(YPEREN, Name("Berg", "Jan-Willem")),
    issued=Date(2013, 5, 12),
    container="Wijkblad",
    volume="12",
    issue="3",
    pages="12--34",
    doi="10.5555/1",
)
CHAPTER = Record(
    "chapter",
    title="Luisteren",
    authors=(Name("'t Hooft", "Ágnes"),),
    editors=(Name("Wit", "Karel", "de"), Name("Bos", "IJsbrand")),
    issued=Date(2009),
    container="Handboek hulp",
    edition="2",
    pages="12",
    publisher="Uitgeverij Oever",
)
REPORT = Record(
    "report",
    title="Wat helpt in de wijk?",
    authors=(Name(literal="Instituut Ruimzicht"),),
    issued=Date(2017),
    publisher="Instituut Ruimzicht",
    number="12",
    url="https://example.org/a",
)
PAGE = Record(
    "webpage",
    title="Waarden",
    authors=(Name(literal="Instituut Ruimzicht"),),
    issued=Date(literal="z.d."),
    container="Ruimzicht",
    url="https://example.org/w",
    accessed=Date(2017, 12, 12),
)
THESIS = Record(
    "thesis",
    title="Een huis",
    authors=(Name("Vries", "Th.", "de"),),
    issued=Date(2001),
    publisher="Hogeschool Linge",
    genre="Master's thesis",
)


@pytest.mark.parametrize(
    ("record", "dutch", "english"),
    [
        (
            ARTICLE,
            "Van den Heuvel, T. A., & Berg, J.-W. (2013). Samen aan tafel. Wijkblad, 12(3), 12–34."
            " https://doi.org/10.5555/1",
            "",
        ),
        (
            CHAPTER,
            "'t Hooft, Á. (2009). Luisteren. In K. de Wit & IJ. Bos (Reds.), Handboek hulp (2e"
            " druk, p. 12). Uitgeverij Oever.",
            "'t Hooft, Á. (2009). Luisteren. In K. de Wit & IJ. Bos (Eds.), Handboek hulp (2nd ed.,"
            " p. 12). Uitgeverij Oever.",
        ),
        (
            REPORT,
            "Instituut Ruimzicht. (2017). Wat helpt in de wijk? (nr. 12). https://example.org/a",
            "Instituut Ruimzicht. (2017). Wat helpt in de wijk? (No. 12). https://example.org/a",
        ),
        (
            PAGE,
            "Instituut Ruimzicht. (z.d.). Waarden. Ruimzicht. Geraadpleegd op 12 december 2017, van"
            " https://example.org/w",
            "Instituut Ruimzicht. (n.d.). Waarden. Ruimzicht. Retrieved December 12, 2017, from"
            " https://example.org/w",
        ),
        (
            THESIS,
            "De Vries, Th. (2001). Een huis [Masterscriptie, Hogeschool Linge].",
            "De Vries, Th. (2001). Een huis [Master’s thesis, Hogeschool Linge].",
        ),
        (
            Record(authors=(Name("Bos"),), issued=Date(2017)),
            "Bos. (2017). [titel niet bekend].",
            "Bos. (2017). [title not known].",
        ),
        (
            Record(
                "report",
                title="Samen",
                authors=(Name("Bos"), Name("Vries", "", "de")),
                issued=Date(2017),
            ),
            "Bos & De Vries. (2017). Samen.",
            "",
        ),
        (
            Record("book", title="Zonder maker"),
            "Zonder maker. (jaar niet bekend).",
            "Zonder maker. (year not known).",
        ),
        (
            Record(title="Straks", authors=(Name("Bos", "A."),), issued=Date(literal="in druk")),
            "Bos, A. (in druk). Straks.",
            "Bos, A. (in druk). Straks.",
        ),
        (
            Record(),
            "[titel niet bekend]. (jaar niet bekend).",
            "[title not known]. (year not known).",
        ),
    ],
)
def test_references(record: Record, dutch: str, english: str) -> None:
    assert str(apa(tidy(record), "nl")) == dutch
    assert str(apa(tidy(record), "en")) == (english or dutch)


def test_what_stands_in_italics() -> None:
    def italic(record: Record) -> list[str]:
        return [piece.text for piece in apa(tidy(record), "nl").pieces if piece.italic]

    assert italic(ARTICLE) == ["Wijkblad", "12"]
    assert italic(CHAPTER) == ["Handboek hulp"]
    assert italic(REPORT) == ["Wat helpt in de wijk?"]


def test_of_many_authors_nineteen_and_the_last_are_named() -> None:
    many = tuple(Name(f"N{number}", "A.") for number in range(1, 23))
    text = str(apa(tidy(Record("book", title="Veel", authors=many, issued=Date(2001))), "nl"))
    assert "N19, A., … N22, A. (2001)" in text
    assert "N20" not in text


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Tom Andreas", "T. A."),
        ("T.A.", "T. A."),
        ("TA", "T. A."),
        ("Jan-Willem", "J.-W."),
        ("IJsbrand", "IJ."),
        ("Th.", "Th."),
        ("Theo", "T."),
        ("", ""),
    ],
)
def test_initials(given: str, written: str) -> None:
    assert initials(given) == written


def test_dutch_readers_find_van_yperen_under_the_y() -> None:
    def work(author: str, year: str, title: str = "") -> Record:
        date = Date(int(year)) if year.isdecimal() else Date(literal=year)
        return tidy(Record("book", title=title, authors=(read_author(author),), issued=date))

    wanted = [
        work("Álvarez, B.", "2001"),
        work("Bos, A.", "2010"),
        work("Bos, A.", "2012"),
        work("Bos, A.", "z.d."),
        work("'t Hooft, B.", "2001"),
        work("Instituut Ruimzicht", "2001"),
        work("Van Yperen", "2010"),
        work("Yperen, T. van", "2012"),
        work("Zoon, M.", "2001"),
    ]
    mixed = [*wanted[5:], *wanted[:5]]
    assert sorted(mixed, key=sort_key) == wanted
