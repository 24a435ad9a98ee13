"""What an unknown name may be: a place that the tables have, or one that the gazetteer has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from django_countries import countries

from timeline import gazetteer
from timeline.desk.reading import Reading
from timeline.gazetteer import Place
from timeline.models import City
from timeline.names import fold
from timeline.suggestions import Unknown

NAMES_ASKED, PLACES_OFFERED = 12, 3
EARTH = 6371  # its radius in kilometres
UNKNOWN_DISTANCE = 99_999


@dataclass(frozen=True, slots=True)
class Offer:
    """A place of the gazetteer; `distance` in kilometres from `near`, a city of the article."""

    place: Place
    name: str
    country: str
    distance: int | None
    near: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What can be done about one name: `here` are cities that have another spelling of it."""

    unknown: Unknown
    here: tuple[City, ...]
    places: tuple[Offer, ...]


def meanings(reading: Reading) -> dict[str, Meaning]:
    """By name, for the first names of the text; the others have their turn when these are done."""
    asked = reading.unknown[:NAMES_ASKED]
    found = {one.name: _places(one) for one in asked}
    numbers = [place.geonames_id for places in found.values() for place in places]
    here = {city.geonames_id: city for city in City.objects.filter(geonames_id__in=numbers)}
    around = list(City.objects.filter(pk__in=reading.cities).exclude(latitude=None))
    return {one.name: _meaning(one, found[one.name], here, around) for one in asked}


def _meaning(
    unknown: Unknown, places: tuple[Place, ...], here: dict[int | None, City], around: list[City]
) -> Meaning:
    others = [
        _offer(unknown.name, place, around) for place in places if place.geonames_id not in here
    ]
    others.sort(key=lambda offer: UNKNOWN_DISTANCE if offer.distance is None else offer.distance)
    known = (here[place.geonames_id] for place in places if place.geonames_id in here)
    return Meaning(unknown, tuple(known), tuple(others[:PLACES_OFFERED]))


def _places(unknown: Unknown) -> tuple[Place, ...]:
    return _named(unknown.name) if unknown.what == "city" else ()


@lru_cache(maxsize=2_000)
def _named(name: str) -> tuple[Place, ...]:
    """Places of that very name; where there is none, those it is a part of the name of."""
    places = gazetteer.search(name)
    same = [place for place in places if fold(name) in {fold(one) for one in place.names()}]
    return tuple(same or places)


def _offer(name: str, place: Place, around: Iterable[City]) -> Offer:
    nearest = min(((_kilometres(place, city), city.name) for city in around), default=None)
    return Offer(
        place,
        place.spelled(name),
        countries.name(place.country),
        nearest[0] if nearest else None,
        nearest[1] if nearest else "",
    )


def _kilometres(place: Place, city: City) -> int:
    """Along a great circle (R. W. Sinnott, "Virtues of the haversine", 1984)."""
    north, east = radians(place.latitude), radians(place.longitude)
    other_north, other_east = (radians(float(at or 0)) for at in (city.latitude, city.longitude))
    half = (
        sin((other_north - north) / 2) ** 2
        + cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    )
    return round(2 * EARTH * asin(sqrt(half)))
