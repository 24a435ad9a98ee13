"""The two scales on which the accounts of one event are compared: days, and numbers of people.

As on the ruler of days, places along a scale are in per cent, so that it fits any width and
mirrors for scripts that run from right to left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline import wording
from timeline.dates import When, end_of_month, month_number, month_start
from timeline.ruler import FILLS, percent

INSET = 0.05  # of the width kept free at both ends, for marks and labels that stand there
MOST_TICKS = 7  # as many as can be labelled on the narrowest phone
FADE = 0.2  # how much of a scale of numbers "at least" and "at most" fade over
LONG_NUMBERS = 100_000  # from here on only four find room
DAYS = 62  # the longest time that is counted in days
MONTHS = 3 * 366  # and in months
LAST_ORDINAL = date.max.toordinal()

DIGITS = ((1, 2, 5), (1, 5), (1,))  # round numbers begin with one of these
POWERS = range(11)  # of ten; columns of numbers end before the last

Range = tuple[int | None, int | None]
"""Lowest and highest number, both included; None is unknown."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Turns values into places; `low` and `high` stand `inset` of its width inside its two ends."""

    low: float
    high: float
    mirrored: bool
    inset: float = INSET

    def share(self, value: float) -> float:
        """How far along the way a value is, before mirroring."""
        return self.inset + (value - self.low) / (self.high - self.low) * (1 - 2 * self.inset)

    def at(self, value: float) -> str:
        return self.place(self.share(value))

    def place(self, share: float) -> str:
        return percent(1 - share if self.mirrored else share)

    def stretch(self, first: float, last: float) -> tuple[str, str]:
        """Left edge and width of a bar between two shares of the way."""
        return self.place(last if self.mirrored else first), percent(last - first)


@dataclass(frozen=True, slots=True)
class DayMark:
    """A date. `shape` is that of `wording.mark`, `fill` the gradient of what fades.

    `stop` is where the known end of a half-open interval lies, "" where both are known.
    """

    shape: str
    x: str
    width: str
    fill: str
    stop: str


@dataclass(frozen=True, slots=True)
class DayTick:
    """`named` ones start a new month or year on the scale, and say which."""

    day: date
    x: str
    named: bool


@dataclass(frozen=True, slots=True)
class DayScale:
    """`unit` is what its ticks are: "day", "month" or "year"."""

    marks: list[DayMark]
    ticks: list[DayTick]
    unit: str
    first: date
    last: date


def of_days(dates: Sequence[When], *, mirrored: bool = False) -> DayScale:
    """One mark a date, in the order given, on a scale that has room for all of them.

    Raises ValueError where no date has any bound.
    """
    first, last = _room(dates)
    unit = unit_of(first, last)
    first, last = rounded(first, last, unit)
    axis = Axis(first, last + 1, mirrored)
    return DayScale(
        marks=[_day_mark(when, axis, unit) for when in dates],
        ticks=day_ticks(first, last, unit, axis),
        unit=unit,
        first=date.fromordinal(first),
        last=date.fromordinal(last),
    )


