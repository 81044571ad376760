"""The legend of the network, which is also its filter: what is not of a pressed entry fades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from evidence_explorer.drawing.scene import Scene
from evidence_explorer.legend_svg import PICTURES
from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.parameters import mark as is_mark
from evidence_explorer.selection import Selection, href
from evidence_explorer.signs import LINE_SIGNS
from evidence_explorer.views import explaining, parts
from evidence_explorer.words import Words

_FORM: Final = "network-legend"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry: its mark, its word, how it looks, and what explains it."""

    mark: str
    word: str
    look: Markup | None = None
    explained: Markup | None = None


def legend(scene: Scene, words: Words, selection: Selection) -> Markup:
    """Build the legend.

    Args:
        scene: what is drawn.
        words: the words.
        selection: the present view.

    Returns:
        The legend: a button for each thing, state, relation and layer that is drawn.
    """
    groups = (
        (words.say("What stands there"), _things(scene, words)),
        (words.say("State of the evidence"), _states(scene, words)),
        (words.say("Lines"), _lines(scene, words)),
        (words.say("Layers"), _layers(scene)),
    )
    bright = parts.link(words.say("Show everything bright"), replace(selection, faint=()))
    return tag(
        "section",
        tag("h2", words.say("Legend and filter")),
        tag(
            "p",
            words.say(
                "Press an entry: what is not of it fades. Nothing disappears. "
                "A thicker line stands for more relations, or for more findings."
            ),
            " ",
            bright if selection.faint else None,
            class_="small",
        ),
        tag(
            "form",
            *(_group(label, entries, selection) for label, entries in groups if entries),
            _marks(scene, words),
            id=_FORM,
        ),
        tag("p", explaining.judging(words, selection), class_="small"),
        class_="network-legend",
    )


def pressed(selection: Selection, mark: str, group: Sequence[str]) -> Selection:
    """Say which view follows when an entry is pressed.

    Args:
        selection: the present view.
        mark: the mark of the entry.
        group: the marks of all entries of its group.

    Returns:
        The view in which of this group only the entry is bright; one more, or one less, where some
        were pressed already. All are bright again where none is left.
    """
    here = set(group)
    bright = here - set(selection.faint)
    if bright == here:
        bright = {mark}
    else:
        bright ^= {mark}
    elsewhere = [one for one in selection.faint if one not in here]
    faint = [one for one in group if bright and one not in bright]
    return replace(selection, faint=(*elsewhere, *faint))


def _group(label: str, entries: Sequence[_Entry], selection: Selection) -> Markup:
    group = [one.mark for one in entries]
    chosen = any(one in selection.faint for one in group)
    return tag(
        "fieldset",
        tag("legend", label),
        *(_entry(one, group, chosen=chosen, selection=selection) for one in entries),
    )


def _entry(one: _Entry, group: Sequence[str], *, chosen: bool, selection: Selection) -> Markup:
    # Only one entry leaves nothing to tell apart.
    if len(group) < 2 or is_mark(one.mark) is None:
        button = tag("span", one.look, tag("bdi", one.word), class_="legend-entry")
    else:
        bright = chosen and one.mark not in selection.faint
        button = tag(
            "button",
            one.look,
            tag("bdi", one.word),
            type="button",
            name=one.mark,
            data_go=href(pressed(selection, one.mark, group)),
            aria_pressed="true" if bright else "false",
            class_="legend-entry",
        )
    return tag("span", button, one.explained, class_="legend-place")


def _things(scene: Scene, words: Words) -> list[_Entry]:
    names = {
        "element": words.say("Effective element"),
        "source": words.say("Source"),
        "domain": words.say("Domain"),
    }
    found = {node.kind for node in scene.nodes}
    return [
        _Entry(f"thing/{kind}", name, _drawn(f"thing-{kind}"))
        for kind, name in names.items()
        if kind in found and len(found) > 1
    ]


def _drawn(name: str) -> Markup | None:
    if name not in PICTURES:
        return None
    return tag("img", src=f"evidence/signs/{name}.svg", alt="", width=48, height=16)


def _states(scene: Scene, words: Words) -> list[_Entry]:
    return [
        _Entry(
            f"state/{line.code}",
            line.word,
            parts.sign(line.code),
            explaining.explain("State", line.code, words),
        )
        for line in scene.state_lines()
    ]


def _lines(scene: Scene, words: Words) -> list[_Entry]:
    return [
        _Entry(
            f"kind/{kind}",
            scene.words.kind(kind),
            _drawn(f"line-{kind}"),
            explaining.explain("RelationKind", kind, words) if kind in LINE_SIGNS else None,
        )
        for kind in sorted(scene.kinds(), key=lambda kind: (kind not in LINE_SIGNS, kind))
    ]


def _layers(scene: Scene) -> list[_Entry]:
    marks = {
        mark: node.layer
        for node in scene.nodes
        for mark in node.marks
        if mark.startswith("layer/") and node.layer
    }
    return [_Entry(mark, name) for mark, name in marks.items()]


def _marks(scene: Scene, words: Words) -> Markup | None:
    said: list[Child] = []
    if any(node.card.exceptions for node in scene.nodes):
        mark = tag("b", "!", class_="exception", aria_hidden="true")
        said.append(join(mark, " ", words.say("there is an exception")))
    if any(node.card.reported for node in scene.nodes):
        mark = tag("span", class_="speech", aria_hidden="true")
        said.append(join(mark, " ", words.say("a source itself speaks of strength")))
    if any(node.more or node.opened for node in scene.nodes):
        said.append(join(tag("b", "+3"), " ", words.say("so many more are connected: unfold")))
    if not said:
        return None
    return tag(
        "fieldset",
        tag("legend", words.say("Marks")),
        *(tag("span", one, class_="legend-place") for one in said),
    )
