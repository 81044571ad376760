"""What of the matrix a reader chose to see, each with a way to drop it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.matrix_filters import Choices, titles
from evidence_explorer.words import Words
from evidence_graph.queries.filtering import Filters, Without


def tokens(choices: Choices, words: Words, selection: Selection) -> Markup | None:
    """Show what is chosen, each with a way to drop it.

    Args:
        choices: what can be chosen, for the names.
        words: the words.
        selection: the present view.

    Returns:
        A list of links; None where nothing is chosen.
    """
    if not selection.filters:
        return None
    clear = parts.link(words.say("Clear all filters"), replace(selection, filters=Filters(), row=0))
    return listed(each(choices, words, selection), clear, words)


def each(choices: Choices, words: Words, selection: Selection) -> list[Markup]:
    """Show each filter that is chosen, with the way to drop it.

    Args:
        choices: what can be chosen, for the names.
        words: the words.
        selection: the present view.

    Returns:
        The links.
    """
    return [
        _token(field, value, f"{label}: {choices.name(field, value, words)}", words, selection)
        for field, label in titles(words).items()
        for value in _chosen(selection.filters, field)
    ]


def listed(items: Sequence[Markup], clear: Markup, words: Words) -> Markup:
    """Put what is chosen in a row.

    Args:
        items: each with the way to drop it.
        clear: the way to drop them all.
        words: the words.

    Returns:
        The list.
    """
    return parts.bullets((*items, clear), class_="tokens", aria_label=words.say("Filters in use"))


def _chosen(filters: Filters, field: str) -> tuple[str, ...]:
    value = getattr(filters, field)
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def _token(field: str, value: str, name: str, words: Words, selection: Selection) -> Markup:
    kept: object = getattr(selection.filters, field)
    left: Any = tuple(one for one in kept if one != value) if isinstance(kept, tuple) else None
    filters = replace(selection.filters, **{field: left})
    return token(name, replace(selection, filters=filters, row=0), words)


def token(name: str, dropped: Selection, words: Words) -> Markup:
    """Show one thing that is chosen, with the way to drop it.

    Args:
        name: what is chosen.
        dropped: the view without it.
        words: the words.

    Returns:
        A link.
    """
    return parts.link(
        join(f"{name} ", tag("span", "×", aria_hidden="true")),
        dropped,
        aria_label=words.say("Drop the filter {name}", name=name),
    )


def nothing_left(without: Sequence[Without], words: Words, selection: Selection) -> Markup:
    """Say which filter to drop, where all together leave nothing.

    Args:
        without: each filter with what would be left without it.
        words: the words.
        selection: the present view.

    Returns:
        A remark with links.
    """
    usual, label = Filters(), titles(words)
    only_domains = selection.filters == Filters(domains=selection.filters.domains)
    unknown = Selection(page="gaps", language=selection.language)
    ways = [
        join(
            parts.link(
                words.say("Drop “{name}”", name=label[one.field]),
                replace(
                    selection,
                    filters=replace(selection.filters, **{one.field: getattr(usual, one.field)}),
                    row=0,
                ),
            ),
            ": ",
            words.count("leaves {number} element", "leaves {number} elements", one.rows),
        )
        for one in without
    ]
    return tag(
        "div",
        tag(
            "p",
            words.say(
                "No source here says anything of this domain yet. That does not say that nothing "
                "works there."
            )
            if only_domains
            else words.say(
                "No element has all of this together. That says only that no source here tells "
                "of it, not that it does not exist."
            ),
        ),
        parts.bullets((*ways, parts.link(words.say("What we do not know"), unknown))),
        class_="remark",
    )
