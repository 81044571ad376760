"""A view as one page that needs nothing else: no network, no server, no other file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from evidence_explorer.markup import Child, Markup, join, tag
from evidence_explorer.sharing.plain_files import left_out
from evidence_explorer.sharing.sheets import Cell, Sheet, Tables
from evidence_explorer.sharing.stamp import Stamp
from evidence_explorer.sharing.svg import face
from evidence_explorer.words import Words


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on a hand-out.

    Attributes:
        tables: the view as tables.
        pictures: the view as pictures, each for a sheet of paper of its own.
        readings: what there is to read of the elements in the picture.
    """

    tables: Tables
    pictures: tuple[Markup, ...] = ()
    readings: Markup | None = None


def handout(paper: Paper, stamp: Stamp, words: Words) -> bytes:
    """Make the page.

    Args:
        paper: what stands on it.
        stamp: what the page says of itself.
        words: the words.

    Returns:
        The content of the file. Its own policy allows nothing but what is inside it.
    """
    style = face() + _asset("handout.css")
    script = _asset("handout.js") if paper.readings else ""
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=stamp.program),
        tag("meta", name="date", content=stamp.day),
        tag("title", stamp.title),
        tag("style", Markup(style)),
    )
    sheets = paper.tables.sheets
    body = tag(
        "body",
        tag("header", tag("h1", stamp.title), _chosen(stamp)),
        tag(
            "main",
            *_pictures(paper, words),
            *(_section(sheet, number) for number, sheet in enumerate(sheets)),
            _missing(sheets, words),
        ),
        _foot(stamp, words),
        tag("script", Markup(script)) if script else None,
    )
    page = f"<!doctype html>\n{tag('html', head, body, lang=stamp.language)}\n"
    return page.encode("utf-8", "replace")


def _asset(name: str) -> str:
    place = resources.files("evidence_explorer").joinpath("sharing", "assets", name)
    return place.read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    allowed = ["default-src 'none'", f"style-src {_digest(style)}", "font-src data:"]
    if script:
        allowed.append(f"script-src {_digest(script)}")
    return "; ".join([*allowed, "base-uri 'none'", "form-action 'none'"])


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _chosen(stamp: Stamp) -> Markup | None:
    if not stamp.choices:
        return None
    return tag(
        "dl",
        *(tag("div", tag("dt", what), tag("dd", which)) for what, which in stamp.choices),
        class_="chosen",
    )


def _pictures(paper: Paper, words: Words) -> list[Markup]:
    if paper.readings is None:
        return [tag("div", picture, class_="scroll still") for picture in paper.pictures]
    tools = tag(
        "p",
        *(
            tag("button", label, type="button", data_do=do, aria_label=said)
            for do, label, said in (
                ("in", "+", words.say("Larger")),
                ("out", "−", words.say("Smaller")),
                ("whole", "⤢", words.say("All of it")),
            )
        ),
        class_="tools",
        hidden=True,
    )
    hint = words.say("Choose an element in the picture to read about it here.")
    return [
        tag(
            "div",
            tag("div", tools, tag("div", *paper.pictures, class_="picture")),
            tag(
                "div",
                tag("p", hint, class_="hint"),
                paper.readings,
                class_="readings",
                role="region",
                tabindex=0,
                aria_label=words.say("What the sources say"),
            ),
            class_="stage",
        )
    ]


def _section(sheet: Sheet, number: int) -> Markup:
    return tag(
        "section",
        tag("h2", sheet.title, id=f"table-{number}"),
        tag(
            "div",
            _table(sheet),
            class_="scroll",
            tabindex=0,
            role="region",
            aria_labelledby=f"table-{number}",
        ),
        class_="table",
    )


def _table(sheet: Sheet) -> Markup:
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in sheet.columns))),
        tag("tbody", *(_row(row) for row in sheet.rows)),
    )


def _row(row: Sequence[Cell]) -> Markup:
    first, *others = row
    return tag("tr", tag("th", first, scope="row"), *map(_cell, others))


def _cell(value: Cell) -> Markup:
    return tag("td", value, class_="number" if isinstance(value, int) else None)


def _missing(sheets: Iterable[Sheet], words: Words) -> Markup | None:
    notes = left_out(list(sheets), words)
    return tag("ul", *(tag("li", note) for note in notes), class_="missing") if notes else None


def _foot(stamp: Stamp, words: Words) -> Markup:
    lines: list[Child] = [
        tag("div", tag("dt", what), tag("dd", which)) for what, which in stamp.lines(words)
    ]
    said = words.say(
        "Paraphrase and places only: read the source before you decide. "
        "“Not yet assessed” says nothing about whether something works."
    )
    return tag("footer", tag("p", said), join(tag("dl", *lines)))
