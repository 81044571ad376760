"""Short lists of keys on elements and sources, so that a page never searches a hub for them.

Each list is cut at :data:`MOST`; where more exist, a count beside it tells.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidence_ontology.records import Record, Value

MOST = 50
MOST_TIES = 80
TOP = 60
"""How many elements, those with the most sources, the network of all shows at once."""
BROADER = "broader"
"""The kind of a tie from an element to the one that it falls under."""

_TOLD_OF_ELEMENTS = {
    "assessmentIds": ("EvidenceAssessment", "assesses"),
    "conditionIds": ("Condition", "holdsFor"),
    "definitionIds": ("Definition", "defines"),
    "gapIds": ("KnowledgeGap", "about"),
    "listIds": ("ElementList", "members"),
    "recommendationIds": ("Recommendation", "restsOnElement"),
    "voiceIds": ("PracticeVoice", "about"),
}
"""Key of the list on an element → whose ids it holds, and the link from there to the element."""

ByLabel = Mapping[str, Sequence[Record]]
Lists = Mapping[str, Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Tie:
    """All relations from one element to another: their kinds, each with its number."""

    start: str
    end: str
    kinds: tuple[str, ...]
    counts: tuple[int, ...]

    def seen_from(self, element: str) -> str:
        """Say the tie as it stands on one of its ends.

        Args:
            element: The id of that end.

        Returns:
            ``>`` or ``<`` for the direction, the slug of the other end, and the kinds with their
            numbers: ``>trust contributes-to:2``. Short, since a hub has many.
        """
        away = self.start == element
        other = (self.end if away else self.start).partition("/")[2]
        kinds = (f"{kind}:{count}" for kind, count in zip(self.kinds, self.counts, strict=True))
        return " ".join((f"{'>' if away else '<'}{other}", *kinds))


def folded(relations: Iterable[Record]) -> list[Tie]:
    """Fold relations by pair of elements.

    Args:
        relations: Records of the class ``Relation``.

    Returns:
        One tie per pair and direction, sorted.
    """
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for relation in relations:
        pair = relation.links["startsAt"][0], relation.links["endsAt"][0]
        counts[pair][str(relation.values["kind"])] += 1
    return [
        Tie(start, end, tuple(sorted(kinds)), tuple(kinds[k] for k in sorted(kinds)))
        for (start, end), kinds in sorted(counts.items())
    ]


def of_elements(by_label: ByLabel, ties: Iterable[Tie], rank: Mapping[str, int]) -> Lists:
    """List what an element is connected with.

    Args:
        by_label: The records by class.
        ties: The relations between elements, folded.
        rank: The rank of each element by sources; ties with larger elements come first.

    Returns:
        Id of an element → its lists of keys.
    """
    exceptions = _collect(by_label["Exception"], "qualifies")
    relations = _collect(by_label["Relation"], "startsAt", "endsAt")
    told = {
        key: _collect(by_label[label], link) for key, (label, link) in _TOLD_OF_ELEMENTS.items()
    }
    told["contradictionIds"] = _contradictions(by_label)
    tied: dict[str, set[tuple[bool, int, str]]] = defaultdict(set)
    for tie in (*ties, *_broader(by_label["Element"])):
        for one, other in ((tie.start, tie.end), (tie.end, tie.start)):
            # What falls under it comes first, so that a cut never hides it from a page.
            tied[one].add((BROADER not in tie.kinds, rank[other], tie.seen_from(one)))
    return {
        element.id: {
            "exceptionIds": _cut(exceptions[element.id]),
            "relationIds": _cut(relations[element.id]),
            "relationCount": len(relations[element.id]),
            **{key: _cut(found[element.id]) for key, found in told.items()},
            "ties": _cut([text for *_, text in sorted(tied[element.id])], MOST_TIES),
            "topTies": tuple(
                text
                for _, other, text in sorted(tied[element.id])
                if max(rank[element.id], other) < TOP
            ),
        }
        for element in by_label["Element"]
    }


def _contradictions(by_label: ByLabel) -> Mapping[str, list[str]]:
    about = {f.id: f.links["about"][0] for f in by_label["Finding"]}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for record in by_label["Contradiction"]:
        for finding in record.links["between"]:
            found[about[finding]][record.id] = None
    return defaultdict(list, {element: list(ids) for element, ids in found.items()})


def _broader(elements: Iterable[Record]) -> Iterable[Tie]:
    for element in elements:
        for above in element.links.get("broader", ()):
            yield Tie(element.id, above, (BROADER,), (1,))


def of_sources(by_label: ByLabel, sole: Mapping[str, Sequence[str]]) -> Lists:
    """List what a source is connected with.

    Args:
        by_label: The records by class.
        sole: Id of a source → the elements that rest on it alone.

    Returns:
        Id of a source → its lists of keys, and its row in the list of sources.
    """
    strengths = _collect(by_label["ReportedStrength"], "reportedBy")
    open_points = _collect(by_label["OpenPoint"], "concerns")
    told_by: dict[str, set[str]] = defaultdict(set)
    tells_of: dict[str, set[str]] = defaultdict(set)
    for citation in by_label["Citation"]:
        for cited in citation.links.get("cites", ()):
            for teller in citation.links.get("relayedBy", ()):
                told_by[cited].add(teller)
                tells_of[teller].add(cited)
    ordered = sorted(by_label["Source"], key=lambda s: (str(s.values["shortName"]).lower(), s.id))
    return {
        source.id: {
            "rowNumber": number,
            "soleElementIds": _cut(sole.get(source.id, ())),
            "strengthIds": _cut(strengths[source.id]),
            "relayedByIds": _cut(sorted(told_by[source.id])),
            "relaysIds": _cut(sorted(tells_of[source.id])),
            "openPointIds": _cut(open_points[source.id]),
        }
        for number, source in enumerate(ordered)
    }


def _collect(records: Iterable[Record], *links: str) -> Mapping[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for record in records:
        for link in links:
            for target in record.links.get(link, ()):
                found[target][record.id] = None
    return defaultdict(list, {target: list(ids) for target, ids in found.items()})


def _cut(ids: Sequence[str], most: int = MOST) -> tuple[str, ...]:
    return tuple(ids[:most])
