"""Read the list of references of a text."""

from __future__ import annotations

import re

from evidence_literature.citing.flat import flatten
from evidence_literature.referencing.entries import entries
from evidence_literature.referencing.fields import read_entry
from evidence_literature.referencing.reference import Reference

_BROKEN_ADDRESS = re.compile(r"((?:https?://|www\.)\S*[/_=?&.-]) (?=[^\s]*[\w/](?:\s|\.?$))")


def read_references(text: str) -> list[Reference]:
    """Read the list of references at the end of a text; laws are left out.

    Args:
        text: The text.

    Returns:
        The references in the order of the list.
    """
    found: list[Reference] = []
    for start, end in entries(text):
        line = " ".join(flatten(text[start:end]).shown.split())
        record = read_entry(_BROKEN_ADDRESS.sub(r"\1", line))
        if record is not None:
            found.append(Reference(record, start, end, line))
    return found
