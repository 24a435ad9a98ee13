"""The axes that strips stand on; the band of a city's holders stands on the same one."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language_bidi

from timeline.bands import Days
from timeline.scales import Axis
from timeline.strip.periods import ABOVE, Period, Unit, unit_for


def axis_of(first: date, last: date) -> Days:
    """The axis of a record from its first day to its last: in whole months, years or tens.

    A record of two days stands in its month, and one of fifteen months in two years, so that
    few events do not look like many. Mirrored where the reader's script runs from right to left.
    """
    unit = unit_for(first, last)
    around = ABOVE.get(unit, unit)
    return days_of(Period.around(first, around).first, Period.around(last, around).last, unit)


def days_of(first: date, last: date, unit: Unit) -> Days:
    """The axis from the first to the last of these days, both whole."""
    axis = Axis(first.toordinal(), last.toordinal() + 1, get_language_bidi(), inset=0)
    return Days(axis, first, last, unit, [])
