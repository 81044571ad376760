"""The same works as each tool exports them; the fixtures are named by the tool they imitate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evidence_literature.dates import Date
from evidence_literature.formats import WRITERS, Format, Reading, read_bibliography
from evidence_literature.records import Record

FIXTURES = Path(__file__).parent / "fixtures"
FORMS = {
    "zotero.ris": Format.RIS,
    "zotero-utf16.ris": Format.RIS,
    "zotero.bib": Format.BIBTEX,
    "zotero-biblatex.bib": Format.BIBLATEX,
    "zotero.json": Format.CSL_JSON,
    "endnote.ris": Format.RIS,
    "mendeley.ris": Format.RIS,
    "mendeley.bib": Format.BIBTEX,
    "scopus.ris": Format.RIS,
    "scopus.bib": Format.BIBTEX,
    "web-of-science.ris": Format.RIS,
    "web-of-science.txt": Format.WOS,
    "web-of-science.bib": Format.BIBTEX,
    "pubmed.nbib": Format.NBIB,
    "citavi.ris": Format.RIS,
    "citavi.bib": Format.BIBTEX,
    "dutch-library.ris": Format.RIS,
}
WITH_DAY = {"zotero.ris", "zotero-utf16.ris", "zotero-biblatex.bib", "zotero.json", "endnote.ris"}
WITH_DAY |= {"mendeley.ris", "web-of-science.ris", "web-of-science.txt", "web-of-science.bib"}
WITH_DAY |= {"pubmed.nbib"}


def _read(name: str) -> Reading:
    return read_bibliography((FIXTURES / name).read_bytes())


def _titled(reading: Reading, word: str) -> Record:
    [found] = [record for record in reading.records if word in record.title]
    return found


def test_every_fixture_is_named_here() -> None:
    assert {path.name for path in FIXTURES.iterdir() if path.is_file()} == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_the_content_tells_the_format(name: str) -> None:
    assert _read(name).format is FORMS[name]


@pytest.mark.parametrize("name", set(FORMS) - {"dutch-library.ris"})
def test_nothing_is_wrong_with_what_tools_write(name: str) -> None:
    assert _read(name).faults == ()


@pytest.mark.parametrize("name", FORMS)
def test_the_article(name: str) -> None:
    record = _titled(_read(name), "Samen sterk")
    assert record.type == "article-journal"
    assert record.title == "Samen sterk: een huis-aan-huisstudie"
    assert record.container.lower() == "tijdschrift voor buurtonderzoek"
    assert (record.volume, record.issue, record.pages) == ("12", "3", "123-145")
    first, second = record.authors
    assert (first.family, first.particle.lower(), first.given[0]) == ("Heuvelkamp", "van den", "T")
    assert (second.family, second.particle, second.given[0]) == ("Brinkhorst", "", "J")
    assert record.issued is not None
    assert record.issued.year == 2014
    if name in WITH_DAY:
        assert record.issued == Date(2014, 5, 12)
    if name != "dutch-library.ris":
        assert record.doi == "10.5555/tbo.2014.123"


@pytest.mark.parametrize(
    "name",
    [
        *("zotero.ris", "zotero.bib", "zotero-biblatex.bib", "zotero.json", "endnote.ris"),
        *("mendeley.ris", "mendeley.bib", "pubmed.nbib", "dutch-library.ris"),
    ],
)
def test_the_report_of_an_institute(name: str) -> None:
    record = _titled(_read(name), "Wat helpt")
    assert record.type == "report"
    [institute] = record.authors
    assert institute.literal == "Instituut Ruimzicht"
    assert record.issued is None or record.issued.year is None


@pytest.mark.parametrize("name", ["zotero.ris", "zotero.bib", "zotero.json", "endnote.ris"])
def test_the_chapter(name: str) -> None:
    record = _titled(_read(name), "Luisteren")
    assert (record.type, record.container, record.edition) == ("chapter", "Handboek hulp", "2")
    [author] = record.authors
    assert (author.particle, author.family) == ("'t", "Hooft")
    assert author.given.startswith("Á")
    assert [editor.family for editor in record.editors] == ["Wit", "Le Clercq"]
    assert record.isbn.replace("-", "") == "9789059310001"


def test_a_dutch_library_works_out_a_year_and_writes_in_latin_1() -> None:
    reading = _read("dutch-library.ris")
    book = reading.records[0]
    assert book.issued == Date(2009, literal="[ca. 2009]")
    assert "Geïllustreerd" in book.note
    assert reading.encoding == "Windows-1252"
    assert [fault.kept for fault in reading.faults] == [True]
    assert "not UTF-8" in reading.faults[0].message


def test_addresses_are_read_letter_by_letter() -> None:
    assert _titled(_read("zotero.ris"), "Samen").url == "https://example.org/tbo?a=1;b=2"
    assert _titled(_read("zotero.bib"), "Samen").url == "https://example.org/tbo?a=1&b=2_3"
    assert _titled(_read("mendeley.bib"), "Samen").url == "https://example.org/tbo_x?a=1&b=2"


def test_texts_are_decoded() -> None:
    wanted = "Over de studie, met 100% inzet & meer."
    assert _titled(_read("zotero.bib"), "Samen").abstract == wanted
    assert _titled(_read("mendeley.bib"), "Samen").abstract == wanted
    assert _titled(_read("zotero.ris"), "Samen").abstract.count("\n") == 1


def test_what_has_no_field_is_kept() -> None:
    assert ("ris:L1", "internal-pdf://1234567890/Samen sterk.pdf") in _titled(
        _read("endnote.ris"), "Samen"
    ).extra
    assert ("nbib:PMID", "10000001") in _titled(_read("pubmed.nbib"), "Samen").extra
    assert ("wos:UT", "WOS:000300000000001") in _titled(_read("web-of-science.txt"), "Samen").extra
    assert ("csl:custom", '{"shelf": "B2"}') in _titled(_read("zotero.json"), "Luisteren").extra


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", FORMS)
def test_read_written_and_read_again_nothing_changes(name: str, form: Format) -> None:
    given = _read(name).records
    back = read_bibliography(WRITERS[form](given).encode())
    assert back.faults == ()
    expected = [
        replace(one, id=two.id) if not one.id else one
        for one, two in zip(given, back.records, strict=True)
    ]
    assert list(back.records) == expected


@pytest.mark.parametrize(("name", "form"), FORMS.items())
def test_in_its_own_format_little_has_to_be_carried(name: str, form: Format) -> None:
    if form in WRITERS:
        text = WRITERS[form](_read(name).records)
        assert "%7B" not in text
