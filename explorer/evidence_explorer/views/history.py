"""What was done to the data behind a page, by whom and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_explorer.markup import Markup, tag
from evidence_explorer.views import parts
from evidence_explorer.words import Words
from evidence_graph.queries.answers import Named
from evidence_graph.queries.told_answers import CurationOf


@dataclass(frozen=True, slots=True)
class StudyHistory:
    """What was done to the data of one study that was read."""

    study: Named
    curation: tuple[CurationOf, ...]


def history(found: Sequence[StudyHistory], words: Words) -> Markup | None:
    """Show how what stands on the page was recorded.

    Args:
        found: the studies in which the page's findings stand.
        words: the words.

    Returns:
        A section, or None where nothing was recorded.
    """
    known = [one for one in found if one.curation]
    if not known:
        return None
    return tag(
        "section",
        tag("h2", words.say("History")),
        *(
            tag(
                "details",
                tag(
                    "summary",
                    words.say("How {study} was recorded", study=words.text(one.study.label)),
                ),
                parts.bullets(curated(act, words) for act in one.curation),
                class_="help",
            )
            for one in known
        ),
    )


def curated(one: CurationOf, words: Words) -> Markup:
    """Show one thing that was done to the data.

    Args:
        one: who did what, and when.
        words: the words.

    Returns:
        A line.
    """
    return tag(
        "span",
        tag("strong", words.concept("CurationAction", one.action)),
        f" – {words.date(one.on)}, {one.by}. ",
        words.text(one.text),
    )
