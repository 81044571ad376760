"""The formats of bibliographies: read any of them, write those that others read."""

from collections.abc import Callable, Iterable

from evidence_literature.formats.bibtex_writing import write_biblatex, write_bibtex
from evidence_literature.formats.csl_json import write_csl_json
from evidence_literature.formats.detecting import UnknownFormatError
from evidence_literature.formats.opening import read_bibliography
from evidence_literature.formats.reading import Fault, Format, Located, Reading
from evidence_literature.formats.ris import write_ris
from evidence_literature.records import Record

__all__ = [
    "WRITERS",
    "Fault",
    "Format",
    "Located",
    "Reading",
    "UnknownFormatError",
    "read_bibliography",
    "write_biblatex",
    "write_bibtex",
    "write_csl_json",
    "write_ris",
]

WRITERS: dict[Format, Callable[[Iterable[Record]], str]] = {
    Format.RIS: write_ris,
    Format.BIBTEX: write_bibtex,
    Format.BIBLATEX: write_biblatex,
    Format.CSL_JSON: write_csl_json,
}
