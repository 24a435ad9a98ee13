"""Ways into the record: by city and by faction, those with most events first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.frequency import events_in
from timeline.holdings import Record
from timeline.models import City, Faction
from timeline.models.name import in_order_of_names
from timeline.ruler import percent

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
