"""What stands above the picture of the network: title, modes, what can be chosen, remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evidence_explorer.markup import Markup, join, tag
from evidence_explorer.parameters import write_id
from evidence_explorer.selection import MOST_STEPS, NAMES, Mode, Selection
from evidence_explorer.views import choosing, forms, parts
from evidence_explorer.views.choosing import Way
from evidence_explorer.views.network_answers import Answers, Problem
from evidence_explorer.views.network_ways import centred, gone_to, in_mode
from evidence_explorer.views.sheets import heading
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named
from evidence_graph.queries.weighty import MOST_NAMES


def top(answers: Answers, words: Words, selection: Selection) -> Markup:
    """Build what stands above the picture.

    Args:
        answers: what the graph says.
        words: the words.
        selection: the present view.

    Returns:
        The top of the view.
    """
    problem = _problem(answers.problem, words)
    return tag(
        "div",
        tag("p", problem, class_="remark", role="status") if problem else None,
        heading(title(answers, words)),
        _modes(words, selection),
        tag("div", _choices(answers, words, selection), class_="network-choice"),
        class_="sheet network-top",
    )


def title(answers: Answers, words: Words) -> str:
    """Name the view.

    Args:
        answers: what the graph says.
        words: the words.

    Returns:
        Its title.
    """
    network = answers.network
    names = {node.id: words.text(node.label) or node.id for node in network.nodes}
    if answers.paths and answers.paths.paths:
        path = answers.paths.paths[0]
        return words.say("From {name} to {other}", name=names[path[0]], other=names[path[-1]])
    if network.kind == "sources":
        if answers.source:
            return words.say("What {name} carries", name=answers.source.short_name)
        return words.say("Sources and what they carry")
    if network.kind == "domain" and network.centre in names:
        return words.say("Known in: {name}", name=names[network.centre])
    if network.kind == "around" and network.centre in names:
        return words.say("Around: {name}", name=names[network.centre])
    return words.say("Network of effective elements")


def _problem(problem: Problem, words: Words) -> str:
    said: dict[Problem, str] = {
        "": "",
        "choose-centre": words.say("Choose which element stands in the middle."),
        "choose-path": words.say(
            "Choose two elements: from the lists, or by selecting them one after the other below."
        ),
        "centre-gone": words.say(
            "The element in the middle of this link is not here any more. "
            "You see the elements with the most sources instead."
        ),
        "goal-gone": words.say(
            "The element at the end of this path is not here any more. "
            "You see the elements with the most sources instead."
        ),
        "same": words.say("The path starts and ends at the same element. Choose another one."),
        "no-path": words.say(
            "No path of relations leads from the one to the other in what has been recorded. "
            "That does not mean that they have nothing to do with each other."
        ),
        "search-ended": words.say(
            "No path was found among the elements that are near. There may be a longer one: "
            "the search ends after three thousand elements."
        ),
        "source-gone": words.say(
            "The source of this link is not here any more. You see the sources that carry most "
            "instead."
        ),
        "domain-gone": words.say(
            "The domain of this link is not here any more. "
            "You see the elements with the most sources instead."
        ),
        "empty-domain": words.say(
            "Nothing has been recorded about this domain yet. "
            "That says nothing about what works there."
        ),
        "empty-source": words.say("No finding rests on this source, and no source leans on it."),
    }
    return said[problem]


def _modes(words: Words, selection: Selection) -> Markup:
    labels: tuple[tuple[Mode, str], ...] = (
        ("rings", words.say("Rings of layers")),
        ("around", words.say("Around an element")),
        ("path", words.say("Path between two")),
        ("sources", words.say("Sources")),
        ("domain", words.say("One domain")),
    )
    ways = [
        parts.link(
            label,
            in_mode(selection, mode),
            aria_current="true" if mode == selection.mode else None,
        )
        for mode, label in labels
    ]
    return tag("nav", *ways, class_="modes", aria_label=words.say("What the network shows"))


def _choices(answers: Answers, words: Words, selection: Selection) -> Markup:
    if selection.mode == "around":
        return join(_centre(answers, words, selection), _steps(words, selection))
    if selection.mode == "path":
        return _ends(answers, words, selection)
    if selection.mode == "sources":
        return _source(answers, words, selection)
    if selection.mode == "domain":
        return _domain(answers, words, selection)
    return tag(
        "p",
        words.say(
            "The client stands in the middle; each ring further out is a layer around the "
            "client. An arrow is a relation that a source describes."
        ),
        class_="intro",
    )


def _form(words: Words, base: Selection, *controls: Markup) -> Markup:
    return forms.form(
        "network-choice",
        base,
        *controls,
        button=words.say("Show"),
        label=words.say("What the network shows"),
        auto=True,
    )


def _options(
    names: Sequence[Named], shown: Sequence[Named], words: Words, empty: str
) -> list[forms.Option]:
    # Those with the most sources, and what is shown now if it is not among them, by name.
    known = {one.id: words.text(one.label) or one.id for one in (*names, *shown)}
    return [
        ("", empty),
        *sorted(
            ((write_id(ident), name) for ident, name in known.items()),
            key=lambda option: option[1].casefold(),
        ),
    ]


def _shown(answers: Answers) -> list[Named]:
    return [Named(node.id, node.label) for node in answers.network.nodes if node.kind == "element"]


def _chosen(ident: str | None) -> str:
    return write_id(ident) if ident else ""


def _centre(answers: Answers, words: Words, selection: Selection) -> Markup:
    options = _options(answers.names, _shown(answers), words, words.say("Choose an element"))
    base = replace(selection, centre=None, element=None, number=0, opened=())
    listed = _form(
        words,
        base,
        forms.choice(
            NAMES["centre"], words.say("In the middle"), options, _chosen(selection.centre)
        ),
    )
    way: Way = ("", lambda ident: centred(selection, ident))
    found = _finder(words.say("Or find an element"), [way], answers, words, selection)
    return join(listed, found)


def _finder(
    label: str, ways: Sequence[Way], answers: Answers, words: Words, base: Selection
) -> Markup:
    return join(
        choosing.finder(label, answers.looked, ways, words, base),
        choosing.capped(len(answers.names), MOST_NAMES, words),
    )


def _ends(answers: Answers, words: Words, selection: Selection) -> Markup:
    options = _options(answers.names, _shown(answers), words, words.say("Choose an element"))
    base = replace(selection, centre=None, goal=None, element=None, number=0, opened=())
    here = replace(selection, element=None, number=0, opened=())
    ways: list[Way] = [
        (words.say("From"), lambda ident: replace(here, centre=ident)),
        (words.say("To"), lambda ident: replace(here, goal=ident)),
    ]
    turned = replace(selection, centre=selection.goal, goal=selection.centre, number=0)
    return join(
        _form(
            words,
            base,
            forms.choice(NAMES["centre"], words.say("From"), options, _chosen(selection.centre)),
            forms.choice(NAMES["goal"], words.say("To"), options, _chosen(selection.goal)),
        ),
        parts.link(words.say("The other way round"), turned) if selection.goal else None,
        _finder(words.say("Or find an element"), ways, answers, words, selection),
    )


def _source(answers: Answers, words: Words, selection: Selection) -> Markup:
    here = [Named(n.id, n.label) for n in answers.network.nodes if n.kind == "source"]
    options = _options(answers.names, here, words, words.say("The sources that carry most"))
    base = replace(selection, source=None, element=None, number=0, opened=())
    way: Way = ("", lambda ident: gone_to(selection, ident))
    return join(
        _form(
            words,
            base,
            forms.choice(
                NAMES["source"], words.say("In the middle"), options, _chosen(selection.source)
            ),
        ),
        _finder(words.say("Or find a source"), [way], answers, words, selection),
        _leaning(answers, words),
    )


def _leaning(answers: Answers, words: Words) -> Markup | None:
    # That no other source stands around it is an answer, not an omission.
    source = answers.source
    if source is None or source.relays or source.relayed_by:
        return None
    return tag("p", words.say("It leans on no other source, and none leans on it."), class_="intro")


def _domain(answers: Answers, words: Words, selection: Selection) -> Markup:
    options = [
        (write_id(one.id), _counted(words.text(one.label) or one.id, one.cell_count, words))
        for one in answers.domains
    ]
    base = replace(selection, domain=None, element=None, number=0, opened=())
    shown = answers.domain.id if answers.domain else selection.domain
    return _form(
        words, base, forms.choice(NAMES["domain"], words.say("Domain"), options, _chosen(shown))
    )


def _counted(name: str, number: int, words: Words) -> str:
    return f"{name} ({words.number(number)})"


def _steps(words: Words, selection: Selection) -> Markup | None:
    if not selection.centre:
        return None
    here = replace(selection, number=0)
    steps = [
        parts.link(
            words.count("{number} step", "{number} steps", steps),
            replace(here, steps=steps),
            aria_current="true" if steps == selection.steps else None,
        )
        for steps in range(1, MOST_STEPS + 1)
    ]
    return tag(
        "nav",
        tag("span", words.say("Show what is related within")),
        *steps,
        class_="steps",
        aria_label=words.say("How far around the middle"),
    )
