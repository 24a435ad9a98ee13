"""How a rule is written: a pattern, and a function that says what its words mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from string import ascii_lowercase, ascii_uppercase

from .beginnings import STARTS, beginnings
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
_ENDS = r"(?!\w|[-/]\d|[.,:]\d|%)"


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
            if match := _compiled(pattern).fullmatch(text):
                try:
                    return reader(match, anchor)
                except UnreadableDate as unread:
                    if unread.reason != "not_a_date":
                        raise
        raise UnreadableDate("not_a_date")

    def matches(self, text: str) -> Iterator[tuple[re.Match[str], Reader]]:
        """Wherever a rule's pattern occurs in a plain text; the words matched are in small letters.

        Matches of one pattern do not overlap: the leftmost stands.
        """
        text = small(text)
        places = beginnings(text)
        for pattern, reader in self._rules:
            match_at, end = _compiled(pattern).match, 0
            for place in places:
                if place >= end and (match := match_at(text, place)):
                    end = match.end()
                    yield match, reader


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, standing free of letters, digits, prices and decimals around it.

    Compiled when first asked for: the larger patterns take a tenth of a second each.
    """
    spaced = _SPACE.sub(lambda found: " *" if found[1] else " +", pattern)
    return re.compile(f"{STARTS}(?:{spaced}){_ENDS}")


def unnamed(pattern: str) -> str:
    """The pattern with its named groups made plain ones."""
    return "(?:" + re.sub(r"\(\?P<\w+>", "(?:", pattern) + ")"


def small(text: str) -> str:
    """The text in small letters, which match much faster than letters of either case."""
    return text.translate(_SMALL)


def plain(text: str) -> str:
    """The text with typographic spaces, quotes and dashes made plain, one for one."""
    return _LINE_BREAK.sub(" ", text.translate(_PLAIN))
