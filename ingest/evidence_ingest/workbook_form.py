"""The form of the curators' workbook: its sheets, and what it says of what it was made from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final

from evidence_ontology.ontology import ontology
from evidence_ontology.schema import NodeType, Schema

GUIDE: Final = "Lees mij · Read me"
LISTS: Final = "lists"
ABOUT: Final = "about"
ERRORS: Final = "Fouten · Errors"
OWN_MARK: Final = "_"
"""What the name of a sheet starts with that a curator keeps beside the tables."""
STUDY: Final = "study"
"""The column that says which study a row is of, on the sheets that studies have of their own."""
NAMED: Final = " · "
"""What stands between an id and its name in a list to choose from."""
FORM: Final = "1"
"""Raise it when workbooks of before can no longer be read."""


def sheet_name(node_type: NodeType) -> str:
    """Name the sheet of a class.

    Args:
        node_type: A class that has a table.

    Returns:
        The name of its table without the folder.
    """
    return node_type.table.rpartition("/")[2]


def sheets(schema: Schema) -> dict[str, NodeType]:
    """List the sheets of the tables, in their order.

    Args:
        schema: The schema.

    Returns:
        Name of the sheet → its class: what studies share comes first.
    """
    found = (*schema.tables("shared"), *schema.tables("study"))
    return {sheet_name(node_type): node_type for node_type in found}


def keys_of(node_type: NodeType) -> tuple[str, ...]:
    """Name the columns that tell a row of a sheet apart.

    Args:
        node_type: The class of the sheet.

    Returns:
        ``id``, after the study where each study has rows of its own.
    """
    return (STUDY, "id") if node_type.scope == "study" else ("id",)


def heads(node_type: NodeType) -> tuple[str, ...]:
    """Name the columns of a sheet.

    Args:
        node_type: The class of the sheet.

    Returns:
        The heads, in order.
    """
    return (*keys_of(node_type), *node_type.columns[1:])


def digest(content: bytes) -> str:
    """Sum up a table in canonical form.

    Args:
        content: The content of its file.

    Returns:
        32 hexadecimal digits.
    """
    return hashlib.blake2b(content, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook says of what it was made from.

    Attributes:
        form: The form of the workbook.
        program: The version of the program that made it.
        ontology: The version of the ontology.
        tables: Path of a table below the data folder → its digest when the workbook was made.
        left_out: The studies that the workbook leaves out.
    """

    form: str
    program: str
    ontology: str
    tables: Mapping[str, str]
    left_out: tuple[str, ...] = ()

    def rows(self) -> list[tuple[str, str]]:
        """Write it as the rows of a sheet.

        Returns:
            What and which.
        """
        return [
            ("form", self.form),
            ("program", self.program),
            ("ontology", self.ontology),
            *(("left out", study) for study in self.left_out),
            *((f"table {path}", summary) for path, summary in sorted(self.tables.items())),
        ]


def about(files: Mapping[str, bytes], left_out: Sequence[str]) -> About:
    """Say what a workbook is made from.

    Args:
        files: Path of a table below the data folder → its content in canonical form.
        left_out: The studies that the workbook leaves out.

    Returns:
        What it says of itself.
    """
    return About(
        form=FORM,
        program=version("evidence-explorer"),
        ontology=ontology().version,
        tables={path: digest(content) for path, content in files.items()},
        left_out=tuple(left_out),
    )


def about_from(rows: Sequence[tuple[str, str]]) -> About | None:
    """Read what a workbook says of itself.

    Args:
        rows: The rows of the sheet.

    Returns:
        What it says; None where nothing of it can be read.
    """
    said = dict(rows)
    if "form" not in said:
        return None
    tables = {what.removeprefix("table "): w for what, w in rows if what.startswith("table ")}
    left_out = tuple(which for what, which in rows if what == "left out")
    return About(said["form"], said.get("program", ""), said.get("ontology", ""), tables, left_out)
