"""A real Neo4j Community server on a free loopback port, for tests, benchmarks and people.

    python -m tests.support.neo4j_server --heap 4g

prints the address and runs until Ctrl-C. From code, `running_server()` is a context manager.
"""

import argparse
import contextlib
import shlex
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.support.neo4j_jars import Neo4jUnavailableError, wanted_version
from tests.support.neo4j_process import (
    Neo4jAddress,
    Neo4jServer,
    Neo4jStartError,
    PortTakenError,
)

ENVIRONMENT = (
    "EVIDENCE_TEST_NEO4J_URI",
    "EVIDENCE_TEST_NEO4J_USER",
    "EVIDENCE_TEST_NEO4J_PASSWORD",
)


@contextlib.contextmanager
def running_server(
    *,
    home: Path | None = None,
    version: str | None = None,
    heap: str = "512m",
    page_cache: str = "64m",
    fast: bool = True,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Neo4jServer]:
    """Run a server for as long as the block lasts.

    Args:
        home: folder to keep; without it a temporary one that goes away.
        version: version of Neo4j; without it the one that NEO4J_VERSION asks for.
        heap: size of the Java heap.
        page_cache: size of the page cache.
        fast: start fast rather than answer fast; False where time is measured.
        settings: more settings of Neo4j.

    Yields:
        The server, answering queries.

    Raises:
        Neo4jStartError: when it does not start.
    """
    folder = home or Path(tempfile.mkdtemp(prefix="evidence-neo4j-"))
    try:
        for attempt in range(3):
            server = Neo4jServer(
                folder,
                version=version or wanted_version(),
                heap=heap,
                page_cache=page_cache,
                fast=fast,
                settings=settings or {},
            )
            try:
                server.start()
                break
            except PortTakenError:
                if attempt == 2 or home is not None:
                    raise
                shutil.rmtree(folder)
        try:
            yield server
        finally:
            server.stop()
    finally:
        if home is None:
            shutil.rmtree(folder, ignore_errors=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a server until Ctrl-C, for people and for benchmarks.

    Returns:
        0 when it was stopped, 2 when it could not be had or started.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.support.neo4j_server")
    parser.add_argument("--heap", default="512m", help="Java heap, such as 4g (default 512m)")
    parser.add_argument("--page-cache", default="64m", help="page cache (default 64m)")
    parser.add_argument("--home", type=Path, help="an empty folder to keep the data in")
    parser.add_argument(
        "--fast", action="store_true", help="start fast, answer slower; not for measuring"
    )
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    began = time.monotonic()
    try:
        with running_server(
            home=options.home, heap=options.heap, page_cache=options.page_cache, fast=options.fast
        ) as server:
            seconds = time.monotonic() - began
            print(f"# Neo4j {server.version}, started in {seconds:.1f} s; Ctrl-C stops it")
            for name, value in zip(ENVIRONMENT, _parts(server.address), strict=True):
                print(f"export {name}={shlex.quote(value)}", flush=True)
            while server.pid is not None:
                time.sleep(0.5)
            print("Neo4j stopped by itself.", file=sys.stderr)
            return 2
    except KeyboardInterrupt:
        return 0
    except (Neo4jStartError, Neo4jUnavailableError) as error:
        print(f"Neo4j cannot be started: {error}", file=sys.stderr)
        return 2


def _parts(address: Neo4jAddress) -> tuple[str, str, str]:
    return address.url, address.user, address.password


if __name__ == "__main__":
    sys.exit(main())
