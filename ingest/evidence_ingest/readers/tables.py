"""Read the curators' tables: CSV in UTF-8, one file per class, one folder per study read.

Separators are commas or, as Dutch spreadsheets write them, semicolons. A value that does not fit
its datatype is kept as text, so that the rules of the ontology refuse it by file, row and column.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from evidence_graph.writing.table_form import guarded, table_text, unguarded, whole_number
from evidence_ingest.errors import IngestError, Problem
from evidence_ingest.extraction import Extraction
from evidence_ontology.identifiers import is_slug, node_id
from evidence_ontology.records import LIST_SEPARATOR, Place, Record, Value
from evidence_ontology.schema import NodeType, Property, Schema
from evidence_ontology.texts import clean, parts

STUDIES = "studies"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Table:
    """Which table is being read: its class, its study if it has one, its name in messages."""

    node_type: NodeType
    study: str | None
    name: str


def table_files(schema: Schema, data: Path) -> Iterator[tuple[NodeType, str | None, Path]]:
    """Find the tables of a data folder.

    Args:
        schema: The schema that names the tables.
        data: The data folder.

    Yields:
        Class, study (None for shared tables) and path, in a fixed order.

    Raises:
        IngestError: The folder is not there, lacks a table that others need, or holds an unknown
            one.
    """
    if not data.is_dir():
        msg = f"There is no data folder {data}. Give one with --data."
        raise IngestError(msg)
    _refuse_unknown(schema, data)
    for node_type in schema.tables("shared"):
        path = data / f"{node_type.table}.csv"
        if path.is_file():
            yield node_type, None, path
        elif node_type.label in schema.needed:
            msg = f"The table {path} is missing. Put it back, or give another folder with --data."
            raise IngestError(msg)
    for folder in study_folders(data):
        for node_type in schema.tables("study"):
            path = folder / f"{node_type.table}.csv"
            if path.is_file():
                yield node_type, folder.name, path


def study_folders(data: Path) -> list[Path]:
    """List the folders of the studies that were read.

    Args:
        data: The data folder.

    Returns:
        The folders, by name.
    """
    folder = data / STUDIES
    return sorted(p for p in folder.iterdir() if p.is_dir()) if folder.is_dir() else []


def read_tables(schema: Schema, data: Path, progress: Progress = lambda _: None) -> Extraction:
    """Read every table of a data folder.

    Args:
        schema: The schema that says what the tables hold.
        data: The data folder.
        progress: Told the name of each file before it is read.

    Returns:
        The records and the problems.

    Raises:
        IngestError: A file cannot be read as a table at all.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    for node_type, study, path in table_files(schema, data):
        progress(str(path.relative_to(data)))
        name = path.relative_to(data).as_posix()
        frame = read_frame(path, name)
        problems += _head(node_type, name, list(frame.columns))
        records += _rows(schema, _Table(node_type, study, name), frame, problems)
    problems += _duplicates(records)
    return Extraction(records, problems, tuple(p.name for p in study_folders(data)))


