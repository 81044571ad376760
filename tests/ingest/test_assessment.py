"""The state that a person sees, and its laws."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_ingest.assessment import Judgement, state
from evidence_ontology.ontology import ontology

CODES = {name: [c.code for c in concepts] for name, concepts in ontology().lists.items()}
JUDGEMENTS = st.builds(
    Judgement,
    lane=st.sampled_from(CODES["Lane"]),
    coverage=st.sampled_from(CODES["Coverage"]),
    direction=st.sampled_from(CODES["EffectDirection"]),
    certainty=st.sampled_from(CODES["Certainty"]),
    contested=st.booleans(),
)


def test_nothing_assessed_is_never_weak() -> None:
    assert state([]) == "N0"


@pytest.mark.parametrize(
    ("direction", "certainty", "expected"),
    [
        ("positive", "very-low", "N2"),
        ("positive", "low", "P1"),
        ("positive", "moderate", "P2"),
        ("positive", "high", "P3"),
        ("none", "low", "N2"),
        ("none", "moderate", "Z"),
        ("negative", "low", "H"),
        ("negative", "very-low", "N2"),
    ],
)
def test_direction_and_certainty(direction: str, certainty: str, expected: str) -> None:
    assert state([Judgement("effect", "found", direction, certainty, contested=False)]) == expected


def test_every_state_can_occur() -> None:
    every = {
        state([Judgement("effect", *parts)])
        for parts in product(
            CODES["Coverage"], CODES["EffectDirection"], CODES["Certainty"], (True, False)
        )
    }
    assert every | {"N0"} == set(CODES["State"])


@given(JUDGEMENTS, JUDGEMENTS)
def test_lanes_are_never_added_up(one: Judgement, other: Judgement) -> None:
    """Two lanes give the state of one of them, not something in between."""
    assert state([one, other]) in {state([one]), state([other])}


@given(st.lists(JUDGEMENTS, unique_by=lambda j: j.lane))
def test_the_order_changes_nothing(judgements: list[Judgement]) -> None:
    assert state(judgements) == state(judgements[::-1])
