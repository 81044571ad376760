#!/usr/bin/env python3
"""Start Evidence Explorer, or run its tests, with nothing but Python on the machine.

    python start.py                     install what is needed, then open the explorer
    python start.py --no-browser        options of "explore" are passed on
    python start.py COMMAND ...         any other command of evidence-explorer
    python start.py test [pytest ...]   install the tools for developers too, run every check

The first start makes the folder .venv beside this file (EVIDENCE_VENV chooses another one)
and installs into it exactly the versions of constraints.txt. Later starts skip that, until
pyproject.toml, constraints.txt or the Python changes. Only the standard library is used.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    # Before anything that an old Python cannot read; the file has to parse there too.
    sys.exit(
        "Evidence Explorer needs Python 3.11, 3.12 or 3.13; this is Python "
        f"{sys.version_info[0]}.{sys.version_info[1]} ({sys.executable})."
    )

import contextlib
import hashlib
import json
import os
import platform
import shutil
import subprocess
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("EVIDENCE_VENV") or ROOT / ".venv").absolute()
STAMP = VENV / "evidence-explorer.json"
LOCK = VENV / "evidence-explorer.lock"
LOG = VENV / "install.log"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXE = ".exe" if os.name == "nt" else ""
PYTHON = BIN / ("python" + EXE)
COMMAND = BIN / ("evidence-explorer" + EXE)
UV = BIN / ("uv" + EXE)
CONSTRAINTS = ROOT / "constraints.txt"
NO_NETWORK = (
    "Temporary failure in name resolution",
    "NewConnectionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Network is unreachable",
    "getaddrinfo failed",
    "nodename nor servname",
    "dns error",
    "tcp connect error",
    "error sending request",
    "Could not connect",
)


class StartError(Exception):
    """Something that a person has to repair; its text says what, in one sentence."""


def fingerprint() -> str:
    """Name what the installation depends on.

    Returns:
        A digest that differs when a fresh installation could differ.
    """
    digest = hashlib.sha256()
    for part in (
        (ROOT / "pyproject.toml").read_bytes(),
        CONSTRAINTS.read_bytes(),
        f"{sys.version} {platform.platform()} {ROOT}".encode(),
    ):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def installed(*, dev: bool) -> bool:
    """Tell whether the environment is complete and up to date.

    Returns:
        True when nothing has to be installed.
    """
    if not (PYTHON.exists() and COMMAND.exists()):
        return False
    stamp = read_stamp()
    return stamp.get("installed") == fingerprint() and (bool(stamp.get("dev")) or not dev)


def read_stamp() -> dict[str, object]:
    """Read what the last start left behind.

    Returns:
        The stamp, empty where there is none or it was cut off.
    """
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(**values: object) -> None:
    """Record the state of the environment in one step, so that it is never half written."""
    part = STAMP.with_suffix(".part")
    part.write_text(json.dumps(values), encoding="utf-8")
    part.replace(STAMP)


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Keep a second start out of the environment while this one installs.

    The lock belongs to the open file, so a start that is killed lets go of it.

    Yields:
        Nothing.
    """
    VENV.mkdir(parents=True, exist_ok=True)
    with LOCK.open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists there only

            while True:
                with contextlib.suppress(OSError):  # it gives up after ten tries
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl  # noqa: PLC0415 - exists there only

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install(*, dev: bool) -> None:
    """Bring the environment up to date; make it anew when the last attempt did not finish.

    Raises:
        StartError: when the environment cannot be made or filled.
    """
    with only_one():
        if installed(dev=dev):
            return
        stamp = read_stamp()
        if not (stamp.get("installed") and works()):
            clear(ours="installed" in stamp)
        dev = dev or bool(read_stamp().get("dev"))
        began = time.monotonic()
        say(f"Installing into {VENV}; the first time this takes a minute or less.")
        write_stamp(installed=None)
        uv = shutil.which("uv")
        if not PYTHON.exists():
            run_logged(make_venv_command(uv))
        fill(uv, dev=dev)
        if not COMMAND.exists():
            raise StartError(f"The installation left no {COMMAND}; see {LOG}.")
        write_stamp(installed=fingerprint(), dev=dev)
        say(f"Installed in {time.monotonic() - began:.0f} s.")


def fill(uv: str | None, *, dev: bool) -> None:
    """Install the packages, by uv where that can be.

    uv needs seconds where pip needs most of a minute. It does not read the settings of pip, so pip
    it is where those name an index of packages, and where uv cannot be had.

    Args:
        uv: The uv of this machine, if it has one.
        dev: Whether the tools for developers are installed as well.

    Raises:
        StartError: when pip cannot install them either.
    """
    fetched = None if uv else fetched_uv()
    if fetched:
        try:
            run_logged(install_command(fetched, dev=dev))
        except StartError:
            say("uv could not install the packages; pip tries.")
        else:
            return
    run_logged(install_command(uv, dev=dev))


def fetched_uv() -> str | None:
    """Put uv into the environment.

    Returns:
        Its path; nothing where pip has an index of its own or uv cannot be had.
    """
    with LOG.open("a", encoding="utf-8") as log:
        settings = subprocess.run(
            [PYTHON, "-m", "pip", "config", "list"], stdout=subprocess.PIPE, stderr=log, check=False
        )
    if b"index" in settings.stdout:
        return None
    try:
        run_logged(fetch_uv_command())
    except StartError:
        return None
    return str(UV) if UV.exists() else None


