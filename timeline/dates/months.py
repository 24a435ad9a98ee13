"""Months by number, so that they can be counted on: twelve times the year, and those before it."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date


def month_number(day: date) -> int:
    """The number of the month that a day lies in: 12 for January of the year 1."""
    return day.year * 12 + day.month - 1


def month_start(number: int) -> date | None:
    """The first day of a month; None where it lies outside of Python's calendar."""
    year, month = divmod(number, 12)
    return date(year, month + 1, 1) if MINYEAR <= year <= MAXYEAR else None


def end_of_month(day: date) -> date:
    """The last day of the month that a day lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])
