"""Days and months without a year in what an article recalls: they go on from the year before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from timeline.dates import Found, Precision, UnreadableDate, When
from timeline.dates import read as read_date
from timeline.dates.words import MONTH, SEASON

_NAMED = re.compile(rf"\b(?:{MONTH}|{SEASON}|christmas|ramadan)\b", re.IGNORECASE)
_OF_A_YEAR = re.compile(r"\d{4}|'\d\d|\b(?:ago|last|this|next|past|coming)\b", re.IGNORECASE)
_NEWS_DAYS = 60
_PAST_DAYS = 330
_UNREAD = "unread"
_YEAR = timedelta(days=364)
_MONTH = timedelta(days=30)
_OTHER_YEAR = re.compile(
    rf"\b(?:on |in |by )?(?:(?:early|mid|late)[ -])?(?:\d{{1,2}} )?{MONTH}(?: \d{{1,2}})?"
    r",?(?: of)? (?P<which>that|the same|the following|the next|the previous) year\b",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and |or |then )?(?:again )?")
_YEARS_AWAY = {"following": 1, "next": 1, "previous": -1}
_HEADING = re.compile(r"\W*\w*\W*(?:1[89]|20)\d\d\W*")
_HEADING_YEAR = re.compile(r"^[^\w\n]*(?P<year>(?:1[89]|20)\d\d)[^\w\n]*$", re.MULTILINE)


def told_on(text: str, found: Sequence[Found], published: date) -> list[Found]:
    """The dates of a text, those without a year moved to the year that their paragraph tells of.

    "The war began in 2012. On 6 April they declared a state": in April 2012, whenever it is told.
    What is news by the day of publication stays. "In March of the next year" is read as well.
    """
    headings = [(one.start(), int(one["year"])) for one in _HEADING_YEAR.finditer(text)]
    told: list[Found] = []
    base: When | None = None
    at = 0
    others = list(_beside_other_years(text))
    own = [one for one in found if not any(_overlap(one, other) for other in others)]
    dates = sorted([*own, *others], key=lambda one: one.start)
    for one, following in zip_longest(dates, dates[1:]):
        one = _joined(text, _under(headings, one), following)
        if "\n" in text[at : one.start] and not _HEADING.fullmatch(_line(text, at)):
            base = None
        one = _moved(one, base, published)
        told.append(one)
        at = one.end
        if one.when.earliest and one.when.latest and not one.when.duration:
            base = one.when
    return [one for one in told if one.when.rule != _UNREAD]


def _under(headings: Sequence[tuple[int, int]], one: Found) -> Found:
    """In a list of dates a line with a year alone stands for all that come below it."""
    years = [year for start, year in headings if start < one.start]
    if not years or not _is_without_year(one.when.phrase):
        return one
    return _read(one, f"{one.when.phrase} {years[-1]}")


def _joined(text: str, one: Found, following: Found | None) -> Found:
    """ "In January and in April 2014": both are of that year."""
    if following is None or not _is_without_year(one.when.phrase):
        return one
    year = re.search(r"(?:1[89]|20)\d\d$", following.when.phrase)
    if year is None or not _AND.fullmatch(text, one.end, following.start):
        return one
    return _read(one, f"{one.when.phrase} {year[0]}")


def _line(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text[start : end if end >= 0 else len(text)]


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def _beside_other_years(text: str) -> Iterator[Found]:
    """Yield what is told from the year before it; the words are read when that is known."""
    for one in _OTHER_YEAR.finditer(text):
        yield Found(one.start(), one.end(), _unread(one[0]))


def _unread(phrase: str) -> When:
    unknown = Precision.UNKNOWN
    return When(phrase=phrase, earliest=None, latest=None, precision=unknown, rule=_UNREAD)


def _moved(one: Found, base: When | None, published: date) -> Found:
    when = one.when
    if base is None or base.earliest is None or base.latest is None:
        return one
    if when.rule == _UNREAD:
        return _read(one, _in_year(when.phrase, base.latest.year))
    if when.rule == "day_of_month":
        moved = _read(one, when.phrase, by=base.earliest + _MONTH)
        is_over = moved.when.latest is not None and moved.when.latest <= published
        return moved if is_over else one
    is_past = (published - base.latest).days > _PAST_DAYS
    if not is_past or not _is_without_year(when.phrase) or when.latest is None:
        return one
    if (published - when.latest).days <= _NEWS_DAYS:
        return one
    return _read(one, when.phrase, by=base.earliest + _YEAR)


def _is_without_year(phrase: str) -> bool:
    return bool(_NAMED.search(phrase)) and not _OF_A_YEAR.search(phrase)


def _in_year(phrase: str, year: int) -> str:
    found = _OTHER_YEAR.fullmatch(phrase)
    assert found is not None  # noqa: S101 - it was found by that pattern
    which = found["which"].lower().removeprefix("the ")
    words = re.sub(r",?(?: of)? (?:that|the \w+) year$", "", phrase, flags=re.IGNORECASE)
    return f"{words} {year + _YEARS_AWAY.get(which, 0)}"


def _read(one: Found, words: str, by: date | None = None) -> Found:
    try:
        when = read_date(words, published=by)
    except UnreadableDate:
        return one
    return replace(one, when=replace(when, phrase=one.when.phrase))
