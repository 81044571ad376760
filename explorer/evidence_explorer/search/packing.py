"""How a thing is kept in the index: a short text, and the thing again from it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from evidence_explorer.search.tokens import composed
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.searching import Searchable


def packed(thing: Searchable) -> str:
    """Write a thing.

    Args:
        thing: the thing.

    Returns:
        JSON without names, since there are a million of them; halves of surrogate pairs, which
        cannot be stored, become a question mark.
    """
    kept = [
        thing.id,
        thing.kind,
        _text(thing.name),
        [_text(one) for one in thing.other_names],
        _text(thing.said),
        thing.makers,
        [_text(one) for one in thing.around],
        _named(thing.elements),
        _named(thing.domains),
        _named(thing.layers),
        _named(thing.sources),
        thing.states,
        thing.page,
    ]
    written = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return composed(written.encode("utf-8", "replace").decode("utf-8"))


def unpacked(written: str) -> Searchable:
    """Read a thing.

    Args:
        written: what :func:`packed` wrote.

    Returns:
        The thing.
    """
    kept: list[Any] = json.loads(written)
    return Searchable(
        id=kept[0],
        kind=kept[1],
        name=Text(*kept[2]),
        other_names=tuple(Text(*one) for one in kept[3]),
        said=Text(*kept[4]),
        makers=tuple(kept[5]),
        around=tuple(Text(*one) for one in kept[6]),
        elements=_things(kept[7]),
        domains=_things(kept[8]),
        layers=_things(kept[9]),
        sources=_things(kept[10]),
        states=tuple((code, count) for code, count in kept[11]),
        page=kept[12],
    )


def _text(text: Text) -> tuple[str, str]:
    return text.nl, text.en


def _named(things: Iterable[Named]) -> list[tuple[str, str, str]]:
    return [(one.id, one.label.nl, one.label.en) for one in things]


def _things(kept: Iterable[tuple[str, str, str]]) -> tuple[Named, ...]:
    return tuple(Named(ident, Text(nl, en)) for ident, nl, en in kept)
