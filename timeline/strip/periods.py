"""The calendar periods that events are counted in: days, months, quarters, years, tens of years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import takewhile

from django.utils.translation import gettext as _

from timeline.dates import month_number, month_start
from timeline.wording import calendar

ONE_DAY = timedelta(days=1)
MOST_DAYS = 62  # a time that is at most so long is counted by days
FIRST_ASKED = 1000  # questions name years by four digits


class Unit(StrEnum):
    """Named as PostgreSQL's `date_trunc` names them."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}  # in each
ABOVE = {
    Unit.DAY: Unit.MONTH,
    Unit.MONTH: Unit.YEAR,
    Unit.QUARTER: Unit.YEAR,
    Unit.YEAR: Unit.DECADE,
}
MOST_YEARS = {Unit.MONTH: 10, Unit.QUARTER: 30, Unit.YEAR: 120}  # that are counted in these


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month, a quarter, a year or ten of them in the calendar."""

    unit: Unit
    first: date

    @classmethod
    def around(cls, day: date, unit: Unit) -> Period:
        if unit is Unit.DAY:
            return cls(unit, day)
        length = MONTHS[unit]
        return cls(unit, month_start(month_number(day) // length * length) or date.min)

    @property
    def last(self) -> date:
        following = self.following
        return following.first - ONE_DAY if following else date.max

    @property
    def following(self) -> Period | None:
        """The period right after it; None where the calendar of Python ends."""
        if self.unit is Unit.DAY:
            return Period(self.unit, self.first + ONE_DAY) if self.first < date.max else None
        length = MONTHS[self.unit]
        first = month_start((month_number(self.first) // length + 1) * length)
        return Period(self.unit, first) if first else None

    @property
    def words(self) -> str:
        """Its name: 17 October 2017, October 2017, 2017, the 2010s."""
        days = self.first, self.last
        name = calendar.name(days)
        return name or _("%(first)s – %(last)s") % dict(
            zip(("first", "last"), calendar.ends(days), strict=True)
        )

    @property
    def label(self) -> str:
        """As short as an axis has it: 17, Oct, 2017."""
        if self.unit is Unit.DAY:
            return calendar.day_of_month(self.first)
        if self.unit in (Unit.MONTH, Unit.QUARTER):
            return calendar.short_month(self.first)
        return calendar.year(self.first)

    @property
    def code(self) -> str:
        """As in EDTF for what has a notation there; of the others that of their first part."""
        length = {Unit.DAY: 10, Unit.MONTH: 7, Unit.QUARTER: 7}.get(self.unit, 4)
        return self.first.isoformat()[:length]

    @property
    def asked(self) -> dict[str, str | None]:
        """The parameters that ask for it; empty for years that no question can name."""
        if self.first.year < FIRST_ASKED:
            return {}
        part = {Unit.QUARTER: Unit.MONTH, Unit.DECADE: Unit.YEAR}.get(self.unit, self.unit)
        return {"from": self.code, "to": Period.around(self.last, part).code}


def periods(first: date, last: date, unit: Unit) -> list[Period]:
    """All that meet these days, in their order."""
    return list(takewhile(lambda period: period.first <= last, _from(first, unit)))


def _from(day: date, unit: Unit) -> Iterator[Period]:
    period: Period | None = Period.around(day, unit)
    while period:
        yield period
        period = period.following


def unit_for(first: date, last: date, *, most_days: int = MOST_DAYS) -> Unit:
    """The finest unit of which these days have no more than a drawing has room for."""
    if (last - first).days < most_days:
        return Unit.DAY
    years = last.year - first.year + 1
    return next((unit for unit, most in MOST_YEARS.items() if years <= most), Unit.DECADE)
