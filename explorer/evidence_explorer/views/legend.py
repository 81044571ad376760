"""What the signs mean, in plain words, where they stand."""

from __future__ import annotations

from evidence_explorer.markup import Markup, tag
from evidence_explorer.views import parts
from evidence_explorer.words import Words


def modes(words: Words) -> Markup:
    """Explain how a source can stand behind a statement: read, relayed, or the study itself.

    Args:
        words: the words.

    Returns:
        The explanation, folded.
    """
    items = [
        tag(
            "div",
            tag("dt", one.label.in_(words.language)),
            tag("dd", one.definition.in_(words.language)),
        )
        for one in words.concepts("CitationMode")
    ]
    return tag(
        "details",
        tag("summary", words.say("What stands behind a source’s name?")),
        tag("dl", *items, class_="legend"),
        class_="help",
    )


def legend(words: Words) -> Markup:
    """Explain each state, and the mark of a source's own word.

    Args:
        words: the words.

    Returns:
        The explanation, folded.
    """
    states = [
        tag(
            "div",
            tag("dt", parts.state(one.code, words)),
            tag("dd", one.definition.in_(words.language)),
        )
        for one in words.concepts("State")
    ]
    speech = tag(
        "div",
        tag(
            "dt",
            tag(
                "span",
                tag("span", class_="speech", aria_hidden="true"),
                words.say("according to …"),
                class_="reported",
            ),
        ),
        tag(
            "dd",
            words.say("What a publication itself says of the strength, in its own word. Not ours."),
        ),
    )
    return tag(
        "details",
        tag("summary", words.say("What do the signs mean?")),
        tag("dl", *states, speech, class_="legend"),
        class_="help",
    )
