"""What is said of a bibliography, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from evidence_ingest.bibliography_files import Bibliography
from evidence_ingest.bibliography_matching import Listed
from evidence_ingest.counting import counted
from evidence_ingest.errors import brief
from evidence_literature.records import Record
from evidence_literature.styles import apa


def counts(found: Bibliography, matches: int) -> Iterator[str]:
    """Count what a bibliography holds.

    Args:
        found: The bibliography.
        matches: How many pairs may be one work.

    Yields:
        Lines to print.
    """
    records = found.records
    yield counted(len(records), "record")
    for kind, count in Counter(record.type for record in records).most_common():
        yield f"  {count} {kind}"
    lacking = {
        "without an author or editor": sum(not (r.authors or r.editors) for r in records),
        "without a title": sum(not r.title for r in records),
        "without a date (z.d. is a date)": sum(r.issued is None for r in records),
        "without DOI, ISBN and address": sum(not (r.doi or r.isbn or r.url) for r in records),
    }
    yield from (f"  {count} {what}" for what, count in lacking.items() if count)
    where = ": see bibliography match" if matches else ""
    yield f"{counted(matches, 'pair')} may be one work{where}"


def pair_text(
    pair: Listed, records: Mapping[str, Record], places: Mapping[str, str]
) -> Iterator[str]:
    """Write a pair for people.

    Args:
        pair: The pair.
        records: The records by name.
        places: Where each stands; a source of the data has no place.

    Yields:
        Lines to print.
    """
    one = pair.standing
    by = f", {one.last.choice} by {one.last.who}, {one.last.when}" if one.last else ""
    yield f"{pair.id}  {one.score}  {one.state}: {one.reasons}{by}"
    for name in (one.first, one.second):
        yield f"    {brief(str(apa(records[name], 'nl')))} [{places.get(name, name)}]"
