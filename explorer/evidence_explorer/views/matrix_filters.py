"""What of the matrix a reader wants to see: the panel of choices, and what is chosen now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from typing import Final

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import NAMES, Selection
from evidence_explorer.views import forms, parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Domain, Layer, Named
from evidence_graph.queries.filtering import Filters
from evidence_graph.queries.told_answers import PerspectiveOf

MOST_SOURCES: Final = 40
"""How many sources can be ticked: those that the most elements have; any other by its own page."""
LISTS: Final = {"states": "State", "lanes": "Lane", "kinds": "EvidenceKind"}


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen.

    Attributes:
        layers: the layers.
        domains: the domains.
        perspectives: the perspectives.
        sources: id of a source → the source.
        counts: field of the filters → value → in how many elements it is found; empty while the
            graph is still being read for it.
    """

    layers: Sequence[Layer]
    domains: Sequence[Domain]
    perspectives: Sequence[PerspectiveOf]
    sources: Mapping[str, Named] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def named(self, field: str, words: Words) -> dict[str, str]:
        """Name the values of one filter, in the order in which they are shown.

        Args:
            field: the field of the filters.
            words: the words.

        Returns:
            Value → its name.
        """
        if field in LISTS:
            return {
                one.code: words.concept(LISTS[field], one.code)
                for one in words.concepts(LISTS[field])
            }
        if field == "sources":
            counts = self.counts[field]
            most = nlargest(MOST_SOURCES, counts, key=counts.__getitem__)
            return {one: words.text(self.sources[one].label) for one in most if one in self.sources}
        if field == "layers":
            return {one.id: words.text(one.label) for one in self.layers}
        if field == "domains":
            return {one.id: words.text(one.label) for one in self.domains}
        return {one.id: words.text(one.label) for one in self.perspectives}

    def name(self, field: str, value: str, words: Words) -> str:
        """Name one value of one filter.

        Args:
            field: the field of the filters.
            value: the value.
            words: the words.

        Returns:
            Its name; a year as it is, and the id where this graph does not know it.
        """
        if field == "sources":
            known = self.sources.get(value)
            return words.text(known.label) if known else _short(value)
        named = {} if field in {"since", "until"} else self.named(field, words)
        return named.get(value) or _short(value)


def titles(words: Words) -> dict[str, str]:
    """Name each filter.

    Args:
        words: the words.

    Returns:
        Field of the filters → what it is called, in the order of the panel.
    """
    return {
        "layers": words.say("Layer"),
        "domains": words.say("Domain"),
        "states": words.say("What is known"),
        "lanes": words.say("Lane"),
        "kinds": words.say("Kind of evidence"),
        "perspectives": words.say("Perspective"),
        "sources": words.say("Source"),
        "since": words.say("From the year"),
        "until": words.say("Up to the year"),
    }


def panel(choices: Choices, words: Words, selection: Selection) -> Markup:
    """Build the panel, which counts at once and opens where something is chosen.

    Args:
        choices: what can be chosen.
        words: the words.
        selection: the present view.

    Returns:
        The panel.
    """
    if not choices.counts:
        return _not_yet(words, selection)
    usual = replace(selection, filters=Filters(), sort="layer", cells="signs", row=0)
    title = words.say("Filter, sort and show")
    form = forms.form(
        "matrix-choices",
        usual,
        _showing(words, selection),
        *(
            _ticks(field, label, choices, words, selection)
            for field, label in titles(words).items()
            if field not in {"since", "until"}
        ),
        _years(choices, words, selection),
        button=words.say("Show"),
        label=title,
        auto=True,
    )
    return tag(
        "details", tag("summary", title), form, class_="filters", id="filters", data_keep=True
    )


def _not_yet(words: Words, selection: Selection) -> Markup:
    return tag(
        "p",
        words.say(
            "There is new data, and there is much of it. What filters, totals and gaps need is "
            "being read."
        ),
        " ",
        parts.link(words.say("Look again"), selection),
        class_="remark",
        role="status",
    )


def _showing(words: Words, selection: Selection) -> Markup:
    orders = (
        ("", words.say("by layer, from the client outwards")),
        ("name", words.say("by name")),
        ("findings", words.say("most findings first")),
        ("sources", words.say("most sources first")),
        ("domains", words.say("known in most domains first")),
    )
    ways = (("", words.say("with signs and numbers")), ("words", words.say("with words")))
    return tag(
        "div",
        forms.choice(
            NAMES["sort"],
            words.say("Order of the rows"),
            orders,
            "" if selection.sort == "layer" else selection.sort,
        ),
        forms.choice(
            NAMES["cells"],
            words.say("Boxes"),
            ways,
            "" if selection.cells == "signs" else selection.cells,
        ),
        class_="showing",
    )


def _ticks(
    field: str, label: str, choices: Choices, words: Words, selection: Selection
) -> Markup | None:
    counts, chosen = choices.counts[field], getattr(selection.filters, field)
    named = choices.named(field, words)
    named |= {one: choices.name(field, one, words) for one in chosen if one not in named}
    found = [(one, name) for one, name in named.items() if counts.get(one) or one in chosen]
    if not found:
        return None
    options = [
        (_short(value), f"{name} ({words.number(counts.get(value, 0))})") for value, name in found
    ]
    return forms.ticks(NAMES[field], label, options, [_short(value) for value in chosen])


def _short(value: str) -> str:
    return value.partition("/")[2] or value


def _years(choices: Choices, words: Words, selection: Selection) -> Markup | None:
    known = choices.counts["since"]
    if not known:
        return None
    label = titles(words)

    def field(name: str, usual: str, chosen: int | None) -> Markup:
        return tag(
            "label",
            tag("span", label[name]),
            tag(
                "input",
                type="number",
                name=NAMES[name],
                min=1000,
                max=2999,
                value=chosen,
                placeholder=usual,
            ),
            class_="field",
        )

    filters = selection.filters
    return tag(
        "fieldset",
        tag("legend", words.say("Year of the source")),
        field("since", min(known), filters.since),
        field("until", max(known), filters.until),
        class_="ticks years",
    )
