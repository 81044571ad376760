"""start.py says in one sentence what is wrong, and repairs what it left unfinished."""

import ast
import importlib.util
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.deployment.compose_file import ROOT

START = ROOT / "start.py"
FAKE_VENV = """
import pathlib, sys
for path in sys.argv[1:]:
    file = pathlib.Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("#!/bin/sh\\necho '{version}'\\n")
    file.chmod(0o700)
"""


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """start.py with an environment of its own, whose installation is a matter of two files."""
    monkeypatch.setenv("EVIDENCE_VENV", str(tmp_path / "venv"))
    spec = importlib.util.spec_from_file_location("start_under_test", START)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    fake = FAKE_VENV.format(version=sys.version.replace("\n", " "))

    def make(_uv: str | None) -> list[str]:
        return [sys.executable, "-c", fake, str(module.PYTHON)]

    def fill(_uv: str | None, *, dev: bool) -> list[str]:
        return [sys.executable, "-c", fake, str(module.COMMAND), str(module.VENV / f"dev-{dev}")]

    monkeypatch.setattr(module, "make_venv_command", make)
    monkeypatch.setattr(module, "fetch_uv_command", lambda: failing("ERROR: no uv here"))
    monkeypatch.setattr(module, "install_command", fill)
    return module


def failing(text: str) -> list[str]:
    return [sys.executable, "-c", f"import sys; print({text!r}); sys.exit(1)"]


