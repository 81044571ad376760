"""What the tables know already of what a proposal names: sources, elements, domains."""

from __future__ import annotations

from collections.abc import Iterable

from evidence_desk.choice import NEW
from evidence_desk.proposals import Work
from evidence_desk.tables import Row, Tables
from evidence_explorer.views.forms import Option
from evidence_explorer.words import Words
from evidence_ingest.reconcile import normalised
from evidence_literature.names import folded
from evidence_ontology.records import LIST_SEPARATOR


def source_of(work: Work, tables: Tables) -> str:
    """Find the source that a work is.

    Args:
        work: The work.
        tables: The tables.

    Returns:
        The id of the one source that lists this spelling, else of the one with the same first
        author and year; :data:`~evidence_desk.choice.NEW` where there is none, or more than one.
    """
    sources = tables.rows["Source"]
    printed = normalised(work.printed)
    spelled = [one for one, row in sources.items() if printed in _spellings(row)]
    if len(spelled) == 1:
        return spelled[0]
    alike = [one for one, row in sources.items() if _alike(work, row)]
    return alike[0] if len(alike) == 1 else NEW


def relay_of(work: Work, tables: Tables) -> str:
    """Find the source through which a work is known.

    Args:
        work: The work.
        tables: The tables.

    Returns:
        The id of the source that lists the spelling of it; empty where there is none.
    """
    printed = normalised(work.relayed_by)
    rows = tables.rows["Source"].items()
    found = [one for one, row in rows if printed and printed in _spellings(row)]
    return found[0] if len(found) == 1 else ""


def options(tables: Tables, label: str, words: Words) -> list[Option]:
    """List the rows of a table, by name.

    Args:
        tables: The tables.
        label: The class.
        words: The words.

    Returns:
        Ids and names, as the alphabet has them.
    """
    key = "shortName" if label == "Source" else "labelNl" if words.language == "nl" else "labelEn"
    named = ((ident, row.get(key, ident)) for ident, row in tables.rows[label].items())
    return sorted(named, key=lambda one: (folded(one[1]), one[0]))


def names(found: Iterable[Option], subjects: Iterable[str]) -> list[Option]:
    """List the elements that proposals are about.

    Args:
        found: Ids of all elements and their names.
        subjects: The ids of those elements, or the names of new ones.

    Returns:
        Ids and names, as the alphabet has them.
    """
    known = dict(found)
    listed = {(subject, known.get(subject, subject)) for subject in subjects}
    return sorted(listed, key=lambda one: (folded(one[1]), one[0]))


def _spellings(row: Row) -> list[str]:
    return [normalised(one) for one in row.get("spellings", "").split(LIST_SEPARATOR)]


def _alike(work: Work, row: Row) -> bool:
    first = row.get("authors", "").split(LIST_SEPARATOR)[0].partition(",")[0]
    same = bool(work.authors) and folded(first) == folded(work.authors[0])
    return same and work.year[:4] == row.get("year", "")
