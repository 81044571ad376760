"""How long it takes to find what stands twice in a library, against only reading the library.

    python -m benchmarks.bibliography 10000

The library is made up: nobody wrote these works. One in ten stands in it twice, the second
time with a slip in the title, a subtitle, another year, fewer authors or no year.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace

import psutil

from evidence_literature.dates import Date
from evidence_literature.formats import read_bibliography, write_ris
from evidence_literature.matching import matches
from evidence_literature.names import Name
from evidence_literature.records import Record, tidy

STEMS = (
    *("zorg", "hulp", "wijk", "jeugd", "gezin", "steun", "buurt", "werk", "leer", "praktijk"),
    *("onder", "effect", "methode", "samen", "lief", "kind", "ouder", "team", "schuld", "woon"),
)
ENDS = ("en", "ing", "er", "lijk", "baar", "heid", "aar", "kracht", "punt", "plan", "loos", "groep")
WORDS = tuple(stem + end for stem in STEMS for end in ENDS)
FAMILIES = tuple(a + b for a in ("Bos", "Jan", "Vis", "Berg", "Meer", "Dijk") for b in ENDS)


def library(works: int, twice: int, seed: int = 7) -> tuple[list[Record], set[tuple[int, int]]]:
    """Make a library.

    Args:
        works: How many works.
        twice: How many of them stand in it twice, the second time with a slip or less said.
        seed: The same seed gives the same library.

    Returns:
        The records, and the places of each work that stands there twice.
    """
    chance = random.Random(seed)
    records = [_work(number, chance) for number in range(works)]
    again = chance.sample(range(works), twice)
    copies = [_again(records[place], chance) for place in again]
    return [*records, *copies], {(place, works + n) for n, place in enumerate(again)}


def _work(number: int, chance: random.Random) -> Record:
    names = (Name(chance.choice(FAMILIES), f"{chance.choice('ABCDE')}.") for _ in range(3))
    return tidy(
        Record(
            type=chance.choice(["report", "article-journal", "book"]),
            id=f"w{number}",
            title=" ".join(chance.choices(WORDS, k=chance.randint(4, 9))),
            authors=tuple(names)[: chance.randint(1, 3)],
            issued=Date(chance.randint(1980, 2025)),
            doi=f"10.5555/{number}" if chance.random() < 0.3 else "",
        )
    )


def _again(record: Record, chance: random.Random) -> Record:
    changes = {
        "slip": {"title": _slip(record.title, chance)},
        "subtitle": {"title": f"{record.title}: een verkenning"},
        "year": {"issued": Date(((record.issued or Date(2000)).year or 0) + 1)},
        "authors": {"authors": record.authors[:1]},
        "undated": {"issued": Date(literal="z.d.")},
    }
    change = changes[chance.choice(list(changes))]
    return tidy(replace(record, id=f"{record.id}-again", doi="", **change))  # type: ignore[arg-type]


def _slip(text: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(text) - 1)
    return text[:place] + text[place + 1 :]


def main() -> None:
    """Measure, and print one row of a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    records, truth = library(count - count // 10, count // 10)
    content = write_ris(records).encode()
    start = time.perf_counter()
    read = read_bibliography(content).records
    bare = time.perf_counter() - start
    start = time.perf_counter()
    found = {(match.first, match.second) for match in matches(read)}
    matching = time.perf_counter() - start
    right = len(found & truth)
    memory = psutil.Process().memory_info().rss // 2**20
    print("| records | reading, s | matching, s | ratio | recall | precision | memory, MB |")
    print("|---|---|---|---|---|---|---|")
    times = f"{bare:.1f} | {matching:.1f} | {matching / bare:.2f}"
    print(
        f"| {count:,} | {times} | {right / len(truth):.3f} | {right / len(found):.3f} | {memory} |"
    )


if __name__ == "__main__":
    main()
