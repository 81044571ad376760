"""The words of an APA reference in Dutch and English.

Source: Publication Manual of the American Psychological Association, 7th edition, 2020, chapters 9
and 10; for Dutch the usage of Dutch universities' libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """What a reference says besides what the record says."""

    no_date: str
    year_unknown: str
    title_unknown: str
    editor: str
    editors: str
    inside: str
    page: str
    pages: str
    volume: str
    number: str
    article: str
    thesis: str
    master: str
    retrieved: str
    day_first: bool
    months: tuple[str, ...]

    def edition(self, text: str) -> str:
        """Name the edition.

        Args:
            text: Its number, or words.

        Returns:
            Such as ``2e druk`` or ``2nd ed.``; words as they are.
        """
        if not text.isdecimal():
            return text
        if self.day_first:
            return f"{text}e druk"
        ending = {1: "st", 2: "nd", 3: "rd"}.get(int(text) % 10, "th")
        return f"{text}{'th' if int(text) % 100 in {11, 12, 13} else ending} ed."

    def day(self, month: int | None, day: int | None) -> str:
        """Name a day or a month.

        Args:
            month: The month.
            day: The day.

        Returns:
            Such as ``12 mei`` or ``May 12``; nothing without a month.
        """
        if month is None:
            return ""
        name = self.months[month - 1]
        if day is None:
            return name
        return f"{day} {name}" if self.day_first else f"{name} {day}"


WORDS: dict[Language, Words] = {
    "nl": Words(
        no_date="z.d.",
        year_unknown="jaar niet bekend",
        title_unknown="titel niet bekend",
        editor="Red.",
        editors="Reds.",
        inside="In",
        page="p.",
        pages="pp.",
        volume="Deel",
        number="nr.",
        article="Artikel",
        thesis="Proefschrift",
        master="Masterscriptie",
        retrieved="Geraadpleegd op {day}, van",
        day_first=True,
        months=(
            *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
            *("september", "oktober", "november", "december"),
        ),
    ),
    "en": Words(
        no_date="n.d.",
        year_unknown="year not known",
        title_unknown="title not known",
        editor="Ed.",
        editors="Eds.",
        inside="In",
        page="p.",
        pages="pp.",
        volume="Vol.",
        number="No.",
        article="Article",
        thesis="Doctoral dissertation",
        master="Master’s thesis",
        retrieved="Retrieved {day}, from",
        day_first=False,
        months=(
            *("January", "February", "March", "April", "May", "June", "July", "August"),
            *("September", "October", "November", "December"),
        ),
    ),
}
