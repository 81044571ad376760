"""A graph in a folder: who may see it, who runs the engine, and what happens when that one dies."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from evidence_graph.engines import arcade
from evidence_graph.engines.arcade import ArcadeGraph, open_folder
from evidence_graph.engines.folder import GraphFolder, Ownership
from evidence_graph.errors import GraphLocked, QueryRefused
from evidence_graph.opening import open_graph
from evidence_graph.store import GraphStore, Statement
from tests.contract.worker import said, worker

IDS = "MATCH (f:Finding) RETURN f.id AS id"
UNIQUE = "CREATE CONSTRAINT one IF NOT EXISTS FOR (f:Finding) REQUIRE f.id IS UNIQUE"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights on Windows")


def ids(store: GraphStore) -> set[str]:
    return {row["id"] for row in store.read(IDS)}


def save(store: GraphStore, name: str) -> None:
    store.write([Statement("MERGE (f:Finding {id: $id})", {"id": name})])


def owns(store: ArcadeGraph) -> bool:
    return store.owner


@POSIX
def test_only_its_owner_can_look_into_the_folder(folder: Path) -> None:
    with open_folder(folder) as store:
        save(store, "a")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        secrets = [
            folder / "credentials.json",
            folder / "connection.json",
            folder / "arcadedb" / "config" / "server-users.jsonl",
        ]
        assert [stat.S_IMODE(file.stat().st_mode) for file in secrets] == [0o600] * 3
        text = json.loads(secrets[0].read_text("utf-8"))
        assert text["admin"] != text["reader"]
        assert min(map(len, text.values())) >= 40
        assert not any(word in secrets[2].read_text("utf-8") for word in text.values())


def test_each_installation_has_its_own_password_and_keeps_it(tmp_path: Path) -> None:
    found = []
    for name in ("a", "b", "a"):
        open_folder(tmp_path / name).close()
        found.append((tmp_path / name / "credentials.json").read_text("utf-8"))
    assert found[0] == found[2] != found[1]


@pytest.mark.skipif(sys.platform == "win32", reason="there the HTTP port stays, see arcade_server")
def test_only_the_bolt_port_answers_on_loopback_alone(folder: Path) -> None:
    with worker("hold", folder) as process:
        assert said(process) == "open"
        port = json.loads((folder / "connection.json").read_text("utf-8"))["port"]
        heard = psutil.Process(process.pid).net_connections("inet")
        listening = [one.laddr for one in heard if one.status == psutil.CONN_LISTEN]
        assert [one.port for one in listening] == [port]
        assert {one.ip.removeprefix("::ffff:") for one in listening} == {"127.0.0.1"}


@pytest.mark.skipif(sys.platform == "win32", reason="there the HTTP port stays, see arcade_server")
def test_the_engine_rests_when_nobody_asks_anything(folder: Path) -> None:
    """Closing the HTTP listener behind its back must not make it spin."""
    with worker("hold", folder) as process:
        assert said(process) == "open"
        used = psutil.Process(process.pid).cpu_times
        before, began = used().user + used().system, time.monotonic()
        time.sleep(2)
        share = (used().user + used().system - before) / (time.monotonic() - began)
        assert share < 0.2


def test_nothing_is_said_on_standard_output_and_the_log_is_in_the_folder(folder: Path) -> None:
    with worker("hold", folder) as process:
        assert said(process) == "open"
        rest, _ = process.communicate("\n", timeout=30)
    assert rest == ""
    assert process.returncode == 0
    assert "Bolt" in (folder / "log" / "arcadedb.log.0").read_text("utf-8")


def test_a_second_process_uses_the_engine_of_the_first(folder: Path) -> None:
    with open_folder(folder) as store:
        save(store, "mine")
        with worker("write", folder, "theirs", 3) as process:
            assert [said(process) for _ in range(3)] == ["theirs-0", "theirs-1", "theirs-2"]
            assert process.wait(30) == 0
        assert owns(store)
        assert ids(store) == {"mine", "theirs-0", "theirs-1", "theirs-2"}


def test_the_first_graph_to_close_does_not_stop_the_second(folder: Path) -> None:
    first, second = open_folder(folder), open_folder(folder)
    first.close()
    save(second, "a")
    assert ids(second) == {"a"}
    second.close()
    assert not (folder / "connection.json").exists()


def test_when_the_owner_is_killed_nothing_it_said_was_saved_is_lost(folder: Path) -> None:
    for round_ in range(3):
        saved: list[str] = []
        with worker("write", folder, f"r{round_}", 100_000) as process:
            while len(saved) < 30:
                saved.append(said(process))
            process.kill()
            assert process.wait(30) == -signal.SIGKILL
        with open_folder(folder) as store:
            assert owns(store)
            assert set(saved) <= ids(store)


def test_when_the_owner_dies_in_mid_session_another_takes_over(folder: Path) -> None:
    with worker("hold", folder) as process:
        assert said(process) == "open"
        with open_folder(folder) as store:
            save(store, "before")
            assert not owns(store)
            process.kill()
            process.wait(30)
            assert ids(store) == {"before"}
            save(store, "after")
            assert owns(store)
            assert store.read_only(IDS + " ORDER BY f.id") == [{"id": "after"}, {"id": "before"}]


def test_when_the_owner_closes_in_mid_session_another_takes_over(folder: Path) -> None:
    with worker("hold", folder) as process:
        assert said(process) == "open"
        with open_folder(folder) as store:
            save(store, "before")
            process.communicate("\n", timeout=30)
            save(store, "after")
            assert owns(store)
            assert ids(store) == {"before", "after"}


def test_many_starting_at_once_share_one_engine(folder: Path) -> None:
    with open_folder(folder) as store:
        store.execute_schema(UNIQUE)
    with ExitStack() as stack:
        processes = [stack.enter_context(worker("write", folder, f"p{n}", 5)) for n in range(4)]
        said_saved = {said(process) for process in processes for _ in range(5)}
        assert [process.wait(60) for process in processes] == [0] * 4
    expected = {f"p{n}-{i}" for n in range(4) for i in range(5)}
    assert said_saved == expected
    with open_folder(folder) as store:
        assert sorted(row["id"] for row in store.read(IDS)) == sorted(expected)


def test_a_stale_connection_file_is_not_believed(folder: Path) -> None:
    with open_folder(folder) as store:
        save(store, "a")
    (folder / "connection.json").write_text('{"port": 1, "pid": 1}', "utf-8")
    with open_folder(folder) as store:
        assert ids(store) == {"a"}
    (folder / "connection.json").write_text("not JSON", "utf-8")
    with open_folder(folder) as store:
        assert ids(store) == {"a"}


def test_lost_passwords_are_drawn_anew(folder: Path) -> None:
    with open_folder(folder) as store:
        save(store, "a")
    (folder / "credentials.json").unlink()
    with open_folder(folder) as store:
        assert ids(store) == {"a"}
        with pytest.raises(QueryRefused):
            store.read_only("CREATE (:New)")


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine", "utf-8")
    with pytest.raises(GraphLocked, match="is a file"):
        open_graph(file)
    with pytest.raises(GraphLocked, match="cannot hold the graph"):
        open_graph(file / "below")
    assert file.read_text("utf-8") == "mine"


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(GraphLocked, match=r"letter\.txt"):
        open_graph(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@POSIX
def test_a_folder_that_may_not_be_written_is_told(folder: Path) -> None:
    """Run as an ordinary user, since root may write everywhere."""
    folder.mkdir(mode=0o755)
    folder.chmod(0o500)
    program = (
        "import os, sys\n"
        "from evidence_graph.engines.folder import GraphFolder\n"
        "from evidence_graph.errors import GraphLocked\n"
        "from pathlib import Path\n"
        "if os.geteuid() == 0:\n"
        "    os.seteuid(65534)\n"
        "try:\n"
        "    GraphFolder(Path(sys.argv[1]))\n"
        "except GraphLocked as error:\n"
        "    print(error)\n"
    )
    if os.geteuid() == 0:
        os.chown(folder, 65534, 65534)
        for parent in list(folder.parents)[:3]:
            parent.chmod(0o755)
    ran = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert "may write" in ran.stdout


def test_an_owner_that_does_not_answer_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arcade, "PATIENCE_SECONDS", 0.5)
    held = Ownership.take(GraphFolder(folder))
    assert held is not None
    with pytest.raises(GraphLocked, match="does not answer"):
        open_graph(folder)
    held.release()
    open_graph(folder).close()


def test_another_program_in_the_engines_files_is_told(folder: Path) -> None:
    open_graph(folder).close()
    with worker("engine", folder) as process:
        assert said(process) == "open"
        with pytest.raises(GraphLocked, match="held by another program"):
            open_graph(folder)
    open_graph(folder).close()


def test_an_owner_that_is_still_starting_is_waited_for(folder: Path) -> None:
    held = Ownership.take(GraphFolder(folder))
    assert held is not None
    threading.Timer(0.5, held.release).start()
    with open_folder(folder) as store:
        assert owns(store)


def test_an_address_of_an_arcadedb_server_runs_no_typed_queries(folder: Path) -> None:
    """It would let a reading session write, and nobody has set up a reading user there."""
    with open_folder(folder):
        port = json.loads((folder / "connection.json").read_text("utf-8"))["port"]
        password = json.loads((folder / "credentials.json").read_text("utf-8"))["admin"]
        with open_graph(f"bolt://127.0.0.1:{port}", user="root", password=password) as store:
            assert store.engine == "arcadedb"
            with pytest.raises(QueryRefused, match="ArcadeDB"):
                store.read_only("RETURN 1 AS one")


def test_the_reading_user_may_not_write_whatever_it_sends(folder: Path) -> None:
    """What read_only rests on: the engine itself refuses, without our look at the text."""
    with open_folder(folder) as store:
        save(store, "a")
        port = json.loads((folder / "connection.json").read_text("utf-8"))["port"]
        password = json.loads((folder / "credentials.json").read_text("utf-8"))["reader"]
        with open_graph(f"bolt://127.0.0.1:{port}", user="reader", password=password) as reader:
            assert ids(reader) == {"a"}
            for text in ("CREATE (:New)", "MATCH (f:Finding) DELETE f", UNIQUE):
                with pytest.raises(QueryRefused):
                    reader.write([Statement(text)])
        assert ids(store) == {"a"}
