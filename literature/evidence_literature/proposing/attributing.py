"""Say which works a statement rests on, and whether the report read them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from evidence_literature.citing.citation import CitedWork
from evidence_literature.citing.resolving import Resolved
from evidence_literature.proposing.lexicon import Lexicon
from evidence_literature.proposing.proposal import Mode, Reason, Support
from evidence_literature.proposing.statements import InText, Statement

_MOST_CARRIED = 3
_MOST_BEHIND = 120


@dataclass(frozen=True, slots=True)
class Basis:
    """What a statement rests on, why that is thought, and how: ``own`` when nothing is cited."""

    works: tuple[Support, ...] = ()
    reasons: tuple[Reason, ...] = (Reason("own"),)
    direct: bool = False

    @property
    def mode(self) -> Mode:
        """How the report knows it."""
        if not self.works:
            return "own"
        return "relayed" if all(work.relayed_by for work in self.works) else "read"


def said(work: CitedWork) -> str:
    """Name a work in a few words.

    Args:
        work: The work.

    Returns:
        Its first author and year.
    """
    return f"{work.authors[0]} ({work.year})" if work.year else work.authors[0]


class Attributing:
    """Ties the statements of one report to the works that it cites."""

    def __init__(self, works: Sequence[Resolved], words: Lexicon) -> None:
        self._words = words
        self._keys: Mapping[CitedWork, str] = {
            spelling: work.key for work in works for spelling in work.spellings
        }
        named: dict[str, list[Resolved]] = defaultdict(list)
        for work in works:
            for name in {spelling.authors[0] for spelling in work.spellings}:
                named[name].append(work)
        self._named = {name: found[0] for name, found in named.items() if len(found) == 1}

    def bases(self, statements: Sequence[Statement]) -> list[Basis]:
        """Say for each statement what it rests on.

        Args:
            statements: The statements of the report, in order.

        Returns:
            One basis per statement.
        """
        found: list[Basis] = []
        for number, one in enumerate(statements):
            before = found[-1] if found else Basis()
            basis = self._direct(one, before) or self._by_name(one) or Basis()
            if not basis.works and before.works and self._goes_on(statements, number, found):
                basis = _carried(before, "cited-before")
            found.append(basis)
        for number in range(len(statements) - 2, -1, -1):
            after = found[number + 1]
            if not found[number].works and self._runs_to(statements, number, after):
                found[number] = _carried(after, "cited-after")
        return found

    def _direct(self, one: Statement, before: Basis) -> Basis | None:
        works: list[Support] = []
        relays: list[Reason] = []
        dropped: set[str] = set()
        end, relayer = 0, ""
        for cited in one.citations:
            relay = _between(self._words.relays, one.plain, end, cited.start)
            also = _between(self._words.also_relays, one.plain, end, cited.start)
            last = works[-1] if works else before.works[-1] if before.works else None
            if (relay or also) and last and not relayer:
                relayer = last.key
                dropped |= {relayer} if relay else set()
                word = " ".join((relay or also or [""])[0].split())
                relays.append(
                    Reason("relayed", (word, said(cited.citation.works[0]), said(last.work)))
                )
            for support, reason in self._cited(cited, relayer):
                works.append(support)
                relays += [reason] if reason else []
                dropped |= {support.relayed_by} if reason else set()
            end = cited.end
        kept = _unique(work for work in works if work.relayed_by or work.key not in dropped)
        if not kept:
            return None
        names = Reason("cited", ("; ".join(said(work.work) for work in kept),))
        return Basis(kept, (names, *relays), True)

    def _cited(self, cited: InText, relayer: str) -> Iterator[tuple[Support, Reason | None]]:
        # Read the works of one citation: "(Bos, 2001, in: Vos, 2010)" knows Bos through Vos.
        works = cited.citation.works
        keys = [self._keys[CitedWork(work.authors, work.etal, work.year)] for work in works]
        text, place = cited.citation.text, 0
        for number, (work, key) in enumerate(zip(works, keys, strict=True)):
            place = max(text.find(work.year[:4], place), place) + len(work.year)
            through = self._words.through.match(text, place) if number + 1 < len(works) else None
            if through and keys[number + 1] != key:
                word = through[0].strip(" ,;:.")
                reason = Reason("relayed", (word, said(work), said(works[number + 1])))
                yield Support(key, work, keys[number + 1]), reason
            else:
                yield Support(key, work, relayer if relayer != key else ""), None

    def _by_name(self, one: Statement) -> Basis | None:
        # "Jansen laat zien": a name that the report cites elsewhere with a year.
        for name, work in self._named.items():
            at = one.plain.find(name) if name in one.plain else -1
            if at < 0 or not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", one.plain):
                continue
            if self._words.report.search(one.plain, at):
                spelling = work.spellings[0]
                reason = Reason("cited-by-name", (name, said(spelling)))
                return Basis((Support(work.key, spelling),), (reason,), False)
        return None

    def _goes_on(
        self, statements: Sequence[Statement], number: int, found: Sequence[Basis]
    ) -> bool:
        one, previous = statements[number], statements[number - 1]
        if one.block.kind == "item" or previous.block.kind == "note":
            return False
        if self._words.goes_on.match(one.text):
            return one.paragraph - previous.paragraph <= 1
        # After "Jansen (2010) describes …" the next few sentences tell what Jansen describes.
        for back in range(1, min(_MOST_CARRIED, number) + 1):
            earlier = statements[number - back]
            if earlier.paragraph != one.paragraph or self._words.own_voice.search(one.text):
                return False
            if found[number - back].direct:
                return _narrative(earlier)
        return False

    def _runs_to(self, statements: Sequence[Statement], number: int, after: Basis) -> bool:
        one, following = statements[number], statements[number + 1]
        if one.paragraph != following.paragraph or not after.works:
            return False
        if one.block.kind == "item":
            return True
        last = following.citations[-1].end if following.citations else 0
        ends = bool(last) and not re.search(r"\w", following.text[last:])
        return ends and bool(self._words.goes_on.match(following.text))


def _narrative(one: Statement) -> bool:
    # The citation is part of the sentence, and not in brackets behind it.
    last = one.citations[-1]
    return not one.text[: last.start].endswith("(") and len(one.plain[last.end :].split()) > 2


def _between(words: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    match = words.search(text, start, end + _MOST_BEHIND)
    return match if match and match.start() < end else None


def joined(bases: Sequence[Basis]) -> Basis:
    """Put together what the statements of one item rest on.

    Args:
        bases: The basis of each.

    Returns:
        All their works, each once.
    """
    cited = [basis for basis in bases if basis.direct]
    works = _unique(work for basis in cited for work in basis.works)
    if not works:
        return Basis()
    relays = tuple(one for basis in cited for one in basis.reasons if one.code == "relayed")
    names = Reason("cited", ("; ".join(said(work.work) for work in works),))
    return Basis(works, (names, *relays), True)


def _carried(basis: Basis, code: str) -> Basis:
    names = "; ".join(said(work.work) for work in basis.works)
    relays = tuple(reason for reason in basis.reasons if reason.code == "relayed")
    return replace(basis, reasons=(Reason(code, (names,)), *relays), direct=False)


def _unique(works: Iterable[Support]) -> tuple[Support, ...]:
    return tuple({work.key: work for work in works}.values())
