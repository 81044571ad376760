"""A curator as a process of its own: decides on proposals as the desk does.

python -m tests.desk.curators DATA DESK GRAPH WHO accept N     accepts N proposals, one by one
python -m tests.desk.curators DATA DESK GRAPH WHO die STEP     is killed in the middle of one
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from evidence_desk import deciding, log, writing
from evidence_desk.deciding import Overtaken, accept, look
from evidence_desk.folder import DeskFolder
from evidence_desk.queue import Wanted, queue
from evidence_desk.writing import Desk, Done
from evidence_graph.engines.arcade import open_folder
from evidence_ingest.writers import together
from tests.desk.laying import chosen

STEPS = ("announced", "journal", "one table", "tables", "graph", "log")
"""When to die: just after the announcement, the journal of the tables, the first table, …"""


def die_after(step: str) -> None:
    """Make this process kill itself right after a step of the write."""
    places: dict[str, tuple[Any, str]] = {
        "announced": (writing, "_announce"),
        "journal": (together, "write_private"),
        "one table": (together, "write_file"),
        "tables": (writing, "write_together"),
        "graph": (writing, "load"),
        "log": (DeskFolder, "tell"),
    }
    where, name = places[step]
    work: Callable[..., object] = getattr(where, name)

    def deadly(*args: object, **kwargs: object) -> object:
        work(*args, **kwargs)
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    setattr(where, name, deadly)


def accept_some(desk: Desk, who: str, wanted: int) -> None:
    """Accept so many proposals, however often others come first."""
    done = overtaken = 0
    while done < wanted:
        found = queue(desk.folder.proposals(), log.read(desk.folder.log).events)
        item = found.next(Wanted())
        if item is None:
            break
        seen = look(desk, item.proposal)
        if done == overtaken == 0:
            print("ready", flush=True)  # noqa: T201
            sys.stdin.readline()
        choice = chosen(item.proposal, paraphrase_nl=f"Van {who}, nummer {done}.")
        outcome = accept(desk, who, item.proposal, choice, seen)
        while isinstance(outcome, Overtaken) and outcome.decision is None:
            overtaken += 1
            outcome = accept(desk, who, item.proposal, choice, outcome.seen)
        overtaken += isinstance(outcome, Overtaken)
        done += isinstance(outcome, Done)
    print(f"{done} {overtaken}", flush=True)  # noqa: T201


def main() -> None:
    """Be a curator."""
    data, folder, graph, who, what, how = sys.argv[1:]
    with open_folder(Path(graph)) as store:
        desk = Desk(Path(data), DeskFolder(Path(folder)), lambda question: question(store))
        if what == "accept":
            accept_some(desk, who, int(how))
            return
        one = next(one for one in desk.folder.proposals() if one.element == "practical-help")
        seen = look(desk, one)
        die_after(how)
        deciding.accept(desk, who, one, chosen(one), seen)


if __name__ == "__main__":
    main()
