"""The table of the newest outcomes, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Outcome = dict[str, Any]


def page(outcomes: Sequence[Outcome]) -> str:
    """Write the page.

    Args:
        outcomes: What was kept of the measurements.

    Returns:
        The page in Markdown.
    """
    return "\n".join(
        [
            "# Benchmarks",
            "",
            "Made by `python -m benchmarks` on made-up data with skewed degrees. Machines are",
            "shared and noisy: compare within a table. *Load* is the machine's load average at the",
            "end of a measurement; above the number of cores, times are pessimistic.",
            "",
            *_ingests([o for o in outcomes if o["what"] == "ingest"]),
            *_pages([o for o in outcomes if o["what"] == "pages"]),
        ]
    )


def _ingests(outcomes: Iterable[Outcome]) -> Iterator[str]:
    yield "## Ingest against the bare driver"
    yield ""
    yield "Our whole pipeline (read, reconcile, validate, derive, compare, journal, load) against"
    yield "the bare driver's UNWIND of the same rows, ready-made, in the same run. Rows are nodes"
    yield "and links."
    yield ""
    yield "| engine | findings | rows | ours, rows/s | bare, rows/s | ratio | load | day |"
    yield "|---|---|---|---|---|---|---|---|"
    for o in outcomes:
        ours, bare = o["rows"] / o["ours"], o["rows"] / o["bare"]
        yield (
            f"| {o['engine']} | {o['findings']:,} | {o['rows']:,} | {ours:,.0f} | {bare:,.0f}"
            f" | {ours / bare:.2f} | {o['load']} | {o['day']} |"
        )
    yield ""


def _pages(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for engine in sorted({o["engine"] for o in outcomes}):
        found = sorted((o for o in outcomes if o["engine"] == engine), key=lambda o: o["findings"])
        yield f"## Questions behind a page, {engine}"
        yield ""
        yield "Milliseconds, median / 95th percentile: of the slowest single query behind the page,"
        yield "and of all its queries together; in brackets how many queries and how many answers."
        yield ""
        yield "| page |" + "".join(f" {o['findings']:,} findings |" for o in found)
        yield "|---|" + "---|" * len(found)
        for number, timing in enumerate(found[0]["timings"]):
            cells = (_timing(o["timings"][number]) for o in found)
            yield f"| {timing['name']} |" + "".join(f" {cell} |" for cell in cells)
        yield "| *load, day* |" + "".join(f" *{o['load']}, {o['day']}* |" for o in found)
        yield ""


def _timing(t: Outcome) -> str:
    slowest = f"**{t['slowest_median']:.1f} / {t['slowest_p95']:.1f}**"
    return f"{slowest}, all {t['median']:.1f} / {t['p95']:.1f} ({t['queries']}; {t['answers']})"
