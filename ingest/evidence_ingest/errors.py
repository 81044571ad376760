"""What can be wrong with the data, written for the curator who has to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from evidence_ingest.counting import counted
from evidence_ontology.ontology import Words

MOST_SHOWN = 200
"""How many characters of what stands in the data a message repeats."""


def brief(text: str) -> str:
    """Repeat something of the data in a message: one line, short, and nothing a terminal obeys.

    Args:
        text: What was found, perhaps megabytes of it.

    Returns:
        Its beginning, white space as single spaces, other signs that cannot be printed as U+FFFD.
    """
    head = " ".join(text[: 2 * MOST_SHOWN].split())
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in head)
    if len(shown) > MOST_SHOWN or len(text) > 2 * MOST_SHOWN:
        return f"{shown[:MOST_SHOWN]}… ({len(text)} characters)"
    return shown


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in the data: where it stands and what must hold.

    ``row`` counts as a spreadsheet does (the head is row 1); 0 is the file as a whole. A message
    without Dutch is told in English.
    """

    file: str
    row: int
    field: str
    message: Words
    found: str = ""

    def __str__(self) -> str:
        return self.in_("en")

    def in_(self, language: str) -> str:
        """Tell the problem with its place.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            One line.
        """
        where = brief(self.file)
        if self.row:
            where += f", {'rij' if language == 'nl' else 'row'} {self.row}"
        if self.field:
            where += f", {brief(self.field)}"
        return f"{where}: {self.sentence(language)}"

    def sentence(self, language: str) -> str:
        """Tell the problem without its place.

        Args:
            language: ``"nl"`` or ``"en"``.

        Returns:
            What must hold, and what was found instead.
        """
        said = self.message.in_(language) or self.message.en
        word = "Gevonden" if language == "nl" else "Found"
        return f"{said} {word}: {brief(self.found)}" if self.found else said


class IngestError(Exception):
    """The data could not be read at all; the message is a sentence for the reader."""


class DoesNotConformError(IngestError):
    """The data was read, but breaks rules; nothing was loaded.

    ``language`` is the one in which the problems are to be told.
    """

    def __init__(self, problems: list[Problem], language: str = "en") -> None:
        self.problems = problems
        self.language = language
        super().__init__(f"The data has {counted(len(problems), 'problem')}. No graph was changed.")
