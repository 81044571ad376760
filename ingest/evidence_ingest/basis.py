"""What the findings of one cell rest on, folded: what a filter must know to count them again.

One line for all findings that are alike in this, such as ``3 supports effect - +berg-2010``: how
many they are, their direction, lane and kind of evidence (``-`` where the source gives no ground),
and their sources: ``+`` read, ``~`` relayed, ``=`` the study's own statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from evidence_ingest.support import Index
from evidence_ontology.records import Record

SIGNS: Final = {"read": "+", "relayed": "~", "own": "="}
UNSTATED: Final = "-"


def basis(index: Index, findings: Iterable[Record]) -> str:
    """Fold findings by what they rest on.

    Args:
        index: The records.
        findings: The findings of one cell.

    Returns:
        Sorted lines; one text, since a cell may have thousands.
    """
    alike = Counter(_alike(index, finding) for finding in findings)
    return "\n".join(f"{count} {line}" for line, count in sorted(alike.items()))


def _alike(index: Index, finding: Record) -> str:
    codes = (finding.values.get(key, UNSTATED) for key in ("direction", "lane", "evidenceKind"))
    sources = {
        f"{SIGNS[mode]}{source.partition('/')[2]}" for mode, source in index.support(finding)
    }
    return " ".join((*map(str, codes), *sorted(sources)))
