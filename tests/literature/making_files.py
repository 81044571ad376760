"""Make reports of our own in every format."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from fpdf import FPDF

_TEXT = "hulp helpt mensen in de wijk wanneer een vaste begeleider de tijd neemt en luistert naar"
WORDS = _TEXT.split()


def sentence(number: int) -> str:
    """Give a sentence that ends with a citation, different for each number.

    Args:
        number: Any number.

    Returns:
        The sentence.
    """
    turned = WORDS[number % len(WORDS) :] + WORDS[: number % len(WORDS)]
    return f"Zo {' '.join(turned)} (Jansen & De Vries, {1950 + number % 70}). "


def make_pdf(
    path: Path, pages: int, *, columns: int = 1, password: str = "", text: bool = True
) -> Path:
    """Write a PDF with a running head, page numbers, and headings.

    Args:
        path: Where to.
        pages: How many pages.
        columns: How many columns.
        password: What it is locked with, if at all.
        text: Whether its pages hold any text.

    Returns:
        The path.
    """
    pdf = FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=10)
    width = 180 / columns - 5
    for page in range(1, pages + 1):
        pdf.add_page()
        if text:
            pdf.text(15, 12, "Werken in de wijk - jaarverslag")
            pdf.text(100, 290, str(page))
            for column in range(columns):
                pdf.set_xy(15 + column * (width + 10), 20)
                pdf.multi_cell(width, 6, f"{page}.{column + 1} Kop van een deel")
                pdf.set_x(15 + column * (width + 10))
                body = "".join(sentence(page * 10 + column * 5 + n) for n in range(5))
                pdf.multi_cell(width, 6, body, align="L")
        else:
            pdf.rect(20, 20, 100, 100, "F")
    if password:
        pdf.set_encryption(owner_password=password, user_password=password)
    pdf.output(str(path))
    return path


def make_lines_pdf(path: Path, pages: Sequence[Sequence[str]]) -> Path:
    """Write a PDF with exactly these lines on its pages.

    Args:
        path: Where to.
        pages: The lines of each page.

    Returns:
        The path.
    """
    pdf = FPDF(format="A4")
    pdf.set_font("Helvetica", size=10)
    for lines in pages:
        pdf.add_page()
        for number, line in enumerate(lines):
            pdf.text(15, 15 + 6 * number, line)
    pdf.output(str(path))
    return path


_NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Zie ook Smit (2011).</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)


def make_docx(path: Path) -> Path:
    """Write a DOCX with headings, a table and a footnote.

    Args:
        path: Where to.

    Returns:
        The path.
    """
    document = docx.Document()
    document.add_heading("2.1 Wat helpt", level=1)
    paragraph = document.add_paragraph("Tijd helpt (Jansen, 2012).")
    mark = OxmlElement("w:footnoteReference")
    mark.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(mark)
    document.add_table(1, 1).cell(0, 0).text = "In een cel (Bos, 2001)"
    document.add_heading("Literatuur", level=1)
    document.add_paragraph("Jansen, A. (2012). Tijd. Utrecht: Pers.")
    plain = path.with_suffix(".plain.docx")
    document.save(str(plain))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for part in source.infolist():
            target.writestr(part, source.read(part))
        target.writestr("word/footnotes.xml", _NOTES)
    plain.unlink()
    return path


def make_zip_bomb(path: Path) -> Path:
    """Write a small DOCX that unpacks to 300 MB.

    Args:
        path: Where to.

    Returns:
        The path.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(3):
            packed.writestr(f"word/{number}.xml", b" " * 100_000_000)
    return path
