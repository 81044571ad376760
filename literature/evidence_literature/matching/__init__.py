"""Which records may be the same work, why, and what people decided about it."""

from evidence_literature.matching.decisions import Choice, Decision, Standing, standings
from evidence_literature.matching.identity import keys
from evidence_literature.matching.merging import Difference, Merged, merge
from evidence_literature.matching.proposing import Match, matches, matches_between

__all__ = [
    "Choice",
    "Decision",
    "Difference",
    "Match",
    "Merged",
    "Standing",
    "keys",
    "matches",
    "matches_between",
    "merge",
    "standings",
]
