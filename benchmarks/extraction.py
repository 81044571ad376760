"""Measure reading reports: how long, how much memory, and how well proposals match a study.

    python -m benchmarks.extraction
    python -m benchmarks.extraction --study FILE

The repository holds no publication: FILE is your own copy of the study that data/studies holds.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from benchmarks.study_claims import gold, lines
from evidence_ingest.extracting import extract
from evidence_ingest.thesaurus import read_thesaurus
from tests.literature.making_files import make_pdf

PAGES = (100, 1000)
DATA = Path(__file__).parents[1] / "data"
STUDY = "integrated-working-2018"


def main() -> None:
    """Print sizes and times, or how well the proposals from a study match its records."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("--study", type=Path, metavar="FILE", help=f"The text of {STUDY}.")
    given = parser.parse_args()
    if given.study is None:
        _time_pages()
        return
    found = extract(given.study, read_thesaurus(DATA))
    print(f"{len(found.proposals)} proposals, {len(found.citations)} citations")
    for line in lines(found, gold(DATA, STUDY)):
        print(line)


def _time_pages() -> None:
    thesaurus = read_thesaurus(DATA)
    with tempfile.TemporaryDirectory() as folder:
        for pages in PAGES:
            path = make_pdf(Path(folder) / f"{pages}.pdf", pages, columns=2)
            begun = time.perf_counter()
            found = extract(path, thesaurus)
            seconds = time.perf_counter() - begun
            print(
                f"{pages} pages: {seconds:.1f} s, child {_megabytes(resource.RUSAGE_CHILDREN)} MB,"
                f" parent {_megabytes(resource.RUSAGE_SELF)} MB, {len(found.citations)} citations,"
                f" {len(found.proposals)} proposals"
            )


def _megabytes(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


if __name__ == "__main__":
    main()
