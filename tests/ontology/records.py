"""A small set of records that conform to every shape, one of each class, to break at will."""

from __future__ import annotations

from evidence_ontology.records import Record

BOTH = {"labelNl": "Naam", "labelEn": "Name"}
DEFINED = {**BOTH, "definitionNl": "Wat het is.", "definitionEn": "What it is."}
TOLD = {"foundAt": ("passage/s/p1",), "restsOn": ("citation/s/c1",), "reportedIn": ("source/s",)}
ABOUT = {"about": ("element/e1",), **TOLD}
PARAPHRASE = {"paraphraseNl": "In eigen woorden.", "paraphraseEn": "In our own words."}

CONFORMING = (
    Record("Layer", "layer/l1", {**DEFINED, "order": 1, "ring": 0}),
    Record("Domain", "domain/d1", {**BOTH, "order": 1}),
    Record("Perspective", "perspective/v1", {**DEFINED, "order": 1}),
    Record("Outcome", "outcome/o1", {**DEFINED, "order": 1}),
    Record("Study", "study/st1", {**BOTH, "evidenceKind": "unknown"}),
    Record(
        "Element",
        "element/e1",
        DEFINED,
        {
            "placedIn": ("layer/l1",),
            "mainLayer": ("layer/l1",),
            "seenFrom": ("perspective/v1",),
        },
    ),
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
            "secondAssessor": "B. Beoordelaar",
            "assessedOn": "2026-11-01",
            "publishedOn": "2026-11-20",
            "reviewDue": "2028-11-20",
            "status": "published",
        },
        {
            "assesses": ("element/e1",),
            "inDomain": ("domain/d1",),
            "restsOnFinding": ("finding/s/f1",),
        },
    ),
    Record(
        "Concern",
        "concern/s/n1",
        {**PARAPHRASE, "criterion": "imprecision", "seriousness": "serious"},
        {"concernOf": ("evidence-assessment/s/a1",)},
    ),
    Record("Finding", "finding/s/f2", {**PARAPHRASE, "direction": "contradicts"}, ABOUT),
    Record(
        "Contradiction",
        "contradiction/s/t1",
        PARAPHRASE,
        {
            "between": ("finding/s/f1", "finding/s/f2"),
            "foundAt": ("passage/s/p1",),
            "reportedIn": ("source/s",),
        },
    ),
    Record(
        "Condition",
        "condition/s/k1",
        {"conditionNl": "Als.", "conditionEn": "If."},
        {"holdsFor": ("element/e1",), **TOLD},
    ),
    Record(
        "Recommendation",
        "recommendation/s/a1",
        {**BOTH, **PARAPHRASE, "order": 1},
        {"restsOnElement": ("element/e1",), "restsOnFinding": ("finding/s/f1",), **TOLD},
    ),
    Record("KnowledgeGap", "knowledge-gap/s/g1", {**PARAPHRASE, "gapKind": "named-gap"}, TOLD),
    Record(
        "SearchProtocol",
        "search-protocol/s/z1",
        {
            "systematic": True,
            "questionNl": "Wat?",
            "questionEn": "What?",
            "searchedInNl": "Ergens",
            "searchedInEn": "Somewhere",
            "termsNl": ("een", "twee"),
            "termsEn": ("one", "two"),
            "fromYear": 2012,
        },
        {
            "covers": ("domain/d1",),
            "searchesFor": ("element/e1",),
            "foundAt": ("passage/s/p1",),
            "reportedIn": ("source/s",),
        },
    ),
    Record("Case", "case/s/c1", {**BOTH, **PARAPHRASE}, TOLD),
    Record(
        "PracticeVoice",
        "practice-voice/s/v1",
        {**PARAPHRASE, "speaker": "client"},
        {"about": ("element/e1",), "fromCase": ("case/s/c1",), **TOLD},
    ),
    Record("Definition", "definition/s/d1", {**BOTH, **PARAPHRASE}, TOLD),
    Record("Statistic", "statistic/s/n1", {**BOTH, "figure": "11%"}, TOLD),
    Record(
        "OpenPoint",
        "open-point/s/o1",
        {**PARAPHRASE, "openKind": "missing"},
        {"concerns": ("source/s",), "reportedIn": ("source/s",)},
    ),
    Record(
        "Curation",
        "curation/s/h1",
        {
            **PARAPHRASE,
            "action": "read",
            "performedBy": "A. Lezer",
            "performedOn": "2026-11-25",
        },
        {"reportedIn": ("source/s",)},
    ),
    Record(
        "ElementList",
        "element-list/s/l1",
        BOTH,
        {
            "members": ("element/e1", "element/e2"),
            "foundAt": ("passage/s/p1",),
            "reportedIn": ("source/s",),
        },
    ),
    Record("Release", "release/1-0-0", {"version": "1.0.0", "releasedOn": "2026-11-25"}),
)
