"""Where it is happening: a small map of the cities, by number of events and by who holds them."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from timeline import maps
from timeline.bands import Paint, paint_of
from timeline.courses import on
from timeline.front.ways import events_in
from timeline.holdings import Record
from timeline.models import City

MOST = 80  # cities, those with most events: more than that hide each other
LARGEST, SMALLEST = 15.0, 3.0  # radius of a circle in pixels


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
    base: maps.Basemap
    circles: list[Circle]
    regions: list[maps.Region]


def places(record: Record) -> Places | None:
    """None where no city has a place."""
    placed = [city for city in record.cities.values() if city.point]
    placed = sorted(placed, key=lambda city: -events_in(city))[:MOST]
    if not placed:
        return None
    named = [maps.Named(city.pk, city.called, "", *city.point) for city in placed if city.point]
    frame = maps.frame_of([(place.longitude, place.latitude) for place in named])
    base = maps.basemap(frame, maps.numbers_of(city.country.code for city in placed))
    lands = ((maps.name_of(land), land.places) for land in base.names)
    layout = maps.lay_out(frame, named, lands)
    most = events_in(placed[0])
    marks = {mark.key: mark for mark in layout.marks}
    return Places(
        base, [circle(city, marks[city.pk], record, most) for city in placed], layout.regions
    )


def circle(city: City, mark: maps.Mark, record: Record, most: int) -> Circle:
    """Small ones come after large ones, so that none is hidden."""
    spell = on(record.courses.get(city.pk, []), record.last) if record.last else None
    radius = max(LARGEST * sqrt(events_in(city) / most), SMALLEST)
    return Circle(mark, city, events_in(city), f"{radius:.1f}", paint_of(spell))
