"""What the first study says, counted from the tables: the facts of the evidence model."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest

STEKETEE = "steketee-jansma-gilsing-2015"
Tables = dict[str, pd.DataFrame]


def test_24_elements_are_listed_in_their_layers(
    listed: dict[str, set[str]], elements: pd.DataFrame
) -> None:
    primary = Counter(
        str(elements.at[slug, "mainLayer"] or elements.at[slug, "placedIn"]) for slug in listed
    )
    assert primary == {
        "values": 3,
        "personal-alliance": 5,
        "task-alliance": 6,
        "competences": 10,
    }


def test_every_listed_element_has_support(listed: dict[str, set[str]]) -> None:
    assert [slug for slug, sources in listed.items() if not sources] == []


def test_nine_listed_elements_rest_on_one_source(listed: dict[str, set[str]]) -> None:
    assert {slug: next(iter(found)) for slug, found in listed.items() if len(found) == 1} == {
        "equality": "bool-2017",
        "openness": "driesen-besselink-2014",
        "shared-approach": "verheijden-de-lange-2016",
        "knowledge-of-what-works": "verheijden-de-lange-2016",
        "patient": STEKETEE,
        "empathy": STEKETEE,
        "solution-focused": STEKETEE,
        "accessible": STEKETEE,
        "supportive": STEKETEE,
    }


def test_one_source_is_cited_for_18_of_24(listed: dict[str, set[str]]) -> None:
    counts = Counter(source for found in listed.values() for source in found)
    assert counts.most_common(1) == [(STEKETEE, 18)]


def test_without_it_five_lose_all_support(
    listed: dict[str, set[str]], elements: pd.DataFrame
) -> None:
    left_bare = [slug for slug, found in listed.items() if not found - {STEKETEE}]
    assert sorted(str(elements.at[slug, "labelNl"]) for slug in left_bare) == [
        "Geduldig",
        "Inlevend vermogen",
        "Ondersteunend",
        "Oplossingsgericht",
        "Toegankelijk",
    ]


def test_motivation_and_self_direction_stand_in_two_places(elements: pd.DataFrame) -> None:
    assert elements.at["motivation", "placedIn"] == "client|task-alliance"
    assert elements.at["motivation", "mainLayer"] == "task-alliance"
    assert elements.at["self-direction", "placedIn"] == "personal-alliance|task-alliance"


def test_two_listed_elements_are_narrower_than_self_direction(elements: pd.DataFrame) -> None:
    assert set(elements.index[elements["broader"] == "self-direction"]) >= {
        "self-direction-of-household",
        "self-direction-as-far-as-possible",
    }


def test_alliance_has_two_kinds_that_are_its_parts(elements: pd.DataFrame, study: Tables) -> None:
    kinds = {"personal-alliance", "task-alliance"}
    relations = study["relations"]
    parts = relations[(relations["kind"] == "part-of") & (relations["endsAt"] == "alliance")]
    assert set(elements.index[elements["broader"] == "alliance"]) >= kinds
    assert set(parts["startsAt"]) >= kinds


def test_practical_help_acts_on_trust_and_on_motivation(study: Tables) -> None:
    relations = study["relations"]
    acts = relations[
        (relations["startsAt"] == "practical-help") & (relations["kind"] == "contributes-to")
    ]
    assert {"trust-and-safety", "motivation"} <= set(acts["endsAt"])


def test_openness_makes_more_equal(study: Tables) -> None:
    relations = study["relations"].set_index(["startsAt", "endsAt"])["kind"]
    assert relations["openness", "equality"] == "contributes-to"


def test_strength_is_reported_twice_and_only_for_alliance(study: Tables) -> None:
    rows = study["reported-strengths"]
    columns = ["strengthOf", "inDomain", "wordNl", "wordEn", "reportedBy"]
    assert sorted(rows[columns].itertuples(index=False, name=None)) == [
        ("alliance", "preventive-field", "zwak", "weak", "barnhoorn-2013"),
        ("alliance", "youth-mental-health", "sterk", "strong", "barnhoorn-2013"),
    ]


def test_findings_of_alliance_name_the_two_domains(study: Tables) -> None:
    stated = study["findings"][study["findings"]["inDomain"] != ""]
    assert {
        ("alliance", "preventive-field"),
        ("alliance", "youth-mental-health"),
    } <= set(zip(stated["about"], stated["inDomain"], strict=True))


def test_domains_nest_as_the_study_says(tables: Tables) -> None:
    domains = tables["thesaurus/domains"].set_index("id")
    assert domains.at["unspecified", "labelNl"] == "Domein niet genoemd"
    assert domains.at["unspecified", "order"] == "0"
    chain = ["preventive-field"]
    while parent := str(domains.at[chain[-1], "broader"]):
        chain.append(parent)
    assert chain == ["preventive-field", "youth-care", "youth", "social-domain"]
    assert domains.at["youth-mental-health", "broader"] == "youth-care"


@pytest.mark.parametrize("section", ["4.4.3", "4.6.2"])
def test_self_direction_has_its_exceptions(study: Tables, section: str) -> None:
    sections = study["passages"].set_index("id")["section"]
    there = [
        set(str(row.qualifies).split("|"))
        for row in study["exceptions"].itertuples()
        if section in {sections[place] for place in str(row.foundAt).split("|")}
    ]
    assert there == [
        {"self-direction", "self-direction-of-household", "self-direction-as-far-as-possible"}
    ]


def test_relayed_sources_are_those_that_the_study_did_not_read(
    study: Tables, source_of: dict[str, list[str]]
) -> None:
    chains = {
        (source_of[str(row.printedForm)][0], str(row.relayedBy))
        for row in study["citations"].itertuples()
        if row.mode == "relayed"
    }
    assert chains == {
        ("wampold-2001", "pijnenburg-van-hattum-2012"),
        ("wampold-brown-2005", "pijnenburg-van-hattum-2012"),
        ("tonkens-2009", "pijnenburg-2010"),
        ("hubble-2010", "pijnenburg-2010"),
        ("barnhoorn-2013", STEKETEE),
    }


def test_the_weight_of_the_relation_stands_beside_its_caveat(study: Tables) -> None:
    sections = study["passages"].set_index("id")["section"]
    found = study["findings"]
    in_4_2 = found[found["foundAt"].isin(set(sections.index[sections == "4.2"]))]
    directions = set(in_4_2[in_4_2["about"] == "alliance"]["direction"])
    assert {"supports", "qualifies"} <= directions
    assert "footnote 4" in set(study["passages"]["partEn"])


def test_the_open_facts_of_the_study_stay_open(tables: Tables) -> None:
    sources = tables["sources/sources"].set_index("id")
    study = "integrated-working-2018"
    assert {sources.at[study, column] for column in ("authors", "year", "title")} == {""}
    assert "open" in str(sources.at[study, "noteNl"])
    assert "open" in str(sources.at[study, "noteEn"])


def test_the_context_of_the_study_is_there(study: Tables, tables: Tables) -> None:
    protocols = study["search-protocols"].set_index("systematic")
    assert protocols.at["true", "fromYear"] == "2012"
    assert set(study["search-protocols"]["searchesFor"]) == {""}, "no element was asked for by name"
    kinds = Counter(study["knowledge-gaps"]["gapKind"])
    assert kinds == {"open-question": 7, "named-gap": 5}
    assert list(study["recommendations"].sort_values("order")["order"]) == list("12345")
    assert list(tables["thesaurus/perspectives"]["id"]) == [
        "client",
        "methodical",
        "organisational",
    ]
    own = study["cases"][study["cases"]["restsOn"] == ""]
    assert len(own) == 4, "clients of one team; two more cases are published elsewhere"
    assert "11%" in set(study["statistics"]["figure"])


def test_what_the_text_leaves_open_is_recorded(study: Tables) -> None:
    points = study["open-points"]
    assert set(points["openKind"]) == {"missing", "unclear", "misspelled", "broken-reference"}
    said = " ".join(points["paraphraseEn"])
    for known in ("4.3.4", "reference list", "title page"):
        assert known in said


def test_an_element_that_is_only_named_rests_on_nothing_more(study: Tables) -> None:
    named = study["findings"][study["findings"]["direction"] == "named"]
    assert {"leadership", "caseload", "mandate"} <= set(named["about"])
