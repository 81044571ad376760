"""What the words of the field mean: one explanation for each code of each closed list."""

from __future__ import annotations

from typing import Final

from evidence_explorer.words import Words

EXPLAINED: Final = (
    "State",
    "Lane",
    "Direction",
    "RelationKind",
    "EvidenceKind",
    "CitationMode",
    "ElementTest",
)
"""The closed lists whose words are explained where they stand."""


def glossary(words: Words) -> dict[str, list[str]]:
    """Give every explanation in one language.

    Args:
        words: the words.

    Returns:
        List and code, such as ``State/N0`` → the word, what it means, when it is used.
    """
    language = words.language
    return {
        f"{name}/{one.code}": [
            one.label.in_(language),
            one.definition.in_(language),
            one.scope_note.in_(language),
        ]
        for name in EXPLAINED
        for one in words.concepts(name)
    }
