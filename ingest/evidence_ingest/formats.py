"""The formats of an export; apart from the writers, so that ``--help`` need not load those."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What the graph can be exported to."""

    TURTLE = "turtle"
    TRIG = "trig"
    JSONLD = "jsonld"
    NQUADS = "nquads"
    CSV = "csv"
    XLSX = "xlsx"
    GRAPHML = "graphml"
    SKOS = "skos"