def test_an_old_python_can_read_it() -> None:
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 10, 0), (3, 14, 0), (4, 0, 0)])
def test_another_python_is_told_which_one_is_needed(version: tuple[int, int, int]) -> None:
    code = (
        "import runpy, sys, collections;"
        f"V = collections.namedtuple('V', 'major minor micro'); sys.version_info = V(*{version});"
        f"runpy.run_path({str(START)!r}, run_name='__main__')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert answer.stdout == ""
    sentence = f"needs Python 3.11, 3.12 or 3.13; this is Python {version[0]}.{version[1]} ("
    assert sentence in answer.stderr
    assert answer.stderr.count("\n") == 1


def test_a_second_start_installs_nothing(start: ModuleType) -> None:
    assert not start.installed(dev=False)
    start.install(dev=False)
    assert start.installed(dev=False)
    assert not start.installed(dev=True)
    start.install(dev=True)
    assert start.installed(dev=False)
    assert start.installed(dev=True)


def test_tools_for_developers_stay_when_versions_change(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.install(dev=True)
    start.write_stamp(installed="something older", dev=True)
    monkeypatch.setattr(start, "works", lambda: True)
    start.install(dev=False)
    assert start.installed(dev=True)


@pytest.mark.parametrize("step", ["make_venv_command", "install_command"])
def test_an_installation_that_failed_is_made_anew(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(start, step, lambda _uv, **_: failing("ERROR: it broke"))
        with pytest.raises(start.StartError, match="it broke"):
            start.install(dev=False)
    assert not start.installed(dev=False)
    half_written = start.VENV / "lib" / "half-written"
    half_written.parent.mkdir()
    half_written.write_text("", encoding="utf-8")
    start.install(dev=False)
    assert start.installed(dev=False)
    assert not half_written.exists()


@pytest.mark.parametrize("uv_works", [True, False])
def test_uv_is_fetched_and_pip_steps_in_where_it_fails(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, uv_works: bool
) -> None:
    fill = start.install_command
    asked: list[str | None] = []

    def install(uv: str | None, *, dev: bool) -> list[str]:
        asked.append(uv)
        return failing("ERROR: not with uv") if uv and not uv_works else fill(uv, dev=dev)

    monkeypatch.setattr(start.shutil, "which", lambda _name: None)
    monkeypatch.setattr(start, "install_command", install)
    fetch = [sys.executable, "-c", FAKE_VENV.format(version=""), str(start.UV)]
    monkeypatch.setattr(start, "fetch_uv_command", lambda: fetch)
    start.install(dev=False)
    assert start.installed(dev=False)
    assert asked == ([str(start.UV)] if uv_works else [str(start.UV), None])


def test_where_pip_has_an_index_of_its_own_uv_is_not_fetched(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda _name: None)
    start.VENV.mkdir(parents=True)
    monkeypatch.setattr(start, "PYTHON", sys.executable)
    monkeypatch.setenv("PIP_INDEX_URL", "https://packages.example/simple")
    assert start.fetched_uv() is None
    assert "no uv here" not in (start.LOG.read_text("utf-8") if start.LOG.exists() else "")
    monkeypatch.delenv("PIP_INDEX_URL")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    assert start.fetched_uv() is None
    assert "no uv here" in start.LOG.read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="kills as a POSIX system does")
def test_an_installation_that_was_killed_is_made_anew(start: ModuleType) -> None:
    # A process of its own, since it is killed in the middle of the installation.
    code = (
        "import importlib.util as u;"
        f"s = u.spec_from_file_location('start', {str(START)!r}); m = u.module_from_spec(s);"
        "s.loader.exec_module(m);"
        "m.make_venv_command = lambda uv: ['/bin/sh', '-c', 'sleep 60'];"
        "m.install(dev=False)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + 30
        while not start.LOG.exists() and time.monotonic() < end:
            time.sleep(0.05)
        process.kill()
    assert start.read_stamp() == {"installed": None}
    start.install(dev=False)
    assert start.installed(dev=False)


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"installed": 1}'])
def test_a_damaged_stamp_counts_as_not_installed(start: ModuleType, stamp: str) -> None:
    start.install(dev=False)
    start.STAMP.write_text(stamp, encoding="utf-8")
    assert not start.installed(dev=False)


def test_an_environment_of_somebody_else_is_left_alone(start: ModuleType) -> None:
    mine = start.VENV / "precious"
    mine.parent.mkdir()
    mine.write_text("x", encoding="utf-8")
    with pytest.raises(start.StartError, match=r"was not made by start\.py; remove or rename it"):
        start.install(dev=False)
    assert mine.read_text(encoding="utf-8") == "x"


def test_a_python_that_went_away_is_noticed(start: ModuleType) -> None:
    start.install(dev=False)
    start.PYTHON.unlink()
    assert not start.installed(dev=False)
    start.install(dev=False)
    assert start.installed(dev=False)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (["WARNING: Retrying: NewConnectionError(...)", "ERROR: No matching"], "no network"),
        (["error: Failed to fetch", "  Caused by: dns error"], "no network"),
        (["The virtual environment was not created: ensurepip is not available"], "python3-venv"),
        (["ERROR: [Errno 28] No space left on device"], "No space is left"),
        (["Collecting x", "ERROR: No matching distribution found for x"], "distribution found for"),
        ([], "no reason given"),
    ],
)
def test_a_failed_step_is_told_in_one_sentence(
    start: ModuleType, output: Sequence[str], sentence: str
) -> None:
    told = start.explain(output)
    assert sentence in told
    assert "\n" not in told


def test_a_folder_that_cannot_be_made_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    environment = {**os.environ, "EVIDENCE_VENV": str(tmp_path / "file" / "venv")}
    code = subprocess.run([sys.executable, START, "stats"], env=environment, check=False).returncode
    assert code == 2
    told = capfd.readouterr().err
    assert told.count("\n") == 1
    assert "cannot be made" in told


def test_the_constraints_pin_everything_exactly() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        requirement = line.split(";")[0].strip()
        name, _, version = requirement.partition("==")
        assert name
        assert version, line
        # No early version of anything but the one that exists in no other form.
        letters = any(word in version for word in ("a", "b", "rc", "dev"))
        assert letters == (name == "arcadedb"), line


def test_the_constraints_follow_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    pinned: dict[str, list[str]] = {}
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        requirement = Requirement(line)
        name = canonicalize_name(requirement.name)
        pinned.setdefault(name, []).append(str(requirement.specifier).removeprefix("=="))
    for requirement in map(Requirement, [*asked, *project["build-system"]["requires"]]):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        fitting = [v for v in versions if requirement.specifier.contains(v, prereleases=True)]
        assert fitting == versions != [], f"regenerate constraints.txt: {requirement}"
