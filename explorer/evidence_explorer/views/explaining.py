"""What a word of the field means, and how states come about, where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.words import Words

Codes: TypeAlias = frozenset[tuple[str, str]]
"""Words of the field: closed lists and codes, such as ``("State", "N0")``."""


def explain(list_name: str, code: str, words: Words) -> Markup:
    """Put a question mark behind a word of the field; it opens what the word means, in its place.

    Args:
        list_name: the closed list, one of :data:`~evidence_explorer.glossary.EXPLAINED`.
        code: the code.
        words: the words.

    Returns:
        A button and the place where the explanation opens (``static/explain.js``).
    """
    label = words.say("What does “{word}” mean?", word=words.concept(list_name, code))
    return tag(
        "span",
        tag(
            "button",
            "?",
            type="button",
            data_what=f"{list_name}/{code}",
            aria_label=label,
            aria_expanded="false",
            class_="what",
        ),
        tag("span", role="status"),
        class_="explained",
    )


def firsts(codes: Iterable[Codes]) -> Iterator[Codes]:
    """Tell for each of a row of things which of its words are met there for the first time.

    A word is explained once on a list: a question mark at every line would be noise.

    Args:
        codes: for each thing, the lists and codes of its words.

    Yields:
        For each thing, those that no thing before it had.
    """
    met: set[tuple[str, str]] = set()
    for one in codes:
        yield one - met
        met |= one


def judging(words: Words, selection: Selection) -> Markup:
    """Link to how was searched and judged; it stands wherever states are shown.

    Args:
        words: the words.
        selection: the present view, for its language.

    Returns:
        The link.
    """
    about = Selection(page="about", language=selection.language)
    return parts.link(words.say("How was searched and judged?"), about)
