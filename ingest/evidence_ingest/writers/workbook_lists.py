"""The lists that the cells of a workbook offer to choose from; they stand on a hidden sheet.

Codes are offered as they are. Of a row the id is offered with its name, such as
``practical-help · Praktische hulp``; the reader takes the id. Where each study has rows of its
own, a cell offers those of the study of its row. Cells find a list by a name of the workbook:
where they point at another sheet, Excel saves them in a way that other programs do not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from xlsxwriter.utility import xl_col_to_name

from evidence_ingest.workbook_form import LISTS, NAMED, STUDY, heads, sheets
from evidence_ontology.ontology import ontology
from evidence_ontology.records import LIST_SEPARATOR
from evidence_ontology.schema import NodeType, Property, Schema

_LONGEST_NAME: Final = 80
_YES_NO: Final = "yes or no"

Rows = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Choices:
    """What is offered.

    Attributes:
        lists: Name of a list → its entries. The list of a class of which each study has rows of
            its own has beside it, under its name and ``study``, the study of each entry.
    """

    lists: Mapping[str, Sequence[str]]

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the sheet that holds the lists."""
        return tuple(self.lists)

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The rows of that sheet."""
        return list(zip_longest(*self.lists.values(), fillvalue=""))

    def source(self, prop: Property) -> str:
        """Say where the entries for a property stand.

        Args:
            prop: The property.

        Returns:
            The formula of a drop-down in row 2; empty where there is nothing to choose from.
        """
        name = _YES_NO if prop.datatype == "boolean" else prop.target
        return self._source(name) if self.lists.get(name) else ""

    def studies(self) -> str:
        """Say where the studies stand.

        Returns:
            The formula of a drop-down; empty where there are none.
        """
        return self._source(STUDY) if self.lists.get(STUDY) else ""

    def names(self) -> Iterator[tuple[str, str]]:
        """Name the lists.

        Yields:
            The name of each list that has entries, and where it stands.
        """
        for number, (name, entries) in enumerate(self.lists.items()):
            if entries:
                column = xl_col_to_name(number)
                yield _named(name), f"={LISTS}!${column}$2:${column}${len(entries) + 1}"

    def _source(self, name: str) -> str:
        one, own = _named(name), f"{name} {STUDY}"
        if own not in self.lists:
            return f"={one}"
        of = _named(own)
        return f"=OFFSET({one},MATCH($A2,{of},0)-1,0,COUNTIF({of},$A2),1)"


def choices(schema: Schema, rows: Mapping[str, Rows]) -> Choices:
    """List what cells offer to choose from.

    Args:
        schema: The schema.
        rows: Name of a sheet → its rows, sorted by study.

    Returns:
        The lists: those of codes, of the ordering layers, of the rows, and of the studies.
    """
    lists: dict[str, Sequence[str]] = {_YES_NO: ("true", "false")}
    lists |= {name: tuple(codes) for name, codes in sorted(schema.codes.items())}
    lists["Layer"] = tuple(
        _entry(layer.id.partition("/")[2], layer.label.nl) for layer in ontology().layers
    )
    for name, node_type in sheets(schema).items():
        found = rows.get(name, ())
        key = len(heads(node_type)) - len(node_type.columns)
        if key:
            lists[f"{node_type.label} {STUDY}"] = tuple(row[0] for row in found)
        named = list(_naming(node_type))
        lists[node_type.label] = tuple(
            _entry(row[key], next((row[c] for c in named if row[c]), "")) for row in found
        )
    own = (rows.get(name, ()) for name, kind in sheets(schema).items() if kind.scope == "study")
    lists[STUDY] = tuple(sorted({row[0] for found in own for row in found}))
    return Choices(lists)


def _naming(node_type: NodeType) -> Iterator[int]:
    # The columns whose text can stand for the row: those of words, not of codes or links.
    texts = {
        key
        for prop in node_type.asserted
        if not prop.many and (prop.kind == "text" or prop.datatype == "string")
        for key in prop.keys
    }
    return (number for number, head in enumerate(heads(node_type)) if head in texts)


def _named(name: str) -> str:
    return f"choose_{name.replace(' ', '_')}"


def _entry(slug: str, name: str) -> str:
    short = " ".join(name.replace(LIST_SEPARATOR, "/").split())
    if len(short) > _LONGEST_NAME:
        short = f"{short[:_LONGEST_NAME]}…"
    return f"{slug}{NAMED}{short}" if short else slug
