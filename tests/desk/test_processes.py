"""Two curators at once, and one that is killed midway: nothing is lost, nothing half done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_desk import log
from evidence_desk.deciding import accept, look
from evidence_desk.proposals import Proposal
from evidence_desk.writing import Desk, Done, recover
from evidence_graph.store import GraphStore
from evidence_ingest.load import loaded
from evidence_ingest.pipeline import check, input_digest
from tests.desk.curators import STEPS
from tests.desk.laying import NL, chosen, laid
from tests.ingest.tables import STUDY, DataFolder

ROOT = Path(__file__).parents[2]


def curator(desk: Desk, graph: Path, who: str, what: str, how: str) -> subprocess.Popen[str]:
    places = [str(desk.data), str(desk.folder.path), str(graph)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.desk.curators", *places, who, what, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def test_two_curators_at_once_lose_nothing(
    desk: Desk, data: DataFolder, store: GraphStore, graph_folder: Path, tmp_path: Path
) -> None:
    more = "".join(
        f"Vertrouwen helpt in geval {n} bij gezinnen (Jansen, 2015).\n\n" for n in range(6)
    )
    laid(tmp_path / "desk", data.path, f"1 Wat helpt\n\n{more}")
    both = [curator(desk, graph_folder, who, "accept", "3") for who in ("anna", "bea")]
    for one in both:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    told = [one.communicate("go\n", timeout=240)[0] for one in both]
    done = [int(line.split()[0]) for line in told]
    overtaken = sum(int(line.split()[1]) for line in told)
    assert done == [3, 3]
    # Both had looked before either wrote, so one of them came second at least once.
    assert overtaken >= 1
    findings = data.text(f"{STUDY}/findings")
    for who in ("anna", "bea"):
        for number in range(3):
            assert findings.count(f"Van {who}, nummer {number}.") == 1
    reading = log.read(desk.folder.log)
    accepted = [one for one in reading.events if one.what == "accepted"]
    assert len({one.proposal for one in accepted}) == len(accepted) == 6
    assert reading.broken == 0
    # Each was decided on what the one before it left.
    assert [one.after for one in accepted[:-1]] == [one.before for one in accepted[1:]]
    assert check(data.path).problems == []
    assert loaded(store)["inputDigest"] == input_digest(data.path)


@pytest.mark.parametrize("step", STEPS)
def test_killed_in_the_middle_it_is_before_or_after(
    desk: Desk,
    data: DataFolder,
    proposal: Proposal,
    store: GraphStore,
    graph_folder: Path,
    step: str,
) -> None:
    before = data.text(f"{STUDY}/findings")
    with curator(desk, graph_folder, "anna", "die", step) as process:
        assert process.wait(120) == -signal.SIGKILL
    recover(desk)
    happened = step != "announced"
    assert (NL in data.text(f"{STUDY}/findings")) == happened
    assert happened or data.text(f"{STUDY}/findings") == before
    rows = store.read("MATCH (f:Finding) RETURN f.paraphraseNl AS nl")
    assert (NL in {row["nl"] for row in rows}) == happened
    events = [one for one in log.read(desk.folder.log).events if one.what == "accepted"]
    assert len(events) == happened
    assert desk.folder.announced() is None
    assert check(data.path).problems == []
    if happened:
        assert loaded(store)["inputDigest"] == input_digest(data.path)
    else:
        outcome = accept(desk, "anna", proposal, chosen(proposal), look(desk, proposal))
        assert isinstance(outcome, Done)
