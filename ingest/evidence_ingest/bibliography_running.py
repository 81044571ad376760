"""What the commands about bibliographies do and print."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from evidence_ingest.answering import DOES_NOT_CONFORM, MOST_PROBLEMS, console, fail, out
from evidence_ingest.bibliography_decisions import beside
from evidence_ingest.bibliography_files import Bibliography, read_files
from evidence_ingest.bibliography_matching import (
    Choices,
    Listed,
    among,
    decide,
    merge_accepted,
    with_sources,
)
from evidence_ingest.bibliography_report import counts, pair_text
from evidence_ingest.bibliography_sources import add_sources, known_sources, rows_for
from evidence_ingest.counting import counted
from evidence_ingest.errors import IngestError, brief
from evidence_ingest.progress import progress_bar
from evidence_ingest.settings import data_folder
from evidence_ingest.writers.files import write_file
from evidence_literature.formats import WRITERS, Format
from evidence_literature.matching.decisions import State
from evidence_literature.records import Record
from evidence_literature.sorting import sort_key


def read(files: Sequence[Path], *, strict: bool = False) -> Bibliography:
    """Read bibliographies, and tell what was read and what is broken.

    Args:
        files: The files.
        strict: Whether to stop when anything is broken.

    Returns:
        Their records.

    Raises:
        IngestError: A file cannot be read at all.
    """
    with progress_bar(console) as progress:
        found = read_files(files, progress)
    for one in found.files:
        told = f"{one.name}: {counted(one.count, 'record')}, {one.format}, {one.encoding}"
        console.print(told, markup=False)
    for broken in found.broken[:MOST_PROBLEMS]:
        console.print(brief(str(broken)), markup=False)
    if len(found.broken) > MOST_PROBLEMS:
        console.print(f"… and {len(found.broken) - MOST_PROBLEMS} more.")
    if strict and found.broken:
        fail(f"{_broken_sentence(found)} Nothing was written.", DOES_NOT_CONFORM)
    return found


def write(
    found: Bibliography,
    records: list[Record],
    files: Sequence[Path],
    output: Path | None,
    to: str,
    *,
    sort: bool,
) -> None:
    """Write records.

    Args:
        found: What was read.
        records: What to write.
        files: Where it was read from.
        output: Where to write; None is the terminal.
        to: The format.
        sort: Whether to sort as Dutch readers look.

    Raises:
        IngestError: It cannot be written, or would overwrite a file of which not all was read.
    """
    if output is not None and found.lost and output.resolve() in {f.resolve() for f in files}:
        lost = counted(found.lost, "record")
        msg = f"{output} holds {lost} that could not be read and would be lost. Name another file"
        raise IngestError(f"{msg} with -o.")
    chosen = sorted(records, key=sort_key) if sort else records
    text = WRITERS[Format(to)](chosen)
    if output is None:
        sys.stdout.write(text)
        return
    write_file(output, text.encode())
    console.print(f"Wrote {counted(len(chosen), 'record')} to {output}.", markup=False)


def check(files: Sequence[Path], language: str) -> None:
    """Count what bibliographies hold; anything broken ends with its own exit code.

    Args:
        files: The files.
        language: The language of reasons: ``"nl"`` or ``"en"``.

    Raises:
        IngestError: A file cannot be read at all.
    """
    found = read(files)
    pairs = _among(found, beside(files[0]), language)
    for row in counts(found, sum(pair.standing.state is State.PROPOSED for pair in pairs)):
        out.print(row, markup=False)
    if found.broken:
        fail(_broken_sentence(found), DOES_NOT_CONFORM)


def choices(
    accept: list[str] | None, refuse: list[str] | None, undo: list[str] | None, who: str
) -> Choices:
    """Put together what someone decides.

    Args:
        accept: Ids of pairs that are one work.
        refuse: Ids of pairs that are not.
        undo: Ids of pairs to decide about anew.
        who: Who decides.

    Returns:
        The choices.
    """
    return Choices(tuple(accept or ()), tuple(refuse or ()), tuple(undo or ()), who)


def match(
    files: Sequence[Path],
    decisions: Path | None,
    chosen: Choices,
    language: str,
    *,
    everything: bool,
) -> None:
    """List the pairs within bibliographies, or keep what is decided about them.

    Args:
        files: The files.
        decisions: The table of decisions.
        chosen: What is decided.
        language: The language of reasons: ``"nl"`` or ``"en"``.
        everything: Whether to list also what was decided.

    Raises:
        IngestError: A file cannot be read, or a decision cannot be kept.
    """
    table = decisions or beside(files[0])
    found = read(files)
    pairs = _among(found, table, language)
    if chosen.each():
        _decided(pairs, chosen, table)
        return
    _list([p for p in pairs if everything or p.standing.state is State.PROPOSED], found, {})


def merged(found: Bibliography, decisions: Path | None, files: Sequence[Path]) -> list[Record]:
    """Merge what was accepted, and tell what differed.

    Args:
        found: The bibliography.
        decisions: The table of decisions.
        files: The files that it was read from.

    Returns:
        The records.

    Raises:
        IngestError: The decisions cannot be read.
    """
    works = merge_accepted(found, _among(found, decisions or beside(files[0]), "en"))
    for work in works:
        for one in work.differences:
            told = f"{one.field}: kept {brief(one.kept)!r}, carried along {brief(one.other)!r}"
            console.print(f"{brief(work.record.title)!r}, {told}", markup=False)
    console.print(f"{counted(len(found.records), 'record')} became {len(works)}.")
    return [work.record for work in works]


def sources(
    files: Sequence[Path],
    data: Path | None,
    decisions: Path | None,
    chosen: Choices,
    language: str,
    *,
    write: bool,
) -> None:
    """Tell which records are sources of the data already, and add the others when asked.

    Args:
        files: The files.
        data: The data folder.
        decisions: The table of decisions.
        chosen: What is decided about records and sources.
        language: The language of rules and reasons: ``"nl"`` or ``"en"``.
        write: Whether to add the new ones.

    Raises:
        IngestError: Something cannot be read or written, or the data would not conform.
    """
    folder, table = data_folder(data), decisions or beside(files[0])
    found = read(files)
    known = known_sources(folder)
    pairs = with_sources(found, known, table, language)
    if chosen.each():
        _decided(pairs, chosen, table)
        return
    left = [pair for pair in pairs if pair.standing.state is not State.REFUSED]
    _list(left, found, {f"source/{slug}": one for slug, one in zip(*known, strict=True)})
    there = {name for pair in left for name in (pair.standing.first, pair.standing.second)}
    new = [place for place, name in enumerate(found.names) if name not in there]
    are = "is" if len(new) == 1 else "are"
    console.print(f"{len(new)} of {counted(len(found.records), 'record')} {are} new.")
    rows = rows_for([(found.records[n], found.places[n].file) for n in new], known[0])
    for row in rows:
        out.print(f"{row['id']}: {row['noteNl' if language == 'nl' else 'noteEn']}", markup=False)
    if write and rows:
        add_sources(folder, rows, language)
        console.print(f"Added {counted(len(rows), 'source')} to {folder}.", markup=False)


def _broken_sentence(found: Bibliography) -> str:
    kept = len(found.broken) - found.lost
    look = counted(kept, "more place needs", "more places need")
    return f"{counted(found.lost, 'record')} could not be read; {look} a look."


def _among(found: Bibliography, table: Path, language: str) -> list[Listed]:
    with progress_bar(console) as progress:
        return among(found, table, language, progress)


def _decided(pairs: list[Listed], chosen: Choices, table: Path) -> None:
    for one in decide(pairs, chosen, table):
        console.print(f"{one.choice}: {one.first} and {one.second}", markup=False)
    console.print(f"Kept in {table}.", markup=False)


def _list(pairs: list[Listed], found: Bibliography, others: dict[str, Record]) -> None:
    records = dict(zip(found.names, found.records, strict=True)) | others
    places = dict(zip(found.names, map(str, found.places), strict=True))
    for pair in pairs:
        for row in pair_text(pair, records, places):
            out.print(row, markup=False)
    console.print(counted(len(pairs), "match.", "matches."))
