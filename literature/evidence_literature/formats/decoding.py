"""Bytes to text, and an honest word on how that went."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from evidence_literature.formats.reading import Fault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
OLD = "Windows-1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, what it was written in, and what had to be guessed."""

    text: str
    encoding: str
    faults: tuple[Fault, ...] = ()


def decode(content: bytes) -> Decoded:
    """Read bytes as text.

    Args:
        content: The bytes of a file.

    Returns:
        The text. A file without a mark is UTF-8 if it can be; a line that cannot is read as
        Windows-1252 (which holds Latin-1's letters), and that is told.
    """
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(codec, errors="replace"), name, _replaced(content, codec))
    if content[1:2] == b"\0" or content[:1] == b"\0":
        codec = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        return Decoded(content.decode(codec, errors="replace"), "UTF-16", _replaced(content, codec))
    try:
        return Decoded(content.decode(), "UTF-8")
    except UnicodeDecodeError:
        return _by_line(content)


def _replaced(content: bytes, codec: str) -> tuple[Fault, ...]:
    try:
        content.decode(codec)
    except UnicodeDecodeError as error:
        line = content[: error.start].decode(codec, errors="replace").count("\n") + 1
        message = "Some bytes are no letters and became \N{REPLACEMENT CHARACTER}. Export it again."
        return (Fault(line, message, kept=True),)
    return ()


def _by_line(content: bytes) -> Decoded:
    rows: list[str] = []
    old: list[int] = []
    new = False
    for number, row in enumerate(content.split(b"\n"), start=1):
        try:
            rows.append(row.decode())
            new = new or not row.isascii()
        except UnicodeDecodeError:
            rows.append(row.decode("cp1252", errors="replace"))
            old.append(number)
    text = "\n".join(rows)
    if not new:
        message = f"The file is not UTF-8 and was read as {OLD}. Check the letters with accents."
        return Decoded(text, OLD, (Fault(old[0], message, kept=True),))
    if len(old) == 1:
        message = f"This line is not UTF-8 as the rest is; it was read as {OLD}. Check its accents."
    else:
        message = (
            f"{len(old)} lines, of which this is the first, are not UTF-8 as the rest is; they were"
            f" read as {OLD}. Check their accents."
        )
    return Decoded(text, f"UTF-8 and {OLD}", (Fault(old[0], message, kept=True),))
