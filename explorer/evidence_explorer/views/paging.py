"""Ways to the page before and after."""

from __future__ import annotations

from dataclasses import replace

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views.parts import link
from evidence_explorer.words import Words


def pager(before: Selection | None, after: Selection | None, where: str, words: Words) -> Markup:
    """Link to the page before and after.

    Args:
        before: the page before, if there is one.
        after: the page after, if there is one.
        where: which part is shown.
        words: the words.

    Returns:
        The links with what is shown between them; nothing where all is shown.
    """
    if before is None and after is None:
        return Markup("")
    return tag(
        "nav",
        link(words.say("Previous"), before, rel="prev") if before else None,
        tag("span", where),
        link(words.say("Next"), after, rel="next") if after else None,
        class_="pager",
        aria_label=words.say("Pages"),
    )


def rows_pager(selection: Selection, shown: int, total: int, size: int, words: Words) -> Markup:
    """Link to the rows before and after.

    Args:
        selection: the present view; its ``row`` is the first row shown.
        shown: how many rows are shown.
        total: how many there are.
        size: how many fit on a page.
        words: the words.

    Returns:
        The links.
    """
    first = selection.row
    if not shown and first:
        start = link(words.say("This is past the end. Go to the start."), replace(selection, row=0))
        return tag("p", start, class_="pager")
    before = replace(selection, row=max(first - size, 0)) if first else None
    after = replace(selection, row=first + size) if first + shown < total else None
    where = words.say(
        "{first} to {last} of {total}",
        first=words.number(first + 1),
        last=words.number(first + shown),
        total=words.number(total),
    )
    return pager(before, after, where, words)
