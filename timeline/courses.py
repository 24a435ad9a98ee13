"""The course of a city: who held it, spell after spell, from when to when, and what proves it.

Read from the rows of `ControlSpan`, of one city or of all; with numbers of factions and events
only, so that the courses of a whole record are light. `Names` has what belongs to the numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from django.db.models import QuerySet
from psycopg.types.range import DateRange

from timeline.models import ControlSpan, Event, Faction
from timeline.models.vocabulary import ControlState, Grade

ONE_DAY = timedelta(days=1)
WEAK = (Grade.UNCONFIRMED, Grade.DISPUTED)
TOLD = ("headline", "slug", "language", "status", "grade", "sorted_on", "width")
COLUMNS = ("city", "during", "state", "holders", "coming", "began_by", "ended_by", "proven_by")

Since = tuple[date | None, date]
"""The first and last day on which a spell can have begun; None is open."""
Until = tuple[date, date | None]
"""The first and last day that can have been its last; None is open."""


@dataclass(frozen=True, slots=True)
class Spell:
    """Days, both ends inclusive and None open, on which the record says the same of a city.

    `since` and `until` are None where the record knows of no beginning or end.
    """

    city: int
    first: date | None
    last: date | None
    state: ControlState
    holders: tuple[int, ...]
    coming: tuple[int, ...] = ()
    began_by: tuple[int, ...] = ()
    ended_by: tuple[int, ...] = ()
    proven_by: tuple[int, ...] = ()
    since: Since | None = None
    until: Until | None = None

    @property
    def factions(self) -> tuple[int, ...]:
        """All that are named, those that lose the city first, each once."""
        return tuple(dict.fromkeys((*self.holders, *self.coming)))

    @property
    def losing(self) -> tuple[int, ...]:
        """Who does not stay while it changes hands; all that held it where all of them stay."""
        return tuple(each for each in self.holders if each not in self.coming) or self.holders

    @property
    def taking(self) -> tuple[int, ...]:
        """Who is new while it changes hands; all that are coming where none of them is."""
        return tuple(each for each in self.coming if each not in self.holders) or self.coming

    @property
    def proof(self) -> tuple[int, ...]:
        """The events it rests on; what ended it tells who held the city until then."""
        ended = () if self.began_by else self.ended_by
        return tuple(dict.fromkeys((*self.began_by, *self.proven_by, *ended)))


Course = list[Spell]
"""The spells of one city in the order of their days; none overlap."""


@dataclass(frozen=True, slots=True)
class Change:
    """The day on which a new spell begins; before the first of a course nothing is known."""

    day: date
    before: Spell | None
    after: Spell


def course_of(city: int) -> Course:
    return courses(ControlSpan.objects.in_city(city)).get(city, [])


def courses(spans: QuerySet[ControlSpan] | None = None) -> dict[int, Course]:
    """City to its course, of the spans given or of all; every course whole."""
    rows = ControlSpan.objects.all() if spans is None else spans
    read = [_spell(*row) for row in rows.order_by("city", "during").values_list(*COLUMNS)]
    return {city: _joined(list(spells)) for city, spells in groupby(read, lambda one: one.city)}


def _spell(city: int, during: DateRange, state: str, *numbers: list[int]) -> Spell:
    last = during.upper - ONE_DAY if during.upper else None
    holders, coming, began_by, ended_by, proven_by = map(tuple, numbers)
    return Spell(
        city,
        during.lower,
        last,
        ControlState(state),
        holders,
        coming,
        began_by,
        ended_by,
        proven_by,
    )


def _joined(spells: Course) -> Course:
    """Each spell with its bounds: while a city changes hands, one ends and the next begins."""
    around = [None, *spells, None]
    return [
        replace(spell, since=_since(spell, before), until=_until(spell, after))
        for before, spell, after in zip(around, spells, around[2:], strict=False)
    ]


def _since(spell: Spell, before: Spell | None) -> Since | None:
    if spell.first is None:
        return None
    changing = before is not None and _changes_into(before, spell)
    return (before.first if before and changing else spell.first), spell.first


def _until(spell: Spell, after: Spell | None) -> Until | None:
    if spell.last is None:
        return None
    changing = after is not None and _changes_into(after, spell)
    return spell.last, (after.last if after and changing else spell.last)


def _changes_into(neighbour: Spell, spell: Spell) -> bool:
    return neighbour.state == ControlState.CHANGING != spell.state


def on(course: Course, day: date) -> Spell | None:
    """The spell that a day falls into; None before what the record knows."""
    place = bisect_right(course, day, key=lambda spell: spell.first or date.min)
    if not place:
        return None
    spell = course[place - 1]
    return spell if spell.last is None or day <= spell.last else None


def changes(course: Course) -> list[Change]:
    """The days on which it says something new, and the spells on both sides."""
    pairs: list[tuple[Spell | None, Spell]] = [(None, course[0])] if course else []
    pairs += list(pairwise(course))
    return [Change(after.first, before, after) for before, after in pairs if after.first]


def all_changes(found: Mapping[int, Course]) -> list[Change]:
    """Of all courses, in the order of days and then of cities."""
    told = [change for course in found.values() for change in changes(course)]
    return sorted(told, key=lambda change: (change.day, change.after.city))


def times_turned(course: Course) -> int:
    """How often the city came to be held by others than before, whatever lay between."""
    held = [spell for spell in course if spell.state == ControlState.HELD]
    return sum(one.holders != other.holders for one, other in pairwise(held))


@dataclass(frozen=True, slots=True)
class Names:
    """What belongs to the numbers in some spells; events as far as readers may see them."""

    factions: Mapping[int, Faction]
    events: Mapping[int, Event]

    def of(self, factions: Iterable[int]) -> list[Faction]:
        """These factions by name, so that no order of entry shows."""
        found = [self.factions[number] for number in factions if number in self.factions]
        return sorted(found, key=lambda faction: (faction.sort_key, faction.pk))

    def proofs(self, spell: Spell) -> list[Event]:
        """The events a spell rests on: those that are sure before others, then by their days."""
        found = [self.events[number] for number in spell.proof if number in self.events]
        return sorted(found, key=lambda event: (event.grade in WEAK, event.position))


def names_of(spells: Iterable[Spell], *, proving: Iterable[Spell] | None = None) -> Names:
    """In two queries, however many spells; with the events of those in `proving`, or of all."""
    read = list(spells)
    proven = read if proving is None else proving
    factions = {number for spell in read for number in spell.factions}
    events = {number for spell in proven for number in spell.proof}
    visible = Event.objects.published().only(*TOLD)
    return Names(Faction.objects.in_bulk(factions), visible.in_bulk(events))
