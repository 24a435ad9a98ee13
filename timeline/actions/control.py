"""Who held a city when follows from the events there: derived anew whenever they change.

Whoever changes what is public calls `follow` or `follow_factions` in the same transaction, when
the events are as they shall be and before the edition moves. Deriving writes no revision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db import transaction
from psycopg.types.range import DateRange

from timeline.actions.locks import Lock, take
from timeline.models import City, ControlSpan, Event
from timeline.models.control_told import belonging, cities_telling_of, happenings, led_to, links
from timeline.spans import Span, spans
from timeline.spans.saying import evidence

BLOCK = 200  # cities that are derived together


def follow(events: Collection[int]) -> None:
    """These events were published, changed, graded, withdrawn or deleted: their cities follow.

    So do the cities in which they were before, as far as they told who held those.
    """
    rebuild(cities_of(events))


def follow_factions(factions: Collection[int], *, graded: Collection[int] = ()) -> None:
    """What these factions belong to has changed: the cities follow in which they are named.

    So do those in which what belongs to them is, was merged into them or was succeeded by them,
    and those of the events `graded` otherwise for it.
    """
    rebuild(cities_telling_of(led_to(factions)) | cities_of(graded))


def cities_of(events: Collection[int]) -> set[int]:
    if not events:
        return set()
    here = Event.objects.filter(pk__in=events, city__isnull=False)
    told = ControlSpan.objects.resting_on(events)
    return {*here.values_list("city", flat=True), *told.values_list("city", flat=True)}


@transaction.atomic
def rebuild_all(city: City | None = None) -> int:
    """Derives all cities anew, or one; how many spans were written or removed."""
    numbers = [city.pk] if city else list(City.objects.order_by("pk").values_list("pk", flat=True))
    hold(numbers)  # in one order, before the blocks take theirs again
    starts = range(0, len(numbers), BLOCK)
    return sum(rebuild(numbers[start : start + BLOCK]) for start in starts)


@transaction.atomic
def rebuild(cities: Collection[int]) -> int:
    """Derives who held these cities when; how many spans were written or removed.

    Only what differs is written. Who derives the same city waits until this transaction ends, and
    then sees its events: of two events published at once neither is left out.
    """
    if not cities:
        return 0
    hold(cities)
    told, memberships, belongs = happenings(cities), links(), belonging()
    kept = rows_of(cities)
    return sum(
        write(city, spans(evidence(told.get(city, ()), memberships), belongs), kept[city])
        for city in sorted(cities)
    )


def hold(cities: Iterable[int]) -> None:
    """Waits for whoever derives one of these cities."""
    take(Lock.CONTROL, cities)


class Row(NamedTuple):
    """A span as it is kept: `end` is the day after its last, None an open end."""

    first: date | None
    end: date | None
    state: str
    holders: tuple[int, ...]
    coming: tuple[int, ...]
    began_by: tuple[int, ...]
    ended_by: tuple[int, ...]
    proven_by: tuple[int, ...]

    @classmethod
    def of(cls, span: Span) -> Row:
        numbers = (span.holders, span.coming, span.began_by, span.ended_by, span.proven_by)
        end = span.last + timedelta(days=1) if span.last else None
        return cls(span.first, end, span.state.value, *(tuple(sorted(each)) for each in numbers))

    @classmethod
    def kept(cls, span: ControlSpan) -> Row:
        numbers = (span.holders, span.coming, span.began_by, span.ended_by, span.proven_by)
        during = span.during
        return cls(during.lower, during.upper, span.state, *(tuple(each) for each in numbers))

    def columns(self) -> dict[str, Any]:
        first, end, state, *numbers = self
        names = ("holders", "coming", "began_by", "ended_by", "proven_by")
        lists = dict(zip(names, map(list, numbers), strict=True))
        return {"during": DateRange(first, end), "state": state, **lists}


def rows_of(cities: Collection[int]) -> dict[int, dict[Row, int]]:
    """By city, the spans that are kept, with their numbers."""
    kept: dict[int, dict[Row, int]] = {city: {} for city in cities}
    for span in ControlSpan.objects.filter(city__in=cities):
        kept[span.city_id][Row.kept(span)] = span.pk
    return kept


def write(city: int, found: Iterable[Span], kept: dict[Row, int]) -> int:
    rows = [Row.of(span) for span in found]
    alike = set(rows)
    gone = [number for row, number in kept.items() if row not in alike]
    new = [row for row in rows if row not in kept]
    if gone:
        ControlSpan.objects.filter(pk__in=gone).delete()
    ControlSpan.objects.bulk_create(ControlSpan(city_id=city, **row.columns()) for row in new)
    return len(gone) + len(new)
