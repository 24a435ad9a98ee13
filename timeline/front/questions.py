"""Questions to start from: what a record like this one is asked first, by what is in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from timeline import wording
from timeline.courses import all_changes, times_turned
from timeline.dates import end_of_month, month_number, month_start
from timeline.filters.control import address as control_on
from timeline.frequency import events_in
from timeline.front.addresses import asking
from timeline.holdings import Record
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import Family, Grade
from timeline.wording import calendar


class Question(NamedTuple):
    words: str
    url: str


class Season(NamedTuple):
    """Three months, from their first day to their last; named by the year they end in."""

    first: date
    last: date


def to_start_from(record: Record, counts: dict[int, int]) -> list[Question]:
    """At most five, none of which finds nothing. `counts`: faction to number of its events."""
    return [
        *what_somebody_did(record),
        *who_held_what(record),
        *how_often(record),
        *who_met(counts),
        *what_is_doubted(),
    ]


def what_somebody_did(record: Record) -> Iterator[Question]:
    """The city with most events, who took part in most of them, and their busiest season there."""
    city = max(record.cities.values(), key=lambda each: (events_in(each), -each.pk), default=None)
    here = Event.objects.listed().in_cities([city.pk] if city else [])
    faction = most_frequent(here.per_faction())
    if city is None or faction is None:
        return
    season = busiest(here.involving([faction.pk]).per_month())
    yield Question(
        _("What did %(faction)s do in %(city)s, %(season)s?")
        % {"faction": faction.called, "city": city.called, "season": season_in_words(season)},
        asking(
            city.get_absolute_url(),
            ("faction", faction.slug),
            ("from", season.first.isoformat()[:7]),
            ("to", season.last.isoformat()[:7]),
        ),
    )


def who_held_what(record: Record) -> Iterator[Question]:
    """On the day on which a city changed hands last."""
    changes = all_changes(record.courses)
    if changes:
        day = changes[-1].day
        yield Question(
            _("Who held each city on %(day)s?") % {"day": wording.day(day)}, control_on(day)
        )


def how_often(record: Record) -> Iterator[Question]:
    """The city that changed hands most, if any did so more than once."""
    times = {number: times_turned(course) for number, course in record.courses.items()}
    city = most_turned(record, times)
    if city and times[city.pk] > 1:
        yield Question(
            _("How often did %(city)s change hands?") % {"city": city.called},
            asking(city.get_absolute_url(), ("kind", Family.CONTROL)),
        )


def most_turned(record: Record, times: dict[int, int]) -> City | None:
    cities = (record.cities[number] for number in times)
    return max(cities, key=lambda city: (times[city.pk], events_in(city), -city.pk), default=None)


def who_met(counts: dict[int, int]) -> Iterator[Question]:
    """The faction with most events, and who else took part in most of them."""
    one = most_frequent(counts)
    if one is None:
        return
    beside = Event.objects.listed().involving([one.pk]).per_faction()
    kin = Faction.objects.kin_of(one.pk)
    other = most_frequent({number: n for number, n in beside.items() if number not in kin})
    if other:
        yield Question(
            _("Which events involve both %(faction)s and %(other)s?")
            % {"faction": one.called, "other": other.called},
            asking(reverse("timeline"), ("faction", one.slug), ("with", other.slug)),
        )


def what_is_doubted() -> Iterator[Question]:
    if Event.objects.listed().graded([Grade.DISPUTED]).exists():
        yield Question(
            _("Where do the sources contradict each other?"),
            asking(reverse("timeline"), ("evidence", Grade.DISPUTED)),
        )


def most_frequent(counts: dict[int, int]) -> Faction | None:
    """The one that bears arms and is in most events; the one entered first of several."""
    armed = Faction.objects.bearing_arms().in_bulk(counts)
    return max(armed.values(), key=lambda each: (counts[each.pk], -each.pk), default=None)


def busiest(months: dict[date, int]) -> Season:
    """The season with most events, the latest of several; raises ValueError without any."""
    seasons: Counter[Season] = Counter()
    for month, number in months.items():
        seasons[season_of(month)] += number
    return max(seasons, key=lambda season: (seasons[season], season))


def season_of(month: date) -> Season:
    """That which a month falls into, as far as the calendar goes; winters begin in December."""
    start = month_number(month) - month.month % 3
    last = month_start(start + 2)
    return Season(month_start(start) or date.min, end_of_month(last) if last else date.max)


def season_in_words(season: Season) -> str:
    return calendar.name(season, seasons=True)
