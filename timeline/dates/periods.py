"""Months, seasons and years that are named: "in June", "winter 2015-16", "Q2 2016".

A month or season without a year is the latest such one that has begun by the publication day, or
the first one after it where the sentence speaks of the future.
"""

from __future__ import annotations

import re
from datetime import date

from . import words
from .grammar import Anchor, Rules
from .named_days import group, year_told
from .reckoning import make_day, month_of, months_from, plus_months, within, year_of
from .value import Precision, UnreadableDate, When
from .words import MONTH, ORDINAL, SEASON, YEAR

months = Rules()
seasons = Rules()
years = Rules()


@months.rule(
    rf"(?:the month of )?(?P<month>{MONTH})"
    rf"(?:(?:,? of |, ?| |-)(?P<year>{YEAR})| '(?P<short>\d\d)"
    r"|,?(?: of)? (?P<which>last|this|next) year)"
)
def _month(found: re.Match[str], anchor: Anchor) -> When:
    year = year_told(found, anchor)
    assert year is not None  # noqa: S101 - the pattern demands one
    return within(*month_of(year, words.month_number(found["month"])), "month", Precision.MONTH)


@months.rule(
    rf"(?:the month of |(?P<which>last|this past|this|next|this coming|the coming) )?"
    rf"(?P<month>{MONTH})"
)
def _month_of_year(found: re.Match[str], anchor: Anchor) -> When:
    """ "last June" was over before the month of publication, "this June" is of its year."""
    month, which = words.month_number(found["month"]), (found["which"] or "").lower()
    this_month = anchor.day.replace(day=1)
    first = make_day(anchor.day.year, month, 1)
    if which == "this":
        pass
    elif "next" in which or "coming" in which or (not which and anchor.ahead):
        first = plus_months(first, 0 if first > anchor.day else 12)
    elif which:
        first = plus_months(first, 0 if first < this_month else -12)
    else:
        first = plus_months(first, 0 if first <= anchor.day else -12)
    return within(*month_of(first.year, month), "month_of_year", Precision.MONTH)


def season_of(name: str, year: int, *, southern: bool) -> tuple[date, date]:
    """First and last day of the season that begins in ``year``, by whole months."""
    turn = 6 if southern else 0
    month = (2 + 3 * words.SEASONS[name.lower()] + turn) % 12 + 1
    return months_from(year, month, 3)


def _season_by(name: str, day: date, anchor: Anchor, *, over: bool = False) -> tuple[date, date]:
    """The latest such season that has begun (or, ``over``, has ended) by ``day``."""
    for year in (day.year, day.year - 1, day.year - 2):
        first, last = season_of(name, year, southern=anchor.southern)
        if (last if over else first) <= day:
            return first, last
    raise UnreadableDate("impossible_day")


@seasons.rule(
    rf"(?:the )?(?P<season>{SEASON})(?: of |,? )(?P<year>{YEAR})(?:[-–/](?P<end>\d\d(?:\d\d)?))?"
)
@seasons.rule(rf"the (?P<year>{YEAR}) (?P<season>{SEASON})")
def _season(found: re.Match[str], anchor: Anchor) -> When:
    """Winter is named by the year in which it begins: "winter 2015" is "winter 2015-16"."""
    year = int(found["year"])
    first, last = season_of(found["season"], year, southern=anchor.southern)
    end = group(found, "end")
    if end and (int(end) - last.year) % 100:
        raise UnreadableDate("crossed")
    return within(first, last, "season", Precision.SEASON)


@seasons.rule(rf"(?:the )?(?P<season>{SEASON})(?: of)? (?P<which>last|this|next) year")
def _season_of_year(found: re.Match[str], anchor: Anchor) -> When:
    year = year_told(found, anchor)
    assert year is not None  # noqa: S101 - the pattern demands one
    return within(
        *season_of(found["season"], year, southern=anchor.southern), "season", Precision.SEASON
    )


@seasons.rule(rf"(?P<which>last|this past|this|next|this coming|the coming) (?P<season>{SEASON})")
def _last_season(found: re.Match[str], anchor: Anchor) -> When:
    """ "last summer" is over; "this summer" has begun, or is the next one of the year."""
    which, name = found["which"].lower(), found["season"]
    begun = _season_by(name, anchor.day, anchor)
    following = season_of(name, begun[0].year + 1, southern=anchor.southern)
    if "next" in which or "coming" in which:
        return within(*following, "next_season", Precision.SEASON)
    if which == "this":
        current = following if following[0].year == anchor.day.year else begun
        return within(*current, "this_season", Precision.SEASON)
    ended = _season_by(name, anchor.day, anchor, over=True)
    return within(*ended, "last_season", Precision.SEASON)


