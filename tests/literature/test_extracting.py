"""All that is taken out of a report, in a process of its own."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import docx
import pytest

from evidence_literature.documents.document import Document, DocumentError
from evidence_literature.documents.reading import read_document
from evidence_literature.extracting import confined, plain
from evidence_literature.extracting.extract import Extract, extract_from
from evidence_literature.proposing.thesaurus import Term, Thesaurus
from tests.literature import making_files
from tests.literature.claimed import CLAIMS

THESAURUS = Thesaurus((Term("supervision", ("Supervisie", "Supervision")),))


@pytest.mark.parametrize("path", sorted(CLAIMS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_goes_out_as_json_comes_in_the_same(path: Path) -> None:
    found = extract_from(read_document(path), THESAURUS)
    assert found.proposals
    assert found.citations
    assert plain.read(Extract, plain.written(found)) == found


def test_half_a_sign_survives() -> None:
    one = Document("a", "\ud83d", ())
    assert plain.read(Document, plain.written(one)) == one


@pytest.mark.parametrize("raw", [b"", b"[]", b'{"id": "a"}', b'{"id":"a","text":"","blocks":[3]}'])
def test_what_is_no_document_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"Document|Expecting"):
        plain.read(Document, raw)


def test_the_other_process_finds_the_same() -> None:
    path = CLAIMS / "tuning-en-review.txt"
    assert confined.extract_confined(path, THESAURUS) == extract_from(
        read_document(path), THESAURUS
    )


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("kill -SEGV $$", "stopped the process that read it (signal 11)"),
        ("echo 'ValueError: odd' >&2; exit 1", "(code 1: ValueError: odd)"),
        ("echo 'MemoryError' >&2; exit 1", "takes more memory than it may"),
        ("echo 'error return without exception set' >&2; exit 1", "takes more memory than it may"),
        ("exit 4", "takes more memory than it may"),
        ("echo '{}'", "(what it said was cut short)"),
    ],
)
def test_a_crash_is_told_from_too_much_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    program, report = tmp_path / "python", tmp_path / "a.txt"
    program.write_text(f"#!/bin/sh\ncat > /dev/null\n{script}\n", encoding="utf-8")
    program.chmod(0o700)
    report.write_text("Tekst.", encoding="utf-8")
    monkeypatch.setattr(sys, "executable", str(program))
    with pytest.raises(DocumentError) as caught:
        confined.extract_confined(report)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_one_long_line_takes_no_more_than_its_share(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Humor helpt (Jansen, 2010) en Bos e.a. 2011 ook. " * 6000, encoding="utf-8")
    begun = time.process_time()
    found = extract_from(read_document(path), THESAURUS)
    assert time.process_time() - begun < 25
    assert len(found.citations) == 12_000


@pytest.mark.parametrize("form", ["docx", "html", "pdf"])
def test_lists_are_known_in_every_format(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"a.{form}"
    items = ["Supervisie (Bos, 2001)", "Samen eten (Vos, 2010; Bos, 2001)"]
    lead = "Werkzame elementen zijn:"
    if form == "docx":
        written = docx.Document()
        written.add_paragraph(lead)
        for item in items:
            written.add_paragraph(item, style="List Bullet")
        written.save(str(path))
    elif form == "html":
        listed = "".join(f"<li><p>{item}</p></li>" for item in items)
        path.write_text(f"<html><body><p>{lead}</p><ul>{listed}</ul></body></html>", "utf-8")
    else:
        making_files.make_lines_pdf(path, [[lead, *(f"- {item}" for item in items)]])
    found = extract_from(read_document(path), THESAURUS).proposals
    assert [
        (one.kind, one.element.id or one.element.name, [work.key for work in one.works])
        for one in found
    ] == [
        ("member", "supervision", ["bos-2001"]),
        ("member", "Samen eten", ["vos-2010", "bos-2001"]),
    ]
