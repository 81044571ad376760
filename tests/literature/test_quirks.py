"""Works as tools really write them, with what is peculiar to each, read field by field.

The files were written from knowledge of the tools' exports before the readers were looked at.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evidence_literature.dates import Date
from evidence_literature.formats import WRITERS, Format, Reading, read_bibliography
from evidence_literature.names import Name
from evidence_literature.records import Record
from evidence_literature.styles import apa

QUIRKS = Path(__file__).parent / "fixtures" / "quirks"
NAMES = sorted(path.name for path in QUIRKS.iterdir())
BROKEN = {"old-reference-manager.ris", "own-hand.bib", "hand-made.json", "crossref-list.json"}


def _read(name: str) -> Reading:
    return read_bibliography((QUIRKS / name).read_bytes())


def _record(name: str, title: str) -> Record:
    [found] = [record for record in _read(name).records if record.title.startswith(title)]
    return found


def _families(names: tuple[Name, ...]) -> list[str]:
    return [name.full_family for name in names]


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", NAMES)
def test_read_written_and_read_again_nothing_changes(name: str, form: Format) -> None:
    first = _read(name).records
    again = read_bibliography(WRITERS[form](first).encode()).records
    assert [replace(record, id="") for record in again] == [
        replace(record, id="") for record in first
    ]


@pytest.mark.parametrize("name", sorted(set(NAMES) - BROKEN - {"dutch-library-latin1.ris"}))
def test_nothing_is_wrong_with_what_tools_write(name: str) -> None:
    assert _read(name).faults == ()


def test_the_encoding_does_not_change_what_is_read() -> None:
    assert _read("zotero-utf16.ris").records == _read("zotero.ris").records


def test_zotero_report_numbers_conferences_and_mistyped_isbns() -> None:
    talk = _record("zotero.ris", "Speaking")
    assert (talk.place, talk.pages) == ("Gent", "1-9")
    assert _record("zotero.ris", "Samen praten").isbn == "978-90-0000-123-4"
    assert _record("endnote.ris", "Kadernota").number == "2020-11"


@pytest.mark.parametrize(
    ("name", "title", "url", "other"),
    [
        ("endnote.ris", "Neighbours", "https://example.org/one", "https://example.org/two"),
        ("mendeley.bib", "Neighbours", "https://example.org/a_b?c=1&d=%20e", "http://second"),
        (
            "old-reference-manager.ris",
            "Buurthuizen",
            "http://example.org/x",
            "http://example.org/y",
        ),
    ],
)
def test_of_several_addresses_the_first_is_taken_and_none_is_lost(
    name: str, title: str, url: str, other: str
) -> None:
    record = _record(name, title)
    assert record.url == url
    assert any(
        text.startswith(other) for key, text in record.extra if key.endswith((":UR", ":url"))
    )


def test_a_space_in_an_address_is_part_of_it() -> None:
    assert _record("citavi.ris", "Straathoekwerk").url == "http://example.org/a%20b.pdf"


def test_a_doi_that_an_old_tool_calls_a_kind_of_work() -> None:
    record = _record("old-reference-manager.ris", "Buurthuizen")
    assert (record.doi, record.genre) == ("10.5555/mb.2003.12", "")
    assert str(apa(record, "nl")).startswith("De Zwart, H., & Ter Wit, T. (2003). Buurthuizen")


def test_pubmed_titles_dates_and_names() -> None:
    trial = _record("pubmed.ris", "Neighbours who help: a trial")
    assert (trial.title[-1], trial.edition, trial.issued) == ("l", "", Date(2015, 5))
    dutch = _record("pubmed.nbib", "Praktische")
    assert dutch.title == "Praktische hulp thuis"
    assert ("nbib:TT", "[Practical help at home].") in dutch.extra
    assert dutch.authors[1] == Name("Smits", "Jan", suffix="Jr")
    assert str(apa(dutch, "nl")).startswith("Ter Horst, A., & Smits, J., Jr. (2012). Praktische")
    assert "Social Support" in _record("pubmed.nbib", "Neighbours").keywords


def test_scopus_articles_have_numbers_and_two_kinds_of_keywords() -> None:
    for name in ("scopus.ris", "scopus.bib"):
        record = _record(name, "Kitchen")
        assert (record.number, record.pages) == ("104512", "")
        assert "9(2), Article 104512." in str(apa(record, "en"))
    record = _record("scopus.bib", "Kitchen")
    assert record.keywords == ("kitchen table", "outcomes", "Outcomes Research", "human")
    assert record.abstract == "Text with 5% more & better. © 2021"


def test_web_of_science_publishers_lines_and_chapters() -> None:
    record = _record("web-of-science.ris", "LONELINESS")
    assert (record.publisher, record.place) == ("INVENTED PRESS", "LONDON")
    assert record.issued == Date(2012, 2, 29)
    assert _record("web-of-science.bib", "LONELINESS").abstract == "Text that is on two lines."
    chapter = _record("web-of-science.txt", "Chapter")
    assert (chapter.type, chapter.container) == ("chapter", "HANDBOOK OF HELP")
    assert (chapter.series, chapter.pages) == ("Series of Help", "5-9")


def test_a_catalogue_prints_who_made_it_behind_the_title() -> None:
    record = _record("dutch-library.ris", "Wijkteams")
    assert record.title == "Wijkteams in opbouw: lessen uit de praktijk"
    assert ("ris:RN", "Jan van Veen ... [et al.]") in record.extra
    assert record.authors == (Name("Veen", "Jan", "van"),)
    assert "(2014)" in str(apa(record, "nl"))
    assert _record("dutch-library.ris", "Zorg voor").authors[0].family == "'s-Gravesande"


def test_a_slash_in_a_title_stays_when_no_maker_follows() -> None:
    text = "TY  - BOOK\nTI  - Wel / niet helpen\nAU  - Bos, K.\nER  - \n"
    [record] = read_bibliography(text.encode()).records
    assert record.title == "Wel / niet helpen"


def test_and_others_are_nobody_and_are_written_back() -> None:
    record = _record("google-scholar.bib", "Neighbours")
    assert _families(record.authors) == ["Brugman", "De Lange", "Öztürk"]
    assert "Çetin and others}" in WRITERS[Format.BIBTEX]([record])


def test_biblatex_names_its_parts_and_kinds_of_theses() -> None:
    assert _record("better-biblatex.bib", "Hoofdstuk").authors == (
        Name("Berg", "Karin", "van den"),
    )
    assert _record("better-biblatex.bib", "Eenzaamheid").genre == "PhD thesis"


def test_what_is_joined_named_and_taken_over_in_bibtex() -> None:
    record = _record("own-hand.bib", 'The "quoted" word')
    assert (record.container, record.issued) == (
        "Journal of Invented Care (NL)",
        Date(1999, 5, 12),
    )
    assert _record("own-hand.bib", "Same key").container == "Journal of Invented Care"
    child = _record("own-hand.bib", "Kindhoofdstuk")
    assert (child.container, child.publisher) == ("Ouderboek", "Instituut voor Buurtzorg")
    assert (_families(child.editors), child.issued) == (["Bos"], Date(2001))
    assert _record("own-hand.bib", "Geen accolades").url == "https://example.org/a_b"


def test_a_broken_entry_and_a_name_without_a_text_are_told_and_the_rest_is_read() -> None:
    reading = _read("own-hand.bib")
    assert [record.id for record in reading.records].count("after") == 1
    assert [(fault.line, fault.kept) for fault in reading.faults] == [
        (14, True),
        (17, False),
        (20, False),
        (21, True),
    ]
    assert "nosuch stands without braces" in reading.faults[-1].message


def test_what_crossref_answers_is_read_with_its_people() -> None:
    record = _record("crossref.json", "Neighbours")
    assert record.title == "Neighbours who help: a trial & more: What we saw"
    assert (record.type, record.container) == ("article-journal", "Journal of Invented Care")
    assert _families(record.authors) == ["Brugman", "Neighbour Trial Group", "van den Berg"]
    assert record.abstract == "We asked them."
    assert [record.title for record in _read("crossref-list.json").records] == ["One", "Two"]
    assert dict(_record("crossref-list.json", "One").extra)["csl:x-author-details"]


def test_an_item_that_is_no_record_is_told_by_the_line_near_it() -> None:
    assert [fault.line for fault in _read("hand-made.json").faults] == [5]
    assert [fault.line for fault in _read("crossref-list.json").faults] == [3]
