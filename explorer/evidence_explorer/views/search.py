"""What was found: by kind, the best first, each with why it is here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.search.finder import Group, Results, search
from evidence_explorer.search.keeper import Shelf, keeper
from evidence_explorer.search.likeness import with_meaning
from evidence_explorer.selection import Selection
from evidence_explorer.views import found_thing, paging, parts
from evidence_explorer.views.sheets import View, heading
from evidence_explorer.words import Words
from evidence_graph.queries.searching import Kind
from evidence_graph.store import GraphStore

SIZE: Final = 20
"""Results on a page of one kind."""
FEW: Final = 4
"""Results of each kind where all kinds are shown."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the index is.

    Attributes:
        read: how many findings are in it.
        total: how many there are.
        renewed: whether newer data is being read.
    """

    read: int
    total: int
    renewed: bool = False


def show(store: GraphStore, words: Words, selection: Selection) -> View:
    """Search and build the page.

    Args:
        store: the graph.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    shelf = keeper().shelf(store)
    found = search(shelf.index, shelf.vocabulary, selection.query or "", selection.language)
    results = with_meaning(found, shelf.index, shelf.like)
    return page(results, progress(shelf), words, selection)


def progress(shelf: Shelf) -> Progress | None:
    """Tell how far an index is.

    Args:
        shelf: the index.

    Returns:
        How far it is; None where everything is in it.
    """
    return None if shelf.complete else Progress(shelf.read, shelf.total, shelf.renewed)


def page(results: Results, reading: Progress | None, words: Words, selection: Selection) -> View:
    """Build the page of what was found.

    Args:
        results: what was found.
        reading: how far the index is, where it is not whole.
        words: the words.
        selection: the present view.

    Returns:
        The page.
    """
    title = words.say("Search")
    if selection.query is None:
        return View(title, _sheet(heading(title), _examples(words, selection)))
    title = words.say("Found for “{query}”", query=selection.query)
    if not results.groups:
        title = words.say("Nothing found for “{query}”", query=selection.query)
        if reading is not None:
            title = words.say("Nothing found yet for “{query}”", query=selection.query)
    total = sum(group.total for group in results.groups)
    count = words.count("{number} result", "{number} results", total)
    if any(group.more for group in results.groups):
        count = words.say("More than {number} results", number=words.number(total))
    body = (_choice(results, words, selection), *_groups(results, words, selection))
    nothing = _nothing(results, words, selection)
    return View(
        title,
        _sheet(
            heading(title, count if results.groups else None),
            _reading(reading, words, selection),
            _understood(results, words),
            *(body if results.groups else (nothing,)),
        ),
    )


def kind_name(kind: Kind, words: Words) -> str:
    """Name a kind of result.

    Args:
        kind: the kind.
        words: the words.

    Returns:
        Its name, for several.
    """
    names = {
        "element": words.say("Effective elements"),
        "source": words.say("Sources"),
        "domain": words.say("Domains"),
        "recommendation": words.say("Recommendations"),
        "gap": words.say("What is not known"),
        "voice": words.say("Voices"),
        "finding": words.say("Findings"),
    }
    return names[kind]


def _sheet(*children: Child) -> Markup:
    return tag("div", *children, class_="sheet found")


def _number(group: Group, words: Words) -> str:
    return words.number(group.total) + ("+" if group.more else "")


def _choice(results: Results, words: Words, selection: Selection) -> Markup:
    def way(label: str, count: str | None, kind: Kind | None) -> Markup:
        here = selection.found == (kind or "all")
        return parts.link(
            join(label, " ", tag("span", count, class_="badge")) if count else label,
            replace(selection, found=kind or "all", row=0),
            aria_current="true" if here else None,
        )

    ways = [
        way(kind_name(group.kind, words), _number(group, words), group.kind)
        for group in results.groups
    ]
    everything = way(words.say("Everything"), None, None)
    return tag(
        "nav",
        parts.bullets([everything, *ways]),
        class_="found-kinds",
        aria_label=words.say("What kind of result"),
    )


def _groups(results: Results, words: Words, selection: Selection) -> list[Markup]:
    if selection.found == "all":
        return [_few(group, results, words, selection) for group in results.groups]
    for group in results.groups:
        if group.kind == selection.found:
            return _one_kind(group, results, words, selection)
    everything = parts.link(words.say("See everything"), replace(selection, found="all", row=0))
    return [tag("p", words.say("There is none of this kind."), " ", everything)]


