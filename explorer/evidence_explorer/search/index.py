"""The index: everything that can be found, in SQLite's full-text tables, one for each kind.

What is typed reaches SQLite as parameters, and as words of letters and digits in quotes: never as
SQL, never as syntax of a full-text query.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, Final, get_args

import numpy as np

from evidence_explorer.search.encoding import Encoder, Vectors, in_one_language, vectors
from evidence_explorer.search.packing import packed, unpacked
from evidence_explorer.search.tokens import words
from evidence_graph.queries.answers import Text
from evidence_graph.queries.searching import Kind, Searchable

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
FIELDS: Final = ("name", "others", "makers", "said", "around")
WEIGHTS: Final = (10.0, 8.0, 6.0, 3.0, 2.0)
"""How much a word tells, by the field where it stands; as in :data:`_BEST`."""
PATIENCE: Final = 0.5
"""Seconds that one question to the index may take."""
_NOTHING: Final[Vectors] = np.empty((0, 0), dtype=np.float32)
_BUILDING: Final = 3600.0
MANY: Final = 10_000
"""How many things are counted and weighed; of more it is only said that there are more."""
_STEPS: Final = 20_000

# KIND stands for one of KINDS: a table's name can be no parameter.
_TABLES: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS KIND_words USING fts5"
    "(name, others, makers, said, around, content='', tokenize='unicode61 remove_diacritics 0')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS KIND_vocabulary USING fts5vocab(KIND_words, row)",
    "CREATE TABLE IF NOT EXISTS KIND_things"
    " (number INTEGER PRIMARY KEY, thing TEXT NOT NULL, vector BLOB)",
)
_KEEP: Final = "INSERT INTO KIND_things (thing, vector) VALUES (?, ?)"
_VECTORS: Final = "SELECT number, vector FROM KIND_things WHERE vector IS NOT NULL"
_ADD: Final = (
    "INSERT INTO KIND_words (rowid, name, others, makers, said, around) VALUES (?, ?, ?, ?, ?, ?)"
)
_LAST: Final = "SELECT coalesce(max(number), 0) FROM KIND_things"
_VOCABULARY: Final = "SELECT term, doc FROM KIND_vocabulary"
_COUNT: Final = "SELECT count(*) FROM (SELECT 1 FROM KIND_words WHERE KIND_words MATCH ? LIMIT ?)"
_FIRST: Final = "SELECT rowid FROM KIND_words WHERE KIND_words MATCH ? LIMIT ?"
_BEST: Final = (
    "SELECT rowid FROM KIND_words WHERE KIND_words MATCH ?"
    " ORDER BY bm25(KIND_words, 10, 8, 6, 3, 2) LIMIT ?"
)
_READ: Final = "SELECT thing FROM KIND_things WHERE number = ?"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Things that have the words.

    Attributes:
        total: how many there are; :data:`MANY` where there are more.
        things: the first of them.
        more: whether there are more than were counted.
        hurried: whether time ran out.
    """

    total: int = 0
    things: tuple[Searchable, ...] = ()
    more: bool = False
    hurried: bool = False


