"""Read the files that a view is taken along as, each with a reader of its own kind."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

import networkx as nx

from evidence_graph.writing.table_form import MARK, unguarded
from tests.explorer.reading import Read, read

SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
DRAWN = {"svg", "title", "desc", "metadata", "style", "rect", "g", "path", "polygon", "circle"}
DRAWN |= {"text"}
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
Row = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """What a table file says of itself, its head and its rows."""

    about: tuple[str, ...]
    head: Row
    rows: tuple[Row, ...]


def read_csv(content: bytes) -> Table:
    """Read a CSV, and insist that a spreadsheet computes nothing of it."""
    text = content.decode()
    assert text.startswith(MARK)
    found = list(csv.reader(io.StringIO(text.removeprefix(MARK))))
    for line in found:
        for cell in line:
            assert not cell.startswith(FORMULA) or re.fullmatch("-?[0-9]+", cell), cell
    about = [line for line in found if line[0].startswith("# ")]
    assert all(len(line) == 1 for line in about)
    head, *rows = found[len(about) :]
    assert all(len(row) == len(head) for row in rows)
    return Table(
        tuple(line[0] for line in about),
        tuple(map(unguarded, head)),
        tuple(tuple(map(unguarded, row)) for row in rows),
    )


def read_xlsx(content: bytes) -> dict[str, Table]:
    """Read a workbook, and insist that it computes nothing and links nowhere."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        names = book.namelist()
        assert not any("hyperlink" in n.lower() or "external" in n.lower() for n in names)
        titles = [
            one.get("name", "") for one in _xml(book.read("xl/workbook.xml")).iter(f"{SHEETS}sheet")
        ]
        shared = [
            _plain("".join(item.itertext())) for item in _xml(book.read("xl/sharedStrings.xml"))
        ]
        found = {}
        for number, title in enumerate(titles, start=1):
            sheet = _xml(book.read(f"xl/worksheets/sheet{number}.xml"))
            assert sheet.find(f".//{SHEETS}f") is None
            found[title] = _table(sheet, shared)
    return found


def _plain(text: str) -> str:
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def _table(sheet: ET.Element, shared: list[str]) -> Table:
    lines = []
    for row in sheet.iter(f"{SHEETS}row"):
        cells: dict[int, str] = {}
        for cell in row:
            value = cell.findtext(f"{SHEETS}v") or ""
            assert cell.get("t") in {"s", None}
            cells[_column(cell.get("r", ""))] = shared[int(value)] if cell.get("t") else value
        lines.append(cells)
    width = max(lines[0]) + 1
    head, *rows = [tuple(line.get(place, "") for place in range(width)) for line in lines]
    return Table((), head, tuple(rows))


def _column(place: str) -> int:
    letters = re.match("[A-Z]+", place)
    assert letters
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


@dataclass(frozen=True)
class Drawing:
    """What a picture says of itself, and the texts in it."""

    about: dict[str, str]
    texts: tuple[str, ...]
    titles: tuple[str, ...]


def read_svg(content: bytes) -> Drawing:
    """Read a picture, and insist that it runs nothing and asks for nothing."""
    root = _xml(content)
    for one in root.iter():
        name = one.tag.removeprefix(SVG)
        assert name in DRAWN or one.tag.startswith("{"), one.tag
        assert not any(key.startswith("on") or key.endswith("href") for key in one.attrib)
    style = root.findtext(f".//{SVG}style") or ""
    assert all(url.startswith("data:font/woff2") for url in re.findall(r"url\(([^)]*)\)", style))
    about = {one.tag.removeprefix(DC): one.text or "" for one in root.iter() if DC in one.tag}
    return Drawing(
        about,
        tuple("".join(one.itertext()) for one in root.iter(f"{SVG}text")),
        tuple(one.text or "" for one in root.iter(f"{SVG}title")),
    )


def read_graphml(content: bytes) -> nx.DiGraph:
    """Read a network as other programs do."""
    return nx.parse_graphml(content.decode())


def read_page(content: bytes) -> Read:
    """Read a hand-out, and insist that its own policy allows what is in it and no more."""
    found = read(content.decode().removeprefix("<!doctype html>\n"))
    metas = {one.get("http-equiv") or one.get("name"): one for one in found.all("meta")}
    policy = dict(
        rule.partition(" ")[::2]
        for rule in str(metas["Content-Security-Policy"]["content"]).split("; ")
    )
    assert policy["default-src"] == "'none'"
    text = content.decode()
    for kind in ("style", "script"):
        inside = re.findall(f"<{kind}>(.*?)</{kind}>", text, re.DOTALL)
        digests = [hashlib.sha256(one.encode()).digest() for one in inside]
        allowed = [f"'sha256-{base64.b64encode(one).decode()}'" for one in digests]
        assert allowed == policy.get(f"{kind}-src", "").split()
    assert not found.all("img")
    assert not found.all("link")
    assert all(str(one["href"]).startswith("#") for one in found.all("a"))
    return found


def _xml(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314 written here
