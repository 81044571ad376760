"""Pieces that several pages share: a state, a source's own word, citations, a pager."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.selection import Selection, href
from evidence_explorer.words import Words
from evidence_graph.queries.answers import CitationOf, Named, Reported


def link(label: Child, selection: Selection, **attributes: str | None) -> Markup:
    """Link to a view.

    Args:
        label: what the link says.
        selection: where it leads.
        **attributes: further attributes, as in :func:`~evidence_explorer.markup.tag`.

    Returns:
        The link.
    """
    return tag("a", label, href=href(selection), **attributes)


def opened(selection: Selection, thing: Named | str) -> Selection:
    """Say where the page of an element or a source is.

    Args:
        selection: the present view, for its language.
        thing: the element or source, or its id.

    Returns:
        The view of its page.
    """
    ident = thing if isinstance(thing, str) else thing.id
    if ident.startswith("source/"):
        return Selection(page="source", language=selection.language, source=ident)
    return Selection(page="element", language=selection.language, element=ident)


def chosen(selection: Selection, ident: str) -> Selection:
    """Select an element within the present view.

    Args:
        selection: the present view.
        ident: id of the element.

    Returns:
        The same view with the element selected, at the start of its findings.
    """
    return replace(selection, element=ident, number=0)


def named(thing: Named, words: Words, selection: Selection) -> Markup:
    """Link to an element or a source by its name.

    Args:
        thing: the element or source.
        words: the words.
        selection: the present view.

    Returns:
        The link.
    """
    return link(words.text(thing.label) or thing.id, opened(selection, thing))


def sign(code: str, size: int = 20) -> Markup:
    """Show the shape of a state; its word always stands beside it, so it has no text of its own.

    Args:
        code: the state.
        size: in pixels.

    Returns:
        A picture.
    """
    source = f"evidence/signs/{code}.svg"
    return tag("img", class_="sign", src=source, alt="", width=size, height=size)


def state(code: str, words: Words) -> Markup:
    """Show a state: shape and word.

    Args:
        code: the state.
        words: the words.

    Returns:
        Both, kept together.
    """
    return tag(
        "span", sign(code), tag("span", words.state(code)), class_=f"state state-{code.lower()}"
    )


def reported(report: Reported, words: Words, selection: Selection) -> Markup:
    """Show what a source itself says of the strength, in its own word and with its name.

    Args:
        report: the word and who says it.
        words: the words.
        selection: the present view.

    Returns:
        A line such as: according to Barnhoorn et al. 2013: “strong” (4.3.1, p. 24).
    """
    return tag(
        "span",
        tag("span", class_="speech", aria_hidden="true"),
        tag(
            "span",
            words.say("according to"),
            " ",
            named(report.reporter, words, selection),
            ": ",
            tag("q", words.text(report.word)),
            join(" ", tag("span", f"({place(report.place)})", class_="place"))
            if report.place
            else None,
        ),
        class_="reported",
    )


def places(
    found: Sequence[str], words: Words, selection: Selection, study: Named | None = None
) -> Markup | None:
    """Tell where something stands.

    Args:
        found: places, such as “4.3.1, p. 24”.
        words: the words.
        selection: the present view.
        study: the source that was read and in which the places are.

    Returns:
        A line, or None where no place is known.
    """
    pieces: list[Child] = []
    if found:
        pieces.append("; ".join(map(place, found)))
    if study:
        pieces.append(named(study, words, selection))
    if not pieces:
        return None
    return tag("span", words.say("Found at"), " ", listed(pieces), class_="place")


def place(found: str) -> str:
    """Write a place as people do: a number of a section with its sign.

    Args:
        found: such as “4.6.2, p. 29”.

    Returns:
        Such as “§ 4.6.2, p. 29”.
    """
    return f"§ {found}" if found[:1].isdigit() else found


def citations(
    cited: Sequence[CitationOf], words: Words, selection: Selection, study: Named | None = None
) -> Markup | None:
    """List the sources behind a statement, each with how it was used and by whom it is relayed.

    Args:
        cited: the citations.
        words: the words.
        selection: the present view.
        study: the source that was read, named already; its own statement needs no name again.

    Returns:
        A list, or None where there are none.
    """
    if not cited:
        return None
    # A study that says something in two places itself says it once here; the places tell the rest.
    own = [one for one in cited if one.mode == "own"][:1]
    shown = [*(one for one in cited if one.mode != "own"), *own]
    return tag(
        "ul", *(_citation(one, words, selection, study) for one in shown), class_="citations"
    )


def _citation(one: CitationOf, words: Words, selection: Selection, study: Named | None) -> Markup:
    if one.mode == "own" and one.source and study and one.source.id == study.id:
        return tag("li", tag("span", words.concept("CitationMode", one.mode), class_="mode-own"))
    name: Child
    if one.source is None:
        name = join(tag("cite", one.printed), " ", tag("em", words.say("source not yet found")))
    else:
        name = named(one.source, words, selection)
    via = None
    if one.relayed_by:
        relays = [named(source, words, selection) for source in one.relayed_by]
        via = tag("span", " ", words.say("through"), " ", listed(relays), class_="via")
    mode = tag("span", words.concept("CitationMode", one.mode), class_=f"mode mode-{one.mode}")
    pages = tag("span", f", p. {one.pages}", class_="place") if one.pages else None
    return tag("li", name, pages, via, " ", mode)


def listed(items: Iterable[Child]) -> Markup:
    """Put pieces in a row with commas.

    Args:
        items: the pieces.

    Returns:
        One piece.
    """
    written: list[Child] = []
    for item in items:
        if written:
            written.append(", ")
        written.append(item)
    return join(*written)


def bullets(items: Iterable[Child], **attributes: str | None) -> Markup:
    """Put pieces in a list.

    Args:
        items: the pieces.
        **attributes: attributes of the list.

    Returns:
        The list.
    """
    return tag("ul", *(tag("li", item) for item in items), **attributes)


def chosen_study(studies: Sequence[Named], selection: Selection) -> Named | None:
    """Tell which study a page is about.

    Args:
        studies: the studies that were read.
        selection: the present view.

    Returns:
        The one that the address names, else the first; None where none was read.
    """
    named_here = (one for one in studies if one.id == selection.source)
    return next(named_here, studies[0] if studies else None)


def study_choice(
    study: Named, studies: Sequence[Named], words: Words, selection: Selection
) -> Markup:
    """Name the study that a page is about, and offer the others.

    Args:
        study: the study.
        studies: all studies that were read.
        words: the words.
        selection: the present view.

    Returns:
        A line, and a list that opens where there are other studies.
    """
    others = [
        link(words.text(one.label), replace(selection, source=one.id))
        for one in studies
        if one.id != study.id
    ]
    asked = selection.source
    gone = asked if asked and asked not in {one.id for one in studies} else None
    return tag(
        "div",
        tag(
            "p",
            words.say(
                "The study of this link is not here (any more): “{ident}”. You see another one.",
                ident=gone.partition("/")[2],
            ),
            class_="remark",
            role="status",
        )
        if gone
        else None,
        tag("p", words.say("Study:"), " ", named(study, words, selection), class_="small"),
        tag("details", tag("summary", words.say("Choose another study")), bullets(others))
        if others
        else None,
    )


def facts(known: Sequence[tuple[str, Child]]) -> Markup:
    """Put facts in a list: what, and then which.

    Args:
        known: names and values; an empty value is left out.

    Returns:
        The list.
    """
    return tag(
        "dl",
        *(tag("div", tag("dt", label), tag("dd", value)) for label, value in known if value),
        class_="facts",
    )
