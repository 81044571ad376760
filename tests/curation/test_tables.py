"""The form of the curated tables: columns, order, references, both languages."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path, PurePosixPath

import pandas as pd

from evidence_ontology.schema import NodeType, Property, schema

Tables = dict[str, pd.DataFrame]

TYPES = {t.table: t for scope in ("shared", "study") for t in schema().tables(scope)}
# Kinds of records that a study gives no ground for, or that only a curator's judgement fills.
NOT_SHIPPED = {"assessments", "concerns"}
NEVER_EMPTY_THOUGH = {("reported-strengths", "inDomain"), ("reported-strengths", "restsOn")}


def type_of(name: str) -> NodeType:
    """Give the class of a table.

    Args:
        name: The path of a table below ``data/``.

    Returns:
        Its class, as the ontology has it.
    """
    return TYPES[name if name in TYPES else kind_of(name)]


def properties(name: str) -> dict[str, Property]:
    """Give the property behind each column but the id.

    Args:
        name: The path of a table below ``data/``.

    Returns:
        Column → property.
    """
    return {k: p for p in type_of(name).asserted if not p.computed for k in p.keys}


def kind_of(name: str) -> str:
    """Give the kind of a table.

    Args:
        name: The path of a table below ``data/``.

    Returns:
        The last part, such as ``findings``.
    """
    return PurePosixPath(name).name


def parts(table: pd.DataFrame, column: str) -> list[tuple[str, str]]:
    """List the values in a list column with the row that each stands in.

    Args:
        table: A table.
        column: Its column.

    Returns:
        Pairs of row id and value.
    """
    return [
        (str(row), value)
        for row, cell in zip(table["id"], table[column], strict=True)
        for value in str(cell).split("|")
        if value
    ]


def target_of(name: str, column: str) -> str | None:
    """Name the table that a reference points into.

    Args:
        name: The table that holds the reference.
        column: The column of the reference.

    Returns:
        The other table, or None where the column holds no reference to a table.
    """
    prop = properties(name).get(column)
    if prop is None or prop.kind != "link":
        return None
    target = schema().node_types[prop.target]
    if target.scope == "study":
        return str(PurePosixPath(name).with_name(target.table))
    return target.table or None


def test_every_table_has_the_columns_of_its_kind(tables: Tables) -> None:
    assert {name: tuple(table.columns) for name, table in tables.items()} == {
        name: type_of(name).columns for name in tables
    }


def test_every_kind_of_table_is_there(tables: Tables) -> None:
    kinds = {PurePosixPath(table).name for table in TYPES}
    assert {kind_of(name) for name in tables} == kinds - NOT_SHIPPED


def test_files_are_in_canonical_form(paths: dict[str, Path]) -> None:
    for name, path in paths.items():
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf"), f"{name}: no byte order mark"
        text = raw.decode("utf-8-sig")
        header, *rows = csv.reader(io.StringIO(text, newline=""))
        again = io.StringIO(newline="")
        csv.writer(again, lineterminator="\n").writerows([header, *sorted(rows)])
        assert text == again.getvalue(), f"{name}: not in canonical form"


def test_ids_are_slugs_and_unique(tables: Tables) -> None:
    for name, table in tables.items():
        assert table["id"].is_unique, name
        odd = [i for i in table["id"] if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)]
        assert odd == [], name


def test_no_obligatory_cell_is_empty(tables: Tables) -> None:
    empty = [
        (name, row, column)
        for name, table in tables.items()
        for column, prop in properties(name).items()
        # An empty restsOn is the study's own statement.
        if (prop.least and column != "restsOn") or (kind_of(name), column) in NEVER_EMPTY_THOUGH
        for row in table["id"][table[column].str.strip() == ""]
    ]
    assert empty == []


def test_both_languages_are_there_where_one_is(tables: Tables) -> None:
    lonely = [
        (name, row, column)
        for name, table in tables.items()
        for column in table.columns
        if column.endswith("Nl")
        for row in table["id"][(table[column] == "") != (table[f"{column[:-2]}En"] == "")]
    ]
    assert lonely == []


def test_cells_are_tidy(tables: Tables) -> None:
    untidy = [
        (name, row, column)
        for name, table in tables.items()
        for column in table.columns
        for row, cell in zip(table["id"], table[column], strict=True)
        if cell != " ".join(cell.split()) or "" in cell.split("|")[1:] or " |" in cell
    ]
    assert untidy == []


def test_closed_lists_hold_known_codes_only(tables: Tables) -> None:
    unknown = [
        (name, row, value)
        for name, table in tables.items()
        for column, prop in properties(name).items()
        if prop.kind == "code"
        for row, value in parts(table, column)
        if value not in schema().codes[prop.target]
    ]
    assert unknown == []


def test_every_reference_points_at_a_row(tables: Tables) -> None:
    dangling = [
        (name, row, column, value)
        for name, table in tables.items()
        for column in table.columns
        if (target := target_of(name, column)) is not None
        for row, value in parts(table, column)
        if value not in set(tables[target]["id"])
    ]
    assert dangling == []


def test_no_spelling_belongs_to_two_sources(source_of: dict[str, list[str]]) -> None:
    assert {form: found for form, found in source_of.items() if len(found) > 1} == {}


def test_every_citation_resolves_to_one_source(
    tables: Tables, source_of: dict[str, list[str]]
) -> None:
    unresolved = [
        (name, row.id, row.printedForm)
        for name, table in tables.items()
        if kind_of(name) == "citations"
        for row in table.itertuples()
        if len(source_of.get(str(row.printedForm), [])) != 1
    ]
    assert unresolved == []


def test_relayed_means_relayed_by_someone(tables: Tables) -> None:
    wrong = [
        (name, row.id)
        for name, table in tables.items()
        if kind_of(name) == "citations"
        for row in table.itertuples()
        if (str(row.mode) == "relayed") != (str(row.relayedBy) != "")
    ]
    assert wrong == []


# Printed in the text, and the text rests nothing on them that is a record of its own.
ONLY_PRINTED = {
    "c113",  # the model that inspired the ordering of 4.1
    "c118",  # passes on c030, which is relayed
}


def test_every_citation_is_used(tables: Tables) -> None:
    for name in (each for each in tables if kind_of(each) == "citations"):
        folder = PurePosixPath(name).parent
        own = {kind_of(n): t for n, t in tables.items() if PurePosixPath(n).parent == folder}
        resting = {v for t in own.values() if "restsOn" in t for _, v in parts(t, "restsOn")}
        assert set(own["citations"]["id"]) - resting == ONLY_PRINTED, folder


def test_every_section_of_the_study_has_records(tables: Tables) -> None:
    for name in (each for each in tables if kind_of(each) == "passages"):
        folder = PurePosixPath(name).parent
        own = {kind_of(n): t for n, t in tables.items() if PurePosixPath(n).parent == folder}
        found = {v for t in own.values() if "foundAt" in t for _, v in parts(t, "foundAt")}
        sections = own["passages"].set_index("id")["section"]
        without = set(sections) - set(sections[sections.index.isin(found)])
        # Only words that lead in to what follows.
        assert without <= {"2", "4.6"}, folder


def test_every_study_folder_is_a_source(tables: Tables) -> None:
    folders = {name.split("/")[1] for name in tables if name.startswith("studies/")}
    assert folders <= set(tables["sources/sources"]["id"])
