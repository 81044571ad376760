"""Along which relations does one element lead to another?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise

from evidence_graph.queries.answers import Network, NetworkEdge, RelationOf
from evidence_graph.queries.network import edges_among, element_node, elements_named
from evidence_graph.queries.relations import relations_between
from evidence_graph.queries.scheme import layers
from evidence_graph.queries.texts import text
from evidence_graph.queries.ties import BROADER, MOST_TIES, ties
from evidence_graph.store import GraphStore

MOST_PATHS = 5
MOST_MET = 3000
"""How many elements a search meets at most."""
_LONGEST = 12

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paths:
    """The shortest paths between two elements.

    Attributes:
        network: the elements on them, ``distance`` counting from the start, and their ties.
        paths: the ids on each path, from start to goal; empty where there is none.
        more: whether there are more paths of this length.
        relations: what the relations along the paths say, with their sources.
        complete: whether everything was looked at: neither the limit of the search nor the cut list
            of an element with very many ties can hide a shorter path.
    """

    network: Network
    paths: tuple[Path, ...]
    more: bool = False
    relations: tuple[RelationOf, ...] = ()
    complete: bool = True


def paths(store: GraphStore, start: str, goal: str, most_met: int = MOST_MET) -> Paths:
    """Find the shortest paths between two elements, along relations and broader terms.

    The direction of a relation does not count, as a reader follows it both ways.

    Args:
        store: the graph.
        start: one element.
        goal: the other one.
        most_met: after so many elements the search ends.

    Returns:
        At most :data:`MOST_PATHS` paths, all of the same length, through elements with the most
        sources first. Where there is no path, or start and goal are one, the network holds these.
    """
    search = _Search(store, start, goal, most_met)
    search.run()
    found = list(islice(search.paths(), MOST_PATHS + 1))
    chosen = tuple(found[:MOST_PATHS])
    place = {one: number for path in chosen for number, one in enumerate(path)}
    ids = sorted(place) or sorted({start, goal})
    elements = elements_named(store, ids, len(ids))
    steps = {frozenset(step) for path in chosen for step in pairwise(path)}
    edges = tuple(e for e in edges_among(elements) if frozenset((e.start, e.end)) in steps)
    return Paths(
        network=Network(
            layers=layers(store),
            nodes=tuple(
                replace(element_node(one), distance=place.get(one["id"])) for one in elements
            ),
            edges=edges,
            centre=start,
            kind="path",
        ),
        paths=chosen,
        more=len(found) > MOST_PATHS,
        relations=relations_between(store, _said(edges)),
        complete=search.complete,
    )


def _said(edges: Iterable[NetworkEdge]) -> set[tuple[str, str]]:
    # That one falls under another is said by no source.
    return {(edge.start, edge.end) for edge in edges if edge.kind != BROADER}


@dataclass(slots=True)
class _Search:
    """A search from both ends at once, ring by ring, the smaller ring first."""

    store: GraphStore
    start: str
    goal: str
    most_met: int
    complete: bool = True
    tied: dict[str, set[str]] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    from_start: dict[str, int] = field(default_factory=dict)
    from_goal: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        """Search until both sides meet, nothing is left, or the limit is met."""
        self.from_start, self.from_goal = {self.start: 0}, {self.goal: 0}
        rings = {True: [self.start], False: [self.goal]}
        for _ in range(_LONGEST):
            if self.from_start.keys() & self.from_goal.keys():
                return
            if not rings[True] or not rings[False]:
                return
            if len(self.from_start) + len(self.from_goal) > self.most_met:
                break
            forwards = len(rings[True]) <= len(rings[False])
            rings[forwards] = self._ring(rings[forwards], forwards=forwards)
        self.complete = False

    def _ring(self, ring: list[str], *, forwards: bool) -> list[str]:
        seen = self.from_start if forwards else self.from_goal
        distance = seen[ring[0]] + 1
        beyond: dict[str, None] = {}
        for one, others in self._ties(ring):
            for other in others:
                self.tied.setdefault(one, set()).add(other)
                self.tied.setdefault(other, set()).add(one)
                if other not in seen:
                    beyond[other] = None
        seen.update(dict.fromkeys(beyond, distance))
        return list(beyond)

    def _ties(self, ring: list[str]) -> Iterable[tuple[str, list[str]]]:
        for row in self.store.read(text("ties"), ids=ring):
            element = row["element"]
            self.rank[element["id"]] = element.get("weightRank") or 0
            others = [tie.other for tie in ties(element, "ties")]
            self.complete &= len(others) < MOST_TIES
            yield element["id"], others

    def paths(self) -> Iterable[Path]:
        """List the shortest paths among what was met.

        Yields:
            One path after the other.
        """
        met = self.from_start.keys() & self.from_goal.keys()
        if not met or self.start == self.goal:
            return
        length = min(self.from_start[one] + self.from_goal[one] for one in met)
        place = {one: length - distance for one, distance in self.from_goal.items()}
        place |= self.from_start
        yield from self._follow((self.start,), place, self._leading(place, length))

    def _leading(self, place: Mapping[str, int], length: int) -> set[str]:
        # From the goal back: what stands on some shortest path.
        ring = leading = {self.goal}
        for number in range(length - 1, -1, -1):
            near = {other for one in ring for other in self.tied.get(one, ())}
            ring = {one for one in near if place.get(one) == number}
            leading = leading | ring
        return leading

    def _follow(self, path: Path, place: Mapping[str, int], leading: set[str]) -> Iterable[Path]:
        if path[-1] == self.goal:
            yield path
            return
        ahead = [
            one for one in self.tied.get(path[-1], ()) if one in leading and place[one] == len(path)
        ]
        for one in sorted(ahead, key=lambda one: (self.rank.get(one, 0), one)):
            yield from self._follow((*path, one), place, leading)
