"""What if a source falls away? Which elements lose all support, and what do the others keep?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from heapq import nlargest
from typing import Final

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.selection import NAMES, Selection
from evidence_explorer.views import forms, parts
from evidence_explorer.views.gaps_lists import MOST, Unknown, element, more, number, table
from evidence_explorer.words import Words

MOST_SOURCES: Final = 40
"""How many sources are offered: those that the most elements have."""


def what_if(known: Unknown, words: Words, selection: Selection) -> Markup:
    """Offer to think sources away, and show what would be left.

    Args:
        known: what the graph answered.
        words: the words.
        selection: the present view.

    Returns:
        The section.
    """
    most = nlargest(MOST_SOURCES, known.carried, key=known.carried.__getitem__)
    offered = dict.fromkeys((*selection.without, *most))
    options = [
        (ident.partition("/")[2], f"{words.text(source.label)} ({words.number(count)})")
        for ident in offered
        if (source := known.sources.get(ident))
        for count in [known.carried.get(ident, 0)]
    ]
    label = words.say("Sources to think away")
    form = forms.form(
        "without",
        replace(selection, without=()),
        forms.ticks(
            NAMES["without"], label, options, [one.partition("/")[2] for one in selection.without]
        ),
        button=words.say("Show"),
        label=label,
        auto=True,
    )
    return tag(
        "section",
        tag("h2", words.say("What if a source falls away?"), id="what-if", tabindex=-1),
        tag(
            "p",
            words.say(
                "Choose one or more sources. You see which elements would lose all support, and "
                "how much the others would keep. Behind each source stands in how many elements "
                "it is found."
            ),
        ),
        tag(
            "details",
            tag("summary", words.say("Choose sources")),
            form,
            id="sources-away",
            data_keep=True,
            open=bool(selection.without),
        ),
        _left(known, words, selection) if selection.without else None,
        class_="part",
    )


def _left(known: Unknown, words: Words, selection: Selection) -> Markup:
    lost = [one for one in known.fallen if not one.left]
    gone = [one.partition("/")[2] for one in selection.without if one not in known.sources]
    here = [known.sources[one] for one in selection.without if one in known.sources]
    missing = tag("p", words.say("Not in this graph (any more): {names}.", names=_quoted(gone)))
    if not here:
        return tag("div", missing, class_="remark", role="status")
    names = parts.listed(parts.named(one, words, selection) for one in here)
    told_so = tag(
        "p",
        words.say("Without"),
        " ",
        names,
        ": ",
        words.count(
            "{number} element loses all support", "{number} elements lose all support", len(lost)
        ),
        ", ",
        words.count(
            "{number} element keeps a part",
            "{number} elements keep a part",
            len(known.fallen) - len(lost),
        ),
        ".",
    )
    remark = tag("div", told_so, missing if gone else None, class_="remark", role="status")
    heads = (
        words.say("Effective element"),
        words.say("What is left"),
        words.say("Sources now"),
        words.say("Sources left"),
        words.say("Independent studies left"),
    )
    rows = [
        tag(
            "tr",
            tag("th", element(one.line, words, selection), scope="row"),
            tag(
                "td",
                words.say("no support left") if not one.left else words.say("less support"),
                class_="none" if one.left else "lost",
            ),
            number(heads[2], one.before, words),
            number(heads[3], one.left, words),
            number(heads[4], one.studies_left, words),
        )
        for one in known.fallen[:MOST]
    ]
    rest = len(known.fallen) - len(rows)
    return join(remark, table(heads, rows) if rows else None, more(rest, words))


def _quoted(idents: Sequence[str]) -> str:
    return ", ".join(f"“{ident}”" for ident in idents)
