"""What is text stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_explorer.markup import Markup, join, tag
from tests.explorer.reading import read
from tests.explorer.samples import HOSTILE


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    found = read(tag("p", text, title=text))
    assert found.tags == [("p", {"title": text})]
    assert found.text == text


@given(st.text(alphabet=st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    found = read(tag("p", text, title=text))
    assert found.tags == [("p", {"title": text})]
    assert found.text == text


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert tag("p", "a\ud800b").html == "<p>a?b</p>"


def test_markup_is_not_escaped_again_and_nothing_is_nothing() -> None:
    assert join(tag("b", "&"), None, "<", 3).html == "<b>&amp;</b>&lt;3"


def test_attributes_are_written_as_html_has_them() -> None:
    found = tag("th", "x", class_="a", aria_label="b", hidden=True, lang=None, data_view=False)
    assert found.html == '<th class="a" aria-label="b" hidden>x</th>'


@pytest.mark.parametrize("target", ["javascript:alert(1)", "//evil.example", "http://x", "/x", ""])
def test_no_link_leads_outside(target: str) -> None:
    with pytest.raises(ValueError, match="leads outside"):
        tag("a", "x", href=target)


def test_markup_and_text_do_not_mix_by_accident() -> None:
    with pytest.raises(TypeError):
        Markup("<b>") + "text"  # type: ignore[operator]
