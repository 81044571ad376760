"""The whole matrix at once, in short: what filters, totals and gaps are worked out from.

It is read once for each load of data, in the background, and then kept in the process, so that a
filter counts exactly and asks nothing of the graph. In a large graph that takes longer than a
reader would wait; what needs it is then told so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from threading import Event, Lock, Thread
from typing import Final

from evidence_graph.errors import GraphError, StillReading
from evidence_graph.queries.answers import Named, Text
from evidence_graph.queries.revision import revision
from evidence_graph.queries.scheme import domains, layers
from evidence_graph.queries.texts import text
from evidence_graph.store import GraphStore

NOTHING: Final = "N0"
PATIENCE: Final = 2.0
"""Seconds that a question waits for the matrix, before it is told that it is still being read."""
NAMED: Final = "named"
"""The direction of a finding that only names an element: no source supports it by that."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What findings rest on that are alike in this.

    ``lane`` and ``kind`` are empty where the source gives no ground. ``read``, ``relayed`` and
    ``own`` are ids of sources, by how they are used.
    """

    direction: str
    lane: str
    kind: str
    read: tuple[str, ...]
    relayed: tuple[str, ...]
    own: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that the findings rest on, however."""
        return self.read + self.relayed + self.own

    @property
    def support(self) -> tuple[str, ...]:
        """The sources that count as support: read, and saying more than a name."""
        return () if self.direction == NAMED else self.read


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

    def independent(self, sources: Iterable[str]) -> int:
        """Count independent studies.

        Args:
            sources: ids of sources.

        Returns:
            How many studies they stand for.
        """
        return len({self.units.get(source, source) for source in sources})


class _Reading:
    """A matrix that is being read, or was: in a thread of its own, so that nobody has to wait."""

    def __init__(self, loaded: str, store: GraphStore) -> None:
        self.loaded = loaded
        self._store = store
        self._found: Overview | None = None
        self._error: GraphError | None = None
        self._done = Event()
        Thread(target=self._run, name="overview", daemon=True).start()

    @property
    def failed(self) -> bool:
        """Whether it came to nothing, so that it has to begin anew."""
        return self._error is not None

    def wait(self, seconds: float) -> Overview:
        """Give the matrix once it is there.

        Args:
            seconds: how long to wait for it.

        Returns:
            The matrix.

        Raises:
            GraphError: the graph did not answer.
            StillReading: it is not there within that time.
        """
        self._done.wait(seconds)
        if self._error is not None:
            raise self._error
        if self._found is None:
            raise StillReading("The matrix is being read; ask again in a moment.")
        return self._found

    def _run(self) -> None:
        try:
            self._found = _read(self._store)
        except GraphError as error:
            self._error = error
        finally:
            self._done.set()


_LATEST: list[_Reading] = []
_ONE_AT_A_TIME: Final = Lock()


def overview(store: GraphStore, patience: float = PATIENCE) -> Overview:
    """Give the whole matrix.

    Args:
        store: the graph.
        patience: seconds to wait where it has to be read first; the reading goes on after that.

    Returns:
        The matrix of the data that the graph was last loaded from.

    Raises:
        StillReading: it is not there within that time.
        GraphError: the graph does not answer.
    """
    loaded = revision(store)
    if not loaded:
        # Data that was not loaded by us may change without a sign.
        return _read(store)
    return _reading(loaded, store).wait(patience)


def _reading(loaded: str, store: GraphStore) -> _Reading:
    with _ONE_AT_A_TIME:
        if not _LATEST or _LATEST[0].loaded != loaded or _LATEST[0].failed:
            _LATEST[:] = [_Reading(loaded, store)]
        return _LATEST[0]


def begin(store: GraphStore) -> None:
    """Begin to read the matrix, so that the first who filters need not wait for it.

    Never waits; data that was not loaded by us is not kept, so there is nothing to begin with.

    Args:
        store: the graph.
    """
    loaded = revision(store)
    if loaded:
        _reading(loaded, store)


def _read(store: GraphStore) -> Overview:
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
