"""Make a data folder of any size with skewed degrees, as curators' tables.

The words are made up and say so. A few elements, sources and domains get most of the findings
(a Zipf-like law with exponent 1.1), as in real literature. The same size and seed give the same
tables on every machine.

    python -m benchmarks.synthetic 100000 /tmp/data-100k
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random

from evidence_ontology.ontology import ontology

FINDINGS_PER_STUDY = 20_000
SKEW = 1.1
DOMAINS = 30


class Skewed:
    """Draws numbers below ``size``, small ones far more often."""

    def __init__(self, random: Random, size: int) -> None:
        self._random = random
        self._size = size
        self._weights = list(accumulate((n + 1) ** -SKEW for n in range(size)))

    def draw(self, count: int) -> list[int]:
        """Draw numbers.

        Args:
            count: How many.

        Returns:
            The numbers.
        """
        return self._random.choices(range(self._size), cum_weights=self._weights, k=count)


def make(findings: int, folder: Path, seed: int = 1) -> None:
    """Write a data folder.

    Args:
        findings: How many findings it holds.
        folder: Where; made if it is not there.
        seed: Another number gives other tables of the same kind.
    """
    random = Random(seed)
    elements = min(2_000, max(60, findings // 100))
    sources = max(20, findings // 50)
    studies = max(1, findings // FINDINGS_PER_STUDY)
    _shared(folder, random, elements, sources, studies)
    share = [findings // studies + (n < findings % studies) for n in range(studies)]
    element_of, source_of = Skewed(random, elements), Skewed(random, sources)
    domain_of = Skewed(random, DOMAINS)
    for number, size in enumerate(share):
        study = folder / "studies" / f"study-{number}"
        about = list(zip(element_of.draw(size), domain_of.draw(size), strict=True))
        _study(study, about, source_of, random)


def _shared(folder: Path, random: Random, elements: int, sources: int, studies: int) -> None:
    layers = [layer.id.partition("/")[2] for layer in ontology().layers if layer.ring is not None]
    made_up = ["Verzonnen.", "Made up."]

    def choose() -> str:
        return random.choice(layers)

    _write(
        folder / "thesaurus" / "elements.csv",
        ["id", "labelNl", "labelEn", "definitionNl", "definitionEn", "placedIn", "order"],
        (
            [f"e{n}", f"Verzonnen element {n}", f"Made-up element {n}", *made_up, choose(), str(n)]
            for n in range(elements)
        ),
    )
    made_up_domains = [
        [f"d{n}", f"Verzonnen domein {n}", f"Made-up domain {n}", str(n)] for n in range(1, DOMAINS)
    ]
    unspecified = ["unspecified", "Domein niet genoemd", "Domain not stated", "0"]
    _write(
        folder / "thesaurus" / "domains.csv",
        ["id", "labelNl", "labelEn", "order"],
        [unspecified, *made_up_domains],
    )
    cited = ([f"s{n}", f"Made-up {n}", "unknown", f"Made-up {n}"] for n in range(sources))
    own = ([f"study-{n}", f"Made-up study {n}", "report", ""] for n in range(studies))
    header = ["id", "shortName", "sourceType", "spellings"]
    _write(folder / "sources" / "sources.csv", header, [*cited, *own])


def _study(
    folder: Path, about: Sequence[tuple[int, int]], source_of: Skewed, random: Random
) -> None:
    size = len(about)
    passages = max(1, size // 10)
    passage_rows = ([f"p{n}", f"{n // 100 + 1}.{n % 100}"] for n in range(passages))
    _write(folder / "passages.csv", ["id", "section"], passage_rows)
    # Most findings rest on one citation, every fourth on a second one.
    cited = source_of.draw(size + size // 4)
    _write(
        folder / "citations.csv",
        ["id", "printedForm", "mode", "relayedBy", "foundAt"],
        (
            [f"c{n}", f"Made-up {source}"]
            + (["relayed", "s0"] if source and random.random() < 0.05 else ["read", ""])
            + [f"p{(n % size) * passages // size}"]
            for n, source in enumerate(cited)
        ),
    )
    _write(
        folder / "findings.csv",
        [
            "id",
            "about",
            "inDomain",
            "direction",
            "paraphraseNl",
            "paraphraseEn",
            "foundAt",
            "restsOn",
        ],
        (
            [
                f"f{n}",
                f"e{element}",
                f"d{domain}" if domain else "",
                "supports",
                f"Verzonnen bevinding {n} over element {element}, in eigen woorden verteld.",
                f"Made-up finding {n} about element {element}, told in our own words.",
                f"p{n * passages // size}",
                f"c{n}" + (f"|c{size + n // 4}" if n % 4 == 3 else ""),
            ]
            for n, (element, domain) in enumerate(about)
        ),
    )
    _relations(folder, size, [element for element, _ in about], random)


def _relations(folder: Path, size: int, elements: Sequence[int], random: Random) -> None:
    kinds = [concept.code for concept in ontology().lists["RelationKind"]]
    pairs = [(random.choice(elements), random.choice(elements)) for _ in range(size // 50)]
    _write(
        folder / "relations.csv",
        ["id", "startsAt", "endsAt", "kind", "paraphraseNl", "paraphraseEn", "foundAt", "restsOn"],
        (
            [
                f"r{n}",
                f"e{a}",
                f"e{b}",
                random.choice(kinds),
                "Verzonnen.",
                "Made up.",
                "p0",
                f"c{n}",
            ]
            for n, (a, b) in enumerate(pairs)
            if a != b
        ),
    )


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
