"""Records of a bibliography as rows of the table of sources, added only if all then conforms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from evidence_graph.writing.table_form import guarded, table_text, unguarded
from evidence_ingest.errors import DoesNotConformError, IngestError, Problem
from evidence_ingest.pipeline import check
from evidence_ingest.readers.data import Kind, kind_of
from evidence_ingest.readers.tables import read_frame, table_files
from evidence_ingest.trying import checked_with
from evidence_ingest.writers.files import write_file
from evidence_literature.dates import read_date
from evidence_literature.names import Name, folded, write_inverted
from evidence_literature.records import Record
from evidence_literature.sources import record_of_source, source_type
from evidence_literature.styles import apa
from evidence_ontology.records import LIST_SEPARATOR
from evidence_ontology.schema import NodeType, schema

_LABEL = "Source"
_LANGUAGES = {"dutch": "nl", "nederlands": "nl", "dut": "nl", "nld": "nl", "english": "en"}
_LANGUAGES |= {"engels": "en", "eng": "en", "german": "de", "duits": "de", "ger": "de"}
_CODE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?")


def known_sources(data: Path) -> tuple[list[str], list[Record]]:
    """Read the table of sources as records.

    Args:
        data: The data folder.

    Returns:
        The id of each source, and what the table says of it.

    Raises:
        IngestError: The folder or the table cannot be read.
    """
    frame = read_frame(_table(data)[1], f"{schema().node_types[_LABEL].table}.csv")
    rows = [
        {str(key): unguarded(str(cell).strip()) for key, cell in row.items()}
        for row in frame.to_dict(orient="records")
    ]
    rows = [row for row in rows if row.get("id")]
    return [row["id"] for row in rows], [_record(row) for row in rows]


def rows_for(records: Iterable[tuple[Record, str]], taken: Iterable[str]) -> list[dict[str, str]]:
    """Write records as rows of the table of sources.

    Args:
        records: Tidy records, each with the name of the file that it came from.
        taken: The ids that are in use.

    Returns:
        A row for each. What the table has no column for stands in the note, as a reference.
    """
    used = set(taken)
    rows = []
    for record, file in records:
        slug = _free(_slug(record), used)
        used.add(slug)
        rows.append(_row(record, file, slug))
    return rows


def add_sources(data: Path, rows: Sequence[dict[str, str]], language: str) -> None:
    """Add rows to the table of sources, if all of the data then still conforms.

    Args:
        data: The data folder.
        rows: The rows.
        language: The language of the rules: ``"nl"`` or ``"en"``.

    Raises:
        DoesNotConformError: The data would not conform; nothing was written.
        IngestError: The data cannot be read or written.
    """
    _refuse(check(data).problems, language)
    node_type, path = _table(data)
    frame = read_frame(path, path.name)
    old = [[str(row.get(c, "")) for c in node_type.columns] for row in frame.to_dict("records")]
    new = [[guarded(row.get(c, "")) for c in node_type.columns] for row in rows]
    text = table_text(node_type.columns, sorted(row for row in (*old, *new) if any(row)))
    name = path.relative_to(data).as_posix()
    _refuse(checked_with(data, {name: text}).problems, language)
    write_file(path, text.encode())


def _refuse(problems: list[Problem], language: str) -> None:
    if problems:
        raise DoesNotConformError(problems, language)


def _table(data: Path) -> tuple[NodeType, Path]:
    if kind_of(data) is not Kind.FOLDER:
        msg = f"{data} is a file. Name a folder of tables with --data."
        raise IngestError(msg)
    found = ((kind, path) for kind, _, path in table_files(schema(), data) if kind.label == _LABEL)
    table = next(found, None)
    if table is None:
        msg = f"{data} has no table of sources. Name a folder of tables with --data."
        raise IngestError(msg)
    return table


def _record(row: dict[str, str]) -> Record:
    return record_of_source(
        source_type=row.get("sourceType", ""),
        title=row.get("title", ""),
        authors=filter(None, row.get("authors", "").split(LIST_SEPARATOR)),
        issued=read_date(row.get("year", "")),
        url=row.get("url", ""),
        language=row.get("language", ""),
    )


def _row(record: Record, file: str, slug: str) -> dict[str, str]:
    language = folded(record.language)
    code = _CODE.fullmatch(record.language)
    return {
        "id": slug,
        "shortName": _short_name(record),
        "authors": LIST_SEPARATOR.join(
            write_inverted(name).rstrip(", ").replace(LIST_SEPARATOR, " ")
            for name in record.authors
        ),
        "year": str(record.issued.year) if record.issued and record.issued.year else "",
        "title": record.title,
        "sourceType": source_type(record),
        "language": _LANGUAGES.get(language, code[1] if code else ""),
        "url": record.url or (f"https://doi.org/{record.doi}" if record.doi else ""),
        "noteNl": f"Overgenomen uit de bibliografie {file}: {apa(record, 'nl')}",
        "noteEn": f"Taken from the bibliography {file}: {apa(record, 'en')}",
    }


def _short_name(record: Record) -> str:
    names = [_with_capital(name) for name in record.authors or record.editors]
    date = record.issued
    year = (date.literal or str(date.year)) if date else "jaar niet bekend"
    if not names:
        return f"{record.title[:80]} ({year})"
    if len(names) > 4:
        return f"{names[0]} e.a. ({year})"
    start = ", ".join(names[:-1])
    return f"{start} & {names[-1]} ({year})" if start else f"{names[0]} ({year})"


def _with_capital(name: Name) -> str:
    return name.full_family[:1].upper() + name.full_family[1:]


def _slug(record: Record) -> str:
    names = record.authors or record.editors
    words = [word for name in names[:4] for word in folded(name.full_family).split()]
    words = words or folded(record.title).split()[:6]
    year = str(record.issued.year) if record.issued and record.issued.year else ""
    text = re.sub(r"[^a-z0-9]+", "-", " ".join((*words[:8], year)))
    return text.strip("-") or "source"


def _free(slug: str, used: set[str]) -> str:
    number = 1
    free = slug
    while free in used:
        number += 1
        free = f"{slug}-{number}"
    return free
