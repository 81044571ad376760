"""The parts of the desk that stand alone: log, queue, wording, accounts, gate, address."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_desk import address, log
from evidence_desk.accounts import FREE_TRIES, Door, accounts, save
from evidence_desk.address import Place
from evidence_desk.choice import NEW, Choice, complaints, in_common
from evidence_desk.errors import DeskError
from evidence_desk.gate import at_this_machine, is_loopback, of_our_own
from evidence_desk.proposals import Proposal, Work, as_plain, from_plain
from evidence_desk.queue import STATES, Wanted, queue
from evidence_desk.visitors import among
from evidence_explorer.words import words

ONE = Proposal(
    "00000000000000aa", "s", "f.txt", "a b c d e f g h i j", "1", 2, "trust", "Trust",
    direction="supports", works=(Work(("Jansen",), "2015", "Jansen, 2015"),),
    reasons=(("omdat", "because"),), confidence=0.5,
)  # fmt: skip
TEXTS = st.text(max_size=40)


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["refused", "skipped"])), max_size=5), st.data())
def test_a_log_that_was_cut_short_says_what_was_written_whole(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[str, log.What]], draw: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("log") / "log.jsonl"
    events = [log.event(by, what, proposal="x") for by, what in told]
    sizes = [0]
    for one in events:
        log.append(path, one)
        sizes.append(path.stat().st_size)
    cut = draw.draw(st.integers(0, sizes[-1]))
    if events:
        path.write_bytes(path.read_bytes()[:cut])
    # The end of a line is no part of what it says.
    whole = sum(size - 1 <= cut for size in sizes[1:])
    log.append(path, log.event("next", "skipped"))
    found = log.read(path)
    assert [one.by for one in found.events] == [
        *(one.by for one in events[:whole]),
        "next",
    ]
    assert found.broken == 0


@pytest.mark.parametrize("line", [0, 1])
def test_a_line_that_was_changed_or_taken_out_shows(tmp_path: Path, line: int) -> None:
    path = tmp_path / "log.jsonl"
    for who in ("a", "b", "c"):
        log.append(path, log.event(who, "refused", proposal="x"))
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines[:line], *lines[line + 1 :], ""]), "utf-8")
    assert log.read(path).broken == 1
    lines[line] = lines[line].replace('"by": "', '"by": "not ')
    path.write_text("\n".join([*lines, ""]), "utf-8")
    assert log.read(path).broken == 1


def test_the_log_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    log.append(path, log.event("a", "added"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(st.lists(st.sampled_from(["accepted", "refused", "skipped", "undo"]), max_size=12))
def test_undo_gives_the_state_before(steps: list[str]) -> None:
    events: list[log.Event] = []
    stack: list[log.Event] = []
    for step in steps:
        if step == "undo":
            if stack:
                last = stack.pop()
                told = {"proposal": ONE.fingerprint, "undoes": last.id}
                events.append(log.event("a", "undone", **told))
            continue
        events.append(log.event("a", step, proposal=ONE.fingerprint))  # type: ignore[arg-type]
        stack.append(events[-1])
    state = queue([ONE], events).items[0].state
    assert state == (stack[-1].what if stack else "open")


def test_proposals_are_kept_as_they_are() -> None:
    plain = json.loads(json.dumps(as_plain([ONE])))
    assert from_plain(plain) == [ONE]


@given(st.lists(st.sampled_from("abcdefgh"), max_size=30), st.integers(0, 20))
def test_words_in_common_are_found_wherever_they_stand(passage: list[str], at: int) -> None:
    text = " ".join(passage)
    part = passage[at : at + 8]
    copied = f"Eerst iets anders: {' '.join(part).upper()}, en dan meer."
    assert bool(in_common(copied, text)) == (len(part) == 8)


def test_seven_words_are_no_sentence_yet() -> None:
    assert not in_common("a b c d e f g", ONE.text)
    assert in_common("A, b; c (d) e. f g h", ONE.text) == "a b c d e f g h"


def test_what_is_missing_is_told_beside_its_field() -> None:
    choice = Choice(element=NEW, direction="", paraphrase_nl=" ", paraphrase_en="", strength_nl="x")
    fields = {one.field for one in complaints(choice, ONE, words("nl"))}
    assert fields == {
        "direction", "placedIn", "paraphraseNl", "paraphraseEn", "labelNl", "labelEn",
        "definitionNl", "definitionEn", "wordEn", "section",
    }  # fmt: skip


def test_own_words_can_be_insisted_on() -> None:
    choice = Choice("trust", "supports", ONE.text, "x", section="1", own_words=False)
    assert [one.field for one in complaints(choice, ONE, words("en"))] == ["paraphraseNl"]
    sure = Choice("trust", "supports", ONE.text, "x", section="1", own_words=True)
    assert complaints(sure, ONE, words("en")) == []


def test_an_account_opens_the_door_with_its_password_only(tmp_path: Path) -> None:
    path = tmp_path / "accounts.json"
    save(path, "Anna", "a long password")
    save(path, "Bea", "another password")
    door = Door()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "password" not in path.read_text("utf-8")
    assert accounts(path)["Anna"].hashed != accounts(path)["Bea"].hashed
    assert door.opens(path, "Anna", "a long password")
    assert not door.opens(path, "Anna", "another password")
    assert not door.opens(path, "Nobody", "")
    assert not door.opens(path, "", "")


def test_guessing_takes_longer_and_longer(tmp_path: Path) -> None:
    path, now = tmp_path / "accounts.json", [0.0]
    save(path, "Anna", "a long password")
    door = Door(clock=lambda: now[0])
    for _ in range(FREE_TRIES):
        assert not door.opens(path, "Anna", "wrong")
    assert door.wait("Anna") == 2.0
    assert not door.opens(path, "Anna", "a long password")
    now[0] = 2.0
    assert not door.opens(path, "Anna", "wrong")
    assert door.wait("Anna") == 4.0
    now[0] = 6.0
    assert door.opens(path, "Anna", "a long password")
    assert door.wait("Anna") == 0.0


@pytest.mark.parametrize(
    ("name", "password"), [("A" * 61, "x" * 12), ("a\nb", "x" * 12), ("a", "x")]
)
def test_names_and_passwords_that_will_not_do(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(DeskError):
        save(tmp_path / "accounts.json", name, password)
    assert not (tmp_path / "accounts.json").exists()


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True), ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True),
        ("[::1]", True), ("::ffff:127.0.0.1", True), ("10.0.0.1", False), ("192.168.1.4", False),
        ("localhost.example.org", False), ("127.0.0.1.example.org", False), ("", False),
        ("::ffff:10.0.0.1", False), ("2130706433", False),
    ],
)  # fmt: skip
def test_what_is_this_machine(host: str, *, expected: bool) -> None:
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("client", "headers", "expected"),
    [
        ("127.0.0.1", {"host": "localhost:8501"}, True),
        ("::1", {"host": "[::1]:8501"}, True),
        ("10.0.0.9", {"host": "localhost:8501"}, False),
        ("127.0.0.1", {"host": "rebound.example:8501"}, False),
        ("127.0.0.1", {"host": "localhost:8501", "x-forwarded-for": "10.0.0.9"}, False),
        ("127.0.0.1", {"host": "localhost", "via": "1.1 proxy"}, False),
        ("127.0.0.1", {}, False),
    ],
)
def test_who_sits_at_this_machine(client: str, headers: dict[str, str], *, expected: bool) -> None:
    assert at_this_machine(client, headers) is expected


@pytest.mark.parametrize(
    ("origin", "expected"),
    [("http://a:1", True), ("http://b:1", False), ("http://a:2", False), ("null", False)],
)
def test_whose_page_it_is(origin: str, *, expected: bool) -> None:
    assert of_our_own({"host": "a:1", "origin": origin}) is expected
    assert of_our_own({"host": "a:1"})


def test_only_a_named_and_verified_address_is_a_curator() -> None:
    curators = frozenset({"anna@example.org"})
    user = {"is_logged_in": True, "email": "Anna@example.org", "email_verified": True}
    assert among(curators, user) == "anna@example.org"
    for change in (
        {"is_logged_in": False},
        {"email": "bea@example.org"},
        {"email": None},
        {"email_verified": False},
    ):
        assert among(curators, user | change) is None


@given(
    page=st.sampled_from(["queue", "list"]),
    element=TEXTS,
    direction=TEXTS,
    state=st.sampled_from([None, *STATES]),
    keys=st.booleans(),
)
def test_a_place_comes_back_from_its_address(
    page: address.PageName, element: str, direction: str, state: None, *, keys: bool
) -> None:
    place = Place(page, "nl", "00000000000000aa", Wanted(element, direction, state), keys)
    query = dict(parse_qsl(address.href(place).removeprefix("?")))
    assert address.read(query, "nl") == place


def test_other_addresses_are_none_of_the_desk() -> None:
    assert address.read({"page": "matrix"}, "nl") is None
    assert address.read({"desk": "<b>", "at": "<b>", "state": "<b>"}, "en") == Place(language="en")
