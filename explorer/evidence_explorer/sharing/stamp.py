"""What every file says of itself: of which view it is, of which day, of which version."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from evidence_explorer.selection import Selection, href
from evidence_explorer.sharing.choices import choices
from evidence_explorer.words import Words
from evidence_graph.queries.context import releases
from evidence_graph.queries.revision import revision
from evidence_graph.store import GraphStore

DISTRIBUTION: Final = "evidence-explorer"
_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file says of itself.

    Attributes:
        title: what the view is about.
        day: the day on which the file was made, where the explorer runs, as ISO 8601 writes it.
        address: the link to the view.
        choices: what the reader chose, in words: what and which.
        program: the name and version of the program.
        data: the release of the data and the revision of the graph.
        language: the language of the file.
    """

    title: str
    day: str
    address: str
    choices: tuple[tuple[str, str], ...]
    program: str
    data: str
    language: str

    def lines(self, words: Words) -> tuple[tuple[str, str], ...]:
        """Write it as lines.

        Args:
            words: the words.

        Returns:
            What and which, such as “Made on” and “26 November 2026”.
        """
        return (
            (words.say("View"), self.title),
            (words.say("Made on"), words.date(self.day)),
            *(self.choices or ((words.say("Chosen"), words.say("everything, as usual")),)),
            (words.say("Data"), self.data),
            (words.say("Program"), self.program),
            (words.say("Link"), self.address),
            (words.say("Licence of the data"), "CC BY 4.0"),
        )

    def chosen(self) -> str:
        """Say in one line what was chosen.

        Returns:
            Such as “Layer: the client. Domain: youth”; nothing where all is as usual.
        """
        return ". ".join(f"{what}: {which}" for what, which in self.choices)


def stamp(store: GraphStore, words: Words, selection: Selection, title: str, base: str) -> Stamp:
    """Say what a file is of.

    Args:
        store: the graph.
        words: the words.
        selection: the view.
        title: its title.
        base: the address of the explorer.

    Returns:
        The stamp.
    """
    return Stamp(
        title=title,
        day=dt.datetime.now(dt.UTC).astimezone().date().isoformat(),
        address=base + href(selection),
        choices=choices(store, words, selection),
        program=f"{words.say('Evidence Explorer')} {program_version()}".strip(),
        data=_data(store, words),
        language=selection.language,
    )


def program_version() -> str:
    """Give the version of the program.

    Returns:
        The version; nothing where the program runs from files that were not installed.
    """
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return ""


def _data(store: GraphStore, words: Words) -> str:
    said = [
        words.say("release {version} of {day}", version=one.version, day=words.date(one.on))
        for one in releases(store)[:1]
    ]
    digest = revision(store)
    if digest:
        said.append(words.say("revision {digest}", digest=digest[:_DIGITS]))
    return ", ".join(said) or words.say("not known")
