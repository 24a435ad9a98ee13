"""Finding every date expression in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from . import context
from .grammar import Anchor, Reader, plain
from .spans import expressions
from .value import Found, Unread, UnreadableDate, When


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    read: When | UnreadableDate
    ahead: bool


def find(text: str, *, published: date | None = None, southern: bool = False) -> list[Found]:
    """Every date expression in a text, left to right; where several overlap the longest stands.

    Offsets count code points of ``text`` as given, end exclusive. Expressions that cannot be dated
    (31 February; "on Tuesday" without a publication day) are left out: see ``look_through``.
    """
    everything = look_through(text, published=published, southern=southern)
    return [item for item in everything if isinstance(item, Found)]


def look_through(
    text: str, *, published: date | None = None, southern: bool = False
) -> Iterator[Found | Unread]:
    """Every date expression in a text, also those that cannot be dated, left to right."""
    words = plain(text)
    for one in _longest(_candidates(words, Anchor(published, southern))):
        circa, uncertain, start = context.doubts(words, one.start)
        phrase = text[start : one.end]
        if isinstance(one.read, UnreadableDate):
            yield Unread(start, one.end, phrase, one.read.reason)
        elif not (one.read.duration and one.ahead):
            yield Found(start, one.end, _worded(one.read, phrase, circa=circa, uncertain=uncertain))


def _worded(when: When, phrase: str, *, circa: bool, uncertain: bool) -> When:
    return replace(
        when,
        phrase=phrase,
        circa=when.circa or circa,
        uncertain=when.uncertain or uncertain,
    )


def _candidates(words: str, anchor: Anchor) -> Iterator[_Candidate]:
    """Every match that is a date where it stands, read; those that mean nothing are left out."""
    for match, reader in expressions.matches(words):
        if not context.is_a_date(match.start(), match.end(), words):
            continue
        ahead = context.speaks_of_the_future(words, match.start(), match.end())
        read = _read(match, reader, replace(anchor, ahead=ahead))
        if not (isinstance(read, UnreadableDate) and read.reason == "not_a_date"):
            yield _Candidate(match.start(), match.end(), read, ahead)


def _read(match: re.Match[str], reader: Reader, anchor: Anchor) -> When | UnreadableDate:
    try:
        return reader(match, anchor)
    except UnreadableDate as unread:
        return unread


def _longest(candidates: Iterator[_Candidate]) -> list[_Candidate]:
    """Those that overlap no longer one, from left to right."""
    kept: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda one: (one.start - one.end, one.start)):
        if all(candidate.end <= other.start or candidate.start >= other.end for other in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda one: one.start)
