"""All spellings of cities and factions, ready to be found in texts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from timeline.models import City, CityName, Edition, Faction, FactionName
from timeline.names import Matcher


@dataclass(frozen=True, slots=True)
class Known:
    """Matchers whose keys are ids, and the name that each id goes by."""

    cities: Matcher[int]
    factions: Matcher[int]
    city_names: dict[int, str]
    faction_names: dict[int, str]


def known(edition: Edition) -> Known:
    """Built once an edition, which moves with every spelling that is added."""
    return _known(edition.number, edition.moved_at)


@lru_cache(maxsize=2)
def _known(number: int, moved_at: datetime) -> Known:
    city_names = dict(City.objects.values_list("pk", "name"))
    faction_names = dict(Faction.objects.values_list("pk", "name"))
    city_spellings = CityName.objects.values_list("name", "city")
    faction_spellings = FactionName.objects.values_list("name", "faction")
    return Known(
        cities=Matcher([*_turned(city_names), *city_spellings]),
        factions=Matcher([*_turned(faction_names), *faction_spellings]),
        city_names=city_names,
        faction_names=faction_names,
    )


def _turned(names: dict[int, str]) -> list[tuple[str, int]]:
    return [(name, number) for number, name in names.items()]
