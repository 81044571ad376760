"""Proposed findings: measured on labelled texts, and what must hold for any text."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_ingest.thesaurus import read_thesaurus
from evidence_literature.documents.building import built, built_from_text
from evidence_literature.extracting.extract import extract_from
from evidence_literature.proposing import reasons
from evidence_literature.proposing.proposal import Proposal
from evidence_literature.proposing.thesaurus import Term, Thesaurus
from tests.literature.claimed import DATA, score_of

THESAURUS = Thesaurus(
    (
        Term("humour", ("Humor", "Humour")),
        Term("patience", ("Geduld", "Patience")),
        Term("alliance", ("Alliantie", "Alliance", "samenwerkingsrelatie", "werkrelatie")),
        Term("trust", ("Vertrouwen en gevoel van veiligheid", "Trust and a sense of safety")),
        Term("skills", ("Sociale en contactuele vaardigheden", "Social and contact skills")),
        Term("supportive", ("Ondersteunend", "Supportive")),
        Term("reliable", ("Betrouwbaar", "Reliable")),
        Term("openness", ("Openheid", "Openness")),
        Term("prevention", ("Preventie", "Prevention")),
    ),
    (Term("youth-care", ("Jeugdzorg", "Youth care")), Term("work", ("Werk", "Work"))),
)


def proposed(text: str, thesaurus: Thesaurus = THESAURUS) -> Sequence[Proposal]:
    return extract_from(built_from_text("a", text), thesaurus).proposals


def only(text: str, kind: str = "finding") -> Proposal:
    (one,) = [one for one in proposed(text) if one.kind == kind]
    return one


@pytest.mark.parametrize(
    ("kind", "precision", "recall", "fields"),
    [
        ("tuning", 0.88, 0.92, 0.98),
        ("heldout", 0.8, 0.88, 0.95),
        ("first", 0.88, 0.94, 0.98),
        ("second", 0.8, 0.88, 0.97),
    ],
)
def test_labelled_texts(kind: str, precision: float, recall: float, fields: float) -> None:
    score = score_of(kind, strict=True)
    assert score.precision >= precision, score.wrong
    assert score.recall >= recall, score.missed
    assert score.fields >= fields, score.other


def test_the_thesaurus_has_the_names_of_the_tables() -> None:
    thesaurus = read_thesaurus(DATA)
    names = {term.id: term.names for term in thesaurus.elements}
    assert {"Alliantie", "Alliance", "samenwerkingsrelatie"} <= set(names["alliance"])
    assert "unspecified" not in {term.id for term in thesaurus.domains}


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_read_and_offsets_point_into_it(text: str) -> None:
    for one in proposed(text):
        assert 0 <= one.start < one.end <= len(text)
        assert 0 < one.confidence < 1


words = st.sampled_from(
    ["humor", "geduld", "is van belang", "helpt", "(Bos, 2001)", ".", "niet", ","]
)


@given(st.lists(words, max_size=25).map(" ".join))
def test_what_is_proposed_stands_there_with_its_works(text: str) -> None:
    found = extract_from(built_from_text("a", text), THESAURUS)
    keys = {work.key for work in found.works}
    marks = [one.fingerprint for one in found.proposals]
    assert len(marks) == len(set(marks))
    for one in found.proposals:
        assert " ".join(text[one.start : one.end].split()) == one.text
        assert one.element.name.lower() in one.text.lower()
        assert {work.key for work in one.works} <= keys
        assert (one.mode == "own") == (not one.works)


@given(
    st.sampled_from(["", "Een ander begin.\n\n", "1 Kop\n\n"]), st.sampled_from(["", "\n\nSlot."])
)
def test_a_fingerprint_stays_when_the_text_around_it_changes(before: str, after: str) -> None:
    text = "Humor helpt (Bos, 2001)."
    assert only(before + text + after).fingerprint == only(text).fingerprint


def test_the_same_sentence_twice_has_two_fingerprints() -> None:
    one, other = proposed("Humor helpt (Bos, 2001).\n\nHumor helpt (Bos, 2001).")
    assert one.fingerprint != other.fingerprint
    assert one.element == other.element


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Humor helpt (Bos, 2001).", "supports"),
        ("Humor helpt, mits er tijd is (Bos, 2001).", "conditional"),
        ("Humor helpt, maar niet altijd (Bos, 2001).", "qualifies"),
        ("Humor heeft geen effect (Bos, 2001).", "contradicts"),
        ("Humour improves the outcome of the work (Bos, 2001).", "supports"),
        ("Humour is important only if it is kind (Bos, 2001).", "conditional"),
        ("The evidence for humour is mixed in this work (Bos, 2001).", "qualifies"),
        ("Humour does not improve the outcome (Bos, 2001).", "contradicts"),
    ],
)
def test_direction(text: str, direction: str) -> None:
    assert only(text).direction == direction


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("Humor helpt (Bos, 2001; Vos, 2010).", [("bos-2001", ""), ("vos-2010", "")]),
        ("Humor helpt (Bos, 2001, in: Vos, 2010).", [("bos-2001", "vos-2010")]),
        ("Vos (2010) verwijst naar Bos (2001): humor helpt.", [("bos-2001", "vos-2010")]),
        ("Humor helpt. (Bos, 2001) Dat is het.", [("bos-2001", "")]),
        ("Tijd telt (Bos, 2001). Ook humor helpt.", [("bos-2001", "")]),
        ("Wij vinden humor belangrijk.", []),
        ("Bos (2001) is oud.\n\nIets anders.\n\nBos stelt dat humor helpt.", [("bos-2001", "")]),
        ("Tijd telt (Bos, 2001). Wij vinden humor belangrijk.", []),
    ],
)
def test_works_and_how_they_are_known(text: str, works: list[tuple[str, str]]) -> None:
    (one,) = [one for one in proposed(text) if one.element.id == "humour"]
    assert [(work.key, work.relayed_by) for work in one.works] == works
    modes = {"relayed"} if works and all(via for _, via in works) else {"read", "own"}
    assert one.mode in modes


@pytest.mark.parametrize(
    ("text", "ends", "kind"),
    [
        (
            "Humor draagt bij aan de alliantie (Bos, 2001).",
            ("humour", "alliance"),
            "contributes-to",
        ),
        (
            "Een goede relatie vraagt geduld (Bos, 2001).",
            ("patience", "alliance"),
            "precondition-of",
        ),
        (
            "Bos (2001) ziet dat humor het vertrouwen versterkt.",
            ("humour", "trust"),
            "contributes-to",
        ),
        ("Humor kan botsen met geduld (Bos, 2001).", ("humour", "patience"), "conflicts-with"),
        ("Patience predicts the alliance (Bos, 2001).", ("patience", "alliance"), "predicts"),
    ],
)
def test_relations(text: str, ends: tuple[str, str], kind: str) -> None:
    one = only(text, "relation")
    assert one.other is not None
    assert ((one.element.id, one.other.id), one.relation) == (ends, kind)


@pytest.mark.parametrize(
    "text",
    [
        "De interviews over humor duurden een uur (Bos, 2001).",
        "Helpt humor (Bos, 2001)?",
        "Ondersteuning is van belang.",
        "That is supported, opens doors and prevents the worst (Bos, 2001).",
        "In Utrecht wonen 300 gezinnen (Bos, 2001).",
        "Literatuur\n\nBos, A. (2001). Humor helpt. Utrecht: Pers.",
    ],
)
def test_what_is_no_claim_on_a_known_element(text: str) -> None:
    assert [one for one in proposed(text) if one.element.id] == []


def test_a_new_element_is_named_by_what_stands_before_the_claim() -> None:
    one = only(
        "Uit werk van Bos (2012) blijkt dat een goede band van kind en oma bijdraagt aan rust."
    )
    assert (one.element.id, one.element.name) == ("", "goede band van kind en oma")


def test_an_element_with_a_source_needs_no_known_words() -> None:
    (sourced,), (claimed,) = proposed("Humor (Bos, 2001)."), proposed("Humor helpt (Bos, 2001).")
    assert sourced.reasons[0].code == "sourced"
    assert sourced.confidence < claimed.confidence
    assert proposed("Humor.") == ()


@pytest.mark.parametrize(
    ("text", "element"),
    [
        ("Betrouwbare mensen helpen (Bos, 2001).", "reliable"),
        ("Prevention works (Bos, 2001).", "prevention"),
        ("The openness of staff matters (Bos, 2001).", "openness"),
    ],
)
def test_other_forms_of_a_name(text: str, element: str) -> None:
    assert only(text).element.id == element


@pytest.mark.parametrize(
    "text",
    ["Het bewijs voor humor is zwak (Bos, 2001).", "Voor humor is het bewijs zwak (Bos, 2001)."],
)
def test_the_strength_may_end_the_sentence(text: str) -> None:
    assert (only(text).strength, only(text).direction) == ("zwak", "qualifies")


def test_strengths_and_domains_of_their_own() -> None:
    text = "In de jeugdzorg is sterk bewijs voor humor, maar bij werk zwak bewijs (Bos, 2001)."
    found = [(one.domain, one.strength, one.direction) for one in proposed(text)]
    assert found == [("youth-care", "sterk", "supports"), ("work", "zwak", "qualifies")]


def test_a_list_gives_members_with_the_works_of_the_whole_item() -> None:
    text = (
        "Werkzame elementen voor de alliantie zijn:\n\n• Humor; lach. (Bos, 2001) Lach mee.\n"
        "(Vos, 2010)\n• Geduld\n• Dansen (Bos, 2001)\n\nEinde van de lijst.\n"
    )
    found = [one for one in proposed(text) if one.kind == "member"]
    assert [
        (one.element.id, one.element.name, [work.key for work in one.works]) for one in found
    ] == [
        ("humour", "Humor", ["bos-2001", "vos-2010"]),
        ("patience", "Geduld", []),
        ("", "Dansen", ["bos-2001"]),
    ]
    parts = [one for one in proposed(text) if one.kind == "finding"]
    assert [[work.key for work in one.works] for one in parts] == [["bos-2001"], ["vos-2010"]]


def test_a_short_item_with_a_source_is_no_heading() -> None:
    text = "Werkzame elementen zijn:\n1. Humor (Bos, 2001)\n2. Geduld (Vos, 2010)\n"
    found = [one.element.id for one in proposed(text) if one.kind == "member"]
    assert found == ["humour", "patience"]


def test_a_list_of_something_else_has_no_members() -> None:
    text = "De bijeenkomsten waren:\n\n- Humor, 3 mei\n- Geduld, 4 mei\n\nEinde van de lijst.\n"
    assert not proposed(text)


def test_without_a_thesaurus_every_element_is_new() -> None:
    text = (
        "Muziek maken helpt (Bos, 2001).\n\nWerkzame elementen:\n\n- Zingen (Vos, 2010)\n\nEinde.\n"
    )
    found = proposed(text, Thesaurus())
    assert [(one.kind, one.element.id, one.element.name) for one in found] == [
        ("finding", "", "Muziek maken"),
        ("member", "", "Zingen"),
    ]


def test_a_sentence_that_a_footnote_and_a_page_break_in_two_is_whole() -> None:
    text = "1 Deel\n\nMen ziet dat humor\n\n1  Een noot.\n\f\nhelpt (Bos, 2001). Dat is zo.\n"
    one = only(text)
    assert one.text == "Men ziet dat humor helpt (Bos, 2001)."
    assert (one.section, one.page) == ("1", 1)


def test_every_reason_can_be_said_in_both_languages() -> None:
    path = Path(reasons.__file__).with_name("reasons.toml")
    for code, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
        holes = [
            {name for _, name, _, _ in Formatter().parse(said) if name} for said in told.values()
        ]
        assert set(told) == {"nl", "en"}, code
        assert holes[0] == holes[1], code


def test_the_reasons_of_a_proposal_are_sentences() -> None:
    text = "Vos (2010) verwijst naar Bos (2001): humor kan in de jeugdzorg misschien helpen."
    told = [reasons.sentence(reason, "nl") for reason in only(text).reasons]
    assert any("kent via" in sentence for sentence in told)
    assert all(sentence.endswith(".") for sentence in told)


@pytest.mark.parametrize(
    "text",
    [
        "Humor helpt " * 5_000 + "(Bos, 2001).",
        "draagt " * 20_000,
        "- Humor (Bos, 2001)\n" * 1_000,
        "(Bos, 2001) " * 2_000,
        "Humor draagt bij aan geduld. " * 2_000,
        "a" * 100_000,
    ],
)
def test_a_hostile_text_is_read_in_seconds(text: str) -> None:
    document = built("a", [])
    begun = time.process_time()
    proposed(text)
    assert time.process_time() - begun < 20
    assert extract_from(document, THESAURUS).proposals == ()
