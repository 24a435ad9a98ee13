"""What can be found in a text: a date, two that are joined, one with an open end, a length of time.

The pattern of a date is large. It stands in none that is larger: what can be around a date is
matched first, and then the date itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from . import amounts, named_days, periods, relative
from .beginnings import can_end_a_span
from .grammar import Anchor, Finder, Match, compiled, matched, small
from .reckoning import bounds, within
from .spans import ONE_SIDED, ends, one_sided, pair, points, range_of
from .value import UnreadableDate, When
from .words import CLOCK, DASH, NUMBER, UNITS

_POINT = points.pattern
_HOUR = rf"(?:{CLOCK} (?:on )?)?"
_NOW = r"(?:(?:the )?present(?: day)?|now|date)"
_BEFORE_TWO = rf"(?:(?P<way>from|in|on|during|over|(?:(?:any|some) ?time )?between) )?{_HOUR}(?=\w)"
_JOIN = rf" (?P<join>to|until|till|through|into|and|or|&) |(?P<dash>{DASH})|(?P<slash>/)"
_AFTER_JOIN = rf"(?:on |in )?{_HOUR}"
_LONGEST = 120  # characters up to the word that joins a date to the next one


def two_dates(words: str, place: int, *, whole: bool = False) -> Match | None:
    """Find two dates that are joined: "from June to October 2017", "5 May - 6 June"."""
    before = compiled(_BEFORE_TWO, "").match(words, place)
    for start in _either_side(before, place):
        way = before["way"] if before and start > place else None
        for join in _joins(words, start):
            first = compiled(_POINT).fullmatch(words, start, join.start())
            if first and (last := _last(words, join, whole=whole)):
                read = partial(_two_dates, way or "", first[0], join["join"] or join[0], last[0])
                return Match(place, last.end(), words[place : last.end()], read)
    return None


def _either_side(leading: re.Match[str] | None, place: int) -> Iterator[int]:
    """Where a date can begin: behind the words that lead up to it, or with them."""
    if leading and leading.end() > place:
        yield leading.end()
    yield place


def _joins(words: str, start: int) -> Iterator[re.Match[str]]:
    for join in compiled(_JOIN, "").finditer(words, start, start + _LONGEST):
        if can_end_a_span(words, join.end()):
            yield join


def _last(words: str, join: re.Match[str], *, whole: bool) -> re.Match[str] | None:
    leading = compiled(_AFTER_JOIN, "").match(words, join.end()) if join["join"] else None
    for start in _either_side(leading, join.end()):
        for pattern in (_NOW, _POINT):
            if last := matched(pattern, words, start, whole=whole):
                return last
    return None


def _two_dates(way: str, first_words: str, join: str, last_words: str, anchor: Anchor) -> When:
    """Two dates: "between" says that it happened within, "from ... to" or a dash that it lasted."""
    first, last = ends(first_words, last_words, anchor)
    if way.endswith("between") and join == "and":
        return within(bounds(first)[0], bounds(last)[1], "between")
    if join in ("and", "or", "&", "/"):
        return pair(first, last)
    return range_of(first, last)


_THROUGHOUT = r"(?:all )?throughout|all through|for (?:all|the whole) of"
_BEFORE_ONE = rf"(?:at least )?(?P<way>{ONE_SIDED}|from|{_THROUGHOUT}) (?P<the>)(?:the )?"
_ONWARDS = r"(?: onwards?| on(?! \w)| forward)"


def open_ended(words: str, place: int, *, whole: bool = False) -> Match | None:
    """Find a date with a word that opens one of its ends, or fills it: "since", "throughout"."""
    before = compiled(_BEFORE_ONE, "").match(words, place)
    if not before:
        return None
    for start in dict.fromkeys((before.end(), before.start("the"))):
        for point, end in _with_onwards(words, start, whole=whole):
            read = partial(_open_ended, before["way"], point[0], onwards=end > point.end())
            return Match(place, end, words[place:end], read)
    return None


def _with_onwards(words: str, start: int, *, whole: bool) -> Iterator[tuple[re.Match[str], int]]:
    """A date, and where it ends with the word behind it that opens its end."""
    if point := matched(_POINT, words, start, whole=whole):
        onwards = matched(_ONWARDS, words, point.end())
        yield point, (onwards or point).end()
        return
    onwards = compiled(_ONWARDS, r"\Z").search(words, start) if whole else None
    if onwards and (point := compiled(_POINT).fullmatch(words, start, onwards.start())):
        yield point, onwards.end()


def _open_ended(way: str, point: str, anchor: Anchor, *, onwards: bool) -> When:
    if (way == "from") != onwards:
        raise UnreadableDate("not_a_date")
    when = points.read(point, anchor)
    if re.fullmatch(_THROUGHOUT, way):
        bounds(when)
        return replace(when, lasted=True, rule="throughout")
    return one_sided(way, when)


LEADING = (
    r"(?:as of|on(?: or (?:about|around))?(?! overnight\b)|in|at|during|"
    rf"over(?! {NUMBER} (?:{UNITS})s?\b)|within|of|dated|all(?: of)?)"
)


def plain_date(words: str, place: int, *, whole: bool = False) -> Match | None:
    """Find a date with or without the word that leads up to it."""
    leading = compiled(f"{LEADING} ", "").match(words, place)
    for start in _either_side(leading, place):
        if point := matched(_POINT, words, start, whole=whole):
            end = point.end()
            return Match(place, end, words[place:end], partial(points.read, point[0]))
    return None


FINDERS: tuple[Finder, ...] = (plain_date, two_dates, open_ended, *amounts.durations.finders())
"""Whatever can be read, or found in a text."""

_SINGLE = (
    relative.days,
    relative.weeks,
    relative.months,
    relative.years,
    named_days.days,
    periods.months,
    periods.years,
)


def _readings(bare: str, text: str) -> Iterator[Callable[[Anchor], When]]:
    for rules in _SINGLE:
        yield partial(rules.read, bare)
    for find in FINDERS:
        if match := find(text, 0, whole=True):
            yield match.read


def read(text: str, anchor: Anchor) -> When:
    """What the whole of a text means; raises UnreadableDate.

    Single days and units come first: most dates are, and their patterns are quick to compile.
    """
    text = small(text)
    leading = compiled(f"{LEADING} ", "").match(text)
    bare = text[leading.end() :] if leading else text
    for reading in _readings(bare, text):
        try:
            return reading(anchor)
        except UnreadableDate as unread:
            if unread.reason != "not_a_date":
                raise
    raise UnreadableDate("not_a_date")
