"""Every phrase has its Dutch, and no Dutch is left without a phrase."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import evidence_desk
import evidence_explorer
from evidence_explorer.words import catalogue, words
from evidence_graph.queries.answers import Text

PACKAGES = [Path(str(one.__file__)).parent for one in (evidence_explorer, evidence_desk)]
NAME = re.compile(r"\{(\w*)\}")


def _phrases() -> Iterator[tuple[str, ...]]:
    for file in (file for package in PACKAGES for file in package.rglob("*.py")):
        if "drawing" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            wanted = {"say": 1, "count": 2}.get(node.func.attr)
            given = [one.value for one in node.args[:wanted] if isinstance(one, ast.Constant)]
            if wanted and len(given) == wanted:
                yield tuple(str(one) for one in given)


PHRASES = sorted(set(_phrases()))


def test_there_are_phrases() -> None:
    assert len(PHRASES) > 80


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase[0][:40])
def test_a_phrase_has_its_dutch_with_the_same_names(phrase: tuple[str, ...]) -> None:
    dutch = catalogue().get(phrase[0])
    assert dutch is not None, f"add to locale/nl/LC_MESSAGES/explorer.po: {phrase[0]!r}"
    assert len(dutch) == len(phrase)
    for ours, theirs in zip(phrase, dutch, strict=True):
        assert theirs.strip(), f"no Dutch yet for {ours!r}"
        assert sorted(NAME.findall(ours)) == sorted(NAME.findall(theirs))


def test_no_dutch_is_left_over() -> None:
    assert not set(catalogue()) - {phrase[0] for phrase in PHRASES}


def test_the_field_has_words_for_all_codes() -> None:
    for language in ("nl", "en"):
        said = words(language)
        for code in ("N0", "N1", "N2", "P1", "P2", "P3", "Z", "H", "M"):
            assert not said.state(code).startswith("[")
        assert not said.relation("broader").startswith("[")


def test_not_assessed_is_said_as_such() -> None:
    assert words("nl").state("N0") == "Nog niet beoordeeld"
    assert words("en").state("N0") == "Not yet assessed"


def test_a_code_of_a_newer_graph_shows_itself() -> None:
    assert words("nl").state("Q9") == "[Q9]"


def test_counts() -> None:
    dutch, english = words("nl"), words("en")
    assert dutch.count("{number} source", "{number} sources", 1) == "1 bron"
    assert dutch.count("{number} source", "{number} sources", 0) == "0 bronnen"
    assert english.count("{number} source", "{number} sources", 2) == "2 sources"
    assert dutch.number(1234567) == "1.234.567"
    assert english.number(1234567) == "1,234,567"


def test_values_are_not_read_as_phrases() -> None:
    said = words("nl").say("Around: {name}", name="{name} {0} %s")
    assert said == "Rondom: {name} {0} %s"


def test_a_missing_language_shows_the_other() -> None:
    assert words("en").text(Text("alleen Nederlands", "")) == "alleen Nederlands"


def test_readers_are_spoken_to_in_one_way() -> None:
    said = [text for texts in catalogue().values() for text in texts]
    assert not [text for text in said if re.search(r"\b([Jj]e|[Jj]ij|[Jj]ouw)\b", text)]
