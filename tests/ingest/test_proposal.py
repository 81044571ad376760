"""The rules that propose a state, and the laws of the evidence model as properties."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_ingest.independence import independent, units
from evidence_ingest.proposal import Claim, propose
from evidence_ontology.ontology import ontology
from evidence_ontology.records import Record

CODES = {name: [c.code for c in concepts] for name, concepts in ontology().lists.items()}
CLAIMS = st.builds(
    Claim,
    unit=st.sampled_from("abcdefgh"),
    mode=st.sampled_from(["read", "relayed", "own"]),
    effect=st.sampled_from(CODES["EffectDirection"]),
    evidence_kind=st.sampled_from([*CODES["EvidenceKind"], ""]),
    tested_by=st.sampled_from([*CODES["ElementTest"], ""]),
    precise=st.booleans(),
)
MANY = st.lists(CLAIMS, max_size=9)
LANES = st.sampled_from(["effect", "experience"])
LEVEL = {"P1": 1, "P2": 2, "P3": 3}
STRONG = Claim("a", evidence_kind="randomised", tested_by="factorial")


def level(claims: list[Claim], lane: str) -> int:
    """How positive a state is; all that is not P is 0."""
    return LEVEL.get(propose(claims, lane).state, 0)


@pytest.mark.parametrize(
    ("claims", "expected", "rule"),
    [
        ([STRONG, replace(STRONG, unit="b")], "P3", "best-design-first"),
        ([STRONG], "P2", "one-independent-study"),
        ([STRONG, STRONG], "P2", "one-independent-study"),
        (
            [replace(STRONG, tested_by="shared-component")],
            "P1",
            "cap-by-how-the-element-was-tested",
        ),
        ([replace(STRONG, tested_by="association")], "P2", "cap-by-how-the-element-was-tested"),
        ([replace(STRONG, tested_by="expert-opinion")], "N2", "cap-by-how-the-element-was-tested"),
        ([replace(STRONG, mode="relayed")], "N2", "only-what-was-read-counts"),
        ([Claim("a")], "N2", "best-design-first"),
        ([replace(STRONG, effect="none", precise=False)], "N2", "small-study-says-nothing"),
        ([replace(STRONG, effect="none")], "Z", "one-independent-study"),
        ([replace(STRONG, effect="negative")], "H", "one-independent-study"),
        ([STRONG, replace(STRONG, unit="b", effect="negative")], "M", "contested"),
        ([], "N0", "nobody-looked"),
    ],
)
def test_each_rule_is_named_when_it_fires(claims: list[Claim], expected: str, rule: str) -> None:
    found = propose(claims)
    assert found.state == expected
    assert rule in found.rules


def test_a_search_that_covers_the_cell_and_found_nothing() -> None:
    assert propose([], searched=True).state == "N1"


def test_serious_concerns_take_a_step_each() -> None:
    two = [STRONG, replace(STRONG, unit="b")]
    assert [propose(two, lowered=n).state for n in range(4)] == ["P3", "P2", "P1", "N2"]


def test_a_weak_contrary_study_beside_many_strong_ones_does_not_make_it_contested() -> None:
    agreeing = [replace(STRONG, unit=unit) for unit in "abc"]
    contrary = Claim("z", effect="negative", evidence_kind="expert-opinion")
    assert propose([*agreeing, contrary]).state == "P3"
    assert propose([*agreeing[:2], contrary]).contested, "fewer than three quarters agree"


def test_experience_has_a_scale_of_its_own() -> None:
    told = Claim("a", evidence_kind="qualitative")
    assert propose([told, replace(told, unit="b")], "experience").state == "P3"
    assert propose([told, replace(told, unit="b")], "effect").state == "N2"


@given(MANY, CLAIMS, LANES)
def test_a_relay_never_raises_a_state(claims: list[Claim], claim: Claim, lane: str) -> None:
    relayed = replace(claim, mode="relayed")
    assert level([*claims, relayed], lane) <= level(claims, lane)


@given(MANY, LANES)
def test_a_duplicate_citation_changes_nothing(claims: list[Claim], lane: str) -> None:
    assert propose([*claims, *claims], lane) == propose(claims, lane)


@given(MANY, CLAIMS, LANES, st.sampled_from(["none", "negative"]))
def test_a_contrary_finding_never_raises_p(
    claims: list[Claim], claim: Claim, lane: str, effect: str
) -> None:
    assert level([*claims, replace(claim, effect=effect)], lane) <= level(claims, lane)


@given(st.booleans(), LANES)
def test_no_findings_give_n0_or_n1(searched: bool, lane: str) -> None:
    assert propose([], lane, searched=searched).state in {"N0", "N1"}


@given(MANY.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))), LANES)
def test_the_order_of_ingestion_changes_nothing(
    both: tuple[list[Claim], list[Claim]], lane: str
) -> None:
    assert propose(both[0], lane) == propose(both[1], lane)


@given(MANY, LANES, st.integers(0, 3))
def test_concerns_never_raise_a_state(claims: list[Claim], lane: str, lowered: int) -> None:
    assert LEVEL.get(propose(claims, lane, lowered=lowered).state, 0) <= level(claims, lane)


@given(st.sampled_from(CODES["EvidenceKind"]), st.integers(2, 4), LANES)
def test_the_same_study_told_in_several_reports_counts_once(
    kind: str, reports: int, lane: str
) -> None:
    sources = [
        Record("Source", f"source/s{n}", {}, {"originatesFrom": ("study/x",)})
        for n in range(reports)
    ]
    unit_of = units(sources)
    told = [Claim(unit_of[s.id], evidence_kind=kind, tested_by="factorial") for s in sources]
    assert propose(told, lane) == propose(told[:1], lane)
    assert independent(unit_of, [s.id for s in sources]) == 1


def test_sources_that_share_a_study_through_another_are_one() -> None:
    shared = {"s1": ("study/x",), "s2": ("study/x", "study/y"), "s3": ("study/y",), "s4": ()}
    sources = [
        Record("Source", f"source/{slug}", {}, {"originatesFrom": studies})
        for slug, studies in shared.items()
    ]
    unit_of = units(sources)
    assert independent(unit_of, [s.id for s in sources]) == 2
    assert unit_of["source/s4"] == "source/s4"
