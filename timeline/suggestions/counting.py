"""Dates told from another date of the text: "that day", "two days later", "the following month"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from timeline.dates import Precision, When

from .words import any_of

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_NUMBERS = {word: number for number, word in enumerate(_WORDS.split(), 1)} | {
    "a": 1,
    "an": 1,
    "the": 1,
    "a few": 3,
    "several": 3,
}
_NUMBER = rf"(?P<number>\d{{1,2}}|{any_of(' '.join(_NUMBERS).replace('a few', 'a_few'))})"
_UNIT = r"(?P<unit>hour|day|week|month|year)s?"
_SAME = re.compile(
    r"\b(?:(?:on |later |earlier |also )*(?:that|the) same (?:day|evening|night|morning|afternoon)"
    r"|(?:on |later |by )?that (?:day|evening|night|morning|afternoon)|the same day"
    r"|on (?:the|its) (?:first|opening) day(?! of))\b"
)
_LATER = re.compile(
    rf"\b{_NUMBER} {_UNIT} (?P<way>later|afterwards?|earlier|before(?=[,.]| the))\b"
)
_NEXT = re.compile(
    r"\b(?:(?:on|in|over|by|during) )?the (?P<way>following|next|previous|preceding)"
    r" (?P<unit>day|night|morning|evening|week|weekend|month|year)\b"
)
_DAYS_AFTER = re.compile(
    r"\b(?:(?:over|in|during) the (?:following|next) (?:few )?days|in the days that followed)\b"
)
_THAT_UNIT = re.compile(
    r"\b(?:later |earlier |also |in )?(?:that|the same) (?P<unit>week|month|year)\b"
)
_BEFORE = re.compile(r"\bthe (?:day|night) (?P<way>before|after)(?=[,.]|$| (?:in|at|on)\b)")
_OF_BATTLE = re.compile(
    rf"\b{_NUMBER} {_UNIT} (?:into|after the (?:start|beginning|launch|outbreak) of) (?:the|its) "
    r"(?:\w+ )?(?:battle|offensive|assault|war|campaign|siege|fighting|operation|invasion)\b"
)
_STEPS = (
    (0, Precision.EXACT),
    (6, Precision.DAYS),
    (31, Precision.MONTH),
    (200, Precision.SEASON),
    (366, Precision.YEAR),
)
_COUNT_AT_END = re.compile(rf"\b{_NUMBER} {_UNIT}\s*$")


def counted(
    low: str, start: int, end: int, base: When | None, offensive: When | None
) -> tuple[tuple[int, int], When] | None:
    """The words of a stretch that tell a date from another one, and what they mean.

    They count from `base`; "a week into the battle" counts from the day of the offensive.
    """
    of_battle = _OF_BATTLE.search(low, start, end)
    if of_battle and offensive and offensive.earliest and offensive.latest:
        first, last, unit = offensive.earliest, offensive.latest, of_battle["unit"]
        return of_battle.span(), _moved(of_battle[0], first, last, _amount(of_battle), unit)
    if base is None or base.earliest is None or base.latest is None:
        return None
    if found := _SAME.search(low, start, end):
        return found.span(), _when(found[0], base.earliest, base.latest)
    if found := _LATER.search(low, start, end):
        amount = _amount(found) * (
            1 if found["way"] in ("later", "afterward", "afterwards") else -1
        )
        return found.span(), _moved(found[0], base.earliest, base.latest, amount, found["unit"])
    if found := _NEXT.search(low, start, end):
        step = 1 if found["way"] in ("following", "next") else -1
        return found.span(), _unit_beside(found[0], base.latest, step, found["unit"])
    if found := _DAYS_AFTER.search(low, start, end):
        first = base.latest + timedelta(days=1)
        return found.span(), _when(found[0], first, first + timedelta(days=6))
    if found := _THAT_UNIT.search(low, start, end):
        return found.span(), _unit_beside(found[0], base.latest, 0, found["unit"])
    if found := _BEFORE.search(low, start, end):
        step = 1 if found["way"] == "after" else -1
        return found.span(), _moved(found[0], base.earliest, base.latest, step, "day")
    return None


def counted_back(before: str, when: When) -> When | None:
    """What came so long before a date: "on Thursday, a day after it had taken the airport"."""
    found = _COUNT_AT_END.search(before)
    if not found or when.earliest is None or when.latest is None:
        return None
    return _moved(found[0].strip(), when.earliest, when.latest, -_amount(found), found["unit"])


def spanning(when: When, first: date, last: date) -> When:
    """The same words read as some day from the first to the last."""
    first = min(first, last)
    return replace(_when(when.phrase, first, last), rule=when.rule)


def _amount(found: re.Match[str]) -> int:
    number = found["number"]
    return _NUMBERS.get(number) or int(number)


def _moved(phrase: str, first: date, last: date, amount: int, unit: str) -> When:
    if unit == "hour":
        return _when(phrase, first - timedelta(days=amount < 0), last)
    if unit in ("month", "year"):
        months = amount * (12 if unit == "year" else 1)
        first, last = _month_beside(first, months), _month_beside(last, months)
        return _when(phrase, first.replace(day=1), last.replace(day=_length(last)))
    days = timedelta(days=amount * (7 if unit == "week" else 1))
    return _when(phrase, first + days, last + days)


def _unit_beside(phrase: str, day: date, step: int, unit: str) -> When:
    if unit == "year":
        return _when(phrase, date(day.year + step, 1, 1), date(day.year + step, 12, 31))
    if unit == "month":
        month = _month_beside(day, step)
        return _when(phrase, month.replace(day=1), month.replace(day=_length(month)))
    if unit == "week":
        monday = day - timedelta(days=day.weekday() - 7 * step)
        return _when(phrase, monday, monday + timedelta(days=6))
    if unit == "weekend":
        ahead = (5 - day.weekday()) % 7 or 7
        saturday = day + timedelta(days=ahead if step > 0 else ahead - 7)
        return _when(phrase, saturday, saturday + timedelta(days=1))
    return _when(phrase, day + timedelta(days=step), day + timedelta(days=step))


def _month_beside(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _length(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _when(phrase: str, first: date, last: date) -> When:
    days = (last - first).days
    precision = next((name for widest, name in _STEPS if days <= widest), Precision.LONGER)
    return When(phrase=phrase, earliest=first, latest=last, precision=precision, rule="offset")
