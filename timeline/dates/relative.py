"""Days, weeks and weekends told from the day of publication: "on Tuesday", "last week"."""

from __future__ import annotations

import re
from datetime import date

from . import words
from .grammar import Anchor, Rules
from .reckoning import (
    latest_weekday,
    on,
    plus,
    plus_days,
    plus_months,
    unit_of,
    week_of,
    within,
)
from .value import Precision, When
from .words import WEEKDAY

days = Rules()
weeks = Rules()
weekends = Rules()
months = Rules()
years = Rules()
windows = Rules()
current = Rules()
"""Units told by "the" alone, which are dates only as part of more words: "the end of the month"."""

_OFFSETS = {"last": -1, "this": 0, "next": 1}
_WIDTHS = {"week": Precision.WEEK, "month": Precision.MONTH, "year": Precision.YEAR}


@days.rule(r"(?P<word>today|yesterday|tomorrow)")
def _today(found: re.Match[str], anchor: Anchor) -> When:
    word = found["word"].lower()
    days_away = {"yesterday": -1, "today": 0, "tomorrow": 1}[word]
    return on(plus_days(anchor.day, days_away), word)


@days.rule(r"(?:this (?:morning|afternoon|evening)|tonight|earlier in the day|earlier today)")
def _part_of_today(_: re.Match[str], anchor: Anchor) -> When:
    return on(anchor.day, "part_of_today")


@days.rule(r"(?:last night|last evening)")
def _last_night(_: re.Match[str], anchor: Anchor) -> When:
    return on(plus_days(anchor.day, -1), "last_night")


@days.rule(
    rf"(?P<weekday>{WEEKDAY}),?(?: of| in)? (?P<week>last|this|next) week"
    rf"|(?P<week2>last|this|next) week,?(?: on)? (?P<weekday2>{WEEKDAY})"
)
def _weekday_of_week(found: re.Match[str], anchor: Anchor) -> When:
    weekday = words.weekday_number(found["weekday"] or found["weekday2"])
    week = _OFFSETS[(found["week"] or found["week2"]).lower()]
    monday, _ = week_of(plus_days(anchor.day, 7 * week))
    return on(plus_days(monday, weekday), "weekday")


@days.rule(
    rf"(?:(?P<which>last|next|this coming|the coming|coming|this past|the past|this last|this) )?"
    rf"(?P<weekday>{WEEKDAY})"
)
def _weekday(found: re.Match[str], anchor: Anchor) -> When:
    """The latest such weekday by the publication day, that day included; "last": before it."""
    weekday, which = words.weekday_number(found["weekday"]), (found["which"] or "").lower()
    latest = latest_weekday(weekday, anchor.day)
    if which == "this":
        return on(plus_days(week_of(anchor.day)[0], weekday), "this_weekday")
    if which.endswith(("last", "past")):
        return on(latest_weekday(weekday, plus_days(anchor.day, -1)), "last_weekday")
    if which or (anchor.ahead and not anchor.comes(latest)):
        return on(plus_days(latest, 7), "next_weekday")
    return on(latest, "weekday")


@windows.rule(r"overnight|(?:during|in|through) the night(?! (?:of|from|between|before))")
def _overnight(_: re.Match[str], anchor: Anchor) -> When:
    return within(plus_days(anchor.day, -1), anchor.day, "overnight")


_WEEKEND_OF_UNIT = "this past|the past|past|last|next|this coming|the coming|coming|this|the"


@weekends.rule(
    rf"(?:(?:at|over|during|on) )?(?P<which>{_WEEKEND_OF_UNIT}) weekend"
    r"|(?:at|over) weekend|weekend"
)
def _weekend(found: re.Match[str], anchor: Anchor) -> When:
    """The latest Saturday and Sunday that are over or end on the publication day.

    "last weekend" ended before that day; "this weekend" is the one of the week of publication
    once it has begun, or where the sentence speaks of the future.
    """
    which, day = (found["which"] or "").lower(), anchor.day
    sunday = latest_weekday(6, day)
    if which == "last":
        sunday = latest_weekday(6, plus_days(day, -1))
        return within(plus_days(sunday, -1), sunday, "last_weekend")
    if "next" in which or "coming" in which:
        sunday = plus_days(sunday, 7)
        return within(plus_days(sunday, -1), sunday, "next_weekend")
    if which == "this" and (anchor.ahead or day.weekday() >= 5):
        sunday = week_of(day)[1]
    elif anchor.ahead:
        sunday = plus_days(sunday, 7)
    return within(plus_days(sunday, -1), sunday, "weekend")


