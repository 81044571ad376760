"""How BibTeX and BibLaTeX name things: types and fields.

Source: Patashnik, BibTeXing; Kime, Wemheuer and Lehman, The biblatex Package, 2.1 and 2.2.
"""

from __future__ import annotations

from dataclasses import dataclass

_SHARED = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "booklet": "pamphlet",
    "unpublished": "manuscript",
    "misc": "document",
}
BIBTEX_TYPES = {**_SHARED, "techreport": "report", "phdthesis": "thesis", "online": "webpage"}
BIBLATEX_TYPES = {
    **_SHARED,
    "report": "report",
    "thesis": "thesis",
    "online": "webpage",
    "dataset": "dataset",
    "software": "software",
    "legislation": "legislation",
    "standard": "standard",
    "periodical": "periodical",
    "video": "motion_picture",
}
OTHER_TYPES = {
    "inbook": "chapter",
    "conference": "paper-conference",
    "mastersthesis": "thesis",
    "electronic": "webpage",
    "www": "webpage",
    "webpage": "webpage",
    "manual": "book",
    "collection": "book",
    "mvbook": "book",
    "proceedings": "book",
    "inreference": "entry-encyclopedia",
}
TYPE_OF = OTHER_TYPES | BIBLATEX_TYPES | BIBTEX_TYPES
USUAL = frozenset(BIBTEX_TYPES) | frozenset(BIBLATEX_TYPES)
"""Types that need not be remembered, since the type of CSL says which they were."""

GENRES = {
    "mastersthesis": "Master's thesis",
    "mathesis": "Master's thesis",
    "phdthesis": "PhD thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
"""What the standard styles print for a kind of work; ``techreport`` as a type of entry is usual."""

FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "series": ("series",),
    "edition": ("edition",),
    "volume": ("volume",),
    "pages": ("pages",),
    "genre": ("type",),
    "isbn": ("isbn",),
    "issn": ("issn",),
    "abstract": ("abstract",),
    "note": ("note",),
    "language": ("language", "langid"),
    "place": ("address", "location"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "container": ("journal", "journaltitle", "booktitle", "maintitle"),
}
ADDRESSES = ("doi", "url")
"""Fields that are read letter by letter."""

ARTICLE_NUMBER = ("eid", "art_number", "article-number", "articleno")
"""The number of an article without pages, as BibLaTeX, Scopus, Web of Science and ACM call it."""

KEYWORDS = ("author_keywords", "keywords", "keyword", "keywords-plus")
"""All that are keywords; those of the authors, which Scopus keeps apart, come first."""

CARRIED = "x-evidence-explorer"
"""A field that BibTeX does not use; other programs pass over it."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What BibTeX and BibLaTeX call differently."""

    types: dict[str, str]
    journal: str
    place: str
    report_by: str
    thesis_by: str
    dated: bool


BIBTEX = Dialect(BIBTEX_TYPES, "journal", "address", "institution", "school", dated=False)
BIBLATEX = Dialect(
    BIBLATEX_TYPES, "journaltitle", "location", "institution", "institution", dated=True
)
