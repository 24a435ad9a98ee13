"""The ways from a chosen range: out to what it is part of, and to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.bands import Days
from timeline.filters import EventFilter
from timeline.strip.periods import Period, Unit
from timeline.wording import strip as words


@dataclass(frozen=True, slots=True)
class Way:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Ways:
    """`out` from everything to the smallest that the range is part of; "" where there is none."""

    out: list[Way]
    earlier: Way | None
    later: Way | None


def ways_of(question: EventFilter, days: Days) -> Ways | None:
    """None where no range is chosen."""
    if not question.first and not question.last:
        return None
    first, last = question.first or days.first, question.last or days.last
    all_of_it = Way(
        words.everything(days.first, days.last), question.turned(**{"from": None, "to": None})
    )
    named = _named(first, last)
    return Ways(
        out=[all_of_it, *(_way(question, period) for period in _around(first, last, days))],
        earlier=_beside(question, named, first.toordinal() - 1, days) if named else None,
        later=_beside(question, named, last.toordinal() + 1, days) if named else None,
    )


def _around(first: date, last: date, days: Days) -> list[Period]:
    """What the range is a proper part of and the axis more than, from wide to narrow."""
    found = []
    for unit in (Unit.DECADE, Unit.YEAR, Unit.MONTH):
        period = Period.around(first, unit)
        whole = (period.first, period.last)
        if unit is Unit.DECADE and days.unit not in (Unit.YEAR, Unit.DECADE):
            continue
        if period.first <= first <= last <= period.last and whole not in (
            (first, last),
            (days.first, days.last),
        ):
            found.append(period)
    return [period for period in found if period.asked]


def _named(first: date, last: date) -> Unit | None:
    """The unit that the range is one of."""
    around = (Period.around(first, unit) for unit in Unit)
    return next((p.unit for p in around if (p.first, p.last) == (first, last)), None)


def _beside(question: EventFilter, unit: Unit, day: int, days: Days) -> Way | None:
    """`day` is an ordinal: the day beside the range may lie outside of Python's calendar."""
    if not days.first.toordinal() <= day <= days.last.toordinal():
        return None
    period = Period.around(date.fromordinal(day), unit)
    return _way(question, period) if period.asked else None


def _way(question: EventFilter, period: Period) -> Way:
    return Way(period.words, question.turned(**period.asked))
