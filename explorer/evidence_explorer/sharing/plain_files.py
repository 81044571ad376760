"""Tables and networks as files for other programs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evidence_explorer.sharing.sheets import Sheet, Tables
from evidence_explorer.sharing.stamp import Stamp
from evidence_explorer.words import Words
from evidence_graph.writing.graphml import Drawing, Key, graphml
from evidence_graph.writing.table_form import guarded, table_text
from evidence_graph.writing.workbook import MOST_CHARACTERS, Tab, workbook
from evidence_graph.writing.xml import legal

_NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_NARROWEST: Final = 8
_WIDEST: Final = 60
_LOOKED_AT: Final = 50
_ABOUT_WIDTHS: Final = {0: 24, 1: 90}


def csv_file(tables: Tables, stamp: Stamp, words: Words) -> bytes:
    """Write the main table of a view as CSV.

    Args:
        tables: the view.
        stamp: what the file says of itself.
        words: the words.

    Returns:
        The content of the file: lines that start with ``#`` for what it is of, then the table.
        The form of the cells is that of the data folder, so that no cell is ever a formula.
    """
    main = tables.sheets[0]
    about = [_line(f"# {what}: {which}") for what, which in stamp.lines(words)]
    about += [_line(f"# {note}") for note in left_out(tables.sheets[:1], words)]
    rows = [[guarded(str(cell)) for cell in row] for row in (main.columns, *main.rows)]
    return table_text(about[0], [*about[1:], *rows]).encode("utf-8", "replace")


def _line(text: str) -> list[str]:
    # Without quotes around it, so that programs that skip comments know it for one.
    return [" ".join(text.split()).replace(",", ";").replace('"', "'")]


def xlsx_file(tables: Tables, stamp: Stamp, words: Words) -> bytes:
    """Write a view as a workbook.

    Args:
        tables: the view.
        stamp: what the file says of itself.
        words: the words.

    Returns:
        The content of the file: a sheet for each table, and one that tells what they are of.
    """
    about = Sheet(
        words.say("About this file"),
        (words.say("What"), words.say("Which")),
        (
            *stamp.lines(words),
            *((words.say("Not in this file"), note) for note in left_out(tables.sheets, words)),
        ),
    )
    names: set[str] = set()
    tabs = [_tab(sheet, names) for sheet in tables.sheets]
    tabs.append(replace(_tab(about, names), widths=_ABOUT_WIDTHS))
    properties = {
        "title": stamp.title,
        "subject": stamp.chosen(),
        "author": stamp.program,
        "comments": f"{stamp.data}. {stamp.day}. {stamp.address}",
    }
    # What Excel shows of a file itself holds 255 characters.
    return workbook(tabs, {key: legal(value)[:255] for key, value in properties.items()})


def left_out(sheets: Sequence[Sheet], words: Words) -> list[str]:
    """Say what of a view is not in the file.

    Args:
        sheets: the tables.
        words: the words.

    Returns:
        A sentence for each table that is not complete.
    """
    return [
        f"{sheet.title}: "
        + words.count(
            "{number} more row is not in this file.",
            "{number} more rows are not in this file.",
            sheet.left_out,
        )
        for sheet in sheets
        if sheet.left_out
    ]


def _tab(sheet: Sheet, taken: set[str]) -> Tab:
    name = _name(sheet.title, taken)
    # A longer text would not be opened; what is cut here is whole in the CSV and on the page.
    rows = [
        tuple(cell[:MOST_CHARACTERS] if isinstance(cell, str) else cell for cell in row)
        for row in sheet.rows
    ]
    return Tab(name, sheet.columns, rows, _widths(sheet))


def _name(title: str, taken: set[str]) -> str:
    bare = " ".join(_NOT_IN_A_NAME.sub(" ", legal(title)).split())
    name, number = _shortened(bare, _LONGEST_NAME) or "1", 1
    while name.lower() in taken:
        number += 1
        ending = f" {number}"
        name = _shortened(bare, _LONGEST_NAME - len(ending)) + ending
    taken.add(name.lower())
    return name


def _shortened(name: str, most: int) -> str:
    # A workbook counts as UTF-16 does: a sign outside the first plane is two.
    return name.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").strip()


def _widths(sheet: Sheet) -> dict[int, int]:
    return {
        column: max(
            _NARROWEST,
            min(
                _WIDEST,
                max([len(head), *(len(str(row[column])) for row in sheet.rows[:_LOOKED_AT])]) + 2,
            ),
        )
        for column, head in enumerate(sheet.columns)
    }


def graphml_file(drawing: Drawing, stamp: Stamp, words: Words) -> bytes:
    """Write a network as GraphML.

    Args:
        drawing: the network.
        stamp: what the file says of itself.
        words: the words.

    Returns:
        The content of the file; the graph itself carries what it is of.
    """
    told = {
        "title": stamp.title,
        "date": stamp.day,
        "filters": stamp.chosen() or words.say("everything, as usual"),
        "data": stamp.data,
        "program": stamp.program,
        "link": stamp.address,
        "licence": "CC BY 4.0",
    }
    keys = [*(Key(name, "graph") for name in told), *drawing.keys]
    return graphml(replace(drawing, keys=keys, data=told))
