"""Hold what is proposed from the text of a study against what curators recorded of it.

A record and a proposal are at one place when they stand in the same section and rest on a work in
common. Strictly they match when they are also about the same element (a relation: from and to the
same elements), loosely when their elements fall under one and the same element.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_ingest.readers.data import read
from evidence_literature.citing.citation import CitedWork
from evidence_literature.citing.finding import find_citations
from evidence_literature.citing.resolving import same_work
from evidence_literature.extracting.extract import Extract
from evidence_literature.proposing.proposal import Proposal
from evidence_ontology.records import Record
from evidence_ontology.schema import schema

_CHAPTERS = ("4", "5")
_LIST = "4.6"


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said in a section, on the strength of works: of one element, or of two."""

    said: str
    sections: frozenset[str]
    works: tuple[CitedWork, ...]
    ends: tuple[str, ...]


Match = Callable[[Claim, Claim], bool]


@dataclass(frozen=True, slots=True)
class Gold:
    """The records of one study: its claims with a citation and without, and what they are about.

    ``own`` are the findings that rest on nothing but the study, ``family`` has the topmost broader
    element of each element.
    """

    findings: tuple[Claim, ...]
    relations: tuple[Claim, ...]
    own: tuple[Claim, ...]
    listed: frozenset[str]
    family: Mapping[str, str]


def gold(data: Path, study: str) -> Gold:
    """Read what curators recorded of a study in the chapters that are measured.

    Args:
        data: The data folder.
        study: The folder of the study.

    Returns:
        Its claims.
    """
    records = {record.id: record for record in read(schema(), data).records}
    own = [one for one in records.values() if one.at and f"/{study}/" in f"/{one.at.file}"]
    findings = tuple(_claims(own, records, "Finding", ("about",)))
    relations = tuple(_claims(own, records, "Relation", ("startsAt", "endsAt")))
    return Gold(
        tuple(one for one in findings if one.works),
        tuple(one for one in relations if one.works),
        tuple(one for one in findings if not one.works),
        frozenset(_listed(own, records)),
        {_slug(one.id): _top(one, records) for one in records.values() if one.label == "Element"},
    )


def _claims(
    own: Iterable[Record], records: Mapping[str, Record], label: str, keys: Sequence[str]
) -> Iterator[Claim]:
    for one in own:
        if one.label != label:
            continue
        cited = one.links.get("restsOn", ())
        sections = frozenset(_section(records[at]) for at in one.links.get("foundAt", ()))
        printed = [str(records[at].values["printedForm"]) for at in cited]
        works = tuple(work for form in printed for work in _works(form))
        if bool(works) == bool(cited) and any(
            section.startswith(_CHAPTERS) for section in sections
        ):
            ends = tuple(_slug(end) for key in keys for end in one.links[key])
            yield Claim(_slug(one.id), sections, works, ends)


def _works(printed: str) -> Iterator[CitedWork]:
    for text in (printed, f"({printed})"):
        if found := find_citations(f"Zie {text}."):
            yield from (work for one in found for work in one.works)
            return


def _section(passage: Record) -> str:
    return str(passage.values.get("section", ""))


def _slug(identifier: str) -> str:
    return identifier.rpartition("/")[2]


def _top(element: Record, records: Mapping[str, Record]) -> str:
    seen = {element.id}
    while (up := element.links.get("broader")) and up[0] not in seen:
        element = records[up[0]]
        seen.add(element.id)
    return _slug(element.id)


def _listed(own: Iterable[Record], records: Mapping[str, Record]) -> Iterator[str]:
    for one in own:
        sections = {_section(records[at]) for at in one.links.get("foundAt", ())}
        if one.label == "ElementList" and all(at.startswith(_LIST) for at in sections):
            yield from (_slug(member) for member in one.links["members"])


def proposed(found: Extract) -> list[tuple[Proposal, Claim]]:
    """Give the proposals of the measured chapters.

    Args:
        found: What was read from the study.

    Returns:
        Each with what it claims.
    """
    return [(one, _as_claim(one)) for one in found.proposals if _counts(one)]


def _counts(one: Proposal) -> bool:
    return one.section.startswith(_CHAPTERS)


def _as_claim(one: Proposal) -> Claim:
    works = tuple(support.work for support in one.works)
    ends = tuple(end.id for end in (one.element, one.other) if end)
    return Claim(f"{one.kind} {' '.join(ends)}", frozenset([one.section]), works, ends)


def _at_one_place(one: Claim, other: Claim) -> bool:
    shared = any(same_work(left, right) for left in one.works for right in other.works)
    own = not one.works and not other.works
    return bool(one.sections & other.sections) and (shared or own)


