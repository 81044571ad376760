"""Reports in every format: reading order, sections, pages, notes; and files that are hostile."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence_literature.citing.finding import find_citations
from evidence_literature.citing.flat import flatten
from evidence_literature.documents.document import Document, DocumentError
from evidence_literature.documents.reading import read_document
from evidence_literature.extracting.confined import Limits, extract_confined
from tests.literature import making_files


def test_txt_is_kept_sign_by_sign(tmp_path: Path) -> None:
    text = "1 Inleiding\n\nHulp  helpt (Jansen, 2012).\r\n\n2.1 Meer\n\n1  Een noot.\n"
    path = tmp_path / "verslag.txt"
    path.write_bytes(text.encode())
    document = read_document(path)
    assert (document.id, document.text) == ("verslag", text)
    assert [(b.section, b.kind) for b in document.blocks] == [
        ("1", "heading"),
        ("1", "text"),
        ("2.1", "heading"),
        ("2.1", "note"),
    ]
    (one,) = find_citations(document.text)
    assert document.block_at(one.start).section == "1"


def test_html_is_read_without_scripts(tmp_path: Path) -> None:
    path = tmp_path / "verslag.html"
    path.write_text(
        "<html><body><script>var x = '(Kwaad, 2010)';</script><nav>Menu</nav><h2>2 Cliënten</h2>"
        "<div><p>Hulp <b>helpt</b> (Jansen,\n 2012).</p></div></body></html>",
        encoding="utf-8",
    )
    assert read_document(path).text == "2 Cliënten\n\nHulp helpt (Jansen, 2012)."


def test_html_keeps_what_stands_beside_and_within(tmp_path: Path) -> None:
    path = tmp_path / "verslag.html"
    path.write_text(
        "<html><body><div>Een<p>Twee <i>drie</i></p>vier<!-- niet --> vijf</div><table><tr><td>Zes"
        "<table><tr><td>Zeven</td></tr></table></td><td>Acht<br>negen</td></tr></table><ul><li>Tien"
        "<ul><li>Elf</li></ul></li></ul><section>Twaalf</section></body></html>",
        encoding="utf-8",
    )
    blocks = [(one.kind, one.text) for one in read_document(path).blocks]
    assert blocks == [
        ("text", "Een"),
        ("text", "Twee drie"),
        ("text", "vier vijf"),
        ("text", "Zes"),
        ("text", "Zeven"),
        ("text", "Acht negen"),
        ("item", "Tien"),
        ("item", "Elf"),
        ("text", "Twaalf"),
    ]


def test_docx_has_its_notes_and_tables_in_reading_order(tmp_path: Path) -> None:
    document = read_document(making_files.make_docx(tmp_path / "verslag.docx"))
    assert [(b.kind, b.section, b.text) for b in document.blocks[:4]] == [
        ("heading", "2.1", "2.1 Wat helpt"),
        ("text", "2.1", "Tijd helpt (Jansen, 2012)."),
        ("note", "2.1", "Zie ook Smit (2011)."),
        ("text", "2.1", "In een cel (Bos, 2001)"),
    ]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    document = read_document(making_files.make_pdf(tmp_path / "a.pdf", 4, columns=2))
    text = " ".join(document.text.split())
    assert "jaarverslag" not in text
    headings = [(b.section, b.page) for b in document.blocks if b.kind == "heading"]
    assert headings == [(f"{page}.{column}", page) for page in range(1, 5) for column in (1, 2)]
    for page in range(1, 5):
        left = making_files.sentence(page * 10 + 1) + making_files.sentence(page * 10 + 2)
        assert left.strip() in text
    assert len(find_citations(document.text)) == 40


def test_a_year_at_the_end_of_a_page_is_no_running_head(tmp_path: Path) -> None:
    pages = [[f"{word} helpt (Bos,", f"{2010 + number})."] for number, word in enumerate("abcd")]
    document = read_document(making_files.make_lines_pdf(tmp_path / "a.pdf", pages))
    assert len(find_citations(document.text)) == 4


def test_words_are_joined_over_lines_and_pages_and_page_numbers_are_gone(tmp_path: Path) -> None:
    body = ["Zo begint het.", "Een samenwerkings-", "relatie telt.", "Dat is zo.", "Het hangt ook"]
    pages = [["Kop van het verslag", *body, "met elkaar sa-", f"{page}"] for page in (1, 2)]
    pages += [["Kop van het verslag", "men, zegt men.", *body, f"{page}"] for page in (3, 4)]
    document = read_document(making_files.make_lines_pdf(tmp_path / "a.pdf", pages))
    assert "samenwerkingsrelatie" in document.text
    assert "Kop van het verslag" not in document.text
    assert not any(block.text.isdigit() for block in document.blocks)
    assert "met elkaar samen, zegt men" in flatten(document.text).text


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("scan.pdf", "run text recognition"),
        ("locked.pdf", "locked with a password"),
        ("broken.pdf", "is broken"),
        ("cut.pdf", "is broken"),
        ("bomb.docx", "would unpack"),
        ("broken.docx", "is broken"),
        ("old.doc", "old Word file"),
        ("binary.txt", "is no text"),
        ("empty.html", "is empty"),
        ("absent.pdf", "There is no file"),
        ("folder.txt", "is a folder: name the files in it"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path: Path, name: str, told: str) -> None:
    path = tmp_path / name
    match name:
        case "scan.pdf":
            making_files.make_pdf(path, 2, text=False)
        case "locked.pdf":
            making_files.make_pdf(path, 1, password="x")
        case "bomb.docx":
            making_files.make_zip_bomb(path)
        case "broken.docx":
            path.write_bytes(b"PK\x03\x04nothing")
        case "old.doc":
            path.write_bytes(b"\xd0\xcf\x11\xe0 and more")
        case "folder.txt":
            path.mkdir()
        case "binary.txt":
            path.write_bytes(b"\x00\x01\x02")
        case "cut.pdf":
            path.write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
        case "broken.pdf" | "empty.html":
            path.write_bytes(b"" if name == "empty.html" else b"nothing")
    with pytest.raises(DocumentError, match=told) as caught:
        extract_confined(path)
    assert "\n" not in str(caught.value)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF of three hundred pages."""
    return making_files.make_pdf(tmp_path_factory.mktemp("book") / "book.pdf", 300)


@pytest.mark.parametrize(
    ("limits", "told"),
    [
        (Limits(seconds=1), "within 1 seconds"),
        (Limits(memory=30_000_000), "more memory"),
        (Limits(text=1000), "more than 1000 signs"),
    ],
)
def test_a_book_that_takes_too_much_is_given_up(book: Path, limits: Limits, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        extract_confined(book, limits=limits)


def test_little_memory_gives_all_or_nothing(tmp_path: Path) -> None:
    path = making_files.make_pdf(tmp_path / "book.pdf", 60)
    whole = extract_confined(path).document
    outcomes = [_outcome(path, memory) for memory in range(45_000_000, 75_000_000, 10_000_000)]
    assert {one for one in outcomes if isinstance(one, Document)} <= {whole}
    assert all("more memory" in one for one in outcomes if isinstance(one, str))


def _outcome(path: Path, memory: int) -> Document | str:
    try:
        return extract_confined(path, limits=Limits(memory=memory)).document
    except DocumentError as error:
        return str(error)
