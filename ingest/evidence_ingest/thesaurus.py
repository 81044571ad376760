"""The elements and domains of the data, as reading a report needs them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evidence_ingest.errors import DoesNotConformError
from evidence_ingest.readers.data import read
from evidence_literature.proposing.thesaurus import Term, Thesaurus
from evidence_ontology.records import Record
from evidence_ontology.schema import schema

_NAMES = ("labelNl", "labelEn", "synonymsNl", "synonymsEn")
_NO_DOMAIN = "unspecified"


def read_thesaurus(data: Path) -> Thesaurus:
    """Read the names of all elements and domains.

    Args:
        data: A data folder, or a file that holds the same.

    Returns:
        The thesaurus.

    Raises:
        IngestError: The data cannot be read.
        DoesNotConformError: A table has problems.
    """
    extraction = read(schema(), data)
    if extraction.problems:
        raise DoesNotConformError(extraction.problems)
    return Thesaurus(
        _terms(one for one in extraction.records if one.label == "Element"),
        _terms(one for one in extraction.records if one.label == "Domain"),
    )


def _terms(records: Iterable[Record]) -> tuple[Term, ...]:
    # The id is that of the table, which the graph has behind the name of the class.
    terms = (Term(record.id.rpartition("/")[2], tuple(_names(record))) for record in records)
    return tuple(term for term in terms if term.id != _NO_DOMAIN)


def _names(record: Record) -> Iterable[str]:
    for key in _NAMES:
        value = record.values.get(key, ())
        yield from [value] if isinstance(value, str) else value if isinstance(value, tuple) else ()
