"""What is kept of a thing is the thing."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from evidence_explorer.search.packing import packed, unpacked
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.searching import Searchable

_WRITTEN = st.text(st.characters(exclude_categories=["Cs"])).map(
    lambda text: unicodedata.normalize("NFC", text)
)
_TEXTS = st.builds(Text, nl=_WRITTEN, en=_WRITTEN)
_NAMED = st.lists(st.builds(Named, id=_WRITTEN, label=_TEXTS), max_size=3).map(tuple)
_THINGS = st.builds(
    Searchable,
    id=_WRITTEN,
    kind=st.sampled_from(["element", "finding", "source"]),
    name=_TEXTS,
    other_names=st.lists(_TEXTS, max_size=3).map(tuple),
    said=_TEXTS,
    makers=st.lists(_WRITTEN, max_size=3).map(tuple),
    around=st.lists(_TEXTS, max_size=3).map(tuple),
    elements=_NAMED,
    domains=_NAMED,
    layers=_NAMED,
    sources=_NAMED,
    states=st.lists(st.tuples(_WRITTEN, st.integers(0, 99)), max_size=3).map(tuple),
    page=st.integers(0, 9999),
)


@given(_THINGS)
def test_a_thing_comes_back(thing: Searchable) -> None:
    assert unpacked(packed(thing)) == thing


def test_what_cannot_be_stored_becomes_a_question_mark() -> None:
    thing = Searchable("element/x", "element", said=Text("half \ud800 pair", ""))
    assert unpacked(packed(thing)) == replace(thing, said=Text("half ? pair", ""))
