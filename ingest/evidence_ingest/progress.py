"""A progress bar for people; plain silence where nobody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

STEPS = {
    "read": "Reading the tables",
    "load": "Loading the graph",
    "bibliography": "Reading the bibliography",
    "match": "Comparing records",
}


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar for each step while the work goes on.

    Args:
        console: Where to show it; nothing is shown when it is not a terminal.

    Yields:
        What to tell the progress: step, how much was done since the last call, how much in all.
    """
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks = {step: bars.add_task(text, visible=False) for step, text in STEPS.items()}

        def tell(step: str, done: int, total: int) -> None:
            bars.update(tasks[step], advance=done, total=total, visible=True)

        yield tell
