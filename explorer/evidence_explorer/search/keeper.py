"""Keeps an index of the graph as it is now: built in the background, and again after each load.

What was loaded last tells which index belongs to it, so what another process loads is found at the
next click. The index of a large graph is kept in the user's cache folder, for the next start.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Final

from evidence_explorer.readers import readers
from evidence_explorer.search.encoding import installed_encoder
from evidence_explorer.search.index import Index
from evidence_explorer.search.likeness import Likeness, likeness
from evidence_explorer.search.vocabulary import Vocabulary
from evidence_graph.errors import GraphError
from evidence_graph.queries.revision import revision
from evidence_graph.queries.searching import searchables
from evidence_graph.queries.stats import graph_stats
from evidence_graph.store import GraphStore

LOG: Final = logging.getLogger("evidence_explorer")
FORMAT: Final = 1
"""Raise it when an index is filled differently, so that kept ones are built anew."""
PROMPT: Final = 3.0
"""Seconds that a reader waits for an index that is being built, before a part of it is used."""
LARGE: Final = 20_000
"""From how many findings on an index is kept in a file."""
_BEGINNING: Final = 10.0
_DAYS: Final = 30 * 86_400


@dataclass(frozen=True, slots=True)
class Shelf:
    """An index with its words, as far as it is.

    Attributes:
        index: the index.
        vocabulary: its words.
        read: how many findings are in it.
        total: how many findings there are.
        like: what the texts mean that exist in one language, where the extra is installed.
        renewed: whether newer data is being read meanwhile.
    """

    index: Index
    vocabulary: Vocabulary
    read: int
    total: int
    like: Likeness | None = None
    renewed: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything is in it."""
        return self.read >= self.total and not self.renewed


class _Build:
    """An index that is being built."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.shelf: Shelf | None = None
        self.done = Event()
        self.usable = Event()
        self.error: Exception | None = None


class Keeper:
    """The one index of a process."""

    def __init__(self, folder: Callable[[], Path | None], prompt: float = PROMPT) -> None:
        self._folder = folder
        self._prompt = prompt
        self._lock = Lock()
        self._kept: _Build | None = None
        self._build: _Build | None = None

    def shelf(self, store: GraphStore) -> Shelf:
        """Give the index of a graph, as far as it is built.

        Args:
            store: the graph.

        Returns:
            The whole index where it is there within a moment; else the one of before, or the part
            that is there.

        Raises:
            GraphError: the graph does not answer.
        """
        key = _key(store)
        with self._lock:
            if self._kept is not None and self._kept.key == key and self._kept.shelf is not None:
                return self._kept.shelf
            build = self._started(key, store)
        build.done.wait(self._prompt)
        with self._lock:
            kept = self._kept
        if kept is not None and kept.shelf is not None and kept.key != key:
            return replace(kept.shelf, renewed=True)
        build.usable.wait(_BEGINNING)
        return self._of(build)

    def begin(self, store: GraphStore) -> None:
        """Begin to build where nothing was built yet, so that the first search need not wait.

        Args:
            store: the graph; asked only where there is something to begin.
        """
        if self._kept is None and self._build is None:
            key = _key(store)
            with self._lock:
                self._started(key, store)

    def _started(self, key: str, store: GraphStore) -> _Build:
        build = self._build
        if build is None or build.key != key:
            build = self._build = _Build(key)
            Thread(target=self._run, args=(build, store), daemon=True).start()
        return build

    def _of(self, build: _Build) -> Shelf:
        if build.error is not None:
            with self._lock:
                if self._build is build:
                    self._build = None
            raise build.error
        if build.shelf is None:
            raise GraphError("The index of the search could not be built in time.")
        return build.shelf

    def _run(self, build: _Build, store: GraphStore) -> None:
        try:
            self._fill(build, store)
            with self._lock:
                if self._build is build:
                    self._kept, self._build = build, None
        except (GraphError, sqlite3.Error, OSError) as error:
            LOG.warning("the index of the search could not be built: %s", error)
            build.error = error if isinstance(error, GraphError) else GraphError(str(error))
        finally:
            build.usable.set()
            build.done.set()

    def _fill(self, build: _Build, store: GraphStore) -> None:
        total = graph_stats(store).nodes.get("Finding", 0)
        place = self._place(build.key, total)
        if place is not None and (index := _opened(place)) is not None:
            read = index.counts()["finding"]
            build.shelf = _shelf(index, read, read)
            return
        part = place.with_suffix(f".{os.getpid()}.part") if place else None
        index = Index(part)
        read = held = shown = 0
        for things in searchables(store):
            if total >= LARGE:
                readers().give_way()
            index.add(things, installed_encoder())
            held += len(things)
            read += sum(thing.kind == "finding" for thing in things)
            # Each time that it has doubled it can be used, so looking its words up costs little.
            if held >= shown * 2:
                build.shelf = _shelf(index, read, total)
                build.usable.set()
                shown = held
        if place is not None and part is not None:
            index.close()
            part.replace(place)
            index = Index(place)
        build.shelf = _shelf(index, read, read)

    def _place(self, key: str, findings: int) -> Path | None:
        folder = self._folder() if findings >= LARGE else None
        if folder is None:
            return None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _tidy(folder)
        except OSError as error:
            LOG.warning("the index of the search is not kept: %s", error)
            return None
        return folder / f"search-{key}.sqlite" if os.access(folder, os.W_OK) else None


def _key(store: GraphStore) -> str:
    extra = "m" if installed_encoder() else ""
    return f"{FORMAT}{extra}-{revision(store)}"


def _shelf(index: Index, read: int, total: int) -> Shelf:
    like = likeness(index, installed_encoder())
    return Shelf(index, Vocabulary(index.vocabulary()), read, total, like)


def cache_folder() -> Path | None:
    """Tell where an index may be kept.

    Returns:
        A folder of ours in the user's cache; None where the user has no home.
    """
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    try:
        usual = Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    except RuntimeError:
        return None
    return (Path(named) if named else usual) / "evidence-explorer"


def _opened(place: Path) -> Index | None:
    if not place.exists():
        return None
    try:
        index = Index(place)
        index.counts()
        os.utime(place)
    except (sqlite3.Error, OSError) as error:
        LOG.warning("a kept index of the search is of no use: %s", error)
        place.unlink(missing_ok=True)
        return None
    return index


def _tidy(folder: Path) -> None:
    for old in folder.glob("search-*"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > _DAYS:
                old.unlink()


_KEEPER: Final = Keeper(cache_folder)


def keeper() -> Keeper:
    """Give the keeper of this process.

    Returns:
        The same one to every reader.
    """
    return _KEEPER
