"""A source as a reference: as APA prints it, and for programs that keep references."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from evidence_graph.queries.naming import Publication
from evidence_literature.dates import Date
from evidence_literature.formats import write_bibtex, write_csl_json, write_ris
from evidence_literature.records import Record
from evidence_literature.sources import record_of_source


@dataclass(frozen=True, slots=True)
class Format:
    """A form of references: its name, its media type, the ending of its files, its writer."""

    name: str
    media: str
    ending: str
    write: Callable[[Iterable[Record]], str]


FORMATS: Final[Mapping[str, Format]] = {
    "ris": Format("RIS", "application/x-research-info-systems", "ris", write_ris),
    "bibtex": Format("BibTeX", "application/x-bibtex", "bib", write_bibtex),
    "csl-json": Format(
        "CSL-JSON", "application/vnd.citationstyles.csl+json", "json", write_csl_json
    ),
}


def record(one: Publication) -> Record:
    """Make a bibliographic record of a source.

    Args:
        one: what the graph knows of it.

    Returns:
        The record; what is not known is empty, nothing is made up.
    """
    return record_of_source(
        source_type=one.source_type,
        title=one.title,
        authors=one.authors,
        issued=Date(one.year) if one.year is not None else None,
        url=one.url,
        language=one.language,
        key=one.id.partition("/")[2],
    )
