"""Records for property tests: any that a person or a tool could write."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from evidence_literature.dates import Date
from evidence_literature.names import Name
from evidence_literature.records import Record, tidy

SIGNS = (
    string.ascii_letters + string.digits + " .,;:-–—'\"`()[]{}&%$#_~^\\@=/*!?<>|+éëïçßĳøÅ’“”…\n\t"
)
TEXTS = (
    *("container", "series", "publisher", "place", "edition", "volume", "issue", "pages", "number"),
    *("genre", "doi", "isbn", "issn", "url", "language", "abstract", "note"),
)
TRAPS = ["TY  - JOUR", "ER  - ", "@article{a,", "en and of", "100% {x}", "\\'e", "a -- b", "z.d."]
texts = st.one_of(
    st.text(SIGNS, max_size=30),
    st.text(max_size=12),
    st.sampled_from(
        [
            "TY  - JOUR",
            "ER  - ",
            "@article{a,",
            "en and of",
            "100% {x}",
            "\\'e",
            "a -- b",
            "z.d.",
            "10",
        ]
    ),
)
dates = st.one_of(
    st.none(),
    st.builds(Date, st.integers(1500, 2099)),
    st.builds(Date, st.integers(1, 9999), st.integers(1, 12), st.none() | st.integers(1, 28)),
    st.sampled_from([Date(literal="z.d."), Date(2010, literal="[ca. 2010]")]),
    st.builds(lambda words: Date(literal=" ".join(words.split()) or "n.d."), texts),
)
people = st.builds(
    Name,
    family=texts,
    given=texts | st.sampled_from(["Tom", "T.A.", "Jan van", "Anne-Marie"]),
    particle=st.sampled_from(["", "", "van", "Van der", "in 't"]),
    suffix=st.sampled_from(["", "", "Jr.", "III"]),
)
institutes = st.builds(
    lambda name: Name(literal=name),
    texts | st.sampled_from(["Raad voor Zorg, Welzijn en Sport", "RIVM", "Jansen J", "Bureau A,"]),
)
names = st.lists(people | institutes, max_size=3).map(tuple)
types = st.sampled_from(
    ["article-journal", "book", "chapter", "report", "thesis", "webpage", "document", "interview"]
)
extras = st.lists(
    st.tuples(
        st.sampled_from(
            ["ris:C1", "ris:TY", "ris:AU", "bibtex:file", "bibtex:@type", "csl:x", "x"]
        ),
        texts,
    ),
    max_size=3,
).map(tuple)

any_records = st.builds(
    Record,
    type=types,
    id=texts,
    title=texts,
    authors=names,
    editors=names,
    issued=dates,
    accessed=dates,
    keywords=st.lists(texts, max_size=3).map(tuple),
    extra=extras,
    **dict.fromkeys(TEXTS, texts),
)


def _says_something(record: Record) -> bool:
    return bool(record.title or record.authors or record.editors or record.issued)


records = any_records.map(tidy).filter(_says_something)
"""Tidy records, each of which says something."""
