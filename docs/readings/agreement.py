"""How far do two readings of a study agree? Prints a table per study; needs nothing but Python.

``matches/<kind>.csv`` holds pairs of line numbers (from 1) of the two files of a kind that say the
same thing in the same place. With *m* pairs among *a* and *b* lines, agreement is
F1 = 2m / (a + b). Not kappa, since nobody can count the things that both readers left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Agreement:
    """What two readers noted of one kind: lines of each, and how many say the same."""

    kind: str
    a: int
    b: int
    same: int

    @property
    def f1(self) -> float:
        """Agreement, from 0 to 1."""
        return 2 * self.same / (self.a + self.b)


def agreements(study: Path) -> Iterator[Agreement]:
    """Compare the readings of a study.

    Args:
        study: Its folder, with ``reader-a``, ``reader-b`` and ``matches``.

    Yields:
        One figure for each kind with matches.

    Raises:
        ValueError: A line is matched twice or does not exist.
    """
    for file in sorted((study / "matches").glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as table:
            pairs = [(int(row["a"]), int(row["b"])) for row in csv.DictReader(table)]
        name = f"{file.stem}.jsonl"
        sizes = [_lines(study / reader / name) for reader in ("reader-a", "reader-b")]
        for side, size in enumerate(sizes):
            lines = [pair[side] for pair in pairs]
            if len(set(lines)) != len(lines) or not all(1 <= line <= size for line in lines):
                raise ValueError(f"{file}: a line is matched twice or does not exist")
        yield Agreement(file.stem, *sizes, len(pairs))


def _lines(file: Path) -> int:
    return sum(1 for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def table(study: Path) -> str:
    """Write the agreement of a study as a table.

    Args:
        study: Its folder.

    Returns:
        Markdown.
    """
    rows = [
        f"| {one.kind.replace('_', ' ')} | {one.a} | {one.b} | {one.same} | {one.f1:.2f} |"
        for one in agreements(study)
    ]
    return "\n".join(["| kind | reader a | reader b | same | F1 |", "|---|---|---|---|---|", *rows])


if __name__ == "__main__":
    for folder in sorted(path.parent for path in HERE.glob("*/matches")):
        print(f"{folder.name}\n\n{table(folder)}\n")  # noqa: T201
