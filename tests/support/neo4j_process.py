"""One process of Neo4j Community: its settings, its password, its start and its end.

Source: measured facts about starting Neo4j from its Maven artifact.
"""

import os
import secrets
import socket
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from tests.support import neo4j_jars

USER = "neo4j"
OPENS = ("java.nio", "java.io", "sun.nio.ch")
FAST = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
SETTINGS = {
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    # An empty home takes 516 MB otherwise.
    "db.tx_log.preallocate": "false",
    # Nothing is sent to anyone.
    "dbms.usage_report.enabled": "false",
    # LOAD CSV would read files and the network, even in a read-only session.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
}
# Neo4j 5 refuses settings that it does not know.
SETTINGS_SINCE_2025 = {
    "dbms.fleet_manager.enabled": "false",
    "server.fleet_discovery.enabled": "false",
    # Stopping takes 3 s instead of 13.
    "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration": "0s",
    "internal.dbms.bolt.netty_server_shutdown_timeout": "2s",
}


class Neo4jStartError(Exception):
    """The server did not start; the text ends with the last lines of its log."""


class PortTakenError(Neo4jStartError):
    """Somebody else was faster on the port."""


@dataclass(frozen=True)
class Neo4jAddress:
    """What a client needs to reach a server."""

    url: str
    user: str
    password: str = field(repr=False)

    def driver(self) -> neo4j.Driver:
        """Connect.

        Returns:
            A driver, to be closed by the caller.
        """
        return neo4j.GraphDatabase.driver(self.url, auth=(self.user, self.password))


def free_port() -> int:
    """Ask the system for a port on loopback that nobody uses now.

    Returns:
        Its number.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Neo4jServer:
    """One server with its own folder; may be killed and started again on the same data.

    Attributes:
        home: folder of data, logs and settings.
        heap: size of the Java heap, such as `512m`.
        page_cache: size of the page cache.
        fast: start fast, at the price of slower queries; not for measuring.
        settings: settings above those of this module.
    """

    home: Path
    version: str = field(default_factory=neo4j_jars.wanted_version)
    heap: str = "512m"
    page_cache: str = "64m"
    fast: bool = True
    settings: Mapping[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    password: str = field(default_factory=lambda: secrets.token_hex(16), repr=False)
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False, repr=False)

    @property
    def address(self) -> Neo4jAddress:
        """Where the server listens."""
        return Neo4jAddress(f"bolt://127.0.0.1:{self.port}", USER, self.password)

    @property
    def pid(self) -> int | None:
        """Process of the running server, None where it does not run."""
        running = self._process is not None and self._process.poll() is None
        return self._process.pid if self._process is not None and running else None

    def start(self, timeout: float = 300) -> None:
        """Start the server and wait until it answers a query.

        Raises:
            PortTakenError: when the port was taken in the meantime.
            Neo4jStartError: when it stops or does not answer in time.
        """
        if self.pid is not None:
            return
        self._prepare()
        with (self.home / "console.log").open("ab") as console:
            self._process = subprocess.Popen(
                self._command(_main_class(self.version), "--console-mode"),
                stdout=console,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd=self.home,
            )
        try:
            self._wait(time.monotonic() + timeout)
        except BaseException:
            self.kill()
            raise

    def stop(self, timeout: float = 60) -> None:
        """Stop the server in its own way; kill it when it takes too long."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.kill()
        self._process = None

    def kill(self) -> None:
        """End the server at once, as a loss of power would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _prepare(self) -> None:
        first = not (self.home / "conf").exists()
        for name in ("conf", "import", "plugins"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        self.home.chmod(0o700)
        listen = f"127.0.0.1:{self.port}"
        settings = {
            **SETTINGS,
            **({} if _is_neo4j_5(self.version) else SETTINGS_SINCE_2025),
            "server.bolt.listen_address": listen,
            "server.bolt.advertised_address": listen,
            "server.memory.pagecache.size": self.page_cache,
            **self.settings,
        }
        text = "".join(f"{key}={value}\n" for key, value in settings.items())
        # For the processes that neo4j-admin starts of its own.
        opens = (f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENS)
        text += "".join(f"server.jvm.additional={option}\n" for option in opens)
        (self.home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        if first:
            self._set_password()

    def _set_password(self) -> None:
        # Neo4j takes it before the first start only.
        self.admin("dbms", "set-initial-password", self.password)

    def admin(self, *arguments: str) -> None:
        """Run a command of neo4j-admin on the folder of this server, which must not be running.

        Raises:
            Neo4jStartError: when Neo4j refuses.
        """
        main = "org.neo4j.server.startup.Neo4jAdminCommand"
        environment = {**os.environ, "NEO4J_HOME": str(self.home)}
        environment["NEO4J_CONF"] = str(self.home / "conf")
        answer = subprocess.run(
            self._command(main, *arguments, folders=False),
            capture_output=True,
            text=True,
            check=False,
            env=environment,
            cwd=self.home,
        )
        if answer.returncode:
            what = " ".join(arguments[:2])
            raise Neo4jStartError(f"neo4j-admin {what} failed: {answer.stderr.strip()}")

    def _command(self, main: str, *arguments: str, folders: bool = True) -> list[str]:
        lib = neo4j_jars.jars(self.version)
        command = [str(neo4j_jars.java()), f"-Xmx{self.heap}"]
        command += FAST if self.fast or not folders else ("-XX:+UseG1GC", f"-Xms{self.heap}")
        command += [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENS]
        command += ["--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8"]
        command += ["-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow"]
        command += ["-cp", os.pathsep.join((f"{lib}/*", f"{self.home}/plugins/*")), main]
        if folders:
            command += [f"--home-dir={self.home}", f"--config-dir={self.home}/conf"]
        return [*command, *arguments]

    def _wait(self, deadline: float) -> None:
        while time.monotonic() < deadline:
            if self.pid is None:
                raise self._failure("Neo4j stopped while starting")
            try:
                # A bare connection first: the driver repeats a refused one at its own pace.
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                with self.address.driver() as driver, driver.session() as session:
                    session.run("RETURN 1").consume()
            except AuthError as error:
                # One more try against somebody else's server would lock its user out.
                raise PortTakenError(f"Port {self.port} is another server's") from error
            except (Neo4jError, DriverError, OSError):
                time.sleep(0.1)
            else:
                return
        raise self._failure("Neo4j did not answer in time")

    def _failure(self, what: str) -> Neo4jStartError:
        console = (self.home / "console.log").read_text(encoding="utf-8", errors="replace")
        kind = PortTakenError if "Address already in use" in console else Neo4jStartError
        return kind(f"{what}; its last words:\n" + "\n".join(console.splitlines()[-15:]))


def _is_neo4j_5(version: str) -> bool:
    return version.startswith("5.")


def _main_class(version: str) -> str:
    name = "CommunityEntryPoint" if _is_neo4j_5(version) else "Neo4jCommunity"
    return f"org.neo4j.server.{name}"
