"""What the document itself says of the works it cites: the evidence for doubtful names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from evidence_literature.citing.authors import bare, particles
from evidence_literature.citing.lexicon import lexicon
from evidence_literature.citing.patterns import PARTICLES_AT_START, UPPER

_OF_AGAIN = re.compile(
    r"(?:\b(?:met|dan|aan|uit|bij|op|in|naar|en|als|voor|door|tegen|zoals) (?:dat|die)"
    r"|^\s*(?:en|of))$",
    re.I,
)
_NAME_BEFORE = re.compile(rf"\w,? [{UPPER}][^\W\d_]+$")
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Known:
    """First authors and years of works that are cited without doubt or stand in the references.

    ``before`` holds for each bare name the particles that were seen with it.
    """

    works: frozenset[tuple[str, str]] = frozenset()
    before: dict[str, frozenset[str]] = field(default_factory=dict)

    def has(self, name: str, year: str) -> bool:
        """Tell whether a work is known.

        Args:
            name: Its first author, as printed.
            year: Its year.

        Returns:
            Whether it is.
        """
        return (bare(name), year) in self.works


def known_from(works: Iterable[tuple[tuple[str, ...], str]]) -> Known:
    """Gather what is known.

    Args:
        works: Authors and year of works that are sure.

    Returns:
        What they say.
    """
    first: set[tuple[str, str]] = set()
    before: dict[str, set[str]] = {}
    for authors, year in works:
        first.update([(bare(authors[0]), year)] if authors else [])
        for name in authors:
            before.setdefault(bare(name), set()).add(particles(name))
    return Known(frozenset(first), {name: frozenset(seen) for name, seen in before.items()})


def settled(name: str, before: str, at_start: bool, known: Known) -> str:
    """Take off a "van" that is a preposition: "van Wampold (2001)" is Wampold.

    Args:
        name: The first name of a list in running text, particles included.
        before: What stands before it.
        at_start: Whether a sentence starts here.
        known: What the document says.

    Returns:
        The name.
    """
    words = name.split(" ")
    if words[0].lower() != "van" or (words[0] == "Van" and not at_start):
        return name
    rest = " ".join(words[1:])
    doubled = PARTICLES_AT_START.match(rest)
    if doubled and (words[1][0].isupper() or words[1] == "van"):
        return rest
    seen = known.before.get(bare(name), frozenset())
    if particles(name) in seen:
        return name
    if particles(rest) in seen:
        return rest
    return name if words[0] == "Van" or doubled or _belongs(before) else rest


def _belongs(before: str) -> bool:
    # Tell whether what stands before a "van" asks for a name, or has begun one.
    previous = before.rsplit(" ", 1)[-1].lower().strip("(‘'\"“")
    asks = previous in lexicon().before_names | lexicon().verbs
    return bool(_NAME_BEFORE.search(before)) or (asks and not _OF_AGAIN.search(before))


def whole(name: str, before: str, year: str, known: Known) -> str:
    """Give a name as the document has it elsewhere: "Ruiz Gómez" of two words, no genitive.

    Args:
        name: The first name of a list in running text.
        before: What stands before it.
        year: The year of the work.
        known: What the document says.

    Returns:
        The longest name of a known work that stands there; the name itself when there is none.
    """
    words = before.split()[-_MOST_WORDS:]
    for start in range(len(words)):
        longer = " ".join([*words[start:], name])
        if words[start][0].isupper() and known.has(longer, year) and bare(longer) != bare(name):
            return longer
    genitive = name.endswith("s") and not known.has(name, year) and known.has(name[:-1], year)
    return name[:-1] if genitive else name
