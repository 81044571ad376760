"""One thing that was found: where it leads, where it belongs, and why it was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.search.finder import Results
from evidence_explorer.search.index import fields
from evidence_explorer.search.ranking import Found, Match
from evidence_explorer.search.tokens import composed
from evidence_explorer.search.tokens import words as cut
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.filtering import Filters
from evidence_graph.queries.searching import Searchable

SHOWN = 3
"""How many names of one sort stand behind each other."""
AROUND = 40
"""Characters before and after a word that are shown of a text in the other language."""


def item(one: Found, results: Results, words: Words, selection: Selection) -> Markup:
    """Build one result.

    Args:
        one: what was found.
        results: all that was found, for what to mark.
        words: the words.
        selection: the present view.

    Returns:
        The item of a list.
    """
    thing = one.thing
    name = words.text(thing.name)
    said = words.text(thing.said)
    title = name or said
    return tag(
        "li",
        tag("h3", parts.link(marked(title or thing.id, results), leads_to(thing, selection))),
        _place(thing, results, words),
        tag("p", marked(said, results), class_="said") if name and said else None,
        _evidence(one, results, (name, said), words),
        _why(one, words),
    )


def leads_to(thing: Searchable, selection: Selection) -> Selection:
    """Tell which view shows a thing.

    Args:
        thing: the thing.
        selection: the present view, for its language.

    Returns:
        The view.
    """
    language = selection.language
    study = thing.sources[0].id if thing.sources else None
    if thing.kind in {"element", "source"}:
        return parts.opened(selection, thing.id)
    if thing.kind == "domain":
        return Selection(page="matrix", language=language, filters=Filters(domains=(thing.id,)))
    if thing.kind == "recommendation":
        return Selection(page="recommendations", language=language, source=study)
    if thing.elements and thing.kind == "finding":
        return Selection(
            page="element",
            language=language,
            element=thing.elements[0].id,
            number=thing.page,
        )
    return Selection(page="about", language=language, source=study)


def marked(text: str, results: Results) -> Markup:
    """Mark the words in a text that answer to what was typed.

    Args:
        text: the text.
        results: what was found.

    Returns:
        The text.
    """
    whole = composed(text)
    pieces: list[Child] = []
    at = 0
    for start, end in results.marks(whole):
        pieces += [whole[at:start], tag("mark", whole[start:end])]
        at = end
    return join(*pieces, whole[at:])


def around(text: str, results: Results) -> str:
    """Cut a long text to what stands around the first word that answers to what was typed.

    Args:
        text: the text.
        results: what was found.

    Returns:
        The part, with dots where something was left out.
    """
    whole = composed(text)
    first, last = next(iter(results.marks(whole)), (0, 0))
    start = whole.rfind(" ", 0, max(first - AROUND, 0)) + 1
    end = whole.find(" ", last + AROUND)
    before = "… " if start else ""
    return before + (whole[start:] if end < 0 else f"{whole[start:end]} …")


def _place(thing: Searchable, results: Results, words: Words) -> Markup | None:
    pieces: list[Child] = [parts.state(code, words) for code, _ in thing.states]
    pieces += [
        marked(", ".join(words.text(one.label) for one in group[:SHOWN]), results)
        for group in _belongs(thing)
        if group
    ]
    title = next((one.nl for one in thing.other_names), "") if thing.kind == "source" else ""
    if title:
        pieces.append(tag("cite", marked(title, results)))
    if not pieces:
        return None
    return tag("p", *(tag("span", piece) for piece in pieces), class_="belongs")


def _belongs(thing: Searchable) -> tuple[Sequence[Named], ...]:
    return thing.layers, thing.elements, thing.domains, thing.sources


def _evidence(one: Found, results: Results, shown: Iterable[str], words: Words) -> Markup | None:
    # What answers may stand in another language or another name than the one that is shown.
    texts = [words.text(n.label) for group in _belongs(one.thing) for n in group[:SHOWN]]
    texts += shown
    hidden = [match for match in one.matches if not results.seen(match.typed, texts)]
    found = dict.fromkeys(
        where for match in hidden if (where := _where(one.thing, match)) is not None
    )
    if not found:
        return None
    quotes = [
        tag("q", marked(around(text, results), results), lang=language) for text, language in found
    ]
    return tag("p", words.say("It also says:"), " ", parts.listed(quotes), class_="small also")


def _where(thing: Searchable, match: Match) -> tuple[str, str | None] | None:
    for text in fields(thing)[match.field]:
        for language, said in _both(text):
            if match.word in cut(said):
                return said, language
    return None


def _both(text: Text) -> tuple[tuple[str | None, str], ...]:
    if text.nl == text.en:
        return ((None, text.nl),)
    return (("nl", text.nl), ("en", text.en))


def _why(one: Found, words: Words) -> Markup:
    places = {
        "name": words.say("in the name"),
        "others": words.say("in another name for it"),
        "makers": words.say("by author or year"),
        "said": words.say("in the text"),
        "around": words.say("in the name of what it is about"),
    }
    worded = [match for match in one.matches if match.how != "meant"]
    said = list(dict.fromkeys(places[match.field] for match in worded))
    said += [phrase for match in one.matches if (phrase := _how(match, words))]
    if one.missing:
        said.append(words.say("not in it: {words}", words=", ".join(one.missing)))
    return tag("p", words.say("Found"), " ", "; ".join(said), class_="small why")


def _how(match: Match, words: Words) -> str:
    phrases = {
        "form": words.say("“{word}” is another form of “{typed}”", **_pair(match)),
        "near": words.say("“{word}” is used for “{typed}”", **_pair(match)),
        "part": words.say("“{typed}” is part of “{word}”", **_pair(match)),
        "piece": words.say("“{word}” is part of “{typed}”", **_pair(match)),
        "meant": words.say("because it means about the same"),
        "alike": words.say("“{word}” looks like “{typed}”", **_pair(match)),
    }
    return phrases.get(match.how, "")


def _pair(match: Match) -> dict[str, str]:
    return {"word": match.word, "typed": match.typed}