def _few(group: Group, results: Results, words: Words, selection: Selection) -> Markup:
    shown = group.best[:FEW]
    more = None
    if group.total > len(shown):
        label = words.say(
            "All {number}: {kind}",
            number=_number(group, words),
            kind=kind_name(group.kind, words),
        )
        more = tag("p", parts.link(label, replace(selection, found=group.kind, row=0)))
    return tag(
        "section",
        tag("h2", kind_name(group.kind, words)),
        tag("ol", *(found_thing.item(one, results, words, selection) for one in shown)),
        more,
        class_=f"found-kind found-{group.kind}",
    )


def _one_kind(group: Group, results: Results, words: Words, selection: Selection) -> list[Markup]:
    first = selection.row
    shown = group.best[first : first + SIZE]
    left_out = group.total - len(group.best)
    return [
        tag(
            "section",
            tag("h2", kind_name(group.kind, words)),
            tag(
                "ol",
                *(found_thing.item(one, results, words, selection) for one in shown),
                start=first + 1,
            ),
            class_=f"found-kind found-{group.kind}",
        ),
        paging.rows_pager(selection, len(shown), len(group.best), SIZE, words),
        tag(
            "p",
            words.say(
                "These are the {number} that answer best. Add a word to find the others.",
                number=words.number(len(group.best)),
            ),
            class_="small",
        )
        if left_out > 0
        else Markup(""),
    ]


def _reading(reading: Progress | None, words: Words, selection: Selection) -> Markup | None:
    if reading is None:
        return None
    if reading.renewed:
        said = words.say("New data is being read. You see what was found in the data of before.")
    else:
        said = words.say(
            "The findings are still being read: {read} of {total}. The others will follow.",
            read=words.number(reading.read),
            total=words.number(reading.total),
        )
    again = parts.link(words.say("Look again"), selection)
    return tag("div", tag("p", said, " ", again), class_="remark", role="status")


def _understood(results: Results, words: Words) -> Markup | None:
    said: list[Child] = []
    for typed, meant in results.by("alike").items():
        said.append(
            words.say(
                "“{typed}” is not in here. Shown is what looks like it: {words}.",
                typed=typed,
                words=", ".join(meant[:5]),
            )
        )
    for typed, meant in results.by("near").items():
        said.append(
            words.say(
                "“{typed}” is not in here. Shown are other words for it: {words}.",
                typed=typed,
                words=", ".join(meant[:5]),
            )
        )
    if results.groups:
        said += [
            words.say("Nothing here is like “{typed}”; it was left out.", typed=typed)
            for typed in results.unknown
        ]
    if results.hurried:
        said.append(words.say("This took too long, so there may be more. Add a word."))
    return tag("div", parts.bullets(said), class_="remark", role="status") if said else None


def _nothing(results: Results, words: Words, selection: Selection) -> Markup:
    nearest = [
        parts.link(one, replace(selection, query=one, found="all", row=0))
        for one in results.nearest
    ]
    return join(
        tag("p", words.say("Did you mean:"), " ", parts.listed(nearest)) if nearest else None,
        tag("p", words.say("Try fewer words, or another word for the same. Or look in:")),
        _ways(words, selection),
    )


def _ways(words: Words, selection: Selection) -> Markup:
    language = selection.language
    return parts.bullets(
        [
            parts.link(words.say("All elements"), Selection(page="elements", language=language)),
            parts.link(words.say("All sources"), Selection(page="sources", language=language)),
            parts.link(
                words.say("Go to the whole overview"), Selection(page="matrix", language=language)
            ),
        ]
    )


def _examples(words: Words, selection: Selection) -> Markup:
    examples = (
        words.say("practical help"),
        words.say("trust"),
        words.say("youth mental health"),
        "Steketee 2015",
    )
    return join(
        tag(
            "p",
            words.say(
                "Type a word, a name or a question above, in Dutch or English. You find effective "
                "elements, sources, domains, findings, recommendations, open questions and voices "
                "from practice."
            ),
            class_="lead",
        ),
        tag("h2", words.say("For example")),
        parts.bullets(
            parts.link(one, replace(selection, query=one, found="all", row=0)) for one in examples
        ),
        tag("h2", words.say("Or look in")),
        _ways(words, selection),
    )
