"""The whole matrix at once, in short: what filters, totals and gaps are worked out from.

A graph of a million findings holds tens of thousands of boxes and half a million lines of what they
rest on, of which many are alike. What is asked at every click is therefore worked out once and kept
with the matrix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.scheme import domains, layers
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore

NOTHING: Final = "N0"
NAMED: Final = "named"
"""The direction of a finding that only names an element: no source supports it by that."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What findings rest on that are alike in this.

    ``lane`` and ``kind`` are empty where the source gives no ground. ``read``, ``relayed`` and
    ``own`` are ids of sources, by how they are used.

    Attributes:
        sources: every source that the findings rest on, however.
        support: the sources that count as support: read, and saying more than a name.
    """

    direction: str
    lane: str
    kind: str
    read: tuple[str, ...]
    relayed: tuple[str, ...]
    own: tuple[str, ...]
    sources: tuple[str, ...] = field(init=False, compare=False)
    support: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sources", self.read + self.relayed + self.own)
        object.__setattr__(self, "support", () if self.direction == NAMED else self.read)


@dataclass(frozen=True, slots=True)
class Box:
    """One cell that holds something: its domain, its state, how many findings of which basis."""

    domain: str
    state: str
    basis: tuple[tuple[int, Basis], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the matrix: an element, its layers with those above them, its boxes."""

    id: str
    number: int
    label: Text
    layers: frozenset[str]
    perspectives: frozenset[str]
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What an element rests on: the sources read, and those known only by hearsay, by id."""

    read: tuple[str, ...]
    relayed: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Overview:
    """The whole matrix; two of them are never compared.

    Attributes:
        lines: the elements in the order of the matrix.
        above: id of a domain → itself and the ids of those above it.
        sources: all sources by name.
        years: id of a source → its year, where known.
        units: id of a source → the study in which it counts.
    """

    lines: tuple[Line, ...]
    above: Mapping[str, frozenset[str]]
    sources: tuple[Named, ...]
    years: Mapping[str, int]
    units: Mapping[str, str]

    @cached_property
    def source_names(self) -> Mapping[str, Named]:
        """Id of a source → the source."""
        return {source.id: source for source in self.sources}

    @cached_property
    def basis(self) -> tuple[Basis, ...]:
        """Each basis once; boxes share those that are alike."""
        held = (one for line in self.lines for box in line.boxes for _, one in box.basis)
        return tuple({id(one): one for one in held}.values())

    @cached_property
    def grounds(self) -> Mapping[str, Ground]:
        """Id of an element → what it rests on."""
        return {line.id: _ground(line) for line in self.lines}

    def independent(self, sources: Iterable[str]) -> int:
        """Count independent studies.

        Args:
            sources: ids of sources.

        Returns:
            How many studies they stand for.
        """
        return len({self.units.get(source, source) for source in sources})


def read(store: GraphStore) -> Overview:
    """Read the whole matrix.

    Args:
        store: the graph.

    Returns:
        The matrix as it is now.

    Raises:
        GraphError: the graph does not answer.
    """
    above_layer = _with_above({layer.id: layer.broader for layer in layers(store)})
    boxes: dict[str, list[Box]] = defaultdict(list)
    folded: dict[str, Basis] = {}
    for row in store.read(text("overview_cells")):
        box = Box(row["domain"], row["state"], tuple(_basis(row["basis"] or "", folded)))
        boxes[row["element"]].append(box)
    sources = store.read(text("overview_sources"))
    return Overview(
        lines=tuple(
            Line(
                id=row["id"],
                number=int(row["number"] or 0),
                label=Text(row["nl"] or "", row["en"] or ""),
                layers=frozenset(up for one in row["layers"] for up in above_layer[one]),
                perspectives=frozenset(row["perspectives"]),
                boxes=tuple(sorted(boxes[row["id"]], key=lambda box: box.domain)),
            )
            for row in store.read(text("overview_elements"))
        ),
        above=_with_above({domain.id: domain.broader for domain in domains(store)}),
        sources=tuple(Named(s["id"], Text(s["name"] or s["id"], "")) for s in sources),
        years={s["id"]: int(s["year"]) for s in sources if s["year"] is not None},
        units={s["id"]: s["unit"] or s["id"] for s in sources},
    )


def _ground(line: Line) -> Ground:
    read: set[str] = set()
    relayed: set[str] = set()
    for box in line.boxes:
        for _, one in box.basis:
            read.update(one.support)
            # What is only named is no more supported by hearsay than by reading.
            if one.relayed and one.direction != NAMED:
                relayed.update(one.relayed)
    return Ground(tuple(sorted(read)), tuple(sorted(relayed - read)))


def _basis(lines: str, folded: dict[str, Basis]) -> Iterable[tuple[int, Basis]]:
    for line in lines.splitlines():
        count, _, rest = line.partition(" ")
        known = folded.get(rest)
        if known is None:
            known = folded[rest] = _parsed(rest)
        yield int(count), known


def _parsed(line: str) -> Basis:
    direction, lane, kind, *sources = line.split(" ")

    def of(sign: str) -> tuple[str, ...]:
        return tuple(f"source/{one[1:]}" for one in sources if one[0] == sign)

    return Basis(direction, _stated(lane), _stated(kind), of("+"), of("~"), of("="))


def _stated(code: str) -> str:
    return "" if code == "-" else code


def _with_above(broader: Mapping[str, str | None]) -> dict[str, frozenset[str]]:
    # Each id with those above it; a circle ends where it began.
    found = {}
    for ident in broader:
        chain: dict[str, None] = {}
        at: str | None = ident
        while at is not None and at not in chain:
            chain[at] = None
            at = broader.get(at)
        found[ident] = frozenset(chain)
    return found
