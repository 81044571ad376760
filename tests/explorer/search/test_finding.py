"""A reader finds what is meant, however it was typed; held against the study's data."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.search import labelled
from evidence_explorer.search.finder import Results
from evidence_explorer.search.index import Index
from evidence_explorer.search.ranking import Found
from evidence_explorer.search.tokens import composed
from tests.explorer.search.conftest import Find


def _best(results: Results, kind: str) -> Found:
    return next(group.best[0] for group in results.groups if group.kind == kind)


def test_nearly_all_labelled_queries_find_what_is_meant(find: Find) -> None:
    ranks: dict[str, list[int | None]] = defaultdict(list)
    for one in labelled():
        ranks[one.kind_of_query].append(one.rank(find(one.query)))
    everything = [rank for group in ranks.values() for rank in group]
    assert len(everything) >= 90
    first = sum(rank == 1 for rank in everything) / len(everything)
    five = sum(rank is not None and rank <= 5 for rank in everything) / len(everything)
    assert first >= 0.93
    assert five >= 0.97
    for name, group in ranks.items():
        assert sum(rank is not None for rank in group) / len(group) >= 0.85, name


@pytest.mark.parametrize(
    ("query", "kind", "ident", "how", "field"),
    [
        ("alliantie", "element", "alliance", "whole", "name"),
        ("doel", "element", "agreement-on-goals", "form", "name"),
        ("praktische zaken", "element", "practical-help", "whole", "others"),
        ("probleemgezinnen", "domain", "multi-problem-families", "part", "name"),
        ("clientvragen", "element", "client-questions-lead", "piece", "name"),
        ("aliantie", "element", "alliance", "alike", "name"),
        ("mantelzorg", "domain", "carers-and-volunteers", "form", "name"),
        ("lipsky", "source", "lipsky-1980", "whole", "name"),
        ("opruimen", "element", "practical-help", "whole", "said"),
    ],
)
def test_it_says_why(find: Find, query: str, kind: str, ident: str, how: str, field: str) -> None:
    results = find(query)
    group = next(group for group in results.groups if group.kind == kind)
    found = next(one for one in group.best if one.thing.id.endswith(f"/{ident}"))
    assert (how, field) in {(match.how, match.field) for match in found.matches}


def test_another_word_is_said_to_be_another_word(find: Find) -> None:
    found = _best(find("praktische ondersteuning"), "element")
    assert found.thing.id == "element/practical-help"
    assert [(m.typed, m.word, m.how) for m in found.matches] == [
        ("praktische", "praktische", "whole"),
        ("ondersteuning", "hulp", "near"),
    ]


@pytest.mark.parametrize("query", ["jeugdggz", "jeugd ggz", "jeugd-ggz", "Jeugd–GGZ", "JEUGDGGZ"])
def test_hyphens_spaces_and_capitals_do_not_matter(find: Find, query: str) -> None:
    assert _best(find(query), "domain").thing.id == "domain/youth-mental-health"


def test_the_whole_name_comes_before_a_longer_one(find: Find) -> None:
    elements = next(group for group in find("alliantie").groups if group.kind == "element")
    assert [one.thing.id for one in elements.best[:2]] == [
        "element/alliance",
        "element/personal-alliance",
    ]


def test_a_short_word_is_no_part_of_any_word(find: Find) -> None:
    assert find("iq").groups == ()
    assert find("iq").unknown == ("iq",)


def test_a_word_that_is_too_much_is_said_and_left_out(find: Find) -> None:
    results = find("qqqxxq alliantie")
    assert results.unknown == ("qqqxxq",)
    assert _best(results, "element").thing.id == "element/alliance"


def test_what_a_result_lacks_is_named(find: Find) -> None:
    found = _best(find("maatschappelijke caseload intervisie"), "element")
    assert set(found.missing) < {"maatschappelijke", "caseload", "intervisie"}
    assert found.missing


def test_the_nearest_spelling_is_suggested(find: Find) -> None:
    results = find("alliaxxtxx")
    assert results.groups == ()
    assert "alliantie" in results.nearest


def test_words_that_tell_nothing_count_only_alone(find: Find) -> None:
    assert {m.typed for m in find("wat is de alliantie").meanings} == {"alliantie"}
    assert find("de").groups


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_word_in_the_language_of_the_reader_is_the_reason(find: Find, language: str) -> None:
    hulp = _best(find("hulp", language), "recommendation")
    shown = hulp.thing.name.in_(language) + hulp.thing.said.in_(language)
    assert any(match.word in shown.lower() for match in hulp.matches)


@given(st.text(max_size=200))
def test_whatever_is_typed_is_text(find: Find, query: str) -> None:
    results = find(query)
    for group in results.groups:
        assert group.total >= len(group.best) > 0
        for one in group.best[:3]:
            text = composed(one.thing.said.nl)
            spans = results.marks(text)
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert list(spans) == sorted(spans)
            assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "' OR 1=1 --",
        "a NOT b",
        "name:alliantie",
        "NEAR(a b)",
        "a* ^b",
        "{a}:b",
    ],
)
def test_signs_of_a_query_language_mean_nothing(
    find: Find, study: tuple[Index, object], query: str
) -> None:
    before = study[0].counts()
    find(query)
    assert study[0].counts() == before


def test_not_is_a_word(find: Find) -> None:
    assert _best(find("alliantie NOT alliantie"), "element").thing.id == "element/alliance"
