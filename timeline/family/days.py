"""Days on which a bond may have held, and those on which it held for certain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from timeline.models import Allegiance

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, inclusive; None is open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last)

    def meeting(self, other: Days) -> Days | None:
        """The days of both; None where they have none in common."""
        first = max((day for day in (self.first, other.first) if day), default=None)
        last = min((day for day in (self.last, other.last) if day), default=None)
        return None if first and last and first > last else Days(first, last)

    @property
    def turns(self) -> list[date]:
        """The first day, and the day after the last."""
        found = [self.first] if self.first else []
        return [*found, self.last + A_DAY] if self.last else found


ALWAYS = Days()


def possibly(row: Allegiance) -> Days:
    """An end that is not known is open."""
    return Days(row.since_earliest, row.until_latest)


def certainly(row: Allegiance) -> Days | None:
    """From the latest day on which it can have begun to the earliest on which it can have ended.

    None where one of them has no such bound: of “after 2015” it is never certain that it began.
    """
    if (row.since_earliest and not row.since_latest) or (
        row.until_latest and not row.until_earliest
    ):
        return None
    first, last = row.since_latest, row.until_earliest
    return None if first and last and first > last else Days(first, last)
