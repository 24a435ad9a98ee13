"""How events are chosen, dated, counted and graded, and how control is told: `docs/method.md`.

The document is what readers see on `/method/`; it is written in Markdown, once for each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from unicodedata import bidirectional

from django.conf import settings
from django.utils.translation import get_language, get_language_info
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

DOCUMENTS = settings.BASE_DIR / "docs"
NAMED = '<a id="'  # how a heading gives the name that links to it end in
DAY = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
BETWEEN = re.compile(r"(?<=</time>)(?:\.\.|/)(?=<time>)")
RIGHT_TO_LEFT = {"R", "AL"}  # classes of letters


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of the second rank, as HTML without the heading."""

    name: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Method:
    """`language` is that of its words, which may be another than that of the page."""

    language: str
    title: str
    lede: str
    sections: list[Section]


def method() -> Method:
    """The document in the language of the page; in English where there is none.

    What stands above the first section is the lede, as HTML.
    """
    language = get_language() or settings.LANGUAGE_CODE
    return in_language(language if document(language).exists() else settings.LANGUAGE_CODE)


def document(language: str) -> Path:
    if language == settings.LANGUAGE_CODE:
        return DOCUMENTS / "method.md"
    return DOCUMENTS / f"method.{language}.md"


@cache
def in_language(language: str) -> Method:
    return taken_apart(document(language).read_text(encoding="utf-8"), language)


def taken_apart(markdown: str, language: str) -> Method:
    reader = MarkdownIt("commonmark").enable("table")
    reader.add_render_rule("text", with_days)
    tokens = reader.parse(markdown)
    if get_language_info(language)["bidi"]:
        turn(tokens)
    above, *parts = split(tokens)

    def html(tokens: list[Token]) -> str:
        return str(reader.renderer.render(tokens, reader.options, {}))

    return Method(
        language=language,
        title=heading(above[1])[1],
        lede=html(above[3:]),
        sections=[Section(*heading(part[1]), html(part[3:])) for part in parts],
    )


def with_days(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    place: int,
    options: OptionsDict,
    env: EnvType,
) -> str:
    """Text with its days marked up as such, and room for a break between the two of a range."""
    words = DAY.sub(r"<time>\g<0></time>", escapeHtml(tokens[place].content))
    return BETWEEN.sub(r"\g<0><wbr>", words)


def turn(tokens: list[Token]) -> None:
    """Cells without a letter from right to left are read from left to right, on a page that is not:
    examples in another language, dates, numbers.
    """
    for cell, words in pairwise(tokens):
        if cell.type == "td_open" and not RIGHT_TO_LEFT & set(map(bidirectional, words.content)):
            cell.attrSet("dir", "ltr")


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
