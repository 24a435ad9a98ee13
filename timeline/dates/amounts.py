"""Amounts of time: "three weeks ago", "after four months of fighting", "in its third year"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from . import parts, words
from .grammar import Anchor, Rules
from .reckoning import bounds, latest_weekday, on, plus, plus_days, unit_of, within
from .value import Precision, UnreadableDate, When
from .words import FIGHTING, NUMBER, ORDINAL, ROUGHLY, WEEKDAY

ago = Rules()
durations = Rules()

_UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade)s?"
_ROUGHLY = rf"(?:(?P<about>{ROUGHLY}) )?"
_AMOUNT = (
    rf"{_ROUGHLY}(?:the )?(?:(?P<number>{NUMBER})(?P<half> and a half|-and-a-half)? {_UNIT}"
    r"(?P<half2> and a half)?|(?P<half_a>half an?) (?P<unit2>week|month|year|decade))"
)
_FEW_HOURS = 3
"""So long ago is today: an article is written in the daytime."""
_HALF_WIDTHS = {"day": 0, "week": 3, "month": 15, "year": 182, "decade": 1826}
_PRECISIONS = {
    "day": Precision.EXACT,
    "week": Precision.DAYS,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.LONGER,
}


@dataclass(frozen=True, slots=True)
class Amount:
    """From ``low`` to ``high`` whole units of time."""

    low: int
    high: int
    unit: str
    circa: bool = False

    @property
    def precision(self) -> Precision | None:
        """The step of the unit; ``None`` where the number itself is vague."""
        return _PRECISIONS[self.unit] if self.low == self.high else None

    def before(self, day: date) -> tuple[date, date]:
        """The days that lie the most and the least units before ``day``."""
        return plus(day, -self.high, self.unit), plus(day, -self.low, self.unit)


def _amount(found: re.Match[str]) -> Amount:
    parts_found = found.groupdict()
    unit = (parts_found.get("unit") or parts_found["unit2"]).lower()
    unit = "day" if unit == "night" else unit
    circa = (parts_found.get("about") or "").lower() in words.INEXACT
    if unit == "fortnight":
        low, high = words.numbers(found["number"])
        return Amount(2 * low, 2 * high, "week", circa)
    if parts_found.get("half_a"):
        return _halved(0, 0, unit, circa=circa)
    low, high = words.numbers(found["number"])
    if parts_found.get("half") or parts_found.get("half2"):
        return _halved(low, high, unit, circa=circa)
    return Amount(low, high, unit, circa)


def _one(unit: str) -> Amount:
    unit = unit.lower()
    return Amount(2, 2, "week") if unit == "fortnight" else Amount(1, 1, unit)


def _halved(low: int, high: int, unit: str, *, circa: bool) -> Amount:
    """An amount and a half of its unit: in the next smaller one, or as a spread of days."""
    if unit in ("decade", "year"):
        smaller, size = ("year", 10) if unit == "decade" else ("month", 12)
        return Amount(low * size + size // 2, high * size + size // 2, smaller, circa)
    size, fewest, most = {"month": (30, 8, 22), "week": (7, 2, 5), "day": (1, 0, 1)}[unit]
    return Amount(low * size + fewest, high * size + most, "day", circa)


@ago.rule(rf"{_AMOUNT} ago (?P<this>today|this week|this month)")
def _ago_this(found: re.Match[str], anchor: Anchor) -> When:
    """ "Eight years ago this month" is the month eight years back."""
    farthest, nearest = _amount(found).before(anchor.day)
    unit = found["this"].lower().removeprefix("this ").replace("today", "day").strip()
    return within(unit_of(farthest, unit)[0], unit_of(nearest, unit)[1], "ago")


@ago.rule(rf"{_AMOUNT}(?P<or_so> or so)? ago")
def _ago(found: re.Match[str], anchor: Anchor) -> When:
    """As wide as its unit, around the day that lies so far back."""
    ago = _so_long_ago(_amount(found), anchor)
    return replace(ago, circa=True) if found["or_so"] else ago


@ago.rule(rf"(?P<number>{NUMBER}) weeks? ago,? (?:on |last )?(?P<weekday>{WEEKDAY})")
@ago.rule(rf"(?P<weekday>{WEEKDAY}) (?P<number>{NUMBER}) weeks? ago")
def _weekday_ago(found: re.Match[str], anchor: Anchor) -> When:
    """That weekday among the seven days around the day that lies so many weeks back."""
    low, high = words.numbers(found["number"])
    if low != high:
        raise UnreadableDate("not_a_date")
    last = plus_days(anchor.day, 3 - 7 * low)
    return on(latest_weekday(words.weekday_number(found["weekday"]), last), "ago")


@ago.rule(r"(?P<unit>day|week|month)s ago")
def _vaguely_ago(found: re.Match[str], anchor: Anchor) -> When:
    return _so_long_ago(Amount(2, 7, found["unit"].lower()), anchor)


def _so_long_ago(amount: Amount, anchor: Anchor) -> When:
    farthest, nearest = amount.before(anchor.day)
    width = _HALF_WIDTHS[amount.unit]
    earliest, latest = plus_days(farthest, -width), plus_days(nearest, width)
    return within(earliest, latest, "ago", amount.precision, circa=amount.circa)


@ago.rule(rf"(?:{_ROUGHLY}(?P<number>{NUMBER}) )?(?P<unit>hour|minute)s? ago")
@ago.rule(
    rf"(?:in|over|during|within|for) the (?:past|last) (?:(?P<number>{NUMBER}) )?(?P<unit>hour)s?"
)
def _hours_ago(found: re.Match[str], anchor: Anchor) -> When:
    """Hours reach back over every day that they may touch."""
    if found["unit"].lower() == "minute":
        return on(anchor.day, "ago")
    hours = words.numbers(found["number"])[1] if found["number"] else 12
    if hours <= _FEW_HOURS:
        return on(anchor.day, "ago")
    return within(plus_days(anchor.day, -((hours + 23) // 24)), anchor.day, "ago")


@ago.rule(
    rf"(?:in|during|within) (?:the )?(?:past|last|previous) {_AMOUNT}"
    r"|(?:in|during|within) the (?:past|last|previous) (?P<unit3>week|fortnight|month|year|decade)"
)
def _past_window(found: re.Match[str], anchor: Anchor) -> When:
    amount = _one(found["unit3"]) if found["unit3"] else _amount(found)
    return within(amount.before(anchor.day)[0], anchor.day, "past_window", circa=amount.circa)


@ago.rule(rf"{_AMOUNT} (?P<way>before|after|following|prior to) (?P<day>{parts.days.pattern})")
def _offset(found: re.Match[str], anchor: Anchor) -> When:
    """As wide as its unit, around the day so far before or after another."""
    amount = _amount(found)
    first, last = bounds(parts.days.read(found["day"], anchor))
    if found["way"].lower() in ("after", "following"):
        amount = Amount(-amount.high, -amount.low, amount.unit, amount.circa)
    width = _HALF_WIDTHS[amount.unit]
    earliest = plus_days(amount.before(first)[0], -width)
    latest = plus_days(amount.before(last)[1], width)
    return within(earliest, latest, "offset", amount.precision, circa=amount.circa)


def _began(amount: Amount, anchor: Anchor) -> When:
    """When something that has gone on for an amount of time by publication began.

    The day for days, seven days around it for weeks, else the calendar month or year it lies in.
    """
    farthest, nearest = amount.before(anchor.day)
    if amount.unit == "week":
        earliest, latest = plus_days(farthest, -3), plus_days(nearest, 3)
    else:
        unit = "year" if amount.unit == "decade" else amount.unit
        earliest, latest = unit_of(farthest, unit)[0], unit_of(nearest, unit)[1]
    unit = "year" if amount.unit == "decade" else amount.unit
    precision = _PRECISIONS[unit] if amount.low == amount.high else None
    began = within(earliest, latest, f"duration_{unit}s", precision, circa=amount.circa)
    return _as_duration(began)


def _as_duration(when: When) -> When:
    return When(
        earliest=when.earliest,
        latest=when.latest,
        precision=when.precision,
        circa=when.circa,
        duration=True,
        rule=when.rule,
    )


_OF_FIGHTING = rf"(?: of (?:[\w'-]+ ){{0,2}}?(?:{FIGHTING}))?"
_STRAIGHT = r"(?:straight|consecutive|successive|running)"


@durations.rule(
    rf"(?:after|following|for|over|during|throughout|through|despite|amid)"
    rf"(?: (?:the )?(?:past|last|previous))? {_AMOUNT}{_OF_FIGHTING}"
)
@durations.rule(
    rf"(?:after|for|over|throughout) {_ROUGHLY}(?P<number>{NUMBER}) {_STRAIGHT} {_UNIT}"
    rf"{_OF_FIGHTING}"
)
@durations.rule(
    rf"(?:(?:after|following|during|in|amid|despite|ending) )?(?:(?:an?|the|their|its|his|this) )?"
    rf"{_ROUGHLY}(?P<number>{NUMBER})-(?P<unit>day|week|month|year|decade)(?:(?:-| )(?:long|old))? "
    rf"(?:[\w'-]+ ){{0,2}}?(?:{FIGHTING})"
)
@durations.rule(
    rf"{_AMOUNT} into (?:the|its|their|his|a|an|this) (?:[\w'-]+ ){{0,2}}?(?:{FIGHTING})"
)
@durations.rule(rf"{_AMOUNT} of (?:[\w'-]+ ){{0,2}}?(?:{FIGHTING})")
def _duration(found: re.Match[str], anchor: Anchor) -> When:
    amount = _amount(found)
    if not amount.high:
        raise UnreadableDate("not_a_date")
    return _began(amount, anchor)


@durations.rule(
    r"(?:over|for|throughout)(?: the)? (?:past|last) (?P<unit>week|fortnight|month|year|decade)"
)
def _single_duration(found: re.Match[str], anchor: Anchor) -> When:
    return _began(_one(found["unit"]), anchor)


@durations.rule(
    rf"(?:into|in|entered|enters|entering)(?: (?:its|their|the|his|her))? (?P<number>{ORDINAL})"
    r" (?P<unit>day|week|month|year)(?! of (?:the )?(?:\d|[a-z]+ber\b))"
)
def _nth(found: re.Match[str], anchor: Anchor) -> When:
    """In its third year: it began between three and two years ago; on its third day, two days."""
    number, unit = words.ordinal(found["number"]), found["unit"].lower()
    if unit == "day":
        return _as_duration(on(plus_days(anchor.day, 1 - number), "nth"))
    earliest, latest = plus(anchor.day, -number, unit), plus(anchor.day, 1 - number, unit)
    return _as_duration(within(earliest, latest, "nth"))


@durations.rule(
    rf"for (?:a|the|its|their) (?P<number>{ORDINAL}) {_STRAIGHT} "
    r"(?P<unit>day|night|week|month|year)"
)
@durations.rule(
    rf"for (?:a|the|its|their) (?P<number>{ORDINAL}) (?P<unit>day|night|week|month|year)"
    r"(?: in a row| running)?"
)
def _streak(found: re.Match[str], anchor: Anchor) -> When:
    """For a third day: the first of them was two days ago."""
    unit = found["unit"].lower().replace("night", "day")
    first = plus(anchor.day, 1 - words.ordinal(found["number"]), unit)
    return _as_duration(within(*unit_of(first, unit), "streak", _PRECISIONS[unit]))