def read_frame(path: Path, name: str) -> pd.DataFrame:
    """Read one table as text, nothing interpreted, empty cells as empty text.

    Args:
        path: The file.
        name: What to call it in messages.

    Returns:
        One column per column, one row per row; a blank row stays, so that rows keep their number.

    Raises:
        IngestError: The file cannot be opened, is not UTF-8, or its rows do not fit its head.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        msg = f"{name} cannot be read ({error.strerror}). Check that the file is there and open."
        raise IngestError(msg) from error
    except UnicodeDecodeError as error:
        row = path.read_bytes()[: error.start].count(b"\n") + 1
        msg = f"{name}, line {row}: this is not UTF-8. Save the sheet as 'CSV UTF-8'."
        raise IngestError(msg) from error
    head = text.split("\n", 1)[0]
    separator = ";" if head.count(";") > head.count(",") else ","
    try:
        with warnings.catch_warnings():
            # pandas only warns when it drops the cells of a row that is too long.
            warnings.simplefilter("error", pd.errors.ParserWarning)
            frame = pd.read_csv(
                io.StringIO(text),
                dtype=str,
                keep_default_na=False,
                na_filter=False,
                sep=separator,
                skip_blank_lines=False,
                index_col=False,
            )
    except pd.errors.EmptyDataError as error:
        msg = f"{name} is empty. Its first row must name the columns."
        raise IngestError(msg) from error
    except (pd.errors.ParserError, pd.errors.ParserWarning) as error:
        msg = f"{name}: a row does not fit the head ({error}). Quote cells that hold a separator."
        raise IngestError(msg) from error
    return frame.fillna("")


def canonical(node_type: NodeType, path: Path, name: str) -> str:
    """Write a table as the rules for curators want it: all columns in order, rows by id.

    Args:
        node_type: The class of the table.
        path: The file.
        name: What to call it in messages.

    Returns:
        The text of the file, with the mark that makes spreadsheets read it as UTF-8.

    Raises:
        IngestError: The file cannot be read.
    """
    frame = read_frame(path, name)
    lists = {key: p.ordered for p in node_type.asserted if p.many for key in p.keys}
    missing = pd.Series([""] * len(frame), dtype=str)
    cells = [
        [_canonical_cell(v, lists.get(c)) for v in frame.get(c, missing)] for c in node_type.columns
    ]
    rows = sorted(row for row in zip(*cells, strict=True) if any(row))
    return table_text(node_type.columns, rows)


def _canonical_cell(cell: str, ordered: bool | None) -> str:
    # ``ordered`` is None where the cell is no list.
    text = _text(cell)
    return guarded(text if ordered is None else LIST_SEPARATOR.join(parts(text, ordered=ordered)))


def _refuse_unknown(schema: Schema, data: Path) -> None:
    known = {f"{t.table}.csv" for t in schema.tables("shared")}
    study = {f"{t.table}.csv" for t in schema.tables("study")}
    for path in sorted(data.rglob("*.csv")):
        name = path.relative_to(data)
        parts = name.parts
        if name.as_posix() in known or (
            len(parts) == 3 and parts[0] == STUDIES and parts[2] in study
        ):
            continue
        msg = (
            f"{name.as_posix()} is not a table that is known here. Shared tables are"
            f" {', '.join(sorted(known))}; each folder in {STUDIES}/ may hold"
            f" {', '.join(sorted(study))}."
        )
        raise IngestError(msg)


def _head(node_type: NodeType, name: str, columns: list[str]) -> list[Problem]:
    expected = node_type.columns
    unknown = [c for c in columns if c not in expected]
    needed = {"id"} | {k for p in node_type.asserted if p.least and not p.computed for k in p.keys}
    optional = {"restsOn"}  # an empty one is the study's own statement
    missing = [c for c in expected if c in needed - optional and c not in columns]
    problems = [
        Problem(name, 1, c, f"This column is not known here. Known are: {', '.join(expected)}.")
        for c in unknown
    ]
    return problems + [Problem(name, 1, c, "This column is missing.") for c in missing]


def _rows(
    schema: Schema, table: _Table, frame: pd.DataFrame, problems: list[Problem]
) -> Iterator[Record]:
    properties = [
        (key, prop)
        for prop in table.node_type.asserted
        for key in prop.keys
        if key in frame.columns and not prop.computed
    ]
    columns = [frame[key].tolist() for key, _ in properties]
    ids = frame["id"].tolist() if "id" in frame.columns else []
    for number, (identifier, *cells) in enumerate(zip(ids, *columns, strict=True), start=2):
        slug = identifier.strip()
        if not slug and not any(cell.strip() for cell in cells):
            continue
        if not is_slug(slug):
            message = "An id has small letters, digits and single hyphens between them."
            problems.append(Problem(table.name, number, "id", message, slug or "nothing"))
            continue
        values: dict[str, Value] = {}
        links: dict[str, tuple[str, ...]] = {}
        for (key, prop), cell in zip(properties, cells, strict=True):
            text = _text(cell)
            if text and prop.kind == "link":
                links[key] = _targets(schema, prop, table.study, text)
            elif text:
                values[key] = _value(prop, text)
        label = table.node_type.label
        place = Place(table.name, number)
        yield Record(label, node_id(label, slug, table.study), values, links, place)


def _text(cell: str) -> str:
    return unguarded(clean(cell))


def _targets(schema: Schema, prop: Property, study: str | None, text: str) -> tuple[str, ...]:
    own = schema.node_types[prop.target].scope == "study"
    return tuple(node_id(prop.target, slug, study if own else None) for slug in parts(text))


def _value(prop: Property, text: str) -> Value:
    if prop.many:
        return parts(text, ordered=prop.ordered)
    if prop.datatype == "integer":
        number = whole_number(text)
        return text if number is None else number
    if prop.datatype == "boolean" and text in {"true", "false"}:
        return text == "true"
    return text


def _duplicates(records: list[Record]) -> list[Problem]:
    first: dict[str, Record] = {}
    problems = []
    for record in records:
        other = first.setdefault(record.id, record)
        if other is not record and record.at is not None:
            message = f"This id stands already in {other.at}. Give one of them another id."
            found = record.id.rpartition("/")[2]
            problems.append(Problem(record.at.file, record.at.row, "id", message, found))
    return problems
