"""Read the curators' tables: CSV in UTF-8, one file per class, one folder per study read.

Separators are commas or, as Dutch spreadsheets write them, semicolons.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pandas as pd

from evidence_ingest.errors import IngestError, Problem
from evidence_ingest.extraction import Extraction
from evidence_ingest.readers.rows import Table, duplicates, records_in
from evidence_ontology.records import Record
from evidence_ontology.schema import NodeType, Schema

STUDIES = "studies"

Progress = Callable[[str], None]


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


def table_path(node_type: NodeType, study: str | None) -> str:
    """Say where a table stands.

    Args:
        node_type: Its class.
        study: Its study; None for a table that all studies share.

    Returns:
        The path below the data folder.
    """
    folder = f"{STUDIES}/{study}/" if study else ""
    return f"{folder}{node_type.table}.csv"


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
        progress: Told the name of each file that was read.

    Returns:
        The records and the problems.

    Raises:
        IngestError: A file cannot be read as a table at all.
    """
    records: list[Record] = []
    problems: list[Problem] = []
    for _, table in folder_tables(schema, data):
        progress(table.name)
        records += records_in(schema, table, problems)
    problems += duplicates(records)
    return Extraction(records, problems, tuple(p.name for p in study_folders(data)))


def folder_tables(schema: Schema, data: Path) -> Iterator[tuple[Path, Table]]:
    """Read the tables of a data folder one by one.

    Args:
        schema: The schema that names the tables.
        data: The data folder.

    Yields:
        Where each table stands, and the table, named by its path below the folder.

    Raises:
        IngestError: The folder or a file cannot be read.
    """
    for node_type, study, path in table_files(schema, data):
        name = path.relative_to(data).as_posix()
        frame = read_frame(path, name)
        columns = {str(column): frame[column].tolist() for column in frame.columns}
        yield path, Table(node_type, study, name, columns, range(2, len(frame) + 2))


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
