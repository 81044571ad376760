"""Types of sources are those of the ontology, and go to CSL and back without a change."""

from __future__ import annotations

import pytest

from evidence_literature.records import Record
from evidence_literature.sources import UNKNOWN_SOURCE, record_of_source, source_type
from evidence_ontology.ontology import ontology

_CODES = [one.code for one in ontology().lists["SourceType"]]


def _record(code: str) -> Record:
    return record_of_source(
        source_type=code, title="", authors=(), issued=None, url="", language="nl"
    )


@pytest.mark.parametrize("code", _CODES)
def test_a_type_of_the_ontology_comes_back_from_csl(code: str) -> None:
    assert source_type(_record(code)) == code


def test_no_type_but_the_unknown_is_a_plain_document() -> None:
    assert [code for code in _CODES if _record(code).type == "document"] == [UNKNOWN_SOURCE]


@pytest.mark.parametrize(
    ("csl", "code"),
    [("article-newspaper", "article"), ("post-weblog", "website"), ("patent", UNKNOWN_SOURCE)],
)
def test_other_types_of_csl_are_the_nearest_of_the_ontology(csl: str, code: str) -> None:
    assert source_type(Record(type=csl)) == code
