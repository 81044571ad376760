"""Broken bibliographies: told by line, and the rest is read."""

from __future__ import annotations

import pytest

from evidence_literature.formats import Fault, Reading, UnknownFormatError, read_bibliography


def _read(text: str) -> Reading:
    return read_bibliography(text.encode())


def _titles(reading: Reading) -> list[str]:
    return [record.title for record in reading.records]


def test_a_ris_record_without_an_end_is_read_and_told() -> None:
    reading = _read("TY  - BOOK\nTI  - Een\nTY  - BOOK\nTI  - Twee\nER  - \nTY  - BOOK\nTI  - Drie")
    assert _titles(reading) == ["Een", "Twee", "Drie"]
    assert [(fault.line, fault.kept) for fault in reading.faults] == [(1, True), (6, True)]
    assert "the next one begins on line 3" in reading.faults[0].message
    assert [entry.line for entry in reading.entries] == [1, 3, 6]


def test_lines_outside_a_ris_record_are_told_once() -> None:
    reading = _read("TY  - BOOK\nTI  - Een\nER  - \nTI  - Los\nAU  - Los\n1.\nTY  - BOOK\nER  - \n")
    assert _titles(reading) == ["Een"]
    assert [fault.line for fault in reading.faults] == [4, 7]
    assert "outside any record" in reading.faults[0].message
    assert "says nothing" in reading.faults[1].message


def test_a_bibtex_entry_that_stays_open_does_not_take_the_next_with_it() -> None:
    reading = _read(
        "@book{a,\n title = {Een},\n}\n@book{b,\n title = {Twee,\n}\n@book{c, title={Drie}}"
    )
    assert _titles(reading) == ["Een", "Drie"]
    assert [(fault.line, fault.kept) for fault in reading.faults] == [(4, False)]
    assert "brace" in reading.faults[0].message


def test_keys_and_fields_that_stand_twice_lose_nothing() -> None:
    reading = _read(
        "@book{a,\n title={Een}}\n@book{a,\n title={Twee},\n title={Drie}}\n@book{a, title={Vier}}"
    )
    assert _titles(reading) == ["Een", "Twee", "Vier"]
    assert [(fault.line, fault.kept) for fault in reading.faults] == [(3, True), (6, True)]
    # The second title is kept too.
    assert ("bibtex:title", "Drie") in reading.records[1].extra


def test_broken_json_is_read_item_by_item() -> None:
    reading = _read(
        '[\n{"id": "a", "title": "Een"},\n{"id": "b" "title": "2"},\n{"id": "c", "title": "Drie"}'
    )
    assert _titles(reading) == ["Een", "Drie"]
    assert [fault.line for fault in reading.faults] == [3]
    assert "line 3, column 12" in reading.faults[0].message
    assert [entry.line for entry in reading.entries] == [2, 4]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{"items": [\n{"title": "Een"},\n{"title": "Twee"}]}', [2, 3]),
        ('{"title": "Een"}\n{"title": "Twee"}\n', [1, 2]),
        ('\n[{"title": "Een"},\n{"title": "Twee", "custom": {"a": {}}}]', [2, 3]),
    ],
)
def test_json_in_other_wrappings(text: str, lines: list[int]) -> None:
    reading = _read(text)
    assert _titles(reading) == ["Een", "Twee"]
    assert [entry.line for entry in reading.entries] == lines


def test_items_that_are_no_records_are_told() -> None:
    reading = _read('[3, {"title": "Een"}, {"type": "book"}]')
    assert _titles(reading) == ["Een"]
    assert len(reading.faults) == 2


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "packed"),
        (b"<?xml version='1.0'?><xml/>", "XML"),
        (b"%0 Journal Article\n%T Een", "EndNote"),
        (b"author,title\nBos,Een", "no bibliography"),
    ],
)
def test_what_is_no_bibliography_is_told(content: bytes, word: str) -> None:
    with pytest.raises(UnknownFormatError, match=word):
        read_bibliography(content)


def test_json_nested_without_end_is_told() -> None:
    [fault] = read_bibliography(b"[" * 100_000).faults
    assert "nested" in fault.message


def test_one_old_line_does_not_spoil_the_others() -> None:
    reading = read_bibliography("TY  - BOOK\nTI  - Één\nPB  - ".encode() + b"Caf\xe9\nER  - \n")
    assert reading.records[0].title == "Één"
    assert reading.records[0].publisher == "Café"
    assert [fault.line for fault in reading.faults] == [3]
    assert all(isinstance(fault, Fault) and fault.kept for fault in reading.faults)
