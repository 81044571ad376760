"""Who supports what: the citations behind records, and what is counted of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evidence_ingest.independence import independent, units
from evidence_ontology.records import Record


@dataclass(slots=True)
class Sums:
    """What is counted of one element or of one cell: ids of findings and of sources."""

    findings: set[str] = field(default_factory=set)
    read: set[str] = field(default_factory=set)
    relayed: set[str] = field(default_factory=set)

    def add(self, finding: Record, support: Iterable[tuple[str, str]]) -> None:
        """Count a finding.

        Args:
            finding: The finding.
            support: Mode and source of each citation that it rests on; an element that is only
                named is no better supported for it.
        """
        self.findings.add(finding.id)
        if finding.values["direction"] == "named":
            return
        for mode, source in support:
            if mode == "read":
                self.read.add(source)
            elif mode == "relayed":
                self.relayed.add(source)


@dataclass(frozen=True, slots=True)
class Index:
    """The records by class, who cites what, which sources are one study, findings by element."""

    by_label: Mapping[str, Sequence[Record]]
    citations: Mapping[str, Record]
    unit_of: Mapping[str, str]
    findings_about: Mapping[str, Sequence[Record]]

    @classmethod
    def of(cls, records: Iterable[Record]) -> Index:
        """Sort records by what is asked of them.

        Args:
            records: All records, reconciled and without violations.

        Returns:
            The index; a class or an element without any gives an empty list.
        """
        by_label: dict[str, list[Record]] = defaultdict(list)
        about: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            by_label[record.label].append(record)
            if record.label == "Finding":
                about[record.links["about"][0]].append(record)
        return cls(
            by_label, {c.id: c for c in by_label["Citation"]}, units(by_label["Source"]), about
        )

    def support(self, record: Record) -> Iterator[tuple[str, str]]:
        """Give mode and source of each citation that a record rests on.

        Args:
            record: A record with ``restsOn``.

        Yields:
            The mode (``read``, ``relayed``, ``own``) and the id of the source.
        """
        for identifier in record.links.get("restsOn", ()):
            citation = self.citations.get(identifier)
            for source in citation.links.get("cites", ()) if citation else ():
                yield str(citation.values.get("mode")) if citation else "", source

    def independent(self, sources: Iterable[str]) -> int:
        """Count the independent studies behind sources.

        Args:
            sources: Ids of sources.

        Returns:
            Their number.
        """
        return independent(self.unit_of, sources)
