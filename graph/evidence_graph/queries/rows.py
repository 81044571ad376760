"""From the rows of an answer to the dataclasses; knows the keys, no Cypher."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from evidence_graph.queries.answers import Cell, CitationOf, Named, Reported, Text

Map = Mapping[str, Any]


def text(row: Map, key: str) -> Text:
    """Read a text in both languages.

    Args:
        row: the properties.
        key: the key without its language, such as ``label``.

    Returns:
        The text; empty where the graph has none.
    """
    return Text(row.get(f"{key}Nl") or "", row.get(f"{key}En") or "")


def named(row: Map) -> Named:
    """Read an element or a domain as something to point at.

    Args:
        row: its ``id`` and ``label``.

    Returns:
        Id and name.
    """
    return Named(row["id"], text(row, "label"))


def source(row: Map) -> Named:
    """Read a source as something to point at; its short name is the same in both languages.

    Args:
        row: its ``id`` and ``shortName``.

    Returns:
        Id and name.
    """
    return Named(row["id"], _same(row.get("shortName") or row["id"]))


def number(row: Map, key: str) -> int:
    """Read a count.

    Args:
        row: the properties.
        key: which.

    Returns:
        The count; 0 where the graph has none.
    """
    return int(row.get(key) or 0)


def places(rows: Iterable[Map]) -> tuple[str, ...]:
    """Read passages as places, such as "4.3.1, p. 24".

    Args:
        rows: their ``section`` and ``page``.

    Returns:
        Each place once, sorted as a reader counts: 4.2 before 4.10.
    """
    found = {_place(row) for row in rows}
    return tuple(sorted(found - {""}, key=_as_counted))


def citations(rows: Iterable[Map]) -> tuple[CitationOf, ...]:
    """Read citations.

    Args:
        rows: citations with the sources that they cite and that relay them.

    Returns:
        The citations, by their id.
    """
    return tuple(
        CitationOf(
            source=next((source(cited) for cited in row["cites"]), None),
            printed=row.get("printedForm") or "",
            mode=row.get("mode") or "",
            relayed_by=tuple(source(by) for by in sorted(row["relayedBy"], key=_identity)),
            pages=str(row.get("pages") or ""),
        )
        for row in sorted(rows, key=_identity)
    )


def cell(element: str, values: Sequence[Any]) -> Cell:
    """Read a cell.

    Args:
        element: the element of its row.
        values: its domain, state, number of findings, of sources and of independent studies,
            and what is reported: the words in Dutch and English, who reports (ids, names), where.

    Returns:
        The cell.
    """
    domain, state, findings, sources, independent, *reported = values
    return Cell(
        element=element,
        domain=domain,
        state=state,
        finding_count=findings or 0,
        source_count=sources or 0,
        independent_count=independent or 0,
        reported=tuple(
            Reported(Text(nl, en), Named(identifier, _same(name)), place)
            for nl, en, identifier, name, place in zip(*(r or () for r in reported), strict=True)
        ),
    )


def layer_ids(element: Map, layers: Iterable[Map]) -> tuple[str, ...]:
    """Put the layers of an element in order, its first layer first.

    Args:
        element: its ``layerId``.
        layers: their ``id`` and ``order``.

    Returns:
        The ids.
    """
    first = element.get("layerId")
    ordered = sorted(layers, key=lambda row: (row["id"] != first, row.get("order") or 0, row["id"]))
    return tuple(row["id"] for row in ordered)


def _same(name: str) -> Text:
    return Text(name, name)


def _identity(row: Map) -> str:
    return str(row["id"])


def _place(row: Map) -> str:
    section, page = str(row.get("section") or ""), str(row.get("page") or "")
    return ", ".join(part for part in (section, f"p. {page}" if page else "") if part)


def _as_counted(place: str) -> list[tuple[int, int, str]]:
    parts = place.replace(",", ".").split(".")
    return [(0, int(p), "") if p.strip().isdigit() else (1, 0, p) for p in map(str.strip, parts)]
