"""The Cypher texts hold questions, never values, and every one of them is used."""

import re
from pathlib import Path

import evidence_graph
from evidence_graph.queries.texts import text

PACKAGE = Path(evidence_graph.__file__).parent
FILES = sorted((PACKAGE / "cypher").glob("*.cypher"))
HUBS = r"(?:Element|Source)"


def test_each_text_starts_with_its_question() -> None:
    for file in FILES:
        first = file.read_text("utf-8").splitlines()[0]
        assert re.fullmatch(r"// [A-Z].*[?.](?: \(.*\))?", first), file.name


def test_each_text_is_asked_by_somebody() -> None:
    code = "\n".join(file.read_text("utf-8") for file in (PACKAGE / "queries").glob("*.py"))
    assert [file.stem for file in FILES if f'"{file.stem}"' not in code] == []


def test_no_text_holds_a_value_or_writes() -> None:
    for file in FILES:
        body = text(file.stem)
        assert "'" not in body, file.name
        assert '"' not in body, file.name
        assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|LOAD)\b", body), file.name


def test_no_text_goes_against_the_arrows_of_an_element_or_a_source() -> None:
    """They may have hundreds of thousands, and ArcadeDB walks all of them, whatever the type."""
    for file in FILES:
        body = text(file.stem)
        named = set(re.findall(rf"\((\w+):{HUBS}\b", body))
        for name in named:
            assert not re.search(rf"\({name}\b[^)]*\)<-", body), file.name
            assert not re.search(rf"\]-\({name}\b", body), file.name