def _room(dates: Sequence[When]) -> tuple[int, int]:
    """First and last day as ordinals, with a margin, and more where an open end fades."""
    bounds = [day.toordinal() for when in dates for day in (when.earliest, when.latest) if day]
    first, last = min(bounds), max(bounds)
    days = last - first + 1
    margin = 3 if days < 8 else 1 if days < DAYS - 2 else 0
    fade = max(margin, days // 4)
    before = fade if any(when.earliest is None for when in dates) else margin
    after = fade if any(when.latest is None for when in dates) else margin
    return max(first - before, 1), min(last + after, LAST_ORDINAL)


def unit_of(first: int, last: int) -> str:
    """What the days between two ordinals are best counted in: "day", "month" or "year"."""
    return "day" if last - first < DAYS else "month" if last - first < MONTHS else "year"


def rounded(first: int, last: int, unit: str) -> tuple[int, int]:
    """First and last day as ordinals, out to whole months or years, where these are counted."""
    if unit == "day":
        return first, last
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if unit == "year":
        return begin.replace(month=1, day=1).toordinal(), end.replace(month=12, day=31).toordinal()
    return begin.replace(day=1).toordinal(), end_of_month(end).toordinal()


def _day_mark(when: When, axis: Axis, unit: str) -> DayMark:
    shape = wording.mark(when)
    first = axis.share(when.earliest.toordinal()) if when.earliest else 0.0
    last = axis.share(when.latest.toordinal() + 1) if when.latest else 1.0
    if shape == "day":
        return DayMark(shape, axis.place((first + last) / 2), "0%", "", "")
    x, width = axis.stretch(first, last)
    fill = FILLS[shape][axis.mirrored] if shape in FILLS else ""
    stop = axis.place({"by": last, "from": first}[shape]) if shape in ("by", "from") else ""
    return DayMark(shape, x, width, fill, stop)


def day_ticks(first: int, last: int, unit: str, axis: Axis) -> list[DayTick]:
    """The days, or beginnings of months or years, that can be labelled between two ordinals."""
    days = _days_counted(first, last, unit)
    middle = 0.5 if unit == "day" else 0  # a day is marked in its middle, a month where it begins
    return [
        DayTick(
            day,
            axis.at(day.toordinal() + middle),
            named=not number or _above(day, unit) != _above(days[number - 1], unit),
        )
        for number, day in enumerate(days)
    ]


def _above(day: date, unit: str) -> tuple[int, int]:
    """The month of a day, the year of a month."""
    return (day.year, day.month if unit == "day" else 0)


def _days_counted(first: int, last: int, unit: str) -> list[date]:
    """Days, or the first days of months or years, at the smallest even step that has room."""
    if unit == "day":
        return [date.fromordinal(day) for day in _steps(first, last, (1, 2, 7, 14))]
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if unit == "month":
        months = _steps(month_number(begin), month_number(end), (1, 2, 3, 6, 12), aligned=True)
        return [*filter(None, map(month_start, months))]
    years = _steps(begin.year, end.year, (1, 2, 5, 10, 20, 50, 100, 500, 2000), aligned=True)
    return [date(year, 1, 1) for year in years]


def _steps(first: int, last: int, steps: Sequence[int], *, aligned: bool = False) -> Sequence[int]:
    """Numbers from first to last, not too many; aligned ones can be divided by their step."""
    for step in steps:
        start = -(-first // step) * step if aligned else first
        counted = range(start, last + 1, step)
        if len(counted) <= MOST_TICKS:
            break
    return counted


@dataclass(frozen=True, slots=True)
class NumberMark:
    """A number, or the lowest and highest: one place or two, and the bar between or beyond.

    Without a bar the width is "". `fill` is the gradient of a bar towards an unknown end.
    """

    ends: list[str]
    x: str = ""
    width: str = ""
    fill: str = ""


@dataclass(frozen=True, slots=True)
class NumberTick:
    number: int
    x: str


@dataclass(frozen=True, slots=True)
class NumberScale:
    marks: list[NumberMark]
    ticks: list[NumberTick]


def of_numbers(ranges: Sequence[Range], *, mirrored: bool = False) -> NumberScale:
    """One mark a range, in the order given, on a logarithmic scale between two round numbers.

    Zero has no logarithm: a scale that begins there adds one to each number. Raises ValueError
    where a range has neither end.
    """
    numbers = _round_numbers(
        min(_lowest(each) for each in ranges), max(_highest(each) for each in ranges)
    )
    ground = math.log if numbers[0] else math.log1p
    axis = Axis(ground(numbers[0]), ground(numbers[-1]), mirrored)
    shares = [tuple(n if n is None else axis.share(ground(n)) for n in each) for each in ranges]
    return NumberScale(
        marks=[_number_mark(low, high, axis) for low, high in shares],
        ticks=[NumberTick(number, axis.at(ground(number))) for number in numbers],
    )


def _lowest(ends: Range) -> float:
    """The lowest number that has to find room; below "at most" there is some for its fading."""
    low, high = ends
    if low is not None:
        return low
    if high is None:
        raise ValueError("a range needs an end")
    return high / 1.5


def _highest(ends: Range) -> float:
    low, high = ends
    if high is not None:
        return high
    if low is None:
        raise ValueError("a range needs an end")
    return low * 1.5


def _round_numbers(lowest: float, highest: float) -> list[int]:
    """Round numbers from one below to one above, so few that all can be written."""
    most = MOST_TICKS - 1 if highest < LONG_NUMBERS else 4
    for digits in DIGITS:
        numbers = [0] * (lowest < 1) + [digit * 10**power for power in POWERS for digit in digits]
        first = max(place for place, number in enumerate(numbers) if number <= lowest)
        last = min(place for place, number in enumerate(numbers) if number >= highest)
        if first == last:
            first, last = max(first - 1, 0), last + 1
        if last - first < most:
            break
    chosen = numbers[first : last + 1]
    if len(chosen) == 2:
        return _filled(*chosen)
    return chosen if len(chosen) <= most else [*chosen[:-1:3], chosen[-1]]


def _filled(first: int, last: int) -> list[int]:
    """Steps between two neighbours, so that the eye sees how the scale narrows upwards."""
    if not first or last >= LONG_NUMBERS:
        return [first, last]
    power: int = 10 ** (len(str(first)) - 1)
    step = power if last - first > power else power // 2 or 1
    return list(range(first, last + 1, step))


def _number_mark(low: float | None, high: float | None, axis: Axis) -> NumberMark:
    """The mark between two shares of the way."""
    if low is None and high is not None:
        bar = axis.stretch(max(high - FADE, 0), high)
        return NumberMark([axis.place(high)], *bar, fill=FILLS["by"][axis.mirrored])
    if high is None and low is not None:
        bar = axis.stretch(low, min(low + FADE, 1))
        return NumberMark([axis.place(low)], *bar, fill=FILLS["from"][axis.mirrored])
    assert low is not None  # noqa: S101 - the two guards above leave both known
    assert high is not None  # noqa: S101
    if low == high:
        return NumberMark([axis.place(low)])
    return NumberMark([axis.place(low), axis.place(high)], *axis.stretch(low, high))
