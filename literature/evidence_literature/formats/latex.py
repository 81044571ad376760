"""Letters and signs as LaTeX writes them, and back.

What is written keeps its letters, in UTF-8; only signs that LaTeX gives a meaning are replaced.
"""

from __future__ import annotations

import logging
import re

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from evidence_literature.numbers import BETWEEN_ADDRESSES

_MEANS = re.compile(r"[\\{}$~%]|--|``|''|!`|\?`|<<|>>|,,")
_ESCAPED = re.compile(r"\{?\\([_%&#$~{}])\}?")
_URL = re.compile(r"\\url\s*\{([^{}]*)\}|((?:https?|ftp)://\S+)")
_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_LIGATURES = re.compile(r"(?<=[-`'<>,!?])(?=[-`'<>,])")


def _decoder() -> LatexNodes2Text:
    signs = get_default_latex_context_db()
    # Without these an address or a note in a text would be lost or get brackets of its own.
    own = [
        MacroTextSpec("url", simplify_repl="%s"),
        MacroTextSpec("href", simplify_repl="%(2)s"),
    ]
    signs.add_context_category("addresses", prepend=True, macros=own)
    return LatexNodes2Text(latex_context=signs, math_mode="verbatim", keep_comments=True)


_DECODER = _decoder()
logging.getLogger("pylatexenc").setLevel(logging.ERROR)


def decoded(text: str) -> str:
    r"""Read a text that may hold LaTeX.

    Args:
        text: Such as ``Zorg {\"e}n welzijn``.

    Returns:
        The plain text; the text as it stands when it is no LaTeX that can be read.
    """
    if not _MEANS.search(text):
        return text
    # These begin a comment or a column in LaTeX; in a bibliography they are themselves.
    safe = re.sub(r"(?<!\\)[%&]", r"\\\g<0>", text)
    try:
        return str(_DECODER.latex_to_text(safe))
    except (ValueError, IndexError, RecursionError):
        return text


def encoded(text: str) -> str:
    """Write a plain text so that LaTeX prints it.

    Args:
        text: Any text.

    Returns:
        The text; :func:`decoded` gives it back.
    """
    return "{}".join(piece.translate(_SIGNS) for piece in _LIGATURES.split(text))


def bare_address(text: str) -> str:
    """Read an address or a DOI, which is no LaTeX, though Mendeley escapes it as if it were.

    Args:
        text: The value of a field.

    Returns:
        The value without the backslashes before signs.
    """
    return _ESCAPED.sub(r"\1", text)


def addresses(text: str) -> list[str]:
    """Read a field that holds one address or, as Mendeley has it, several.

    Args:
        text: The value of a field.

    Returns:
        The addresses.
    """
    bare = bare_address(text).strip()
    return BETWEEN_ADDRESSES.split(bare) if bare else []


def unwrapped(text: str) -> str:
    r"""Take an address out of the macro that prints it.

    Args:
        text: Such as ``\url{https://example.org/a_b}``.

    Returns:
        The address; nothing for a text that is more than that.
    """
    match = _URL.fullmatch(text.strip())
    return (match[1] or match[2]) if match else ""
