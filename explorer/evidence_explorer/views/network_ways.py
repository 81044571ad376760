"""Where each action in the network leads, the same in the picture, the pane and the twin."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from evidence_explorer.selection import Mode, Selection

MOST_OPENED: Final = 20
"""So many elements stay unfolded at most; the oldest folds first."""


def selected(selection: Selection, element: str | None) -> Selection:
    """Select an element, or nothing; on a path that is not chosen yet, make it an end of it.

    Args:
        selection: the present view.
        element: its id.

    Returns:
        The view that follows.
    """
    if selection.mode == "path" and element and not (selection.centre and selection.goal):
        if selection.centre:
            return replace(selection, element=None, number=0, goal=element)
        return replace(selection, element=None, number=0, centre=element)
    return replace(selection, element=element, number=0)


def centred(selection: Selection, element: str) -> Selection:
    """Put an element in the middle of its neighbourhood.

    Args:
        selection: the present view.
        element: its id.

    Returns:
        The view that follows.
    """
    return replace(
        _bare(selection), mode="around", centre=element, element=element, steps=selection.steps
    )


def unfolded(selection: Selection, element: str) -> Selection:
    """Unfold an element, or fold it again.

    Args:
        selection: the present view.
        element: its id.

    Returns:
        The view that follows; its pages of findings stay where they are.
    """
    others = tuple(one for one in selection.opened if one != element)
    if len(others) < len(selection.opened):
        return replace(selection, opened=others)
    return replace(selection, opened=(*others, element)[-MOST_OPENED:])


def gone_to(selection: Selection, thing: str) -> Selection:
    """Go to the network of a source or of a domain.

    Args:
        selection: the present view.
        thing: id of the source or the domain.

    Returns:
        The view that follows.
    """
    if thing.startswith("source/"):
        return replace(_bare(selection), mode="sources", source=thing)
    return replace(_bare(selection), mode="domain", domain=thing)


def in_mode(selection: Selection, mode: Mode) -> Selection:
    """Go to another mode, with what is selected as far as it means something there.

    Args:
        selection: the present view.
        mode: the mode.

    Returns:
        The view that follows.
    """
    if mode == selection.mode:
        return replace(selection, number=0)
    centre = selection.element or selection.centre if mode in {"around", "path"} else None
    kept = replace(_bare(selection), mode=mode, centre=centre)
    return kept if mode == "path" else replace(kept, element=selection.element)


def _bare(selection: Selection) -> Selection:
    return replace(
        selection,
        element=None,
        source=None,
        domain=None,
        centre=None,
        goal=None,
        steps=1,
        opened=(),
        number=0,
    )
