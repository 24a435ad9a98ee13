"""Parts of months, seasons and years, and times of a day: "mid-October", "late on Tuesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from . import named_days, periods, relative, words
from .grammar import Anchor, Rules
from .reckoning import bounds, on, plus, plus_days, plus_months, week_of, within
from .value import Precision, UnreadableDate, When
from .words import AFTER_A_DAY, BEFORE_A_DAY, DASH, NUMBER, ORDINAL

parts = Rules()
nights = Rules()

days = Rules(named_days.days, relative.days)
_months = Rules(relative.months, periods.months)
_units = Rules(relative.weeks, relative.months, relative.years, periods.months, periods.seasons)
_wide_units = Rules(_units, periods.years)
_parted = Rules(_wide_units, relative.current)

_EARLY, _MID, _LATE = "early", "mid", "late"
_PART = (
    r"(?:(?P<from>early|mid)(?: |- ?)(?:to|or)(?: |-))?"
    r"(?P<part>(?:very )?early|mid|middle|late|(?:the )?(?:very )?"
    r"(?:start|beginning|opening|middle|end|close) of)"
)


@parts.rule(rf"(?:the )?{_PART}(?:-| )(?:in )?(?P<unit>{_parted.pattern})")
@parts.rule(rf"(?P<part>early|late|midway)(?: on)?(?: in| through) (?P<unit>{_wide_units.pattern})")
def _part_of(found: re.Match[str], anchor: Anchor) -> When:
    """Early, mid and late are thirds of a month or a week, months of a season.

    Of a year, early is January to March, mid May to August, late October to December: words for
    parts of a year need not fill it. "start of" is early, "end of" late.
    """
    word = found["part"].lower()
    part = _MID if "mid" in word else _LATE if re.search("late|end|close", word) else _EARLY
    whole = _units_read(found["unit"], anchor)
    earliest, latest = _part(part, whole.precision, *bounds(whole))
    if begun := found.groupdict().get("from"):
        earliest = _part(begun.lower(), whole.precision, *bounds(whole))[0]
    if earliest == latest:
        return on(earliest, "part_of")
    return within(earliest, latest, "part_of")


def _units_read(text: str, anchor: Anchor) -> When:
    """A unit as a whole: "late this month" is not cut off at the publication day."""
    whole = _parted.read(text, anchor)
    if whole.rule.startswith("this_"):
        return _parted.read(text, Anchor(anchor.published, anchor.southern, ahead=True))
    return whole


def _part(part: str, precision: Precision, first: date, last: date) -> tuple[date, date]:
    if precision is Precision.WEEK:
        cuts = {_EARLY: (0, 2), _MID: (2, 3), _LATE: (3, 6)}[part]
        return plus_days(first, cuts[0]), plus_days(first, cuts[1])
    if precision is Precision.MONTH:
        cuts = {_EARLY: (0, 9), _MID: (10, 19), _LATE: (20, 30)}[part]
        return plus_days(first, cuts[0]), min(plus_days(first, cuts[1]), last)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    from_month, to_month = {
        3: {_EARLY: (0, 1), _MID: (1, 2), _LATE: (2, 3)},
        6: {_EARLY: (0, 2), _MID: (2, 4), _LATE: (4, 6)},
        12: {_EARLY: (0, 3), _MID: (4, 8), _LATE: (9, 12)},
    }.get(months, {}).get(part) or _refuse()
    return plus_months(first, from_month), plus_days(plus_months(first, to_month), -1)


def _refuse() -> tuple[int, int]:
    raise UnreadableDate("not_a_date")


@parts.rule(rf"(?:the )?(?P<half>first|second|latter) half of (?P<unit>{_months.pattern})")
def _half_of_month(found: re.Match[str], anchor: Anchor) -> When:
    first, last = bounds(_units_read(found["unit"], anchor))
    middle = first.replace(day=15)
    if found["half"].lower() == "first":
        return within(first, middle, "half", Precision.PART_MONTH)
    return within(plus_days(middle, 1), last, "half", Precision.PART_MONTH)


@parts.rule(
    rf"(?:the )?(?P<number>{ORDINAL}|last|final) (?P<unit>week|weekend) (?:of|in) "
    rf"(?P<month>{_months.pattern})"
)
def _week_of_month(found: re.Match[str], anchor: Anchor) -> When:
    """Weeks of a month are counted in sevens from its first day, the last one from its end."""
    first, last = bounds(_units_read(found["month"], anchor))
    number = _place(found["number"])
    if found["unit"].lower() == "weekend":
        saturday = _nth_saturday(first, last, number)
        return within(saturday, plus_days(saturday, 1), "week_of_month")
    start = plus_days(first, 7 * (number - 1)) if number else plus_days(last, -6)
    if start > last:
        raise UnreadableDate("impossible_day")
    return within(start, min(plus_days(start, 6), last), "week_of_month", Precision.WEEK)


def _place(word: str) -> int:
    return 0 if word.lower() in ("last", "final") else words.ordinal(word)


def _nth_saturday(first: date, last: date, number: int) -> date:
    """The nth Saturday of a month; 0 is the last."""
    if not number:
        return plus_days(last, -((last.weekday() - 5) % 7))
    saturday = plus_days(first, (5 - first.weekday()) % 7 + 7 * (number - 1))
    if saturday > last:
        raise UnreadableDate("impossible_day")
    return saturday


@parts.rule(
    r"(?:the )?(?P<end>first|opening|early|last|final|closing)(?: few)? days of "
    rf"(?P<unit>{_wide_units.pattern})"
)
def _days_of(found: re.Match[str], anchor: Anchor) -> When:
    """The first or last days are seven."""
    first, last = bounds(_units_read(found["unit"], anchor))
    if found["end"].lower() in ("first", "opening", "early"):
        return within(first, min(plus_days(first, 6), last), "days_of", Precision.DAYS)
    return within(max(plus_days(last, -6), first), last, "days_of", Precision.DAYS)


@parts.rule(
    rf"(?:the )?(?P<end>first|opening|last|final|closing) (?P<number>{NUMBER}) "
    rf"(?P<of>day|week|month|year)s of (?P<unit>{_parted.pattern})"
)
def _first_of(found: re.Match[str], anchor: Anchor) -> When:
    """ "the first six months of 2016"."""
    first, last = bounds(_units_read(found["unit"], anchor))
    number, unit = words.numbers(found["number"])[1], found["of"].lower()
    if found["end"].lower() in ("first", "opening"):
        return within(first, min(plus_days(plus(first, number, unit), -1), last), "days_of")
    return within(max(plus(plus_days(last, 1), -number, unit), first), last, "days_of")


@parts.rule(
    r"(?:the )?(?P<unit>week|weekend)(?: (?P<way>of|beginning|starting|ending)(?: on)?"
    rf"| (?P<way2>to)) (?P<day>{days.pattern})"
)
def _week_of(found: re.Match[str], anchor: Anchor) -> When:
    """The week (Monday to Sunday) or weekend of a day, or the seven days that it begins or ends."""
    first, last = bounds(days.read(found["day"], anchor))
    way = (found["way"] or found["way2"]).lower()
    if found["unit"].lower() == "weekend":
        sunday = week_of(last)[1]
        return within(plus_days(sunday, -1), sunday, "week_of", Precision.DAYS)
    if way in ("beginning", "starting"):
        return within(first, plus_days(first, 6), "week_of", Precision.WEEK)
    if way in ("ending", "to"):
        return within(plus_days(last, -6), last, "week_of", Precision.WEEK)
    return within(*week_of(first), "week_of", Precision.WEEK)


@parts.rule(rf"(?:the )?(?P<way>eve of|day before|day after) (?P<day>{days.pattern})")
def _beside(found: re.Match[str], anchor: Anchor) -> When:
    first, last = bounds(days.read(found["day"], anchor))
    if found["way"].lower() == "day after":
        return on(plus_days(last, 1), "offset")
    return on(plus_days(first, -1), "offset")


@nights.rule(
    rf"(?:(?:(?:in|during) )?(?:the )?night (?:of|from|between)|(?P<over>overnight)"
    rf"(?: from| between| on|(?P<into> into))?) (?P<day>{days.pattern})"
    rf"(?:(?:{DASH}| to | into | until | and )(?P<next>{days.pattern}))?"
)
@nights.rule(
    rf"(?P<day>{days.pattern}) night (?:in)?to (?:early )?(?P<next>{days.pattern})(?: morning)?"
)
def _night_of(found: re.Match[str], anchor: Anchor) -> When:
    """The night of a day reaches into the next one.

    "overnight on Sunday" is the night before it or the one after, "overnight into": before.
    """
    first, last = bounds(days.read(found["day"], anchor))
    words_found = found.groupdict()
    if found["next"]:
        return within(first, bounds(days.read(found["next"], anchor))[1], "night_of")
    if words_found.get("over"):
        over = words_found["into"] or last == anchor.published
        return within(plus_days(first, -1), last if over else plus_days(last, 1), "overnight")
    return within(first, last if last > first else plus_days(last, 1), "night_of")


@nights.rule(rf"(?P<before>{BEFORE_A_DAY})?(?P<day>{days.pattern})(?P<after>{AFTER_A_DAY})?")
def _part_of_day(found: re.Match[str], anchor: Anchor) -> When:
    """A part of a day belongs to the day; "later on Tuesday", told on a Tuesday, to that one."""
    if not (found["before"] or found["after"]):
        raise UnreadableDate("not_a_date")
    if (found["before"] or "").lower().startswith("later"):
        latest = days.read(found["day"], replace(anchor, ahead=False))
        if latest.latest == anchor.published:
            return latest
    return days.read(found["day"], anchor)
