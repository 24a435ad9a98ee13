"""Days that are named: "17 October 2017", "Oct. 5-8", "the 17th".

A day without a year is the latest such one by the publication day, or the first one after it where
the sentence speaks of the future.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from . import words
from .grammar import Anchor, Rules
from .reckoning import (
    make_day,
    on,
    plus_months,
    within,
)
from .value import UnreadableDate, When
from .words import DASH, DAY_NUMBER, MONTH, WEEKDAY, YEAR

days = Rules()

_OF_YEAR = (
    rf"(?:(?:,? of |, ?| |-)(?P<year>{YEAR})| '(?P<short>\d\d)"
    r"|,?(?: of)? (?P<which>last|this|next) year)?"
)
_WEEKDAY = (
    r"(?:(?P<one>last|this|next|this coming|the coming) )?"
    rf"(?:(?P<weekday>{WEEKDAY}),? (?:the )?)?"
)
_PART_OF_DAY = "(?:morning|afternoon|evening|night)"
_DAY_MONTH = rf"(?:the )?(?P<day>{DAY_NUMBER})(?: of | |-)?(?P<month>{MONTH}){_OF_YEAR}"
_MONTH_DAY = rf"(?P<month>{MONTH}) (?:the )?(?P<day>{DAY_NUMBER}){_OF_YEAR}"
_JOIN = rf"(?:(?P<dash>{DASH})| (?P<join>to|through|until|and|or|&) |(?P<slash>/))"
_DAYS_JOINED = rf"(?:the )?(?P<first>{DAY_NUMBER}){_JOIN}(?:the )?(?P<last>{DAY_NUMBER})"
_WAY = r"(?:(?P<way>from|between) )?"


def group(found: re.Match[str], name: str) -> str | None:
    """What a named group matched; None also where the pattern has no such group."""
    return found.groupdict().get(name)


def year_told(found: re.Match[str], anchor: Anchor) -> int | None:
    """The year beside a day or month, or None."""
    if year := group(found, "year"):
        return int(year)
    if short := group(found, "short"):
        return four_digits(short, anchor)
    if which := group(found, "which"):
        return anchor.day.year + {"last": -1, "this": 0, "next": 1}[which.lower()]
    return None


def _same_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def latest_such_day(month: int, day: int, anchor: Anchor, weekday: str | None = None) -> date:
    """The day in the year that the publication day, the tense and the weekday point to."""
    make_day(2000, month, day)  # no year has a 31 June
    year = anchor.day.year
    years_around = [found for y in range(year - 8, year + 9) if (found := _same_day(y, month, day))]
    past = [found for found in reversed(years_around) if found <= anchor.day]
    coming = [found for found in years_around if anchor.comes(found)][:1]
    choices = coming + past[:1] if anchor.ahead else past[:1] + coming
    if weekday:
        number = words.weekday_number(weekday)
        choices = [day for day in choices + past if day.weekday() == number] or choices
    return choices[0]


def _day(found: re.Match[str], day: str, anchor: Anchor) -> date:
    month = words.month_number(found["month"])
    number = int(re.sub(r"\D", "", day))
    year = year_told(found, anchor)
    if year is not None:
        return make_day(year, month, number)
    if one := (group(found, "one") or "").lower():
        anchor = replace(anchor, ahead=one.endswith(("next", "coming")))
    return latest_such_day(month, number, anchor, group(found, "weekday"))


def _day_rule(found: re.Match[str]) -> str:
    named = any(group(found, name) for name in ("year", "short", "which"))
    return "day" if named else "day_of_year"


@days.rule(rf"{_WAY}{_DAYS_JOINED}(?: of | )(?P<month>{MONTH}){_OF_YEAR}")
@days.rule(rf"{_WAY}(?P<month>{MONTH}) {_DAYS_JOINED}{_OF_YEAR}")
def _days_joined(found: re.Match[str], anchor: Anchor) -> When:
    """Days joined by a dash or "to": it lasted. By "and", "or" or a stroke: it happened within."""
    month, year = words.month_number(found["month"]), year_told(found, anchor)
    first, last = (int(re.sub(r"\D", "", found[name])) for name in ("first", "last"))
    if first >= last:
        raise UnreadableDate("crossed")
    if year is None:
        year = latest_such_day(month, first, anchor).year
    start, end = make_day(year, month, first), make_day(year, month, last)
    join = (found["join"] or "").lower()
    if (found["way"] or "").lower() == "between":
        return within(start, end, "between")
    if join in ("and", "or", "&") or found["slash"]:
        return within(start, end, "pair")
    return replace(within(start, end, "range"), lasted=True)


@days.rule(_WEEKDAY + _DAY_MONTH)
@days.rule(_WEEKDAY + _MONTH_DAY)
@days.rule(rf"(?P<day>{DAY_NUMBER})-(?P<month>{MONTH})-(?P<short>\d\d)")
@days.rule(rf"{_DAY_MONTH}(?: \(|, a )(?P<weekday>{WEEKDAY})\)?")
@days.rule(rf"{_MONTH_DAY}(?: \(|, a )(?P<weekday>{WEEKDAY})\)?")
@days.rule(rf"(?P<weekday>{WEEKDAY})(?: {_PART_OF_DAY})? \((?:on )?{_DAY_MONTH}\)")
@days.rule(rf"(?P<weekday>{WEEKDAY})(?: {_PART_OF_DAY})? \((?:on )?{_MONTH_DAY}\)")
def _named_day(found: re.Match[str], anchor: Anchor) -> When:
    """A weekday beside a full date adds nothing; where both disagree the date stands."""
    return on(_day(found, found["day"], anchor), _day_rule(found))


@days.rule(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)")
@days.rule(r"(?P<first>\d{1,2})\.(?P<second>\d{1,2})\.(?P<year>\d{4}|\d\d)")
@days.rule(r"(?P<first>\d{1,2})-(?P<second>\d{1,2})-(?P<year>\d{4}|\d\d)")
def numeric_day(found: re.Match[str], anchor: Anchor) -> When:
    """The day comes first; only where that is impossible is the month taken to come first."""
    first, second = int(found["first"]), int(found["second"])
    year = four_digits(found["year"], anchor)
    if _same_day(year, second, first):
        return on(make_day(year, second, first), "numeric_day")
    return on(make_day(year, first, second), "numeric_month_first")


def four_digits(year: str, anchor: Anchor) -> int:
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
    rf"(?:(?P<weekday>{WEEKDAY}),? )?the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)"
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
    year = year_told(found, anchor)
    if year is None:
        return on(latest_such_day(month, day, anchor), "fixed_day")
    return on(make_day(year, month, day), "fixed_day")
