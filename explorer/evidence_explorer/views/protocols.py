"""How a study searched: for what, where, and what it left out."""

from __future__ import annotations

from collections.abc import Sequence

from evidence_explorer.markup import Markup, tag
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.told_answers import ProtocolOf


def protocols(found: Sequence[ProtocolOf], words: Words) -> Markup | None:
    """Show the searches of a study, the systematic ones first.

    Args:
        found: the search protocols.
        words: the words.

    Returns:
        Their parts, or None where none was recorded.
    """
    if not found:
        return None
    systematic_first = sorted(found, key=lambda one: not one.systematic)
    return tag("div", *(_protocol(one, words) for one in systematic_first))


def _protocol(one: ProtocolOf, words: Words) -> Markup:
    terms, exclusions = (
        pair[0 if words.language == "nl" else 1] for pair in (one.terms, one.exclusions)
    )
    none = tag("em", words.say("none"), class_="none")
    by_name = ", ".join(words.text(e.label) for e in one.searches_for)
    return tag(
        "div",
        tag(
            "h3",
            words.say("Systematic search") if one.systematic else words.say("Other search"),
        ),
        parts.facts(
            (
                (words.say("Question"), words.text(one.question)),
                (words.say("Search terms"), ", ".join(terms)),
                (words.say("Where"), words.text(one.searched_in)),
                (words.say("Years"), _years(one, words)),
                (words.say("Domains"), ", ".join(words.text(d.label) for d in one.covers)),
                (words.say("Left out"), parts.bullets(exclusions) if exclusions else ""),
                (words.say("How chosen"), words.text(one.selection)),
                (words.say("Elements asked for by name"), by_name or none),
                (words.say("Found at"), "; ".join(map(parts.place, one.places))),
            )
        ),
        None
        if by_name
        else tag(
            "p",
            words.say(
                "This search asked for no single element by name. So where nothing was found of "
                "an element in a domain, it says “not yet assessed” here, "
                "never “searched, none found”."
            ),
            class_="remark",
        ),
    )


def _years(one: ProtocolOf, words: Words) -> str:
    if one.from_year and one.to_year:
        return f"{one.from_year}–{one.to_year}"
    return words.say("from {year}", year=one.from_year) if one.from_year else ""
