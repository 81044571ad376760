"""Words: where they stand, and what is alike."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidence_explorer.search.tokens import composed, folded, stems, tokens, typed, words
from evidence_explorer.search.word_lists import near


@given(st.text())
def test_a_word_stands_where_it_is_said_to(text: str) -> None:
    whole = composed(text)
    for token in tokens(whole):
        assert folded(whole[token.start : token.end]) == token.word
        assert token.word.isalnum()


@given(st.text())
@example("𝕊")
def test_accents_and_capitals_do_not_count(text: str) -> None:
    plain = unicodedata.normalize("NFD", text)
    assert words(plain) == words(unicodedata.normalize("NFC", text))
    assert all(folded(word) == word for word in words(text))


def test_a_hyphen_joins_and_parts() -> None:
    assert words("de jeugd-ggz") == ("de", "jeugdggz", "jeugd", "ggz")
    assert typed("de jeugd-ggz") == ("de", "jeugd", "ggz")


def test_the_english_genitive_is_no_word() -> None:
    assert words("the client’s bond") == ("the", "client", "bond")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("doel", "doelen"),
        ("haalbaar", "haalbare"),
        ("motivatie", "gemotiveerd"),
        ("motiveren", "motivatie"),
        ("gevangenis", "gevangenissen"),
        ("goal", "goals"),
        ("family", "families"),
    ],
)
def test_forms_share_a_stem(one: str, other: str) -> None:
    assert stems(one) & stems(other)


@pytest.mark.parametrize(("one", "other"), [("gezin", "zin"), ("geweld", "wel"), ("2015", "201")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert not stems(one) & stems(other)


def test_near_words_are_found_both_ways_and_across_languages() -> None:
    assert "hulp" in near("ondersteuning")
    assert "ondersteuning" in near("hulp")
    assert "support" in near("hulp")
    assert "hulp" not in near("hulp")
    assert near("qqq") == frozenset()
