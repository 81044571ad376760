"""A graph small enough to know every answer by heart. Its content is made up.

Three elements: ``trust`` (two findings, one exception, two cells), ``goals`` under ``plan``, both
related to ``trust``; ``alone`` touches nothing. Two read sources, one known only by hearsay.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from evidence_graph.store import Statement


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its indexes, as the schema gives it."""

    label: str
    indexes: tuple[str, ...] = ()


TYPES = (
    Label("Layer"),
    Label("Domain"),
    Label("Element", ("rowNumber", "weightRank")),
    Label("Source", ("rowNumber", "weightRank")),
    Label("Passage"),
    Label("Citation", ("sourcePage",)),
    Label("Finding", ("elementPage",)),
    Label("Relation"),
    Label("ReportedStrength"),
    Label("Exception"),
    Label("Cell", ("element",)),
    Label("Outcome"),
)

LAYERS = [
    {"id": "layer/client", "labelNl": "Cliënt", "labelEn": "Client", "order": 10, "ring": 0},
    {
        "id": "layer/bond",
        "labelNl": "Band",
        "labelEn": "Bond",
        "definitionNl": "Tussen twee.",
        "definitionEn": "Between two.",
        "order": 20,
        "ring": 1,
    },
    {"id": "layer/way", "labelNl": "Wijze", "labelEn": "Way", "order": 30},
]
DOMAINS = [
    {"id": "domain/youth", "labelNl": "Jeugd", "labelEn": "Youth", "order": 10},
    {
        "id": "domain/youth-care",
        "labelNl": "Jeugdzorg",
        "labelEn": "Youth care",
        "order": 20,
        "topElements": ["trust P2 1 1"],
    },
    {"id": "domain/unspecified", "labelNl": "Niet genoemd", "labelEn": "Not named", "order": 99},
]
ELEMENTS = [
    {
        "id": "element/goals",
        "labelNl": "Doelen",
        "labelEn": "Goals",
        "rowNumber": 0,
        "weightRank": 1,
        "layerId": "layer/client",
        "findingCount": 1,
        "sourceCount": 1,
        "relayedCount": 1,
        "exceptionCount": 0,
        "states": ["N0:1"],
        "ties": [">trust contributes-to:1 predicts:2", ">plan broader:1"],
        "topTies": [">trust contributes-to:1 predicts:2", ">plan broader:1"],
        "sourceTies": ["berg-2010 read 1", "far-1999 relayed 1"],
        "relationCount": 1,
        "relationIds": ["relation/s/r1"],
        "exceptionIds": [],
    },
    {
        "id": "element/trust",
        "labelNl": "Vertrouwen",
        "labelEn": "Trust",
        "definitionNl": "Dat iemand zich veilig weet.",
        "definitionEn": "That somebody feels safe.",
        "synonymsNl": ["veiligheid", "geborgenheid"],
        "synonymsEn": ["safety"],
        "rowNumber": 1,
        "weightRank": 0,
        "layerId": "layer/bond",
        "findingCount": 26,
        "sourceCount": 2,
        "independentCount": 1,
        "relayedCount": 0,
        "exceptionCount": 1,
        "states": ["N0:1", "P2:1"],
        "ties": ["<goals contributes-to:1 predicts:2", "<plan conflicts-with:1"],
        "topTies": ["<goals contributes-to:1 predicts:2", "<plan conflicts-with:1"],
        "sourceTies": ["berg-2010 read 25", "s own 1"],
        "relationCount": 2,
        "relationIds": ["relation/s/r1", "relation/s/r2"],
        "exceptionIds": ["exception/s/x1"],
    },
    {
        "id": "element/plan",
        "labelNl": "Plan",
        "labelEn": "Plan",
        "rowNumber": 2,
        "weightRank": 2,
        "layerId": "layer/way",
        "findingCount": 0,
        "sourceCount": 0,
        "relayedCount": 0,
        "exceptionCount": 1,
        "states": [],
        "ties": ["<goals broader:1", ">trust conflicts-with:1"],
        "topTies": ["<goals broader:1", ">trust conflicts-with:1"],
        "relationCount": 1,
        "relationIds": ["relation/s/r2"],
        "exceptionIds": ["exception/s/x1"],
    },
    {
        "id": "element/alone",
        "labelNl": "Los",
        "labelEn": "Alone",
        "rowNumber": 3,
        "weightRank": 3,
        "layerId": "layer/way",
        "findingCount": 0,
        "sourceCount": 0,
        "relayedCount": 0,
        "exceptionCount": 0,
        "states": [],
        "ties": [],
        "topTies": [],
        "relationCount": 0,
        "relationIds": [],
        "exceptionIds": [],
    },
]
SOURCES = [
    {
        "id": "source/berg-2010",
        "shortName": "Berg (2010)",
        "title": "Bergen",
        "authors": ["Berg, A.", "Dal, B."],
        "year": 2010,
        "sourceType": "book",
        "url": "https://example.org/bergen",
        "noteNl": "Een boek.",
        "noteEn": "A book.",
        "spellings": ["Berg (2010)", "Berg, 2010"],
        "rowNumber": 0,
        "findingCount": 26,
        "elementCount": 2,
        "soleCount": 1,
        "citationCount": 26,
        "relayedByIds": [],
        "relaysIds": ["source/far-1999"],
        "weightRank": 0,
        "elementTies": ["trust read 25", "goals read 1"],
        "soleElementIds": ["element/goals"],
        "strengthIds": ["reported-strength/s/s1", "reported-strength/s/s2"],
    },
    {
        "id": "source/far-1999",
        "shortName": "Far (1999)",
        "year": 1999,
        "rowNumber": 1,
        "findingCount": 1,
        "elementCount": 1,
        "soleCount": 0,
        "citationCount": 1,
        "relayedByIds": ["source/berg-2010"],
        "relaysIds": [],
        "weightRank": 1,
        "elementTies": ["goals relayed 1"],
        "soleElementIds": [],
        "strengthIds": [],
    },
    {
        "id": "source/s",
        "shortName": "Study (2018)",
        "title": "De studie",
        "year": 2018,
        "sourceType": "report",
        "rowNumber": 2,
        "findingCount": 1,
        "elementCount": 1,
        "soleCount": 0,
        "citationCount": 1,
        "relayedByIds": [],
        "relaysIds": [],
        "soleElementIds": [],
        "weightRank": 2,
        "elementTies": ["trust own 1"],
        "strengthIds": [],
    },
]
PASSAGES = [
    {"id": "passage/s/p1", "section": "4.10", "page": "31"},
    {"id": "passage/s/p2", "section": "4.2"},
    {"id": "passage/s/p3", "section": "4.2", "partEn": "2", "partNl": "2"},
]
CITATIONS = [
    {
        "id": "citation/s/c1",
        "printedForm": "Berg (2010, p. 8)",
        "mode": "read",
        "pages": "8",
        "sourcePage": "source/berg-2010#0",
        "sourceOrder": 0,
    },
    {
        "id": "citation/s/c2",
        "printedForm": "Far (1999)",
        "mode": "relayed",
        "sourcePage": "source/far-1999#0",
        "sourceOrder": 0,
    },
    {
        "id": "citation/s/own-p2",
        "printedForm": "",
        "mode": "own",
        "sourcePage": "source/s#0",
        "sourceOrder": 0,
    },
    {
        "id": "citation/s/c3",
        "printedForm": "Berg, 2010",
        "mode": "read",
        "sourcePage": "source/berg-2010#1",
        "sourceOrder": 25,
    },
]
FINDINGS = [
    {
        "id": "finding/s/f1",
        "direction": "supports",
        "lane": "experience",
        "evidenceKind": "qualitative",
        "testedBy": "association",
        "paraphraseNl": "Vertrouwen helpt.",
        "paraphraseEn": "Trust helps.",
        "elementPage": "element/trust#0",
        "elementOrder": 0,
    },
    {
        "id": "finding/s/f2",
        "direction": "qualifies",
        "paraphraseNl": "Niet altijd.",
        "paraphraseEn": "Not always.",
        "elementPage": "element/trust#1",
        "elementOrder": 25,
    },
    {
        "id": "finding/s/f3",
        "direction": "supports",
        "paraphraseNl": "Doelen richten.",
        "paraphraseEn": "Goals direct.",
        "elementPage": "element/goals#0",
        "elementOrder": 0,
    },
]
RELATIONS = [
    {
        "id": "relation/s/r1",
        "kind": "contributes-to",
        "paraphraseNl": "Doelen geven vertrouwen.",
        "paraphraseEn": "Goals give trust.",
    },
    {"id": "relation/s/r2", "kind": "conflicts-with", "paraphraseNl": "Soms.", "paraphraseEn": ""},
]
STRENGTHS = [
    {"id": "reported-strength/s/s1", "wordNl": "sterk", "wordEn": "strong"},
    {"id": "reported-strength/s/s2", "wordNl": "matig", "wordEn": ""},
]
EXCEPTIONS = [
    {
        "id": "exception/s/x1",
        "conditionNl": "Bij gevaar.",
        "conditionEn": "In danger.",
        "consequenceNl": "Dan niet.",
        "consequenceEn": "Then not.",
    },
]
CELLS = [
    {
        "id": "cell/trust/youth-care",
        "element": "element/trust",
        "domain": "domain/youth-care",
        "state": "P2",
        "findingCount": 1,
        "sourceCount": 1,
    },
    {
        "id": "cell/trust/youth",
        "element": "element/trust",
        "domain": "domain/youth",
        "state": "N0",
        "findingCount": 0,
        "sourceCount": 0,
        "reportedNl": ["sterk"],
        "reportedEn": ["strong"],
        "reporterIds": ["source/berg-2010"],
        "reporterNames": ["Berg (2010)"],
        "reportedAt": ["4.2"],
    },
    {
        "id": "cell/goals/unspecified",
        "element": "element/goals",
        "domain": "domain/unspecified",
        "state": "N0",
        "findingCount": 1,
        "sourceCount": 1,
    },
]
NODES: Mapping[str, list[dict[str, Any]]] = {
    "Layer": LAYERS,
    "Domain": DOMAINS,
    "Element": ELEMENTS,
    "Source": SOURCES,
    "Passage": PASSAGES,
    "Citation": CITATIONS,
    "Finding": FINDINGS,
    "Relation": RELATIONS,
    "ReportedStrength": STRENGTHS,
    "Exception": EXCEPTIONS,
    "Outcome": [{"id": "outcome/o1", "labelNl": "Rust", "labelEn": "Calm"}],
    "Cell": CELLS,
}
TIE = {"kinds": ["contributes-to", "predicts"], "counts": [1, 2]}
LINKS: list[tuple[str, str, str, dict[str, Any]]] = [
    ("layer/way", "BROADER", "layer/bond", {}),
    ("domain/youth-care", "BROADER", "domain/youth", {}),
    ("element/goals", "PLACED_IN", "layer/client", {}),
    ("element/trust", "PLACED_IN", "layer/way", {}),
    ("element/trust", "PLACED_IN", "layer/bond", {}),
    ("element/plan", "PLACED_IN", "layer/way", {}),
    ("element/alone", "PLACED_IN", "layer/way", {}),
    ("element/goals", "BROADER", "element/plan", {}),
    ("element/goals", "RELATES_TO", "element/trust", TIE),
    ("element/plan", "RELATES_TO", "element/trust", {"kinds": ["conflicts-with"], "counts": [1]}),
    ("passage/s/p1", "PART_OF", "source/s", {}),
    ("passage/s/p2", "PART_OF", "source/s", {}),
    ("passage/s/p3", "PART_OF", "source/s", {}),
    ("citation/s/c1", "CITES", "source/berg-2010", {}),
    ("citation/s/c3", "CITES", "source/berg-2010", {}),
    ("citation/s/c2", "CITES", "source/far-1999", {}),
    ("citation/s/c2", "RELAYED_BY", "source/berg-2010", {}),
    ("citation/s/own-p2", "CITES", "source/s", {}),
    ("finding/s/f1", "ABOUT", "element/trust", {}),
    ("finding/s/f1", "IN_DOMAIN", "domain/youth-care", {}),
    ("finding/s/f1", "OUTCOME", "outcome/o1", {}),
    ("finding/s/f1", "FOUND_AT", "passage/s/p1", {}),
    ("finding/s/f1", "FOUND_AT", "passage/s/p2", {}),
    ("finding/s/f1", "FOUND_AT", "passage/s/p3", {}),
    ("finding/s/f1", "RESTS_ON", "citation/s/c1", {}),
    ("finding/s/f1", "REPORTED_IN", "source/s", {}),
    ("finding/s/f2", "ABOUT", "element/trust", {}),
    ("finding/s/f2", "FOUND_AT", "passage/s/p2", {}),
    ("finding/s/f2", "RESTS_ON", "citation/s/own-p2", {}),
    ("finding/s/f2", "REPORTED_IN", "source/s", {}),
    ("finding/s/f3", "ABOUT", "element/goals", {}),
    ("finding/s/f3", "FOUND_AT", "passage/s/p2", {}),
    ("finding/s/f3", "RESTS_ON", "citation/s/c2", {}),
    ("finding/s/f3", "RESTS_ON", "citation/s/c1", {}),
    ("finding/s/f3", "RESTS_ON", "citation/s/c3", {}),
    ("finding/s/f3", "REPORTED_IN", "source/s", {}),
    ("relation/s/r1", "STARTS_AT", "element/goals", {}),
    ("relation/s/r1", "ENDS_AT", "element/trust", {}),
    ("relation/s/r1", "FOUND_AT", "passage/s/p1", {}),
    ("relation/s/r1", "RESTS_ON", "citation/s/c1", {}),
    ("relation/s/r1", "REPORTED_IN", "source/s", {}),
    ("relation/s/r2", "STARTS_AT", "element/plan", {}),
    ("relation/s/r2", "ENDS_AT", "element/trust", {}),
    ("relation/s/r2", "FOUND_AT", "passage/s/p2", {}),
    ("relation/s/r2", "RESTS_ON", "citation/s/own-p2", {}),
    ("relation/s/r2", "REPORTED_IN", "source/s", {}),
    ("reported-strength/s/s1", "STRENGTH_OF", "element/trust", {}),
    ("reported-strength/s/s1", "IN_DOMAIN", "domain/youth", {}),
    ("reported-strength/s/s1", "REPORTED_BY", "source/berg-2010", {}),
    ("reported-strength/s/s1", "FOUND_AT", "passage/s/p2", {}),
    ("reported-strength/s/s2", "STRENGTH_OF", "element/goals", {}),
    ("reported-strength/s/s2", "REPORTED_BY", "source/berg-2010", {}),
    ("exception/s/x1", "QUALIFIES", "element/plan", {}),
    ("exception/s/x1", "QUALIFIES", "element/trust", {}),
    ("exception/s/x1", "FOUND_AT", "passage/s/p2", {}),
    ("exception/s/x1", "RESTS_ON", "citation/s/c2", {}),
    ("cell/trust/youth-care", "IN_ROW", "element/trust", {}),
    ("cell/trust/youth-care", "IN_COLUMN", "domain/youth-care", {}),
    ("cell/trust/youth", "IN_ROW", "element/trust", {}),
    ("cell/trust/youth", "IN_COLUMN", "domain/youth", {}),
    ("cell/goals/unspecified", "IN_ROW", "element/goals", {}),
    ("cell/goals/unspecified", "IN_COLUMN", "domain/unspecified", {}),
]


def statements() -> list[Statement]:
    """Say the example as statements for one transaction."""
    nodes = [
        Statement(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": rows})
        for label, rows in NODES.items()
    ]
    label_of = {row["id"]: label for label, rows in NODES.items() for row in rows}
    links = [
        Statement(
            f"MATCH (a:{label_of[start]} {{id: $start}}) MATCH (b:{label_of[end]} {{id: $end}}) "
            f"CREATE (a)-[r:{kind}]->(b) SET r = $values",
            {"start": start, "end": end, "values": values},
        )
        for start, kind, end, values in LINKS
    ]
    return nodes + links
