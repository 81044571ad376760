"""What the desk shows as markup: a proposal with its reasons, progress, what is new, the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from evidence_desk.address import Place, href
from evidence_desk.deciding import Overtaken
from evidence_desk.log import Event
from evidence_desk.proposals import Proposal
from evidence_desk.queue import STATES, Item, Queue, State, Wanted
from evidence_desk.tables import Difference, path_of
from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.views import forms
from evidence_explorer.views.parts import bullets, facts
from evidence_explorer.views.sheets import heading
from evidence_explorer.words import Words

KEYS: Final = {"accept": "A", "refuse": "X", "skip": "S", "undo": "U"}
"""The single keys; C and R are Streamlit's own."""
MOST_LISTED: Final = 200


def link(label: Child, place: Place, **attributes: str | None) -> Markup:
    """Link to a place of the desk.

    Args:
        label: What the link says.
        place: Where it leads.
        **attributes: Further attributes.

    Returns:
        The link.
    """
    return tag("a", label, href=href(place), **attributes)


def state_name(state: State, words: Words) -> str:
    """Name a state of a proposal.

    Args:
        state: The state.
        words: The words.

    Returns:
        Its name.
    """
    return {
        "open": words.say("to decide"),
        "skipped": words.say("skipped"),
        "accepted": words.say("accepted"),
        "refused": words.say("refused"),
    }[state]


def progress(queue: Queue, words: Words, place: Place, who: str) -> Markup:
    """Show how far the work is, and who works.

    Args:
        queue: The queue.
        words: The words.
        place: The present place.
        who: The curator.

    Returns:
        A bar, a line of counts that lead to the list, and a name.
    """
    counts = queue.counts
    done, total = counts["accepted"] + counts["refused"], len(queue.items)
    said = words.say(
        "{done} of {total} decided", done=words.number(done), total=words.number(total)
    )
    ways = [
        link(
            f"{state_name(state, words)}: {words.number(counts[state])}",
            replace(place, page="list", at="", wanted=replace(place.wanted, state=state)),
        )
        for state in STATES
    ]
    return tag(
        "div",
        tag("label", said, " ", tag("progress", said, value=done, max=max(total, 1))),
        tag("nav", bullets(ways), aria_label=words.say("Proposals by state")),
        tag("p", words.say("You work as {who}.", who=who), class_="small"),
        class_="desk-progress",
    )


def legend(words: Words, place: Place) -> Markup:
    """Tell the keys, and how to switch them off.

    Args:
        words: The words.
        place: The present place.

    Returns:
        A line.
    """
    other = replace(place, keys=not place.keys)
    if not place.keys:
        said = words.say("Single keys are switched off.")
        return tag("p", said, " ", link(words.say("Switch them on"), other), class_="desk-keys")
    names = {
        "accept": words.say("accept"),
        "refuse": words.say("refuse"),
        "skip": words.say("skip"),
        "undo": words.say("undo the last"),
    }
    keys = [join(tag("kbd", KEYS[what]), " ", name) for what, name in names.items()]
    keys.append(
        join(tag("kbd", "Ctrl"), "+", tag("kbd", "Enter"), " ", words.say("accept, from a text"))
    )
    return tag(
        "div",
        bullets(keys),
        tag(
            "p",
            words.say("Letters work outside the fields."),
            " ",
            link(words.say("Switch them off"), other),
        ),
        class_="desk-keys",
    )


def passage(item: Item, words: Words, number: int, waiting: int) -> Markup:
    """Show a proposal: what stands in the report, and what it is thought to say.

    Args:
        item: The proposal.
        words: The words.
        number: Its place among those that wait, from 1; 0 for one that was decided on.
        waiting: How many wait.

    Returns:
        The heading, the passage, the guesses with their reasons.
    """
    one = item.proposal
    title = words.say("Proposal")
    if number:
        title = words.say(
            "Proposal {number} of {total}", number=number, total=words.number(waiting)
        )
    return join(
        heading(title, _where(one, words)),
        _decided(item, words) if item.decision else None,
        tag("blockquote", one.text, class_="desk-passage"),
        tag(
            "p",
            words.say("From your own file; it stays on this machine."),
            class_="small",
        ),
        _reasons(one, words),
    )


def _where(one: Proposal, words: Words) -> str:
    section = f"§ {one.section}" if one.section else ""
    page = words.say("page {page} of the file", page=one.page) if one.page else ""
    return ", ".join(part for part in (one.file, section, page) if part)


def _decided(item: Item, words: Words) -> Markup:
    said = event_line(item.decision, words) if item.decision else ""
    return tag("div", tag("p", said), class_="remark", role="status")


def event_line(event: Event, words: Words) -> str:
    """Say in one line what somebody did.

    Args:
        event: What was done.
        words: The words.

    Returns:
        The line.
    """
    what = {
        "accepted": words.say("accepted"),
        "refused": words.say("refused"),
        "skipped": words.say("skipped"),
        "undone": words.say("taken back"),
    }.get(event.what, event.what)
    return words.say(
        "{what} by {who}, {date} {time} (UTC): {about}",
        what=what,
        who=event.by,
        date=words.date(event.at[:10]),
        time=event.at[11:16],
        about=event.about,
    )


def _reasons(one: Proposal, words: Words) -> Markup:
    said = [nl if words.language == "nl" else en for nl, en in one.reasons]
    sure = words.say("How sure the guess is: {percent}%", percent=round(one.confidence * 100))
    return tag(
        "details",
        tag("summary", words.say("Why this is proposed")),
        bullets(said) if said else None,
        tag("p", sure, class_="small"),
        open=True,
    )


