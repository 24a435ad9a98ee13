"""How a rule is written: a pattern, and a function that says what its words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from string import ascii_lowercase, ascii_uppercase
from typing import Protocol

from .beginnings import beginnings
from .value import UnreadableDate, When

# Each replaces one character by one, so that offsets stay those of the text as printed.
_PLAIN = str.maketrans(
    {
        "\t": " ", "\r": " ", "\u00a0": " ", "\u202f": " ", "\u205f": " ", "\u3000": " ",
        "\u2018": "'", "\u2019": "'", "\u02bc": "'",
        "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2014": "–", "\u2015": "–", "\u2212": "–",
    }
    | dict.fromkeys(map(chr, (*range(0x2000, 0x200C), 0x2060, 0xFEFF)), " ")  # spaces, no width
    | dict.fromkeys(map(chr, (0x200E, 0x200F, *range(0x202A, 0x202F))), " ")  # marks of direction
    | dict.fromkeys(map(chr, range(0x2066, 0x206A)), " ")
)  # fmt: skip
_SPACE = re.compile(r" (\?)?")
_LINE_BREAK = re.compile(r"\n(?<!\n\n)(?!\n)")
_SMALL = str.maketrans(ascii_uppercase, ascii_lowercase)
ENDS = r"(?!\w|[-/]\d|[.,:]\d|%)"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a phrase is read against.

    ``published`` is the day the article was printed, ``southern`` turns the seasons round,
    ``ahead`` says that the sentence speaks of the future, ``due`` that it does so from the past:
    then the day may have come.
    """

    published: date | None = None
    southern: bool = False
    ahead: bool = False
    due: bool = False

    def comes(self, day: date) -> bool:
        """Whether a day lies ahead; the publication day does where it was due."""
        return day >= self.day if self.due else day > self.day

    @property
    def day(self) -> date:
        """The publication day; raises UnreadableDate("needs_publication_day") without one."""
        if self.published is None:
            raise UnreadableDate("needs_publication_day")
        return self.published


Reader = Callable[[re.Match[str], Anchor], When]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a text that a rule understands, in small letters, and how to read them."""

    start: int
    end: int
    words: str
    read: Callable[[Anchor], When]


class Finder(Protocol):
    """Finds what stands at a place of a text in small letters; ``whole``: only up to its end."""

    def __call__(self, words: str, place: int, *, whole: bool = False) -> Match | None: ...


class Rules:
    """An ordered set of patterns. The first that makes sense of the whole of a phrase reads it."""

    def __init__(self, *parts: Rules) -> None:
        self._rules: list[tuple[str, Reader]] = []
        for part in parts:
            self._rules += part._rules

    def rule(self, pattern: str) -> Callable[[Reader], Reader]:
        """Register the decorated reader for ``pattern``.

        It is written in small letters; a space in it stands for any run of them.
        """

        def register(reader: Reader) -> Reader:
            self._rules.append((pattern, reader))
            return reader

        return register

    @property
    def patterns(self) -> list[str]:
        """The patterns of the rules in their order, without named groups."""
        return [unnamed(pattern) for pattern, _ in self._rules]

    @property
    def pattern(self) -> str:
        """One pattern for any of the rules, to build larger ones on."""
        return "(?:" + "|".join(self.patterns) + ")"

    def read(self, text: str, anchor: Anchor) -> When:
        """What the whole of ``text`` means; raises UnreadableDate."""
        text = small(text)
        for pattern, reader in self._rules:
            if match := compiled(pattern).fullmatch(text):
                try:
                    return reader(match, anchor)
                except UnreadableDate as unread:
                    if unread.reason != "not_a_date":
                        raise
        raise UnreadableDate("not_a_date")

    def finders(self) -> tuple[Finder, ...]:
        """One finder for each rule."""
        return tuple(partial(_matched, *rule) for rule in self._rules)


def _matched(
    pattern: str, reader: Reader, words: str, place: int, *, whole: bool = False
) -> Match | None:
    if found := matched(pattern, words, place, whole=whole):
        return Match(*found.span(), found[0], partial(reader, found))
    return None


def matches(finders: Iterable[Finder], text: str) -> Iterator[Match]:
    """Wherever a finder finds something in a plain text.

    What one of them finds does not overlap: the leftmost stands.
    """
    text = small(text)
    places = beginnings(text)
    for find in finders:
        end = 0
        for place in places:
            if place >= end and (match := find(text, place)):
                end = match.end
                yield match


def matched(pattern: str, words: str, place: int, *, whole: bool = False) -> re.Match[str] | None:
    """The pattern at a place, free of letters, digits and decimals behind it, or up to the end."""
    if whole:
        return compiled(pattern).fullmatch(words, place)
    return compiled(pattern).match(words, place)


@cache
def compiled(pattern: str, end: str = ENDS) -> re.Pattern[str]:
    """The pattern, in which a space is any run of them, up to an end that belongs to it no more.

    Compiled when first asked for: the largest takes a tenth of a second.
    """
    spaced = _SPACE.sub(lambda found: " *" if found[1] else " +", pattern)
    return re.compile(f"(?:{spaced}){end}")


def unnamed(pattern: str) -> str:
    """The pattern with its named groups made plain ones."""
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")"


def small(text: str) -> str:
    """The text in small letters, which match much faster than letters of either case."""
    return text.translate(_SMALL)


def plain(text: str) -> str:
    """The text with typographic spaces, quotes and dashes made plain, one for one."""
    return _LINE_BREAK.sub(" ", text.translate(_PLAIN))
