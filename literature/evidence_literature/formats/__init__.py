"""The formats of bibliographies: read any of them, write those that others read."""

from evidence_literature.formats.bibtex_writing import write_biblatex, write_bibtex
from evidence_literature.formats.csl_json import write_csl_json
from evidence_literature.formats.reading import Fault, Format, Located, Reading
from evidence_literature.formats.ris import write_ris

__all__ = [
    "Fault",
    "Format",
    "Located",
    "Reading",
    "write_biblatex",
    "write_bibtex",
    "write_csl_json",
    "write_ris",
]
