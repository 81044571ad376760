"""Write text so that XML holds it."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

# Source: W3C, Extensible Markup Language (XML) 1.0, production 2 (Char).
_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_NEVER: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


def encodable(text: str) -> str:
    """Take out what no file of XML can hold in any way, for forms that escape control characters.

    Args:
        text: any text.

    Returns:
        The text with U+FFFD in place of halves of surrogate pairs, U+FFFE and U+FFFF.
    """
    return _NEVER.sub("\ufffd", text)


def legal(text: str) -> str:
    """Take out what XML cannot hold: most control characters, and halves of surrogate pairs.

    Args:
        text: any text.

    Returns:
        The text with U+FFFD in their place.
    """
    return _NOT_IN_XML.sub("\ufffd", text)


def content(text: str) -> str:
    """Escape a text.

    Args:
        text: any text.

    Returns:
        What stands between tags. A carriage return that is not escaped would be read back as a
        line feed.
    """
    return escape(legal(text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """Quote a text for an attribute.

    Args:
        text: any text.

    Returns:
        The value in quotes.
    """
    return quoteattr(legal(text))
