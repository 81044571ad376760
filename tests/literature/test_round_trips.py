"""What goes in comes out: any record, through any format that is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
import rispy
from hypothesis import given, settings

from evidence_literature.formats import (
    Fault,
    Located,
    write_biblatex,
    write_bibtex,
    write_csl_json,
    write_ris,
)
from evidence_literature.formats.bibtex import read_bibtex
from evidence_literature.formats.csl_json import read_csl_json
from evidence_literature.formats.reading import Reader
from evidence_literature.formats.ris import read_ris
from evidence_literature.names import Name
from evidence_literature.records import Record, tidy
from tests.literature.making import any_records, records

Writer = Callable[[Iterable[Record]], str]

FORMATS = [
    pytest.param(write_ris, read_ris, id="ris"),
    pytest.param(write_csl_json, read_csl_json, id="csl-json"),
    pytest.param(write_bibtex, read_bibtex, id="bibtex"),
    pytest.param(write_biblatex, read_bibtex, id="biblatex"),
]


def _records(found: Iterator[Located | Fault]) -> list[Record]:
    everything = list(found)
    assert [one for one in everything if isinstance(one, Fault)] == []
    return [one.record for one in everything if isinstance(one, Located)]


@given(any_records)
def test_a_record_has_one_form(record: Record) -> None:
    assert tidy(tidy(record)) == tidy(record)


@pytest.mark.parametrize(("write", "read"), FORMATS)
@given(record=records)
@settings(max_examples=150)
def test_what_is_written_reads_the_same(write: Writer, read: Reader, record: Record) -> None:
    [back] = _records(read(write([record])))
    # BibTeX gives a key to a record that has none.
    assert (replace(back, id="") if not record.id else back) == record


@pytest.mark.parametrize(("write", "read"), FORMATS)
def test_records_stay_apart_and_in_order(write: Writer, read: Reader) -> None:
    given = [
        tidy(Record("report", "a", "Eén", (Name("Vries", "An", "de"),))),
        tidy(Record("report", "a", "Twee", (Name(literal="Raad voor Zorg, Welzijn en Sport"),))),
        tidy(Record("book", "", "Drie {met} \\ 100% & meer", abstract="Een.\nTER  - Twee.")),
    ]
    back = _records(read(write(given)))
    assert [record.title for record in back] == ["Eén", "Twee", "Drie {met} \\ 100% & meer"]
    assert [replace(record, id="") for record in back] == [replace(one, id="") for one in given]


@given(record=records)
@settings(max_examples=50)
def test_others_can_read_our_ris(record: Record) -> None:
    plain = replace(record, abstract="", note="", extra=())
    [theirs] = rispy.loads(write_ris([plain]))
    assert theirs.get("title", "") == plain.title
    assert len(theirs.get("authors", [])) == len(plain.authors)
