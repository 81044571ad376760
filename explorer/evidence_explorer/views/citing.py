"""How a source is cited: as APA prints it, to copy, and in files for programs."""

from __future__ import annotations

from evidence_explorer.markup import Markup, tag
from evidence_explorer.selection import Selection, href
from evidence_explorer.sharing.references import FORMATS, Format, record
from evidence_explorer.views.share import copying
from evidence_explorer.words import Words
from evidence_graph.queries.naming import Publication
from evidence_literature.records import Record
from evidence_literature.styles import Piece, apa


def section(publication: Publication, words: Words, selection: Selection) -> Markup:
    """Show how to cite a source.

    Args:
        publication: what is known of it.
        words: the words.
        selection: the present view.

    Returns:
        A section; what is not known of the source is said in the reference itself.
    """
    known = record(publication)
    incomplete = not (known.authors and known.issued and known.title)
    return tag(
        "section",
        tag("h2", words.say("Cite this source")),
        tag("p", *map(_piece, apa(known, words.language).pieces), id="apa", class_="reference"),
        copying(words.say("Copy the reference"), words, text_of="apa"),
        tag(
            "p",
            words.say("Part of it is not known here: look it up before you cite."),
            class_="remark",
        )
        if incomplete
        else None,
        *(_format(key, one, known, words, selection) for key, one in FORMATS.items()),
        class_="cited",
    )


def _piece(piece: Piece) -> Markup | str:
    return tag("em", piece.text) if piece.italic else piece.text


def _format(key: str, form: Format, known: Record, words: Words, selection: Selection) -> Markup:
    ident = f"reference-{key}"
    return tag(
        "details",
        tag("summary", form.name),
        tag("pre", form.write([known]), id=ident, tabindex=0, aria_label=form.name),
        copying(words.say("Copy"), words, text_of=ident),
        tag(
            "p",
            tag(
                "a",
                words.say("Save as a file"),
                href=f"evidence/cite/{key}{href(selection)}",
                download=True,
            ),
        ),
        class_="cited-forms",
    )
