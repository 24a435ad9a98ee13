"""What the map of an answer shows: cities with their events, and who held them on its last day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from timeline.atlas.sizes import Scale
from timeline.filters import EventFilter
from timeline.holdings import Holding, Record, holdings
from timeline.models import City
from timeline.rail import Counts

RING = 3.5  # pixels off a mark


@dataclass(frozen=True, slots=True)
class Place:
    """A city, the events there would be with it alone, and how it stood on the day of the map.

    `url` asks for this city alone or, where it is chosen already, for all cities.
    """

    holding: Holding
    number: int
    radius: float
    url: str
    chosen: bool

    @property
    def city(self) -> City:
        return self.holding.city

    @property
    def ring(self) -> float:
        """The radius of a ring around the mark."""
        return round(self.radius + RING, 2)


@dataclass(frozen=True, slots=True)
class Atlas:
    """`places` by number of events, the most first; `nowhere`: events of no city, if asked for.

    `day` is the one that colours stand for, None where nothing is on record; `asked`, if it ends
    the range that was asked for. `narrowed`: some cities are chosen, or to have none.
    """

    places: list[Place]
    nowhere: int
    scale: Scale
    day: date | None
    asked: bool
    narrowed: bool

    @property
    def chosen(self) -> list[Place]:
        return [place for place in self.places if place.chosen]

    @property
    def asked_for(self) -> list[Place]:
        """Those that the question leaves in."""
        return self.chosen if self.narrowed else self.places

    @property
    def off_the_map(self) -> list[Place]:
        """Those whose coordinates are not known."""
        return [place for place in self.places if not place.city.point]


def atlas(question: EventFilter, counted: Counts, record: Record) -> Atlas:
    """Three queries, and one more where all is refuted.

    Other cities stay on the map while one is chosen, as other choices do.
    """
    numbers = {city: n for city, n in counted.city.items() if n and city is not None}
    day, asked = day_of(question, record)
    chosen, scale = question.ids("city"), Scale(max(numbers.values(), default=1))
    return Atlas(
        places=places(question, numbers, held_on(day, numbers, record), scale),
        nowhere=counted.city.get(None, 0) if not chosen or None in chosen else 0,
        scale=scale,
        day=day,
        asked=asked,
        narrowed=bool(chosen),
    )


def day_of(question: EventFilter, record: Record) -> tuple[date | None, bool]:
    """The last day of the range, or of the record where it ends before or none is asked for.

    Where all that is published is refuted, the last day of what is asked for.
    """
    last = question.last
    if last and record.last and last <= record.last:
        return last, True
    return record.last or question.events().span()["last"], False


def held_on(day: date | None, cities: Collection[int], record: Record) -> list[Holding]:
    found = City.objects.in_bulk(cities).values()
    return holdings(found, record.courses, day) if day else []


def places(
    question: EventFilter,
    numbers: Mapping[int, int],
    held: Collection[Holding],
    scale: Scale,
) -> list[Place]:
    chosen = set(question.ids("city"))
    found = [
        Place(
            holding=holding,
            number=numbers[holding.city.pk],
            radius=scale.radius(numbers[holding.city.pk]),
            url=question.in_city(None if holding.city.pk in chosen else holding.city.slug),
            chosen=holding.city.pk in chosen,
        )
        for holding in held
    ]
    return sorted(found, key=lambda place: (-place.number, place.city.sort_key, place.city.pk))
