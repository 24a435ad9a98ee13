"""Ways into the record: by city and by faction, those with most events first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from timeline.holdings import Record
from timeline.models import City, Faction
from timeline.models.name import in_order_of_names
from timeline.ruler import percent

T = TypeVar("T")
MOST = 10  # of each kind; the pages of all have the others


@dataclass(frozen=True, slots=True)
class Way:
    """A city or faction; `bar` is the share of its events in those of the first, in per cent."""

    to: City | Faction
    events: int
    bar: str


@dataclass(frozen=True, slots=True)
class Ways:
    shown: list[Way]
    all: int


@dataclass(frozen=True, slots=True)
class Land(Generic[T]):
    """What lies in one country; not `given`, what lies in none."""

    name: str
    places: list[T]
    given: bool = True


def by_city(record: Record) -> Ways:
    counts = {city.pk: events_in(city) for city in record.cities.values()}
    return ways(record.cities.values(), counts)


def by_faction(counts: Mapping[int, int]) -> Ways:
    """`counts`: faction to number of its events."""
    return ways(Faction.objects.in_bulk(counts).values(), counts)


def ways(things: Iterable[City | Faction], counts: Mapping[int, int]) -> Ways:
    counted = sorted(in_order_of_names(things), key=lambda thing: -counts[thing.pk])
    most = counts[counted[0].pk] if counted else 0
    shown = [
        Way(thing, counts[thing.pk], percent(counts[thing.pk] / most)) for thing in counted[:MOST]
    ]
    return Ways(shown, len(counted))


def events_in(city: City) -> int:
    """As `with_public_events` counted them."""
    number: int = city.public_events  # type: ignore[attr-defined]
    return number


def by_land(things: Iterable[T], city_of: Callable[[T], City]) -> list[Land[T]]:
    """Country by country, in the order in which they come first; those without one last."""
    lands: dict[str, list[T]] = {}
    for thing in things:
        lands.setdefault(land_of(city_of(thing)), []).append(thing)
    found = [Land(name, places) for name, places in lands.items() if name]
    if "" in lands:
        found.append(Land(_("Country not given"), lands[""], given=False))
    return found


def land_of(city: City) -> str:
    """The name of its country in the reader's language; "" where none is given."""
    return str(city.country.name) if city.country else ""
