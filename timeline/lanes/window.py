"""The days that lanes are drawn over, and where one can go from there: nearer, further, aside.

A window is counted in whole years or months where it is made of such, else in days, so that every
step leads to dates that a reader would choose.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from timeline.bands import Days
from timeline.dates import end_of_month, month_number, month_start
from timeline.scales import Axis, day_ticks, rounded, unit_of

FEWEST_DAYS = 7  # nothing is gained by looking nearer
MOST_DAYS = 62  # a longer window is counted in months
MOST_MONTHS = 36  # and a longer one in years
MOST_CELLS = 34  # so many across are still wide enough to be pressed beside names
STEPS = (
    *(("day", step) for step in (1, 7)),
    *(("month", step) for step in (1, 3, 6)),
    *(("year", step) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)
LONGEST = {"day": 1, "month": 31, "year": 366}
READABLE = date(1000, 1, 1), date(9998, 12, 31)  # dates that an address can say


@dataclass(frozen=True, slots=True)
class Count:
    """`number` days, months or years in a row. `start` counts from the beginning of the calendar:
    a day's ordinal, a year times twelve and its months gone by, a year.
    """

    unit: str
    start: int
    number: int


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Days in a row, both ends inclusive."""

    first: date
    last: date

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def count(self) -> Count:
        begin, end = self.first, self.last
        first, last = month_number(begin), month_number(end)
        if self != of_months(first, last):
            return Count("day", begin.toordinal(), self.length)
        if begin.month == 1 and end.month == 12:
            return Count("year", begin.year, end.year - begin.year + 1)
        return Count("month", first, last - first + 1)

    @property
    def written(self) -> dict[str, str]:
        """Its ends as the parameters of an address: years, months or days."""
        length = {"year": 4, "month": 7, "day": 10}[self.count.unit]
        return {"from": self.first.isoformat()[:length], "to": self.last.isoformat()[:length]}

    def contains(self, other: Window) -> bool:
        return self.first <= other.first and other.last <= self.last

    def days(self, *, mirrored: bool) -> Days:
        """The axis on which exactly these days are drawn."""
        begin, end = self.first.toordinal(), self.last.toordinal()
        axis = Axis(begin, end + 1, mirrored, inset=0)
        unit = unit_of(begin, end)
        ticks = [tick for tick in day_ticks(begin, end, unit, axis) if tick.day >= self.first]
        return Days(axis, self.first, self.last, unit, ticks)


def of_months(first: int, last: int) -> Window | None:
    """All days of these months, both included; None where a calendar has no such months."""
    begin, end = month_start(first), month_start(last)
    return Window(begin, end_of_month(end)) if begin and end and begin <= end else None


def counted(count: Count) -> Window | None:
    """The window of so many days, months or years; None outside of what an address can say."""
    if count.unit == "day":
        last = count.start + count.number - 1
        if not READABLE[0].toordinal() <= count.start <= last <= READABLE[1].toordinal():
            return None
        return Window(date.fromordinal(count.start), date.fromordinal(last))
    months = 12 if count.unit == "year" else 1
    found = of_months(count.start * months, (count.start + count.number) * months - 1)
    return found if found and READABLE[0] <= found.first <= found.last <= READABLE[1] else None


def around(first: date, last: date) -> Window:
    """Whole months, or years if it is many, with room for these days."""
    unit = unit_of(first.toordinal(), last.toordinal())
    begin, end = rounded(first.toordinal(), last.toordinal(), "month" if unit == "day" else unit)
    return Window(date.fromordinal(begin), date.fromordinal(end))


def nearer(window: Window) -> Window | None:
    """Its middle half; None where that shows nothing more."""
    count = window.count
    if count.unit != "day" and count.number == 1:
        count = twelve(count) if count.unit == "year" else Count("day", *in_days(window))
    half = max(-(-count.number // 2), FEWEST_DAYS if count.unit == "day" else 1)
    if half >= count.number:
        return None
    return counted(Count(count.unit, count.start + (count.number - half) // 2, half))


def twelve(year: Count) -> Count:
    return Count("month", year.start * 12, 12)


def in_days(window: Window) -> tuple[int, int]:
    return window.first.toordinal(), window.length


def further(window: Window, whole: Window) -> Window | None:
    """Twice as much, out to whole months or years where it is long; None if there is no more.

    All of it is the whole itself.
    """
    if window.contains(whole):
        return None
    count = window.count
    start = count.start - (count.number + 1) // 2
    twice = counted(kept_inside(Count(count.unit, start, 2 * count.number), whole))
    wider = out_to_units(twice) if twice else whole
    return whole if wider.contains(whole) else wider


def out_to_units(window: Window) -> Window:
    length, unit = window.length, window.count.unit
    if unit == "year" or (unit == "day" and length <= MOST_DAYS):
        return window
    unit = "month" if length <= MOST_MONTHS * 31 else "year"
    ends = rounded(window.first.toordinal(), window.last.toordinal(), unit)
    return Window(*map(date.fromordinal, ends))


def aside(window: Window, whole: Window, way: int) -> Window | None:
    """As long, half its length earlier (-1) or later (1); None if nothing lies there."""
    if window.first <= whole.first if way < 0 else window.last >= whole.last:
        return None
    count = window.count
    start = count.start + way * ((count.number + 1) // 2)
    return counted(kept_inside(Count(count.unit, start, count.number), whole))


def kept_inside(count: Count, whole: Window) -> Count:
    """As long, moved to where the whole has it inside, or from its beginning on."""
    first, last = (place_of(day, count.unit) for day in (whole.first, whole.last))
    return replace(count, start=max(min(count.start, last + 1 - count.number), first))


def place_of(day: date, unit: str) -> int:
    """Which day, month or year it lies in, counted as a `Count` counts."""
    if unit == "day":
        return day.toordinal()
    return month_number(day) if unit == "month" else day.year


def cells_of(window: Window) -> list[Window]:
    """The window cut into units of the calendar, the smallest that are not too many."""
    for unit, step in STEPS:
        if window.length <= (MOST_CELLS + 1) * step * LONGEST[unit]:
            cells = cut(window, unit, step)
            if len(cells) <= MOST_CELLS:
                return cells
    return [window]


def cut(window: Window, unit: str, step: int) -> list[Window]:
    """Into steps of so many units, weeks from Monday on; the outermost may be shorter."""
    begin, end = window.first, window.last
    if unit == "day":
        edges = list(range(begin.toordinal() - (begin.weekday() % step), end.toordinal() + 1, step))
        starts = [date.fromordinal(max(day, begin.toordinal())) for day in edges]
    else:
        months = step * (12 if unit == "year" else 1)
        numbers = range(month_number(begin) // months * months, month_number(end) + 1, months)
        starts = [max(month_start(number) or begin, begin) for number in numbers]
    ends = [date.fromordinal(start.toordinal() - 1) for start in starts[1:]]
    return [Window(*pair) for pair in zip(starts, [*ends, end], strict=True)]
