"""The one place where text becomes HTML: everything that is not :class:`Markup` is escaped here.

The views build their pages from :func:`tag` alone, so a name in the data that looks like a script
stays a name. What is escaped here is text; what Streamlit's own sanitiser does afterwards is a
second net and not relied upon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Final

VOID: Final = frozenset({"br", "hr", "img", "input", "meta"})
LOCAL: Final = ("?", "#", "evidence/")
# A scheme, a host without a user before it, and signs that need no guessing: no spaces, no control
# characters, no marks that turn the writing direction, no letters that look like others.
_WEB: Final = re.compile(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:[/?#][!-~]*)?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of HTML that was built here; not a ``str``, so it is never taken for a text."""

    html: str

    def __str__(self) -> str:
        return self.html


Child = Markup | str | int | None


def text(value: str | int) -> str:
    """Escape a text for use between tags and inside attributes.

    Args:
        value: what a person typed, or a count.

    Returns:
        HTML that shows exactly that text. Halves of surrogate pairs, which no browser could be
        sent, become a question mark.
    """
    return escape(str(value).encode("utf-8", "replace").decode("utf-8"), quote=True)


def join(*children: Child) -> Markup:
    """Put pieces after each other; plain text is escaped and None is nothing.

    Args:
        *children: the pieces, in order.

    Returns:
        One piece.
    """
    return Markup(
        "".join(
            child.html if isinstance(child, Markup) else text(child)
            for child in children
            if child is not None
        )
    )


def outward(address: str) -> Markup | None:
    """Link to an address on the web that stands in the data; the one way out of the app.

    Args:
        address: the address as the data have it.

    Returns:
        A link that shows the address itself, so that a reader sees where it leads; None where it
        is no address of the web, and only a text may be shown.
    """
    shown = text(address)
    if not _WEB.fullmatch(address):
        return None
    return Markup(
        f'<a href="{shown}" target="_blank" rel="noopener noreferrer external">{shown}</a>'
    )


def tag(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """Build one element.

    Args:
        name: the name of the tag; always a literal of ours.
        *children: what stands inside; text is escaped, :class:`Markup` is not.
        **attributes: ``class_`` becomes ``class``, ``aria_label`` becomes ``aria-label``; None and
            False leave the attribute out, True writes it without a value.

    Returns:
        The element.

    Raises:
        ValueError: if a link or an image would lead outside the app.
    """
    written = []
    for key, value in attributes.items():
        attribute = key.rstrip("_").replace("_", "-")
        if value is None or value is False:
            continue
        if attribute in {"href", "src"} and not str(value).startswith(LOCAL):
            raise ValueError(f"<{name} {attribute}> leads outside the app: {value!r}")
        written.append(f" {attribute}" if value is True else f' {attribute}="{text(value)}"')
    opening = f"<{name}{''.join(written)}>"
    if name in VOID:
        return Markup(opening)
    return Markup(f"{opening}{join(*children).html}</{name}>")
