"""A small set of records that conform to every shape, one of each class, to break at will."""

from __future__ import annotations

from evidence_ontology.records import Record

BOTH = {"labelNl": "Naam", "labelEn": "Name"}
DEFINED = {**BOTH, "definitionNl": "Wat het is.", "definitionEn": "What it is."}
TOLD = {"foundAt": ("passage/s/p1",), "restsOn": ("citation/s/c1",), "reportedIn": ("source/s",)}
PARAPHRASE = {"paraphraseNl": "In eigen woorden.", "paraphraseEn": "In our own words."}

CONFORMING = (
    Record("Layer", "layer/l1", {**DEFINED, "order": 1, "ring": 0}),
    Record("Domain", "domain/d1", {**BOTH, "order": 1}),
    Record("Element", "element/e1", DEFINED, {"placedIn": ("layer/l1",)}),
    Record(
        "Element", "element/e2", DEFINED, {"placedIn": ("layer/l1",), "broader": ("element/e1",)}
    ),
    Record(
        "Source",
        "source/s",
        {"shortName": "S 2018", "sourceType": "report", "year": 2018, "spellings": ("S, 2018",)},
    ),
    Record("Passage", "passage/s/p1", {"section": "4.1"}, {"partOf": ("source/s",)}),
    Record(
        "Citation",
        "citation/s/c1",
        {"mode": "read", "printedForm": "S, 2018"},
        {"foundAt": ("passage/s/p1",), "cites": ("source/s",)},
    ),
    Record(
        "Finding",
        "finding/s/f1",
        {**PARAPHRASE, "direction": "supports"},
        {"about": ("element/e1",), "inDomain": ("domain/d1",), **TOLD},
    ),
    Record(
        "Relation",
        "relation/s/r1",
        {**PARAPHRASE, "kind": "part-of"},
        {"startsAt": ("element/e1",), "endsAt": ("element/e2",), **TOLD},
    ),
    Record(
        "ReportedStrength",
        "reported-strength/s/s1",
        {"wordNl": "sterk", "wordEn": "strong"},
        {
            "strengthOf": ("element/e1",),
            "inDomain": ("domain/d1",),
            "reportedBy": ("source/s",),
            **TOLD,
        },
    ),
    Record(
        "Exception",
        "exception/s/x1",
        {
            "conditionNl": "Als.",
            "conditionEn": "If.",
            "consequenceNl": "Dan.",
            "consequenceEn": "Then.",
        },
        {"qualifies": ("element/e1",), **TOLD},
    ),
    Record(
        "EvidenceAssessment",
        "evidence-assessment/s/a1",
        {
            "lane": "effect",
            "coverage": "found",
            "effectDirection": "positive",
            "certainty": "low",
            "contested": False,
            "rationaleNl": "Omdat.",
            "rationaleEn": "Because.",
            "assessor": "A. Beoordelaar",
            "status": "published",
        },
        {
            "assesses": ("element/e1",),
            "inDomain": ("domain/d1",),
            "restsOnFinding": ("finding/s/f1",),
        },
    ),
)
