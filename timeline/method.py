"""How events are chosen, dated, counted and graded, and how control is told: `docs/method.md`.

The document is what readers see on `/method/`; it is written once, in Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCUMENT = settings.BASE_DIR / "docs" / "method.md"
NAMED = '<a id="'  # how a heading gives the name that links to it end in


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of the second rank, as HTML without the heading."""

    name: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Method:
    title: str
    lede: str
    sections: list[Section]


@cache
def method() -> Method:
    """The document in its parts; what stands above the first section is the lede, as HTML."""
    return taken_apart(DOCUMENT.read_text(encoding="utf-8"))


def taken_apart(markdown: str) -> Method:
    reader = MarkdownIt("commonmark").enable("table")
    above, *parts = split(reader.parse(markdown))

    def html(tokens: list[Token]) -> str:
        return str(reader.renderer.render(tokens, reader.options, {}))

    return Method(
        title=heading(above[1])[1],
        lede=html(above[3:]),
        sections=[Section(*heading(part[1]), html(part[3:])) for part in parts],
    )


def split(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens up to the first heading of the second rank, and from each to the next."""
    part: list[Token] = []
    for token in tokens:
        if token.type == "heading_open" and token.tag == "h2":
            yield part
            part = []
        part.append(token)
    yield part


def heading(inline: Token) -> tuple[str, str]:
    """Its name, "" if it has none, and its words."""
    words = "".join(child.content for child in inline.children or [] if child.type == "text")
    _before, _mark, named = inline.content.partition(NAMED)
    return named.partition('"')[0], words.strip()