def overtaken(news: Overtaken, words: Words, study: str) -> Markup:
    """Tell a curator that others were there first.

    Args:
        news: What happened.
        words: The words.
        study: The study.

    Returns:
        What changed, by whom, and what can be done.
    """
    if news.decision:
        told = join(
            tag("p", tag("strong", words.say("Somebody else decided on this proposal meanwhile."))),
            tag("p", event_line(news.decision, words)),
            tag("p", words.say("Nothing of yours was written. Below you see what you filled in.")),
        )
    else:
        told = join(
            tag(
                "p", tag("strong", words.say("The tables changed since you opened this proposal."))
            ),
            bullets(event_line(one, words) for one in news.events) if news.events else None,
            tag(
                "details",
                tag("summary", words.count("{number} row", "{number} rows", len(news.differences))),
                bullets(_difference(one, words, study) for one in news.differences[:MOST_LISTED]),
            ),
            tag("p", _what_now(news, words, study)),
        )
    return tag("div", told, class_="remark desk-news", role="alert")


def _what_now(news: Overtaken, words: Words, study: str) -> str:
    if news.touching:
        rows = "; ".join(_difference(one, words, study) for one in news.touching)
        return words.say(
            "You chose rows that were changed: {rows}. Look at them below, and accept again if it "
            "still holds.",
            rows=rows,
        )
    return words.say(
        "That does not touch what you filled in. Nothing was written yet: accept again to apply it."
    )


def _difference(one: Difference, words: Words, study: str) -> str:
    kind = {
        "added": words.say("added"),
        "changed": words.say("changed"),
        "removed": words.say("removed"),
    }[one.kind]
    return f"{path_of(one.label, study)}, {one.id}: {kind}"


def listing(queue: Queue, words: Words, place: Place, names: Sequence[forms.Option]) -> Markup:
    """Show all proposals that are wanted.

    Args:
        queue: The queue.
        words: The words.
        place: The present place.
        names: Ids of elements and their names.

    Returns:
        A form of filters and a table.
    """
    found = [one for one in queue.items if place.wanted.fits(one)]
    rows = [_row(one, words, place, dict(names)) for one in found[:MOST_LISTED]]
    head = (
        words.say("Element"),
        words.say("Direction"),
        words.say("Place"),
        words.say("Sure"),
        words.say("State"),
    )
    return join(
        heading(words.say("All proposals")),
        filters(words, place, names),
        tag("p", words.count("{number} proposal", "{number} proposals", len(found))),
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", one, scope="col") for one in head))),
            tag("tbody", *rows),
            class_="plain stack",
        )
        if rows
        else None,
        tag("p", words.say("The first {number} are shown.", number=MOST_LISTED))
        if len(found) > MOST_LISTED
        else None,
    )


def _row(item: Item, words: Words, place: Place, names: dict[str, str]) -> Markup:
    one = item.proposal
    element = names.get(one.subject, one.subject)
    where = replace(place, page="queue", at=one.fingerprint, wanted=Wanted())
    return tag(
        "tr",
        tag("th", link(element, where), scope="row"),
        tag("td", words.concept("Direction", one.direction) if one.direction else ""),
        tag("td", _where(one, words)),
        tag("td", f"{round(one.confidence * 100)}%"),
        tag("td", state_name(item.state, words)),
    )


def filters(words: Words, place: Place, names: Sequence[forms.Option]) -> Markup:
    """Build the form by which a curator sees some proposals only.

    Args:
        words: The words.
        place: The present place.
        names: Ids of elements and their names.

    Returns:
        The form.
    """
    everything = ("", words.say("all"))
    directions = [
        (one.code, words.concept("Direction", one.code)) for one in words.concepts("Direction")
    ]
    states = [(one, state_name(one, words)) for one in STATES]
    wanted = place.wanted
    return forms.form(
        "desk-filter",
        href(replace(place, at="", wanted=Wanted())),
        forms.choice("about", words.say("Element"), [everything, *names], wanted.element),
        forms.choice(
            "direction", words.say("Direction"), [everything, *directions], wanted.direction
        ),
        forms.choice("state", words.say("State"), [everything, *states], wanted.state or "")
        if place.page == "list"
        else None,
        button=words.say("Show"),
        label=words.say("Show some proposals only"),
        auto=True,
    )


def nothing_left(queue: Queue, words: Words, place: Place) -> Markup:
    """Tell that there is nothing to decide on.

    Args:
        queue: The queue.
        words: The words.
        place: The present place.

    Returns:
        What was done, or how to begin.
    """
    if not queue.items:
        return join(
            heading(words.say("There is nothing on this desk yet")),
            tag("p", words.say("Lay a report on it, then load this page again:")),
            tag("p", tag("code", "evidence-explorer desk add rapport.pdf --study …")),
        )
    if place.wanted != Wanted():
        return join(
            heading(words.say("Nothing that you want to see waits for a decision")),
            tag("p", link(words.say("Show everything"), replace(place, at="", wanted=Wanted()))),
        )
    return join(
        heading(words.say("All proposals are decided on")),
        tag("p", link(words.say("See all proposals"), replace(place, page="list", at=""))),
    )


def short_facts(one: Proposal, words: Words) -> Markup:
    """Show what a proposal says in short, where it can no longer be changed.

    Args:
        one: The proposal.
        words: The words.

    Returns:
        A list of facts.
    """
    direction = words.concept("Direction", one.direction) if one.direction else ""
    return facts(
        [
            (words.say("Element"), one.subject),
            (words.say("Direction"), direction),
            (words.say("Works"), "; ".join(work.printed for work in one.works)),
        ]
    )
