"""What a study tells besides findings: conditions, contradictions, practice, definitions, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named
from evidence_graph.queries.told_answers import ContradictionOf, Told


def section(
    title: str,
    found: Sequence[Told],
    words: Words,
    selection: Selection,
    *,
    intro: str | None = None,
    kind: str | None = None,
) -> Markup | None:
    """Show records of one kind under a heading.

    Args:
        title: the heading.
        found: the records.
        words: the words.
        selection: the present view.
        intro: a sentence below the heading, in plain words.
        kind: a class for the style of the section.

    Returns:
        The section, or None where there are no records.
    """
    if not found:
        return None
    return tag(
        "section",
        tag("h2", title),
        tag("p", intro, class_="small") if intro else None,
        items(found, words, selection),
        class_=kind,
    )


def items(
    found: Iterable[Told], words: Words, selection: Selection, study: Named | None = None
) -> Markup:
    """List records, each with its place, its sources and what else it is about.

    Args:
        found: the records.
        words: the words.
        selection: the present view.
        study: the study that tells all of them, where the page has named it.

    Returns:
        A list.
    """
    return tag(
        "ol",
        *(tag("li", item(one, words, selection, study)) for one in found),
        class_="findings told",
    )


def item(one: Told, words: Words, selection: Selection, study: Named | None = None) -> Markup:
    """Show one record.

    Args:
        one: the record.
        words: the words.
        selection: the present view.
        study: the study that tells it, where the page has named it.

    Returns:
        Its name, its text, a line on where it stands, its sources, and what it is about.
    """
    title = words.text(one.title)
    return join(
        tag("p", tag("strong", title), class_="said") if title else None,
        tag("p", words.text(one.text), class_="said"),
        tag(
            "p",
            _code(one, words),
            *(tag("span", words.text(d.label), class_="badge domain") for d in one.domains),
            *_related(one.related, words, selection),
            parts.places(one.places, words, selection),
            class_="meta",
        ),
        parts.citations(one.citations, words, selection, study),
        about([e for e in one.elements if e.id != selection.element], words, selection),
    )


def _related(things: Iterable[Named], words: Words, selection: Selection) -> Iterable[Child]:
    for thing in things:
        if thing.id.startswith("source/"):
            yield parts.named(thing, words, selection)
        else:
            yield tag("span", words.text(thing.label), class_="badge")


_LISTS = {"KnowledgeGap": "GapKind", "PracticeVoice": "SpeakerRole", "OpenPoint": "OpenKind"}


def _code(one: Told, words: Words) -> Markup | None:
    if not one.code:
        return None
    return tag("span", words.concept(_LISTS[one.kind], one.code), class_="badge")


def about(elements: Sequence[Named], words: Words, selection: Selection) -> Markup | None:
    """Say which elements something is about.

    Args:
        elements: the elements.
        words: the words.
        selection: the present view.

    Returns:
        A line of links, or None where it is about none.
    """
    if not elements:
        return None
    linked = [parts.named(one, words, selection) for one in elements]
    return tag("p", words.say("About:"), " ", parts.listed(linked), class_="small")


def contradictions(
    found: Sequence[ContradictionOf],
    words: Words,
    selection: Selection,
    title: str | None = None,
) -> Markup | None:
    """Show where findings pull apart, both sides next to each other.

    Args:
        found: the contradictions.
        words: the words.
        selection: the present view.
        title: the heading, if it needs one.

    Returns:
        A section, or None where none is known.
    """
    if not found:
        return None
    return tag(
        "section",
        tag("h2", title) if title else None,
        parts.bullets(_contradiction(one, words, selection) for one in found),
        class_="exceptions contradictions",
    )


def _contradiction(one: ContradictionOf, words: Words, selection: Selection) -> Markup:
    return join(
        tag("p", tag("strong", words.text(one.text)), class_="said"),
        tag(
            "ul",
            *(
                tag(
                    "li",
                    tag("span", words.concept("Direction", side.direction), class_="badge"),
                    " ",
                    words.text(side.paraphrase),
                    " ",
                    tag("span", "(", parts.named(side.element, words, selection), ")"),
                )
                for side in one.sides
            ),
            class_="sides",
        ),
        parts.places(one.places, words, selection),
    )