def _unit_rule(unit: str, rules: Rules) -> None:
    @rules.rule(rf"(?:the (?=current|coming|next))?(?P<which>last|this|next|current|coming) {unit}")
    def _this_unit(found: re.Match[str], anchor: Anchor) -> When:
        """ "last" is the whole one before; "this" is from its first day to publication."""
        which = found["which"].lower()
        which = {"current": "this", "coming": "next"}.get(which, which)
        first, last = unit_of(plus(anchor.day, _OFFSETS[which], unit), unit)
        if which == "this" and not anchor.ahead:
            last = anchor.day
        return within(first, last, f"{which}_{unit}", _WIDTHS[unit])

    @rules.rule(rf"(?:the )?{unit} (?P<way>before last|after next)")
    def _unit_two_away(found: re.Match[str], anchor: Anchor) -> When:
        away = -2 if found["way"].lower() == "before last" else 2
        return within(*unit_of(plus(anchor.day, away, unit), unit), "two_away", _WIDTHS[unit])


for _name, _rules in (("week", weeks), ("month", months), ("year", years)):
    _unit_rule(_name, _rules)


@current.rule(r"the (?P<unit>week|month|year)")
def _the_unit(found: re.Match[str], anchor: Anchor) -> When:
    unit = found["unit"].lower()
    last = unit_of(anchor.day, unit)[1] if anchor.ahead else anchor.day
    return within(unit_of(anchor.day, unit)[0], last, f"this_{unit}", _WIDTHS[unit])


@windows.rule(r"(?P<way>earlier|later)(?: in)? (?:this|the) (?P<unit>week|month|year)")
def _earlier_this(found: re.Match[str], anchor: Anchor) -> When:
    unit = found["unit"].lower()
    first, last = unit_of(anchor.day, unit)
    if found["way"].lower() == "earlier":
        return within(first, anchor.day, "earlier_this", _WIDTHS[unit])
    return within(anchor.day, last, "later_this", _WIDTHS[unit])


@windows.rule(
    r"(?:so far this (?P<unit>week|month|year)"
    r"|since the (?:start|beginning|turn) of (?:the|this) (?P<unit2>week|month|year))"
)
def _so_far(found: re.Match[str], anchor: Anchor) -> When:
    unit = (found["unit"] or found["unit2"]).lower()
    return within(unit_of(anchor.day, unit)[0], anchor.day, f"this_{unit}", _WIDTHS[unit])


_BATTLE = "assault|battle|offensive|siege|operation|campaign|fighting|push|advance"


@windows.rule(
    r"in (?:the|its|their) (?:[\w-]+'s )?(?:final|last|closing) days of (?:the|this) "
    rf"(?:[\w-]+ )?(?:{_BATTLE})"
    rf"|in (?:the|its|their) (?:[\w-]+ )?(?:{_BATTLE})'s? (?:final|last|closing) days"
)
def _final_days(_: re.Match[str], anchor: Anchor) -> When:
    """What an article tells of the end of a battle is news: the five days up to publication."""
    return within(plus_days(anchor.day, -5), anchor.day, "final_days")


@windows.rule(
    r"(?:(?:in|over|during|within) )?(?:the )?"
    r"(?:recent|(?:past|last) (?:few|couple of|several)|previous few) "
    r"(?P<unit>hour|day|week|month|year)s"
)
@windows.rule(r"(?:in|over|during|within) the (?:past|last) (?P<unit>day|week|month|year)s(?! of)")
def _recent(found: re.Match[str], anchor: Anchor) -> When:
    """Hours: two days; days: a week up to publication; weeks: four; months: six; years: five."""
    return within(_recently(found["unit"].lower(), anchor.day, -1), anchor.day, "recent")


@windows.rule(
    r"(?:(?:in|over|during|within) )?(?:the )?(?:coming|next few) "
    r"(?P<unit>hour|day|week|month|year)s"
)
def _coming(found: re.Match[str], anchor: Anchor) -> When:
    return within(anchor.day, _recently(found["unit"].lower(), anchor.day, 1), "coming")


def _recently(unit: str, day: date, way: int) -> date:
    if unit == "month":
        return plus_months(day, 6 * way)
    if unit == "year":
        return plus_months(day, 60 * way)
    return plus_days(day, {"hour": 1, "day": 6, "week": 28}[unit] * way)
