"""All spellings of cities and factions, ready to be found in texts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from timeline.models import City, CityName, Edition, Faction, FactionName
from timeline.names import Matcher

Spellings = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Matchers whose keys are ids, and the name that each id goes by.

    `state` is the same as long as all spellings are.
    """

    cities: Matcher[int]
    factions: Matcher[int]
    city_names: dict[int, str]
    faction_names: dict[int, str]
    state: str


def known(edition: Edition) -> Known:
    """Read once an edition, which moves with every spelling that is added."""
    return _known(edition.number, edition.moved_at)


@lru_cache(maxsize=2)
def _known(number: int, moved_at: datetime) -> Known:
    cities = City.objects.values_list("name", "pk"), CityName.objects.values_list("name", "city")
    factions = (
        Faction.objects.values_list("name", "pk"),
        FactionName.objects.values_list("name", "faction"),
    )
    return _built(tuple(cities[0]), tuple(cities[1]), tuple(factions[0]), tuple(factions[1]))


@lru_cache(maxsize=2)
def _built(
    cities: Spellings, of_cities: Spellings, factions: Spellings, of_factions: Spellings
) -> Known:
    """Built once for the same spellings: most editions move for other reasons."""
    everything = repr((cities, of_cities, factions, of_factions))
    return Known(
        cities=Matcher((*cities, *of_cities)),
        factions=Matcher((*factions, *of_factions)),
        city_names={number: name for name, number in cities},
        faction_names={number: name for name, number in factions},
        state=hashlib.sha256(everything.encode()).hexdigest(),
    )
