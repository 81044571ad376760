"""Read HTML as a browser would, to see what is markup in it and what is text."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"img", "br", "hr", "input", "meta"}


@dataclass
class Read:
    """What stands in a piece of HTML: tags with their attributes in order, and the text."""

    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    open_tags: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text, put together."""
        return "".join(self.texts)

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = Read()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.read.open_tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.read.open_tags, f"</{tag}> closes nothing"
        assert self.read.open_tags.pop() == tag

    def handle_data(self, data: str) -> None:
        self.read.texts.append(data)


def read(html: object) -> Read:
    """Read a piece of HTML and insist that every tag is closed in its turn."""
    reader = _Reader()
    reader.feed(str(html))
    reader.close()
    assert not reader.read.open_tags
    return reader.read
