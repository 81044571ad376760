"""List what may be one work, and keep what people decide about it."""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from evidence_ingest.bibliography_decisions import append_decisions, read_decisions
from evidence_ingest.bibliography_files import Bibliography, Progress
from evidence_ingest.errors import IngestError
from evidence_literature.matching import (
    Choice,
    Decision,
    Match,
    Merged,
    Standing,
    matches,
    matches_between,
    merge,
    standings,
)
from evidence_literature.matching.decisions import State
from evidence_literature.matching.merging import groups
from evidence_literature.records import Record


@dataclass(frozen=True, slots=True)
class Listed:
    """A pair as it is listed, under the short id by which people decide about it."""

    id: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Choices:
    """What someone decides: ids of listed pairs."""

    accept: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    undo: tuple[str, ...] = ()
    who: str = ""

    def each(self) -> list[tuple[str, Choice]]:
        """List the decisions.

        Returns:
            Each id and what is decided about it.
        """
        named = (
            (self.accept, Choice.ACCEPT),
            (self.refuse, Choice.REFUSE),
            (self.undo, Choice.UNDO),
        )
        return [(identifier, choice) for ids, choice in named for identifier in ids]


def among(
    bibliography: Bibliography, decisions: Path, language: str, progress: Progress = lambda *_: None
) -> list[Listed]:
    """List the pairs within a bibliography.

    Args:
        bibliography: The records.
        decisions: The table of decisions.
        language: The language of the reasons: ``"nl"`` or ``"en"``.
        progress: Told how many pairs were compared.

    Returns:
        The pairs, the surest first.

    Raises:
        IngestError: The table of decisions cannot be read.
    """
    made = read_decisions(decisions)
    found = matches(bibliography.records, lambda done, total: progress("match", done, total))
    return _listed(found, bibliography.names, made, language)


def with_sources(
    bibliography: Bibliography,
    sources: tuple[list[str], list[Record]],
    decisions: Path,
    language: str,
) -> list[Listed]:
    """List which records may be sources that are known already.

    Args:
        bibliography: The records.
        sources: The id of each known source, and what is known of it.
        decisions: The table of decisions.
        language: The language of the reasons: ``"nl"`` or ``"en"``.

    Returns:
        The pairs, the surest first; a source is named ``source/`` and its id.

    Raises:
        IngestError: The table of decisions cannot be read.
    """
    ids, known = sources
    names = (*bibliography.names, *(f"source/{identifier}" for identifier in ids))
    border = len(bibliography.records)
    found = [
        Match(one.first, border + one.second, one.score, one.reasons)
        for one in matches_between(bibliography.records, known)
    ]
    made = [d for d in read_decisions(decisions) if "source/" in f"{d.first}{d.second}"]
    return _listed(found, names, made, language)


def decide(pairs: Sequence[Listed], choices: Choices, decisions: Path) -> list[Decision]:
    """Keep decisions.

    Args:
        pairs: The pairs that are listed.
        choices: What is decided, by whom.
        decisions: The table to which it is added.

    Returns:
        The decisions that were kept.

    Raises:
        IngestError: An id is not listed, is decided about twice, or there is nothing to undo; then
            nothing was kept.
    """
    listed = {pair.id: pair.standing for pair in pairs}
    each = choices.each()
    wrong = [name for name, _ in each if name not in listed]
    if wrong:
        msg = f"There is no match {', '.join(wrong)}. List them without --accept, and copy the id."
        raise IngestError(msg)
    if len({name for name, _ in each}) < len(each):
        msg = "One match is decided about twice. Nothing was kept; decide one thing about each."
        raise IngestError(msg)
    idle = [n for n, choice in each if choice is Choice.UNDO and listed[n].state is State.PROPOSED]
    if idle:
        msg = f"There is nothing to undo about {', '.join(idle)}. Nothing was kept."
        raise IngestError(msg)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    who = choices.who.strip() or _account()
    made = [
        Decision(now, who, choice, one.first, one.second, one.score, one.reasons)
        for one, choice in ((listed[name], choice) for name, choice in each)
    ]
    if made:
        append_decisions(decisions, made)
    return made


def merge_accepted(bibliography: Bibliography, pairs: Sequence[Listed]) -> list[Merged]:
    """Merge the records that people said are one work; all others stay as they are.

    Args:
        bibliography: The records.
        pairs: The pairs within it.

    Returns:
        One for each work, in the order of the bibliography.
    """
    accepted = [
        (pair.standing.first, pair.standing.second)
        for pair in pairs
        if pair.standing.state is State.ACCEPTED
    ]
    works = {name: members for members in groups(accepted) for name in members}
    by_name = dict(zip(bibliography.names, bibliography.records, strict=True))
    done: set[str] = set()
    result = []
    for name in bibliography.names:
        if name not in done:
            members = works.get(name, [name])
            done.update(members)
            result.append(merge([by_name[member] for member in members]))
    return result


def _listed(
    found: list[Match], names: Sequence[str], made: list[Decision], language: str
) -> list[Listed]:
    return [Listed(_id(one), one) for one in standings(found, names, made, language)]


def _id(one: Standing) -> str:
    pair = "\n".join(sorted((one.first, one.second)))
    return hashlib.sha256(pair.encode()).hexdigest()[:8]


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        msg = "This machine does not say who you are. Give your name with --who."
        raise IngestError(msg) from error
