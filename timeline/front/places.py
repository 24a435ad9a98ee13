"""Where it happened: a small map of the cities, by number of events and by who holds them."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from timeline import maps
from timeline.bands import Paint, paint_of
from timeline.courses import on
from timeline.frequency import events_in
from timeline.holdings import Record
from timeline.models import City

MOST = 50  # cities, those with most events: more than that hide each other
LARGEST, SMALLEST = 15.0, 3.0  # radius of a circle in pixels
EDGE = 1.0


@dataclass(frozen=True, slots=True)
class Circle:
    """Its area stands for the number of events, its paint for who held the city in the end."""

    mark: maps.Mark
    city: City
    events: int
    radius: str
    paint: Paint


@dataclass(frozen=True, slots=True)
class Places:
    drawing: maps.Drawing
    circles: list[Circle]


def places(record: Record) -> Places | None:
    """None where no city has a place. Large circles come first, so that they hide no small one."""
    placed = [city for city in record.cities.values() if city.point]
    placed = sorted(placed, key=lambda city: -events_in(city))[:MOST]
    if not placed:
        return None
    most = events_in(placed[0])
    named = [
        maps.Named(city.pk, city.called, "", *city.point, radius_of(city, most) + EDGE)
        for city in placed
        if city.point
    ]
    drawing = maps.draw(named, (city.country.code for city in placed if city.country))
    circles = [
        Circle(
            mark,
            city,
            events_in(city),
            f"{radius_of(city, most):.1f}",
            paint_in_the_end(city, record),
        )
        for city, mark in zip(placed, drawing.marks, strict=True)
    ]
    return Places(drawing, circles)


def radius_of(city: City, most: int) -> float:
    return max(LARGEST * sqrt(events_in(city) / most), SMALLEST)


def paint_in_the_end(city: City, record: Record) -> Paint:
    """Who held it on the last day of the record."""
    course = record.courses.get(city.pk, [])
    return paint_of(on(course, record.last) if record.last else None)