def strictly(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are at one place and about the same.

    Args:
        one: A claim.
        other: Another.

    Returns:
        Whether they match strictly.
    """
    return one.ends == other.ends and _at_one_place(one, other)


def loosely(family: Mapping[str, str]) -> Match:
    """Give the looser way to match: on any element of one family.

    Args:
        family: The topmost broader element of each element.

    Returns:
        Tells whether two claims match loosely.
    """

    def match(one: Claim, other: Claim) -> bool:
        families = [{family.get(end, end) for end in claim.ends if end} for claim in (one, other)]
        return bool(families[0] & families[1]) and _at_one_place(one, other)

    return match


def lines(found: Extract, records: Gold) -> Iterator[str]:
    """Say how well the proposals match, strictly and loosely.

    Args:
        found: What was read from the study.
        records: What curators recorded.

    Yields:
        One line per measure.
    """
    everything_found = proposed(found)
    all_found = [(one, claim) for one, claim in everything_found if claim.works]
    yield _lists(all_found, records)
    about = [claim for one, claim in all_found if one.kind != "relation"]
    tied = [claim for one, claim in all_found if one.kind == "relation"]
    # That one element acts on another also says something of it.
    starts = tuple(Claim(o.said, o.sections, o.works, o.ends[:1]) for o in records.relations)
    yield _line("findings, strictly", strictly, records.findings, about, records.findings + starts)
    yield _line("relations, strictly", strictly, records.relations, tied, records.relations)
    own = [claim for one, claim in everything_found if one.kind != "relation" and not claim.works]
    yield _line("findings of the study itself, strictly", strictly, records.own, own, records.own)
    yield _quarters(all_found, records, starts)
    everything = records.findings + records.relations
    loose = loosely(records.family)
    yield _line("findings, loosely", loose, records.findings, about, everything)
    yield _line(
        "all claims, loosely", loose, everything, [claim for _, claim in all_found], everything
    )


def _line(
    name: str,
    match: Match,
    wanted: Sequence[Claim],
    got: Sequence[Claim],
    right: Sequence[Claim],
) -> str:
    hits = sum(any(match(one, claim) for claim in got) for one in wanted)
    fine = sum(any(match(claim, one) for one in right) for claim in got)
    return (
        f"{name}: recall {hits / len(wanted):.3f} ({hits} of {len(wanted)}),"
        f" precision {fine / max(len(got), 1):.3f} ({fine} of {len(got)})"
    )


def _quarters(
    all_found: Iterable[tuple[Proposal, Claim]], records: Gold, starts: tuple[Claim, ...]
) -> str:
    # Whether what is called surer is right more often.
    ordered = sorted(all_found, key=lambda pair: -pair[0].confidence)
    fine = [
        any(
            strictly(claim, gold_claim)
            for gold_claim in (
                records.relations if one.kind == "relation" else records.findings + starts
            )
        )
        for one, claim in ordered
    ]
    size = max(len(fine) // 4, 1)
    shares = [sum(fine[n * size : (n + 1) * size]) / size for n in range(4)]
    return "right, from the surest quarter to the least sure: " + ", ".join(
        f"{share:.2f}" for share in shares
    )


def _lists(all_found: Iterable[tuple[Proposal, Claim]], records: Gold) -> str:
    members = {
        one.element.id: claim
        for one, claim in all_found
        if one.kind == "member" and one.section.startswith(_LIST)
    }
    right = missed = wrong = 0
    for element in sorted(records.listed):
        expected = _distinct(
            work
            for one in records.findings
            if one.ends == (element,) and any(at.startswith(_LIST) for at in one.sections)
            for work in one.works
        )
        got = _distinct(members[element].works) if element in members else []
        hits = sum(any(same_work(one, work) for work in got) for one in expected)
        right, missed, wrong = right + hits, missed + len(expected) - hits, wrong + len(got) - hits
    named = len(records.listed & members.keys())
    score = 2 * right / (2 * right + missed + wrong)
    return (
        f"listed elements of {_LIST}: {named} of {len(records.listed)}, and"
        f" {len(members.keys() - records.listed)} that are not listed; their sources:"
        f" F1 {score:.3f} ({right} right, {missed} missed, {wrong} wrong)"
    )


def _distinct(works: Iterable[CitedWork]) -> list[CitedWork]:
    kept: list[CitedWork] = []
    for work in works:
        if not any(same_work(work, one) for one in kept):
            kept.append(work)
    return kept