@seasons.rule(rf"(?:the )?(?P<season>{SEASON})(?: months| season)?")
def _latest_season(found: re.Match[str], anchor: Anchor) -> When:
    begun = _season_by(found["season"], anchor.day, anchor)
    if anchor.ahead:
        begun = season_of(found["season"], begun[0].year + 1, southern=anchor.southern)
    return within(*begun, "season_of_year", Precision.SEASON)


_YEAR_NAMED = rf"(?:(?P<year>{YEAR})|(?P<which>last|this|next|the) year)"


@seasons.rule(rf"(?:the )?(?P<number>{ORDINAL}) quarter(?: of|,)? {_YEAR_NAMED}")
@seasons.rule(rf"q(?P<quarter>[1-4])(?: of|,)? ?{_YEAR_NAMED}")
@seasons.rule(rf"(?P<year>{YEAR})(?: |-)?q(?P<quarter>[1-4])")
def _quarter(found: re.Match[str], anchor: Anchor) -> When:
    number = int(group(found, "quarter") or 0) or words.ordinal(found["number"])
    if number > 4:
        raise UnreadableDate("impossible_day")
    year = _named_year(found, anchor)
    return within(*months_from(year, 3 * number - 2, 3), "quarter", Precision.SEASON)


@seasons.rule(rf"(?:the )?(?P<half>first|second|latter) half of {_YEAR_NAMED}")
@seasons.rule(rf"h(?P<half>[12])(?: of|,)? ?{_YEAR_NAMED}")
@seasons.rule(rf"(?P<year>{YEAR})(?: |-)?h(?P<half>[12])")
def _half_year(found: re.Match[str], anchor: Anchor) -> When:
    year = _named_year(found, anchor)
    month = 1 if found["half"].lower() in ("first", "1") else 7
    return within(*months_from(year, month, 6), "half", Precision.SEASON)


def _named_year(found: re.Match[str], anchor: Anchor) -> int:
    if year := group(found, "year"):
        return int(year)
    which = (group(found, "which") or "").lower()
    return anchor.day.year + {"last": -1, "next": 1}.get(which, 0)


_PARTS_OF_A_DECADE = {
    "early": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
    "start of": (0, 3),
    "beginning of": (0, 3),
    "middle of": (4, 6),
    "end of": (7, 9),
    "first half of": (0, 4),
    "second half of": (5, 9),
}


@years.rule(rf"(?P<first>{YEAR})[-–](?P<last>\d\d)")
def _years_in_a_row(found: re.Match[str], _: Anchor) -> When:
    """ "2014-15" lasted from some day of the first year to some day of the second."""
    first = int(found["first"])
    last = first - first % 100 + int(found["last"])
    if last <= first:
        raise UnreadableDate("crossed")
    (earliest, start_latest), (end_earliest, latest) = year_of(first), year_of(last)
    return When(
        earliest=earliest,
        latest=latest,
        start_latest=start_latest,
        end_earliest=end_earliest,
        lasted=True,
        precision=Precision.LONGER,
        rule="range",
    )


@years.rule(rf"(?:the year )?(?P<year>{YEAR})")
def _whole_year(found: re.Match[str], _: Anchor) -> When:
    return within(*year_of(int(found["year"])), "year", Precision.YEAR)


@years.rule(
    rf"(?:the )?(?:(?P<part>{words.any_of(_PARTS_OF_A_DECADE)})(?:-| )(?:the )?)?"
    r"(?P<decade>(?:1[89]|20)\d)0'?s"
)
def _decade(found: re.Match[str], _: Anchor) -> When:
    """Early: the years that end in 0 to 3; mid: 4 to 6; late: 7 to 9. Halves are of five years."""
    year = int(found["decade"]) * 10
    part = (found["part"] or "").lower()
    first, last = _PARTS_OF_A_DECADE.get(part, (0, 9))
    earliest, latest = make_day(year + first, 1, 1), make_day(year + last, 12, 31)
    return within(earliest, latest, "decade", Precision.LONGER)
