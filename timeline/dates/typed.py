"""Forms that editors type into a field of dates; in a text their like are counts and numbers."""

from __future__ import annotations

import re
from datetime import date

from . import parts, relative, spans, words
from .grammar import Anchor, Rules
from .named_days import four_digits, group, latest_such_day, numeric_day
from .periods import season_of
from .reckoning import make_day, month_of, on, plus_days, week_of, within
from .value import Precision, UnreadableDate, When
from .words import DASH, DAY_NUMBER, MONTH, SEASON, WEEKDAY, YEAR

_forms = Rules()

_CLOCK = (
    r"(?:\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?|\d{1,2}(?:\.\d\d)? ?[ap]\.?m\.?"
    r"|\d{4} ?(?:hours|hrs|h(?=\b)|(?=gmt|utc|z\b)))(?: ?(?:gmt|utc|z|local time|local))?"
)
_HOUR_BEFORE = re.compile(rf"(?:(?:at|around|about|shortly after) )?{_CLOCK},? (?:on )?", re.I)
_HOUR_AFTER = re.compile(rf",? (?:(?:at|around|about) )?{_CLOCK}", re.I)


def without_hour(text: str) -> str:
    """The text without the time of day at its beginning or end: dates are of whole days."""
    if match := _HOUR_BEFORE.match(text):
        return text[match.end() :]
    for match in _HOUR_AFTER.finditer(text):
        if match.end() == len(text):
            return text[: match.start()]
    return text


@_forms.rule(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
def _iso_without_hyphens(found: re.Match[str], _: Anchor) -> When:
    return on(make_day(int(found["year"]), int(found["month"]), int(found["day"])), "iso")


@_forms.rule(r"(?P<year>\d{4})-?w(?P<week>\d\d)(?:-?(?P<day>\d))?")
@_forms.rule(rf"(?:week|wk) (?P<week>\d\d?)(?:,| of)? (?P<year>{YEAR})")
def _iso_week(found: re.Match[str], _: Anchor) -> When:
    """Weeks of ISO 8601: the first has the first Thursday of the year."""
    day = group(found, "day")
    try:
        first = date.fromisocalendar(int(found["year"]), int(found["week"]), int(day or 1))
    except ValueError:
        raise UnreadableDate("impossible_day") from None
    return on(first, "iso") if day else within(*week_of(first), "iso")


@_forms.rule(r"(?P<year>\d{4})-(?P<day>\d{3})")
def _iso_day_of_year(found: re.Match[str], _: Anchor) -> When:
    year = int(found["year"])
    day = plus_days(make_day(year, 1, 1), int(found["day"]) - 1)
    if day.year != year:
        raise UnreadableDate("impossible_day")
    return on(day, "iso")


@_forms.rule(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})")
@_forms.rule(r"(?P<first>\d{1,2})\. ?(?P<second>\d{1,2})")
def _numeric_without_year(found: re.Match[str], anchor: Anchor) -> When:
    """The latest such day by the publication day; the day comes first where that can be."""
    first, second = int(found["first"]), int(found["second"])
    rule = "numeric_month_first" if second > 12 else "numeric_day"
    day, month = (second, first) if second > 12 else (first, second)
    return on(latest_such_day(month, day, anchor), rule)


@_forms.rule(r"(?P<first>\d{1,2}) ?[/.] ?(?P<second>\d{1,2}) ?[/.] ?(?P<year>\d{4})")
def _numeric_spaced(found: re.Match[str], anchor: Anchor) -> When:
    return numeric_day(found, anchor)


@_forms.rule(rf"(?P<month>0?[1-9]|1[0-2])[/.-](?P<year>{YEAR})")
@_forms.rule(rf"(?P<year>{YEAR})[/.](?P<month>0?[1-9]|1[0-2])")
def _numeric_month(found: re.Match[str], _: Anchor) -> When:
    return within(*month_of(int(found["year"]), int(found["month"])), "month", Precision.MONTH)


@_forms.rule(rf"(?P<year>{YEAR})(?:, ?| |-)?(?P<month>{MONTH})(?:(?: |-)?(?P<day>{DAY_NUMBER}))?")
@_forms.rule(rf"(?P<day>\d{{1,2}})-?(?P<month>{MONTH})-?(?P<year>{YEAR}|\d\d)")
def _year_first_or_unspaced(found: re.Match[str], anchor: Anchor) -> When:
    year, month = four_digits(found["year"], anchor), words.month_number(found["month"])
    if found["day"] is None:
        return within(*month_of(year, month), "month", Precision.MONTH)
    return on(make_day(year, month, int(re.sub(r"\D", "", found["day"]))), "day")


@_forms.rule(rf"(?P<year>{YEAR}),? (?P<season>{SEASON})")
def _year_before_season(found: re.Match[str], anchor: Anchor) -> When:
    season = season_of(found["season"], int(found["year"]), southern=anchor.southern)
    return within(*season, "season", Precision.SEASON)


@_forms.rule(r"(?P<part>start|beginning|middle|end) (?P<unit>\w.*)")
def _part_without_of(found: re.Match[str], anchor: Anchor) -> When:
    return parts.parts.read(f"{found['part']} of {found['unit']}", anchor)


@_forms.rule(rf"(?P<weekday>{WEEKDAY}) last")
def _weekday_last(found: re.Match[str], anchor: Anchor) -> When:
    return relative.days.read(f"last {found['weekday']}", anchor)


typed = Rules(_forms)
"""Every such form, alone, as an end of a range, or after a word such as "before"."""


@typed.rule(rf"(?P<way>{spans.ONE_SIDED}|from) (?P<form>\w.*)")
def _one_sided(found: re.Match[str], anchor: Anchor) -> When:
    """Typed alone, "from June 2016" says since when."""
    way = found["way"].lower()
    point = spans.points if way == "from" else _forms
    return spans.one_sided(way, point.read(found["form"], anchor))


@typed.rule(rf"(?P<first>\d[\d/.]*)(?:{DASH}| to )(?P<last>\d[\d/.]*)")
def _range(found: re.Match[str], anchor: Anchor) -> When:
    return spans.range_of(_forms.read(found["first"], anchor), _forms.read(found["last"], anchor))
