"""The items of a file of CSL-JSON, each with its line.

A file that is broken somewhere is read item by item, so that one bad item does not take the rest
with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from evidence_literature.formats.reading import Fault

_DECODER = json.JSONDecoder()
_WRAPPED = re.compile(
    r'\s*\{(?:\s*"status"[^{}]*"message"\s*:\s*\{)?(?:[^{}\[\]]|\{[^{}]*\})*?"items"\s*:\s*\[\s*\{'
)
_NEXT = re.compile(r'(?<=[}\],\n])\s*\{(?=\s*"(?:id|type|title|DOI|citation-key|author)")')


def items(text: str) -> Iterator[tuple[Any, int]]:
    """Take a file apart into items.

    Args:
        text: The text of the file.

    Yields:
        What stands in the list, records or whatever else, and what is broken, each with its line.
    """
    try:
        yield from _found_items(text)
    except RecursionError:
        yield Fault(1, "The file is nested too deeply to be a bibliography. Export it again."), 1


def _found_items(text: str) -> Iterator[tuple[Any, int]]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError:
        yield from _salvaged(text)
        return
    if isinstance(whole, dict) and isinstance(whole.get("message"), dict):
        whole = whole["message"]
    if isinstance(whole, dict) and isinstance(whole.get("items"), list):
        whole = whole["items"]
    # JSON itself tells no lines, so the items are looked for once more.
    lines = (line for line, _, _ in _objects(text))
    line = 1
    for item in whole if isinstance(whole, list) else [whole]:
        line = next(lines, line) if isinstance(item, dict) else line
        yield item, line


def _salvaged(text: str) -> Iterator[tuple[Any, int]]:
    for line, value, error in _objects(text):
        if error is None:
            yield value, line
            continue
        message = (
            f"This record is no JSON: {error.msg.lower()}, at line {error.lineno}, column"
            f" {error.colno}. Mend it there, or export it again."
        )
        yield Fault(line, message), line


def _objects(text: str) -> Iterator[tuple[int, Any, json.JSONDecodeError | None]]:
    place = _first(text)
    line, counted = 1, 0
    while place >= 0:
        line, counted = line + text.count("\n", counted, place), place
        try:
            value, end = _DECODER.raw_decode(text, place)
        except json.JSONDecodeError as error:
            yield line, None, error
            following = _NEXT.search(text, error.pos)
            place = following.end() - 1 if following else -1
        else:
            yield line, value, None
            place = text.find("{", end)


def _first(text: str) -> int:
    wrapped = _WRAPPED.match(text)
    return wrapped.end() - 1 if wrapped else text.find("{")
