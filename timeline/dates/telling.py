"""Which date a text gives for what it tells at one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from . import sentences
from .finding import find
from .grammar import plain
from .reckoning import bounds, plus_days, precision_of
from .value import Found, When

_AROUND = 1_200  # characters; no sentence is taken to be longer than 1,000


def told_at(
    text: str, start: int, end: int, *, published: date | None = None, southern: bool = False
) -> Found | None:
    """The date that a text gives for a passage of it, or None where its sentence gives none.

    That is the nearest expression of the sentence, one inside the passage before all others, and a
    length of time only there. What follows "after" behind an expression came first: for "began on
    Sunday after some surrendered", the surrender is dated in the week up to that Sunday. Offsets
    are code points, end exclusive.
    """
    words = plain(text)
    found = [
        one
        for one in _found_near(text, start, end, published=published, southern=southern)
        if sentences.same_sentence(words, one.start, start)
        and (_distance(one, start, end) <= 0 or not one.when.duration)
    ]
    if not found:
        return None
    nearest = min(found, key=lambda one: (_distance(one, start, end), one.start))
    if sentences.tells_what_came_before(words[nearest.end : start]):
        return replace(nearest, when=shortly_before(nearest.when))
    return nearest


def _found_near(
    text: str, start: int, end: int, *, published: date | None, southern: bool
) -> list[Found]:
    """The expressions around a passage; a book need not be read for one of its sentences."""
    first = max(0, start - _AROUND)
    near = find(text[first : end + _AROUND], published=published, southern=southern)
    return [replace(one, start=one.start + first, end=one.end + first) for one in near]


def _distance(found: Found, start: int, end: int) -> int:
    """Code points between an expression and a passage; 0 or less where they overlap."""
    return max(found.start - end, start - found.end, 0)


def shortly_before(when: When) -> When:
    """The week up to a date: what is told with an "after" came no later, and is still news.

    Raises UnreadableDate where the date is open at an end.
    """
    earliest, latest = bounds(when)
    earliest = plus_days(earliest, -7)
    return When(
        phrase=when.phrase,
        earliest=earliest,
        latest=latest,
        precision=precision_of(earliest, latest),
        circa=when.circa,
        uncertain=when.uncertain,
        rule="shortly_before",
    )