def works() -> bool:
    """Try the Python of the environment.

    Returns:
        True when it runs and is the same version as this one.
    """
    try:
        answer = subprocess.run(
            [PYTHON, "-c", "import sys; print(sys.version)"],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.stdout.strip() == sys.version


def clear(*, ours: bool) -> None:
    """Empty the folder of an environment that cannot be used.

    Raises:
        StartError: when somebody else made the folder, or it cannot be emptied.
    """
    # The stamp stays, so that a removal cut short is still known to be ours.
    content = [child for child in VENV.iterdir() if child not in {STAMP, LOCK}]
    if not content:
        return
    if not ours:
        raise StartError(
            f"{VENV} was not made by start.py; remove or rename it, "
            "or name another folder in EVIDENCE_VENV."
        )
    say(f"{VENV} is unfinished, broken or of another Python; making it anew.")
    write_stamp(installed=None)
    for child in content:
        if child.is_dir() and not child.is_symlink():
            shutil.rmtree(child)
        else:
            child.unlink()


def make_venv_command(uv: str | None) -> list[str]:
    """Say how to make the environment.

    Returns:
        The command with its arguments.
    """
    if uv:
        return [uv, "venv", "--allow-existing", "--python", sys.executable, str(VENV)]
    return [sys.executable, "-m", "venv", str(VENV)]


def pip_install_command() -> list[str]:
    """Say how the pip of the environment installs something.

    Returns:
        The command, without what it installs.
    """
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    return [*command, "--no-compile"]  # what is used compiles itself; the rest costs half a minute


def fetch_uv_command() -> list[str]:
    """Say how uv gets into the environment.

    Returns:
        The command with its arguments.
    """
    return [*pip_install_command(), "--constraint", str(CONSTRAINTS), "uv"]


def install_command(uv: str | None, *, dev: bool) -> list[str]:
    """Say how to fill the environment.

    Returns:
        The command with its arguments.
    """
    if uv:
        # Compiled on all cores now, so that the first start and every later one wait for less.
        command = [uv, "pip", "install", "--python", str(PYTHON)]
        command += ["--build-constraints", str(CONSTRAINTS), "--compile-bytecode"]
    else:
        command = pip_install_command()
    command += ["--constraint", str(CONSTRAINTS), "--editable", str(ROOT)]
    if dev:
        # Older pips know no dependency groups, so their content is passed on instead.
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        command += project["dependency-groups"]["dev"]
    return command


def run_logged(command: Sequence[str]) -> None:
    """Run one step of the installation, its output in a log and the newest line on screen.

    Raises:
        StartError: when the step fails; the sentence says why as far as it can be told.
    """
    # The build of our own package follows the same constraints (the name differs per pip).
    environment = {**os.environ, "PIP_CONSTRAINT": str(CONSTRAINTS)}
    environment["PIP_BUILD_CONSTRAINT"] = str(CONSTRAINTS)
    began = time.monotonic()
    with LOG.open("a", encoding="utf-8") as log:
        lines: list[str] = []
        with subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
        ) as process:
            for line in process.stdout or ():
                log.write(line)
                lines.append(line.strip())
                show(f"{time.monotonic() - began:4.0f} s  {lines[-1]}")
    show("")
    if process.returncode:
        raise StartError(explain(lines))


def explain(lines: Sequence[str]) -> str:
    """Turn the output of a failed step into one sentence.

    Returns:
        The sentence for people.
    """
    text = "\n".join(lines)
    if any(sign in text for sign in NO_NETWORK):
        return f"The packages cannot be fetched: no network, or it is blocked (details in {LOG})."
    if "ensurepip" in text:
        return "This Python cannot make environments; on Debian: apt-get install python3-venv."
    if "No space left" in text:
        return f"No space is left on the disk of {VENV}."
    last = next((line for line in reversed(lines) if line.lower().startswith("error")), "")
    return f"The installation failed ({last or 'no reason given'}); details in {LOG}."


def say(text: str) -> None:
    """Print one line for people, apart from the output of the command itself."""
    print(text, file=sys.stderr, flush=True)


def show(text: str) -> None:
    """Replace the line on the screen, where there is a screen."""
    if sys.stderr.isatty():
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write("\r" + text[:width].ljust(width) + ("" if text else "\r"))
        sys.stderr.flush()


def become(command: Sequence[str]) -> NoReturn:
    """Let the command take the place of this process, so that signals reach it directly."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execv(command[0], list(command))  # noqa: S606
    process = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):  # the command hears Ctrl-C as well
            sys.exit(process.wait())


def main(arguments: Sequence[str]) -> int:
    """Install what is needed, then let the command that was asked for take over.

    Returns:
        The exit code where there is no such command.
    """
    if arguments and arguments[0] in {"-h", "--help"}:
        print((__doc__ or "").strip())
        return 0
    testing = bool(arguments) and arguments[0] == "test"
    try:
        if not installed(dev=testing):
            install(dev=testing)
    except StartError as error:
        say(str(error))
        return 2
    except OSError as error:
        say(f"The environment {VENV} cannot be made: {error}.")
        return 2
    except KeyboardInterrupt:
        say("Stopped; the next start takes it up again.")
        return 130
    if testing:
        os.chdir(ROOT)
        become([str(PYTHON), "-m", "tests.support.checks", *arguments[1:]])
    command = list(arguments)
    if not command or command[0].startswith("-"):
        command.insert(0, "explore")
    become([str(COMMAND), *command])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
