"""Days, months, seasons and years that are named: "17 October 2017", "in June", "Q2 2016".

A day or month without a year is the latest such one that has begun by the publication day, or the
first one after it where the sentence speaks of the future.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from . import words
from .grammar import Anchor, Rules
from .reckoning import (
    make_day,
    month_of,
    months_from,
    on,
    plus_months,
    within,
    year_of,
)
from .value import Precision, UnreadableDate, When
from .words import DASH, DAY_NUMBER, MONTH, ORDINAL, SEASON, WEEKDAY, YEAR

days = Rules()
months = Rules()
seasons = Rules()
years = Rules()

_OF_YEAR = (
    rf"(?:(?:,? of |, ?| |-)(?P<year>{YEAR})|(?: '|-)(?P<short>\d\d)"
    r"|,?(?: of)? (?P<which>last|this|next) year)?"
)
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?"
_DAY_MONTH = rf"(?:the )?(?P<day>{DAY_NUMBER})(?: of | |-)?(?P<month>{MONTH}){_OF_YEAR}"
_MONTH_DAY = rf"(?P<month>{MONTH}) (?:the )?(?P<day>{DAY_NUMBER}){_OF_YEAR}"
_JOIN = rf"(?:(?P<dash>{DASH})| (?P<join>to|through|until|and|or|&) |(?P<slash>/))"
_DAYS_JOINED = rf"(?:the )?(?P<first>{DAY_NUMBER}){_JOIN}(?:the )?(?P<last>{DAY_NUMBER})"
_WAY = r"(?:(?P<way>from|between) )?"


def _group(found: re.Match[str], name: str) -> str | None:
    return found.groupdict().get(name)


def _year(found: re.Match[str], anchor: Anchor) -> int | None:
    if year := _group(found, "year"):
        return int(year)
    if short := _group(found, "short"):
        return _four_digits(short, anchor)
    if which := _group(found, "which"):
        return anchor.day.year + {"last": -1, "this": 0, "next": 1}[which.lower()]
    return None


def _same_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of_year(month: int, day: int, anchor: Anchor, weekday: str | None) -> date:
    """The day in the year that the publication day, the tense and the weekday point to."""
    make_day(2000, month, day)  # no year has a 31 June
    year = anchor.day.year
    years_around = [found for y in range(year - 8, year + 9) if (found := _same_day(y, month, day))]
    past = [found for found in reversed(years_around) if found <= anchor.day]
    coming = [found for found in years_around if found > anchor.day][:1]
    choices = coming + past[:1] if anchor.ahead else past[:1] + coming
    if weekday:
        number = words.weekday_number(weekday)
        choices = [day for day in choices + past if day.weekday() == number] or choices
    return choices[0]


def _day(found: re.Match[str], day: str, anchor: Anchor) -> date:
    month = words.month_number(found["month"])
    number = int(re.sub(r"\D", "", day))
    year = _year(found, anchor)
    if year is None:
        return _day_of_year(month, number, anchor, _group(found, "weekday"))
    return make_day(year, month, number)


def _day_rule(found: re.Match[str]) -> str:
    named = any(_group(found, name) for name in ("year", "short", "which"))
    return "day" if named else "day_of_year"


@days.rule(rf"{_WAY}{_DAYS_JOINED}(?: of | )(?P<month>{MONTH}){_OF_YEAR}")
@days.rule(rf"{_WAY}(?P<month>{MONTH}) {_DAYS_JOINED}{_OF_YEAR}")
def _days_joined(found: re.Match[str], anchor: Anchor) -> When:
    """Days joined by a dash or "to": it lasted. By "and", "or" or a stroke: it happened within."""
    month, year = words.month_number(found["month"]), _year(found, anchor)
    first, last = (int(re.sub(r"\D", "", found[name])) for name in ("first", "last"))
    if first >= last:
        raise UnreadableDate("crossed")
    if year is None:
        year = _day_of_year(month, first, anchor, None).year
    start, end = make_day(year, month, first), make_day(year, month, last)
    join = (found["join"] or "").lower()
    if (found["way"] or "").lower() == "between":
        return within(start, end, "between")
    if join in ("and", "or", "&") or found["slash"]:
        return within(start, end, "pair")
    return replace(within(start, end, "range"), lasted=True)


@days.rule(_WEEKDAY + _DAY_MONTH)
@days.rule(_WEEKDAY + _MONTH_DAY)
@days.rule(rf"{_DAY_MONTH}(?: \(|, a )(?P<weekday>{WEEKDAY})\)?")
@days.rule(rf"{_MONTH_DAY}(?: \(|, a )(?P<weekday>{WEEKDAY})\)?")
@days.rule(rf"(?P<weekday>{WEEKDAY}) \((?:on )?{_DAY_MONTH}\)")
@days.rule(rf"(?P<weekday>{WEEKDAY}) \((?:on )?{_MONTH_DAY}\)")
def _named_day(found: re.Match[str], anchor: Anchor) -> When:
    """A weekday beside a full date adds nothing; where both disagree the date stands."""
    return on(_day(found, found["day"], anchor), _day_rule(found))


@days.rule(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)")
@days.rule(r"(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.(?P<year>\d{4}|\d\d)")
@days.rule(r"(?P<first>\d{1,2})-(?P<second>\d{1,2})-(?P<year>\d{4}|\d\d)")
def _numeric_day(found: re.Match[str], anchor: Anchor) -> When:
    """The day comes first; only where that is impossible is the month taken to come first."""
    first, second = int(found["first"]), int(found["second"])
    year = _four_digits(found["year"], anchor)
    if _same_day(year, second, first):
        return on(make_day(year, second, first), "numeric_day")
    return on(make_day(year, first, second), "numeric_month_first")


def _four_digits(year: str, anchor: Anchor) -> int:
    """Two digits are the latest such year by the publication year, else 1970 to 2069."""
    if len(year) == 4:
        return int(year)
    latest = anchor.published.year if anchor.published else 2069
    return latest - (latest - int(year)) % 100


@days.rule(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
@days.rule(r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})")
@days.rule(r"(?P<year>\d{4})\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})")
def _iso_day(found: re.Match[str], _: Anchor) -> When:
    return on(make_day(int(found["year"]), int(found["month"]), int(found["day"])), "iso")


@days.rule(
    r"(?:(?P<weekday>" + WEEKDAY + r"),? )?the (?P<day>\d{1,2})(?:st|nd|rd|th)"
    r"(?: (?:day )?of (?P<which>this|last|next) month)?"
)
def _day_of_month(found: re.Match[str], anchor: Anchor) -> When:
    """ "the 17th" is the latest one by the publication day."""
    number = int(found["day"])
    if which := found["which"]:
        month = plus_months(anchor.day.replace(day=1), {"last": -1, "this": 0, "next": 1}[which])
        return on(make_day(month.year, month.month, number), "day_of_month")
    make_day(2000, 1, number)
    for back in (-1, 0, 1) if anchor.ahead else (0, 1, 2):
        month = plus_months(anchor.day.replace(day=1), -back)
        day = _same_day(month.year, month.month, number)
        if day and (day > anchor.day if anchor.ahead else day <= anchor.day):
            return on(day, "day_of_month")
    raise UnreadableDate("impossible_day")


@days.rule(rf"(?P<name>{words.any_of(words.FIXED_DAYS)}){_OF_YEAR}")
def _fixed_day(found: re.Match[str], anchor: Anchor) -> When:
    month, day = words.FIXED_DAYS[" ".join(found["name"].lower().split())]
    year = _year(found, anchor)
    if year is None:
        return on(_day_of_year(month, day, anchor, None), "fixed_day")
    return on(make_day(year, month, day), "fixed_day")


@months.rule(
    rf"(?:the month of )?(?P<month>{MONTH})"
    rf"(?:(?:,? of |, ?| |-)(?P<year>{YEAR})|,?(?: of)? (?P<which>last|this|next) year)"
)
def _month(found: re.Match[str], anchor: Anchor) -> When:
    year = _year(found, anchor)
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
    end = _group(found, "end")
    if end and (int(end) - last.year) % 100:
        raise UnreadableDate("crossed")
    return within(first, last, "season", Precision.SEASON)


@seasons.rule(rf"(?:the )?(?P<season>{SEASON})(?: of)? (?P<which>last|this|next) year")
def _season_of_year(found: re.Match[str], anchor: Anchor) -> When:
    year = _year(found, anchor)
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
    number = int(_group(found, "quarter") or 0) or words.ordinal(found["number"])
    if number > 4:
        raise UnreadableDate("impossible_day")
    year = _named_year(found, anchor)
    return within(*months_from(year, 3 * number - 2, 3), "quarter", Precision.SEASON)


@seasons.rule(rf"(?:the )?(?P<half>first|second|latter) half of {_YEAR_NAMED}")
def _half_year(found: re.Match[str], anchor: Anchor) -> When:
    year = _named_year(found, anchor)
    month = 1 if found["half"].lower() == "first" else 7
    return within(*months_from(year, month, 6), "half", Precision.SEASON)


def _named_year(found: re.Match[str], anchor: Anchor) -> int:
    if year := _group(found, "year"):
        return int(year)
    which = (_group(found, "which") or "").lower()
    return anchor.day.year + {"last": -1, "next": 1}.get(which, 0)


_PARTS_OF_A_DECADE = {
    "early": (0, 3),
    "mid": (4, 6),
    "late": (7, 9),
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
    r"(?:the )?(?:(?P<part>early|mid|late|first half of|second half of)(?:-| )(?:the )?)?"
    r"(?P<decade>(?:1[89]|20)\d)0'?s"
)
def _decade(found: re.Match[str], _: Anchor) -> When:
    """Early: the years that end in 0 to 3; mid: 4 to 6; late: 7 to 9. Halves are of five years."""
    year = int(found["decade"]) * 10
    part = (found["part"] or "").lower()
    first, last = _PARTS_OF_A_DECADE.get(part, (0, 9))
    earliest, latest = make_day(year + first, 1, 1), make_day(year + last, 12, 31)
    return within(earliest, latest, "decade", Precision.LONGER)