class Index:
    """An index in a file; without a path in one that SQLite throws away. Safe between threads."""

    def __init__(self, path: Path | None = None) -> None:
        self._lock = Lock()
        self._base = sqlite3.connect(str(path or ""), check_same_thread=False, isolation_level=None)
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("PRAGMA synchronous = OFF")
        self._deadline = 0.0
        self._base.set_progress_handler(lambda: monotonic() > self._deadline, _STEPS)
        self._in_time(_BUILDING)
        for kind in KINDS:
            for statement in _TABLES:
                self._base.execute(_of(kind, statement))

    def add(self, things: Iterable[Searchable], encoder: Encoder | None = None) -> None:
        """Add things.

        Args:
            things: the things; none of them is in the index yet.
            encoder: writes what texts mean, for those that exist in one language only.
        """
        things = tuple(things)
        meant = _vectors(things, encoder) if encoder else {}
        with self._lock:
            self._in_time(_BUILDING)
            self._base.execute("BEGIN")
            for thing in things:
                row = self._base.execute(
                    _of(thing.kind, _KEEP), (packed(thing), meant.get(thing.id))
                ).lastrowid
                said = (" ".join(_words(texts)) for texts in fields(thing).values())
                self._base.execute(_of(thing.kind, _ADD), (row, *said))
            self._base.execute("COMMIT")

    def vectors(self, kind: Kind) -> tuple[tuple[int, ...], Vectors]:
        """Give what the texts of a kind mean, as far as that was written.

        Args:
            kind: the kind.

        Returns:
            Numbers of things, and a row for each.
        """
        with self._lock:
            self._in_time(_BUILDING)
            rows = self._base.execute(_of(kind, _VECTORS)).fetchall()
        known = [np.frombuffer(vector, dtype=np.float16) for _, vector in rows]
        matrix = np.asarray(known, dtype=np.float32).reshape(len(rows), -1) if rows else _NOTHING
        return tuple(number for number, _ in rows), matrix

    def thing(self, kind: Kind, number: int) -> Searchable:
        """Give one thing.

        Args:
            kind: its kind.
            number: its number in the index.

        Returns:
            The thing.
        """
        with self._lock:
            self._in_time(_BUILDING)
            return unpacked(self._base.execute(_of(kind, _READ), (number,)).fetchone()[0])

    def counts(self) -> Mapping[Kind, int]:
        """Count the things.

        Returns:
            Kind → how many of it are in the index.
        """
        with self._lock:
            self._in_time(PATIENCE)
            return {kind: self._base.execute(_of(kind, _LAST)).fetchone()[0] for kind in KINDS}

    def vocabulary(self) -> Mapping[str, int]:
        """List the words of the index.

        Returns:
            Word → how many things have it.
        """
        found: Counter[str] = Counter()
        with self._lock:
            self._in_time(_BUILDING)
            for kind in KINDS:
                for word, count in self._base.execute(_of(kind, _VOCABULARY)):
                    found[word] += count
        return found

    def candidates(
        self, kind: Kind, groups: Sequence[Iterable[str]], most: int, *, every: bool
    ) -> Candidates:
        """Find the things that have some words.

        Args:
            kind: of which kind.
            groups: for each typed word, the words that it may mean.
            most: how many things to give at most.
            every: whether a thing must answer to every typed word, or to any.

        Returns:
            The things, the likeliest first.
        """
        between = " AND " if every else " OR "
        asked = between.join(f"({_any(group)})" for group in groups if group)
        if not asked:
            return Candidates()
        with self._lock:
            counted = self._asked(_of(kind, _COUNT), (asked, MANY + 1))
            total = counted[0][0] if counted else MANY + 1
            # What nearly everything has tells nothing apart: weighing it would only take time.
            numbers = self._asked(_of(kind, _BEST), (asked, most)) if total <= MANY else None
            hurried = counted is None or (total <= MANY and numbers is None)
            if numbers is None:
                numbers = self._asked(_of(kind, _FIRST), (asked, most)) or []
            read = _of(kind, _READ)
            rows = [row for number in numbers for row in self._asked(read, number) or ()]
        things = tuple(unpacked(row[0]) for row in rows)
        return Candidates(min(total, MANY), things, total > MANY, hurried)

    def _asked(self, statement: str, values: Sequence[object]) -> list[tuple[Any, ...]] | None:
        # None where time ran out.
        self._in_time(PATIENCE)
        try:
            return self._base.execute(statement, values).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            return None

    def close(self) -> None:
        """Let go of the index."""
        with self._lock:
            self._base.close()

    def _in_time(self, seconds: float) -> None:
        self._deadline = monotonic() + seconds


def fields(thing: Searchable) -> dict[str, tuple[Text, ...]]:
    """Give the texts by which a thing is found.

    Args:
        thing: the thing.

    Returns:
        Field, in the order of :data:`FIELDS` → its texts.
    """
    return {
        "name": (thing.name,),
        "others": thing.other_names,
        "makers": tuple(Text(one, one) for one in thing.makers),
        "said": (thing.said,),
        "around": thing.around,
    }


def _vectors(things: Sequence[Searchable], encoder: Encoder) -> dict[str, bytes]:
    texts = {thing.id: text for thing in things if (text := in_one_language(thing))}
    if not texts:
        return {}
    rows = vectors(encoder, list(texts.values())).astype(np.float16)
    return {ident: row.tobytes() for ident, row in zip(texts, rows, strict=True)}


def _of(kind: Kind, statement: str) -> str:
    return statement.replace("KIND", kind)


def _any(group: Iterable[str]) -> str:
    return " OR ".join(f'"{word}"' for word in group)


def _words(texts: Iterable[Text]) -> Iterable[str]:
    for text in texts:
        for one in dict.fromkeys((text.nl, text.en)):
            yield from words(one)
