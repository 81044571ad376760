"""Which format a text has, seen from what stands in it: an extension may be wrong or missing."""

from __future__ import annotations

import re

from evidence_literature.formats.reading import Format

_SIGNS = {
    Format.RIS: r"^[ \t]*TY[ \t]{1,4}-",
    Format.NBIB: r"^PMID *- ",
    Format.WOS: r"^(?:FN |PT [JBSCP][ \t]*$)",
    Format.BIBTEX: r"^[ \t]*@[A-Za-z]+[ \t]*[{(]",
}
_PATTERNS = {form: re.compile(sign, re.MULTILINE) for form, sign in _SIGNS.items()}
_BIBLATEX = re.compile(
    r"^[ \t]*(?:@(?:online|report|thesis|collection)\b|(?:journaltitle|date|location)[ \t]*=)",
    re.MULTILINE | re.IGNORECASE,
)
_OTHERS = (
    (r"%PDF", "This is a PDF, no bibliography. Export the bibliography itself"),
    (r"PK\x03\x04", "This is a packed file, such as a workbook or a DOCX. Export the bibliography"),
    (r"<\?xml|<xml|<html|<!doctype", "This is XML or HTML, which is not read. Export"),
    (r"%[0A-Z] ", "This is EndNote's own form of export, which is not read. Export"),
)


class UnknownFormatError(ValueError):
    """A text that is no bibliography in a known form; the message is a sentence for the reader."""


def detect(text: str) -> Format:
    """Tell the format of a text.

    Args:
        text: The text of a file.

    Returns:
        The format whose mark comes first.

    Raises:
        UnknownFormatError: There is none.
    """
    begin = text.lstrip("\ufeff \t\r\n")
    if begin.startswith(("[", "{")):
        return Format.CSL_JSON
    found = ((match.start(), form) for form, p in _PATTERNS.items() if (match := p.search(text)))
    first = min(found, default=None)
    if first is None:
        raise UnknownFormatError(_why(begin))
    if first[1] is Format.BIBTEX and _BIBLATEX.search(text):
        return Format.BIBLATEX
    return first[1]


def _why(begin: str) -> str:
    if not begin:
        return "The file is empty. Export the bibliography again."
    start = next((words for sign, words in _OTHERS if re.match(sign, begin, re.IGNORECASE)), None)
    known = "RIS, BibTeX, BibLaTeX, CSL-JSON, PubMed's nbib and Web of Science's tagged text"
    if start is None:
        return f"This is no bibliography in a form that is read. Read are {known}."
    return f"{start} as RIS, BibTeX or CSL-JSON."
