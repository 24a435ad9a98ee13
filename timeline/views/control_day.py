"""What the page of one day of control shows: cities by holder, map, scale of days, changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.dateformat import format as written
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from timeline import bands, maps
from timeline.courses import Change, names_of
from timeline.dates import end_of_month, month_number, month_start
from timeline.filters.control import address
from timeline.holdings import (
    Calendar,
    Dot,
    Holding,
    Record,
    Turn,
    calendar_of,
    dots,
    grouped,
    holdings,
    turn,
)
from timeline.models.vocabulary import ControlState
from timeline.wording import day as in_words

MOST_CELLS = 12  # years or months that a thumb can tell apart on a phone


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another day, "back" or "on"; `title` says the whole of it."""

    way: str
    label: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The last day before, or the first after, on which something changed."""

    day: date
    url: str
    turns: list[Turn]


@dataclass(frozen=True, slots=True)
class Cell:
    """A year or month of the scale, as one large link to its first day."""

    label: str
    url: str
    title: str
    x: str
    width: str
    middle: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """`x` is where the day stands; its name is anchored so that it stays on the page."""

    dots: list[tuple[Dot, str]]
    cells: list[Cell]
    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class City:
    """A city on the map."""

    mark: maps.Mark
    holding: Holding


@dataclass(frozen=True, slots=True)
class Map:
    drawing: maps.Drawing
    cities: list[City]
    unplaced: int


def describe(record: Record, day: date) -> dict[str, Any]:
    calendar = calendar_of(record.courses)
    found = holdings(record.cities.values(), record.courses, day)
    around = calendar.around(day)
    before, after = calendar.before(day), calendar.after(day)
    told = told_of([*around, *before, *after], record)
    return {
        "day": day,
        "groups": grouped(found),
        "map": drawn(found),
        "scale": scale(record, calendar, day),
        "steps": list(steps(record, day)),
        "previous": neighbour(before, told),
        "next": neighbour(after, told),
        "around": [told[change] for change in around],
        "paints": {holding.paint for holding in found} | {each.paint for each in told.values()},
    }


def told_of(changes: Iterable[Change], record: Record) -> dict[Change, Turn]:
    """The changes in words, each once."""
    each = dict.fromkeys(changes)
    spells = [spell for change in each for spell in (change.before, change.after) if spell]
    names = names_of(spells)
    return {change: turn(change, record.cities, names) for change in each}


def neighbour(changes: list[Change], told: dict[Change, Turn]) -> Neighbour | None:
    if not changes:
        return None
    day = changes[0].day
    return Neighbour(day, address(day), [told[change] for change in changes])


def steps(record: Record, day: date) -> Iterator[Step]:
    """A year, a month and a day back and forth, as far as the record reaches."""
    for way, label, title, other in (
        ("back", _("year"), _("a year back: %(day)s"), moved(day, months=-12)),
        ("back", _("month"), _("a month back: %(day)s"), moved(day, months=-1)),
        ("back", _("day"), _("a day back: %(day)s"), moved(day, days=-1)),
        ("on", _("day"), _("a day on: %(day)s"), moved(day, days=1)),
        ("on", _("month"), _("a month on: %(day)s"), moved(day, months=1)),
        ("on", _("year"), _("a year on: %(day)s"), moved(day, months=12)),
    ):
        if record.first and record.last and record.first <= other <= record.last:
            yield Step(way, label, title % {"day": in_words(other)}, address(other))


def moved(day: date, *, months: int = 0, days: int = 0) -> date:
    """So many months and days on, or the last day of the month where that is shorter.

    It stops at the ends of the calendar.
    """
    first = month_start(month_number(day) + months)
    if first is None:
        return day
    there = first.replace(day=min(day.day, end_of_month(first).day))
    return date.fromordinal(min(max(there.toordinal() + days, 1), date.max.toordinal()))


def scale(record: Record, calendar: Calendar, day: date) -> Scale | None:
    """The days of the whole record; None where it has none."""
    if not record.first or not record.last:
        return None
    years = record.first.year != record.last.year
    unit, mirrored = "year" if years else "month", get_language_bidi()
    days = bands.days_of([record.first, record.last], unit=unit, mirrored=mirrored)
    share = min(max(days.share(day), 0), 1)
    return Scale(
        dots=[(dot, address(dot.day)) for dot in dots(calendar.changes, days, record.cities)],
        cells=list(cells(days, day)),
        x=days.axis.place(share),
        anchor="start" if share < 0.15 else "end" if share > 0.85 else "middle",
    )


def cells(days: bands.Days, chosen: date) -> Iterator[Cell]:
    """The years or months of an axis, several together where they are many."""
    whole_years = days.unit == "year"
    starts = [day for day in months(days.first, days.last) if day.month == 1 or not whole_years]
    starts = starts[:: -(-len(starts) // MOST_CELLS)]
    pattern = "Y" if whole_years else "M"
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        last = following - timedelta(days=1) if following else days.last
        begin, end = days.edges(start, last) or (0.0, 1.0)
        x, width = days.axis.stretch(begin, end)
        yield Cell(
            label=written(start, pattern),
            url=address(start),
            title=in_words(start),
            x=x,
            width=width,
            middle=days.axis.place((begin + end) / 2),
            chosen=start <= chosen <= last,
        )


def months(first: date, last: date) -> Iterator[date]:
    """The first days of the months between two days."""
    return filter(None, map(month_start, range(month_number(first), month_number(last) + 1)))


def drawn(found: Iterable[Holding]) -> Map | None:
    """The map of all cities whose place is known; None where none is.

    What changed on the day and what is in doubt is named first, then the largest city.
    """
    listed = list(found)
    placed = {each.city.pk: each for each in sorted(listed, key=prominence) if each.city.point}
    places = [
        maps.Named(key, each.city.called, each.who, *each.city.point)
        for key, each in placed.items()
        if each.city.point
    ]
    if not places:
        return None
    countries = (each.city.country.code for each in placed.values() if each.city.country)
    drawing = maps.draw(places, countries)
    cities = [City(mark, placed[mark.key]) for mark in drawing.marks]
    return Map(drawing, cities, unplaced=len(listed) - len(placed))


def prominence(holding: Holding) -> tuple[bool, bool, int]:
    in_doubt = (ControlState.CONTESTED, ControlState.CHANGING)
    doubted = holding.spell is not None and holding.spell.state in in_doubt
    return not holding.turned, not doubted, -(holding.city.population or 0)
