"""A source as the tables and the graph know it, as a bibliographic record: one mapping of types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from evidence_literature.dates import Date
from evidence_literature.names import read_author
from evidence_literature.records import UNKNOWN_TYPE, Record, tidy

UNKNOWN_SOURCE: Final = "unknown"
"""The type of a source of which nobody knows what it is."""

# Type of source in the ontology → types of CSL, the usual one first.
_TYPES: Final[Mapping[str, tuple[str, ...]]] = {
    "report": ("report",),
    "article": ("article-journal", "article-magazine", "article-newspaper"),
    "book": ("book",),
    "chapter": ("chapter",),
    "thesis": ("thesis",),
    "speech": ("speech",),
    "website": ("webpage", "post-weblog"),
}
_SOURCE_TYPES: Final = {csl: code for code, types in _TYPES.items() for csl in types}


def record_of_source(
    *,
    source_type: str,
    title: str,
    authors: Iterable[str],
    issued: Date | None,
    url: str,
    language: str,
    key: str = "",
) -> Record:
    """Make a bibliographic record of a source.

    Args:
        source_type: Code of the type of source in the ontology, such as ``article``.
        title: Its title.
        authors: Its authors, one name each.
        issued: When it appeared.
        url: Where it stands.
        language: Code of its language.
        key: The id of the record.

    Returns:
        The record; what is not known is empty, nothing is made up.
    """
    return tidy(
        Record(
            type=_TYPES.get(source_type, (UNKNOWN_TYPE,))[0],
            id=key,
            title=title,
            authors=tuple(map(read_author, authors)),
            issued=issued,
            url=url,
            language=language,
        )
    )


def source_type(record: Record) -> str:
    """Say what type of source a record is of.

    Args:
        record: The record.

    Returns:
        The code in the ontology.
    """
    return _SOURCE_TYPES.get(record.type, UNKNOWN_SOURCE)
