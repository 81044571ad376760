"""What can be wrong with the data, written for the curator who has to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in the data: where it stands and what must hold.

    ``row`` counts as a spreadsheet does (the head is row 1); 0 is the file as a whole.
    """

    file: str
    row: int
    field: str
    message: str
    found: str = ""

    def __str__(self) -> str:
        where = self.file
        if self.row:
            where += f", row {self.row}"
        if self.field:
            where += f", {self.field}"
        found = f" Found: {self.found}" if self.found else ""
        return f"{where}: {self.message}{found}"


class IngestError(Exception):
    """The data could not be read at all; the message is a sentence for the reader."""


class DoesNotConformError(IngestError):
    """The data was read, but breaks rules; nothing was loaded."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        some = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(f"The data has {some}. No graph was changed.")
