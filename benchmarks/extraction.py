"""Measure reading reports: time and memory of PDFs of 100 and 1,000 pages.

python -m benchmarks.extraction
"""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path

from evidence_ingest.extracting import extract
from tests.literature.making_files import make_pdf

PAGES = (100, 1000)


def main() -> None:
    """Print one line per size: seconds, the most memory of the reading process, citations."""
    with tempfile.TemporaryDirectory() as folder:
        for pages in PAGES:
            path = make_pdf(Path(folder) / f"{pages}.pdf", pages, columns=2)
            begun = time.perf_counter()
            found = extract(path)
            seconds = time.perf_counter() - begun
            print(
                f"{pages} pages: {seconds:.1f} s, child {_megabytes(resource.RUSAGE_CHILDREN)} MB,"
                f" parent {_megabytes(resource.RUSAGE_SELF)} MB, {len(found.citations)} citations"
            )


def _megabytes(who: int) -> int:
    return resource.getrusage(who).ru_maxrss // 1024


if __name__ == "__main__":
    main()
