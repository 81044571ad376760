"""How RIS names things: types and tags, as the tools write them.

Source: RIS format specification, and the exports of Zotero, EndNote, Mendeley, Citavi, Scopus and
Web of Science.
"""

from __future__ import annotations

TYPES = {
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "CHAP": "chapter",
    "RPRT": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "BLOG": "post-weblog",
    "CPAPER": "paper-conference",
    "UNPB": "manuscript",
    "LEGAL": "legislation",
    "CASE": "legal_case",
    "BILL": "bill",
    "HEAR": "hearing",
    "DATA": "dataset",
    "COMP": "software",
    "VIDEO": "motion_picture",
    "SOUND": "song",
    "SLIDE": "speech",
    "PAMP": "pamphlet",
    "PCOMM": "personal_communication",
    "ENCYC": "entry-encyclopedia",
    "DICT": "entry-dictionary",
    "JFULL": "periodical",
    "STAND": "standard",
    "MAP": "map",
    "PAT": "patent",
    "GEN": "document",
}
"""What is written for each type of CSL, and how it is read."""

OTHER_TYPES = {
    "EJOUR": "article-journal",
    "INPR": "article-journal",
    "EBOOK": "book",
    "EDBOOK": "book",
    "ECHAP": "chapter",
    "GOVDOC": "report",
    "CONF": "paper-conference",
    "MANSCPT": "manuscript",
    "STAT": "legislation",
    "MPCT": "motion_picture",
    "ICOMM": "webpage",
}
"""Types that are read as the nearest one; the record remembers which it was."""

TYPE_OF = TYPES | OTHER_TYPES
WRITTEN = {csl: ris for ris, csl in TYPES.items()}

WHOLE = frozenset({"book", "report", "thesis", "periodical", "pamphlet"})
"""Types that are a whole of their own, so that their T2 is a series and no container."""

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("ID",),
    "title": ("TI", "T1", "CT", "BT"),
    "publisher": ("PB", "PU"),
    "place": ("CY", "PP", "PI"),
    "edition": ("ET",),
    "volume": ("VL",),
    "issue": ("IS", "CP"),
    "number": ("M1",),
    "genre": ("M3",),
    "doi": ("DO", "DI"),
    "url": ("UR",),
    "language": ("LA",),
    "abstract": ("AB", "N2"),
}
"""Fields of a record and the tags that hold them, the one that is written first."""

CONTAINER = ("T2", "JF", "JO", "JA", "J2", "BT")
SERIES = ("T3",)
WHOLE_CONTAINER = ("JF", "JO", "JA", "J2")
WHOLE_SERIES = ("T2", "T3")

AUTHORS = ("AU", "A1")
EDITORS = ("A2", "ED")
DATES = ("DA", "PY", "Y1", "PD")
CARRIED = "X1"
"""A tag that RIS does not use; other programs pass over it."""
