"""When the graph does not answer: what happened and what to do, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_explorer.markup import Markup, tag
from evidence_explorer.resources import NoGraphNamed
from evidence_explorer.selection import Selection
from evidence_explorer.views import parts
from evidence_explorer.views.sheets import View, heading
from evidence_explorer.words import Words
from evidence_graph.errors import (
    GraphError,
    GraphLocked,
    GraphRefused,
    GraphUnreachable,
    QueryTimeout,
    StillReading,
)


@dataclass(frozen=True, slots=True)
class _Story:
    title: str
    happened: str
    todo: str


def page(error: Exception, words: Words, selection: Selection) -> View:
    """Tell what happened.

    Args:
        error: what went wrong. Its own text is not shown: it may name machines and people.
        words: the words.
        selection: the present view, to try again.

    Returns:
        The page.
    """
    story = _story(error, words)
    body = tag(
        "div",
        heading(story.title, words.say("Something is in the way")),
        tag("p", story.happened, class_="lead"),
        tag("p", story.todo),
        tag("p", _again(words, selection), class_="way"),
        class_="sheet",
        role="alert",
    )
    return View(story.title, body)


def _again(words: Words, selection: Selection) -> Markup:
    return parts.link(words.say("Try again"), selection, class_="button")


def _story(error: Exception, words: Words) -> _Story:
    stories = {
        NoGraphNamed: _Story(
            words.say("No graph has been chosen"),
            words.say("This explorer was started without telling it which graph to open."),
            words.say("Start it with the command “evidence-explorer explore”."),
        ),
        GraphLocked: _Story(
            words.say("The data are in use"),
            words.say("Another program is working with this graph, or its folder cannot be used."),
            words.say(
                "Wait a moment and try again. If it stays so, ask the person who looks after "
                "this installation."
            ),
        ),
        GraphRefused: _Story(
            words.say("The graph does not let us in"),
            words.say("The user name or the password of the graph was not accepted."),
            words.say("Ask the person who looks after this installation."),
        ),
        StillReading: _Story(
            words.say("One moment"),
            words.say(
                "There is new data, and there is much of it. What filters, totals and gaps need "
                "is being read."
            ),
            words.say("Look again in a moment. The rest of this guide can be used meanwhile."),
        ),
        GraphUnreachable: _Story(
            words.say("The graph cannot be reached"),
            words.say("The explorer works, but the place where the data are does not answer."),
            words.say(
                "Wait a moment and try again. If it stays so, ask the person who looks after "
                "this installation."
            ),
        ),
        QueryTimeout: _Story(
            words.say("This takes too long"),
            words.say("The graph did not answer in time."),
            words.say("Try again, or choose something smaller."),
        ),
        GraphError: _Story(
            words.say("The graph gave no answer"),
            words.say("The question reached the graph, but it could not answer it."),
            words.say(
                "Try again. If it stays so, the data may have been made by another version: "
                "run “evidence-explorer ingest” and load this page again."
            ),
        ),
        Exception: _Story(
            words.say("Something went wrong on our side"),
            words.say("This page could not be made. The reason has been written to the log."),
            words.say("Try again, or go back to the overview."),
        ),
    }
    return next(story for kind, story in stories.items() if isinstance(error, kind))
