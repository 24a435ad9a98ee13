"""What readers ask, each as an address: from the front page to what nothing answers."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from timeline.models import City, Event, Faction, Outlet
from timeline.models.events_asked import EventQuerySet
from timeline.paging import cursor


class Question(NamedTuple):
    """An address; a `headed` page, a city's or a faction's, has names and facts above its list."""

    name: str
    address: str
    headed: bool = False


def all_of_them() -> list[Question]:
    public = Event.objects.listed()
    city, small_city = most_and_fewest(City.objects.in_bulk(), public.per_city())
    faction, small_faction = most_and_fewest(Faction.objects.in_bulk(), public.per_faction())
    outlet, _ = most_and_fewest(Outlet.objects.in_bulk(), public.per_outlet())
    middle = place_in(public, 0.5)
    return [
        ask("everything"),
        ask("everything, newest", order="newest"),
        ask("everything, deep page", after=middle),
        ask("everything, page before", before=middle),
        ask("newest, deep page", order="newest", after=middle),
        ask("large city", city=city),
        ask("large city, newest", city=city, order="newest"),
        ask("large city, deep page", city=city, after=middle),
        ask("small city", city=small_city),
        ask("two cities", city=[city, small_city]),
        Question("page of a city", f"/cities/{city}/", headed=True),
        ask("large faction", faction=faction),
        ask("large faction, newest", faction=faction, order="newest"),
        ask("faction without members", faction=faction, members="0"),
        ask("small faction", faction=small_faction),
        Question("page of a faction", f"/factions/{faction}/", headed=True),
        ask("kind", kind="air_strike"),
        ask("rare kind", kind="surrender"),
        ask("family", kind="fighting"),
        ask("a year", **{"from": "2016", "to": "2016"}),
        ask("a month", **{"from": "2016-06", "to": "2016-06"}),
        ask("a day", **{"from": "2016-06-14", "to": "2016-06-14"}),
        ask("from a year on", **{"from": "2020"}),
        ask("certainly in a month", **{"from": "2016-06", "to": "2016-06", "certain": "1"}),
        ask("common word", q="market"),
        ask("rare word", q="stone 37"),
        ask("phrase", q='"grain silos"'),
        ask("words, newest", q="heavy hospital", order="newest"),
        ask("confirmed", evidence="confirmed"),
        ask("refuted", evidence="refuted"),
        ask("source", source=outlet),
        ask("city and faction", city=city, faction=faction),
        ask("city, kind, year", city=city, kind="shelling", **{"from": "2015", "to": "2015"}),
        ask("faction, month", faction=faction, **{"from": "2015-03", "to": "2015-03"}),
        ask("faction, source, word", faction=faction, source=outlet, q="bridge"),
        ask("no such word", q="zyzzyva"),
        ask("no event in range", city=small_city, **{"from": "1990", "to": "1991"}),
    ]


def ask(name: str, **parameters: str | list[str]) -> Question:
    return Question(name, f"/?{urlencode(parameters, doseq=True)}" if parameters else "/")


def most_and_fewest(
    rows: dict[int, City] | dict[int, Faction] | dict[int, Outlet], counted: dict[int, int]
) -> tuple[str, str]:
    """Slugs of those with the most and the fewest events."""
    ordered = sorted(counted, key=lambda number: (counted[number], number))
    return rows[ordered[-1]].slug, rows[ordered[0]].slug


def place_in(events: EventQuerySet, share: float) -> str:
    """The cursor of the event that so much of the timeline lies before."""
    event = events.oldest_first()[int(events.count() * share)]
    return cursor(event.position)
