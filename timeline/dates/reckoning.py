"""Arithmetic on calendar days. Every interval has inclusive bounds."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from .months import end_of_month, month_number, month_start
from .value import Precision, UnreadableDate, When

ONE_DAY = timedelta(days=1)


def make_day(year: int, month: int, day: int) -> date:
    """The calendar day; raises UnreadableDate("impossible_day") where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableDate("impossible_day") from None


def plus_days(day: date, days: int) -> date:
    """``days`` later (or earlier, when negative), kept within the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def plus_months(day: date, months: int) -> date:
    """The same day of a later (earlier) month, or that month's last day where it is shorter."""
    there = month_start(month_number(day) + months)
    if there is None:
        raise UnreadableDate("impossible_day")
    return there.replace(day=min(day.day, end_of_month(there).day))


def plus(day: date, number: int, unit: str) -> date:
    """``number`` days, weeks, months, years or decades after ``day`` (before, when negative)."""
    if unit in ("day", "week"):
        return plus_days(day, number * (7 if unit == "week" else 1))
    return plus_months(day, number * {"month": 1, "year": 12, "decade": 120}[unit])


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of ``day``."""
    monday = plus_days(day, -day.weekday())
    return monday, plus_days(monday, 6)


def month_of(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    first = make_day(year, month, 1)
    return first, end_of_month(first)


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of ``count`` months in a row."""
    first = make_day(year, month, 1)
    last = plus_months(first, count - 1)
    return first, month_of(last.year, last.month)[1]


def year_of(year: int) -> tuple[date, date]:
    """First and last day of a year."""
    return make_day(year, 1, 1), make_day(year, 12, 31)


def unit_of(day: date, unit: str) -> tuple[date, date]:
    """First and last day of the week, month, year or decade that ``day`` lies in."""
    if unit == "day":
        return day, day
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    decade = max(day.year - day.year % 10, MINYEAR)
    return make_day(decade, 1, 1), make_day(min(decade + 9, MAXYEAR), 12, 31)


def latest_weekday(weekday: int, day: date) -> date:
    """The latest such weekday (Monday is 0) that is ``day`` or before it."""
    return plus_days(day, -((day.weekday() - weekday) % 7))


def precision_of(earliest: date, latest: date) -> Precision:
    """The step of the scale that an interval of days has by its width and place."""
    width = (latest - earliest).days + 1
    if width == 1:
        return Precision.EXACT
    if (earliest, latest) == week_of(earliest):
        return Precision.WEEK
    if is_third(earliest, latest):
        return Precision.PART_MONTH
    for limit, precision in (
        (7, Precision.DAYS),
        (13, Precision.PART_MONTH),
        (31, Precision.MONTH),
        (184, Precision.SEASON),
        (366, Precision.YEAR),
    ):
        if width <= limit:
            return precision
    return Precision.LONGER


def is_third(earliest: date, latest: date) -> bool:
    """Whether the days are the early, middle or late third of a month."""
    if (earliest.year, earliest.month) != (latest.year, latest.month):
        return False
    last = monthrange(latest.year, latest.month)[1]
    return (earliest.day, latest.day) in {(1, 10), (11, 20), (21, last)}


def within(
    earliest: date,
    latest: date,
    rule: str,
    precision: Precision | None = None,
    *,
    circa: bool = False,
) -> When:
    """Something that happened on some day from ``earliest`` to ``latest``."""
    if earliest > latest:
        raise UnreadableDate("crossed")
    return When(
        earliest=earliest,
        latest=latest,
        precision=precision or precision_of(earliest, latest),
        circa=circa,
        rule=rule,
    )


def on(day: date, rule: str) -> When:
    """Something that happened on one day."""
    return within(day, day, rule, Precision.EXACT)


def bounds(when: When) -> tuple[date, date]:
    """Both bounds of a reading; raises UnreadableDate("not_a_date") where one is open."""
    if when.earliest is None or when.latest is None:
        raise UnreadableDate("not_a_date")
    return when.earliest, when.latest
