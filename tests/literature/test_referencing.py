"""Lists of references: measured on labelled lists, and what must hold for any text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_literature.referencing.reading import read_references
from evidence_literature.referencing.reference import Reference

LISTS = Path(__file__).parent / "lists"


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _fields(one: Reference) -> tuple[str, str, str]:
    return _plain(" ".join(one.surnames)), one.year, _plain(one.record.title)


def _share(kind: str) -> tuple[float, list[str]]:
    """Give the share of authors, years and titles that are right, and the entries that are not."""
    right = total = 0
    wrong: list[str] = []
    for path in sorted(LISTS.glob(f"{kind}-*.txt")):
        found = [_fields(one) for one in read_references(path.read_text(encoding="utf-8"))]
        for label in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")):
            fields = _plain(" ".join(label["authors"])), label["year"], _plain(label["title"])
            best = max(found, key=lambda one: _hits(one, fields), default=("", "", ""))
            hits = _hits(best, fields)
            wrong += [f"{path.stem}: {label}: {best}"] if hits < 3 else []
            right, total = right + hits, total + 3
        total += max(0, len(found) - len(json.loads(path.with_suffix(".json").read_text("utf-8"))))
    return right / total, wrong


def _hits(one: tuple[str, str, str], other: tuple[str, str, str]) -> int:
    return sum(left == right for left, right in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("kind", "share"), [("tuning", 0.99), ("heldout", 0.95), ("first", 0.98), ("second", 0.96)]
)
def test_labelled_lists(kind: str, share: float) -> None:
    measured, wrong = _share(kind)
    assert measured >= share, wrong


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_list_is_read(text: str) -> None:
    whole = f"Literatuur\n\n{text}"
    for one in read_references(whole):
        assert one.record.title
        assert 0 <= one.start < one.end <= len(whole)


def test_fields_of_an_article() -> None:
    (one,) = read_references(
        "Literatuur\nBerg, J. van den & Bos, A. (2016a). Dichtbij. Wijkblad, 12(3), 44-51. "
        "doi:10.1234/w.1\n"
    )
    record = one.record
    assert (record.type, record.container, record.volume, record.issue) == (
        "article-journal",
        "Wijkblad",
        "12",
        "3",
    )
    assert (record.pages, record.doi, one.year) == ("44-51", "10.1234/w.1", "2016a")
    assert one.surnames == ("Van den Berg", "Bos")


def test_fields_of_numbered_entries() -> None:
    first, second, third = read_references(
        "Referenties\n"
        "1. Kuil PH van der, 't Hart J, et al. Ouders aan\n1 tafel. Wijkblad. 2018;12(6):2-8.\n"
        "2. Bos A. Hulp [proefschrift]. Assen: Pers; 2016. p. 4-9.\n"
        "3. Raad voor Steun. Steun. Assen: Pers; 2016.\n"
    )
    record = first.record
    assert (first.surnames, first.year) == (("van der Kuil", "'t Hart"), "2018")
    assert (record.title, record.container) == ("Ouders aan 1 tafel", "Wijkblad")
    assert (record.volume, record.issue, record.pages) == ("12", "6", "2-8")
    assert ("list:others", "et al.") in record.extra
    assert (second.record.title, second.record.place) == ("Hulp", "Assen")
    assert (third.surnames, third.record.publisher) == (("Raad voor Steun",), "Pers")


def test_a_law_is_left_out_and_an_appendix_ends_the_list() -> None:
    text = (
        "Literatuur\n\nBos, A. (2001). Hulp. Utrecht: Pers.\n"
        "Jeugdwet (2014). Te vinden bij de overheid.\n"
        "Bijlage 1\nJansen, B. (2002). Geen bron. Assen: Pers.\n"
    )
    assert [one.record.title for one in read_references(text)] == ["Hulp"]
