"""A name for each record that stays when the file is exported again, so that decisions hold.

It is made of what people looked at when they decided: author, year, title and numbers. When one of
those changes, the record gets another name, and a match with it is proposed anew.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from evidence_literature.matching.profile import profile
from evidence_literature.records import Record


def keys(records: Iterable[Record]) -> list[str]:
    """Name records.

    Args:
        records: Tidy records.

    Returns:
        A name for each, such as ``yperen-2013-3f2a91c4``; the second of two that say the same ends
        in ``-2``.
    """
    counts: Counter[str] = Counter()
    names = []
    for record in records:
        name = _name(record)
        counts[name] += 1
        names.append(name if counts[name] == 1 else f"{name}-{counts[name]}")
    return names


def _name(record: Record) -> str:
    seen = profile(record)
    year = str(seen.year or "nd")
    told = (*seen.authors, year, seen.title, seen.doi, *sorted(seen.isbns), seen.url, record.type)
    mark = hashlib.sha256("\n".join(told).encode()).hexdigest()[:8]
    author = "".join(seen.authors[:1]).replace(" ", "")[:20] or "anon"
    return f"{author}-{year}-{mark}"
