"""The lists of all cities and of all factions: how many events, from when to when, who holds what.

Each is drawn once for an edition. Names stand in the order that readers of the language expect.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timeline.caching import kept
from timeline.countries import by_country, by_name
from timeline.courses import on
from timeline.frequency import events_in, events_of_factions
from timeline.holdings import Holding, Record, holdings, record_of
from timeline.models import City, Edition, Event, Faction
from timeline.models.name import in_order_of_names
from timeline.models.vocabulary import ControlState
from timeline.sparks import spark

Yearly = dict[int, dict[int, int]]
"""City or faction to years, and these to the number of events."""


@dataclass(frozen=True, slots=True)
class Row:
    """A city or faction. `spark` is `span` wide; `spellings` are all names, to look for one."""

    thing: City | Faction
    events: int
    first: int
    last: int
    spark: str
    span: int
    spellings: str


@dataclass(frozen=True, slots=True)
class CityRow:
    row: Row
    holding: Holding


@dataclass(frozen=True, slots=True)
class FactionRow:
    """`holds`: how many cities it holds, alone or with others, on the last day of the record."""

    row: Row
    holds: int


def cities(edition: Edition) -> SafeString:
    return kept(edition, "list of cities", lambda: drawn_cities(edition))


def factions(edition: Edition) -> SafeString:
    return kept(edition, "list of factions", lambda: drawn_factions(edition))


def drawn_cities(edition: Edition) -> SafeString:
    record = record_of(edition)
    in_order = in_order_of_names(record.cities.values())
    counts = {city.pk: events_in(city) for city in in_order}
    yearly = by_year(Event.objects.listed().per_city_and_year())
    made = rows(in_order, counts, yearly, City.objects.spellings())
    held = holdings(in_order, record.courses, record.last or date.max)
    countries = by_country(map(CityRow, made, held), attrgetter("holding.city"))
    context = {
        "countries": by_name(countries),
        "number": len(made),
        "day": record.last,
        "paints": {holding.paint for holding in held},
    }
    return render_to_string("cities/_list.html", context)


def drawn_factions(edition: Edition) -> SafeString:
    record = record_of(edition)
    counts = events_of_factions(edition)
    in_order = in_order_of_names(Faction.objects.in_bulk(counts).values())
    made = rows(
        in_order,
        counts,
        by_year(Event.objects.listed().per_faction_and_year()),
        Faction.objects.spellings(),
    )
    holds = cities_held(record)
    context = {
        "rows": [FactionRow(row, holds[row.thing.pk]) for row in made],
        "day": record.last,
    }
    return render_to_string("factions/_list.html", context)


def rows(
    things: Iterable[City | Faction],
    counts: Mapping[int, int],
    yearly: Yearly,
    spelled: Mapping[int, set[str]],
) -> list[Row]:
    all_years = {year for years in yearly.values() for year in years}
    axis = range(min(all_years, default=0), max(all_years, default=0) + 1)
    return [
        Row(
            thing=thing,
            events=counts[thing.pk],
            first=min(yearly[thing.pk]),
            last=max(yearly[thing.pk]),
            spark=spark(yearly[thing.pk], axis),
            span=len(axis),
            spellings=" | ".join(sorted(spelled[thing.pk])),
        )
        for thing in things
    ]


def by_year(counted: Mapping[tuple[int, int], int]) -> Yearly:
    found: Yearly = defaultdict(dict)
    for (thing, year), number in counted.items():
        found[thing][year] = number
    return found


def cities_held(record: Record) -> Counter[int]:
    """Faction to the number of cities that it holds, for certain, on the last day."""
    held: Counter[int] = Counter()
    for course in record.courses.values():
        spell = on(course, record.last) if record.last else None
        if spell and spell.state == ControlState.HELD:
            held.update(spell.holders)
    return held
