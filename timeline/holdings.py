"""Who held each city on a day, grouped by holder, and what changed around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline import wording
from timeline.bands import Days, Paint, days_in, paint_of
from timeline.caching import kept
from timeline.courses import Change, Course, Names, Spell, all_changes, courses, names_of, on
from timeline.models import City, Edition, Event, Faction
from timeline.models.vocabulary import ControlState
from timeline.wording import control as words

AROUND = 15  # days
MOST_DOTS = 160  # on the scale of days; where more fall together, one stands for them

ORDER = [
    ControlState.HELD,
    ControlState.CHANGING,
    ControlState.CONTESTED,
    ControlState.UNKNOWN,
]


@dataclass(frozen=True, slots=True)
class Holding:
    """A city on a day; `spell` is None where the record does not reach so far back.

    `turned`: the day is the first of its spell.
    """

    city: City
    spell: Spell | None
    factions: list[Faction]
    paint: Paint
    who: str
    state: str
    since: str
    beginning: str
    proofs: list[Event]
    turned: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The cities that the same factions held, or contested, or of which nothing is known."""

    paint: Paint
    name: str
    known: bool
    holdings: list[Holding]


@dataclass(frozen=True, slots=True)
class Turn:
    """A change in words, with what proves it."""

    day: date
    city: City
    words: str
    paint: Paint
    proofs: list[Event]


@dataclass(frozen=True, slots=True)
class Dot:
    """Changes on the scale of days; it leads to `day`."""

    day: date
    x: str
    paint: Paint
    title: str


@dataclass(frozen=True, slots=True)
class Record:
    """All cities readers know, by name, with their courses, and the days the record reaches over.

    The days are None where nothing is published.
    """

    cities: dict[int, City]
    courses: dict[int, Course]
    first: date | None
    last: date | None


def read() -> Record:
    """In three queries, whatever the size of the record."""
    cities = {city.pk: city for city in City.objects.with_public_events().by_name()}
    found = {city: course for city, course in courses().items() if city in cities}
    span = Event.objects.listed().span()
    days = [day for course in found.values() for day in days_in(course)]
    days += [day for day in (span["first"], span["last"]) if day]
    return Record(cities, found, min(days, default=None), max(days, default=None))


def record_of(edition: Edition) -> Record:
    """Read once for as long as the edition stands."""
    return kept(edition, "record of control", read)


def holdings(cities: Iterable[City], courses: Mapping[int, Course], day: date) -> list[Holding]:
    """Each city as it stood on that day, in the order given; two queries for all of them."""
    found = [(city, on(courses.get(city.pk, []), day)) for city in cities]
    names = names_of(spell for _, spell in found if spell)
    return [_holding(city, spell, day, names) for city, spell in found]


def _holding(city: City, spell: Spell | None, day: date, names: Names) -> Holding:
    return Holding(
        city=city,
        spell=spell,
        factions=names.of(spell.factions) if spell else [],
        paint=paint_of(spell),
        who=words.short(spell, names),
        state=words.state(spell, names),
        since=words.since(spell) if spell else "",
        beginning=words.beginning(spell) if spell else "",
        proofs=names.proofs(spell) if spell else [],
        turned=spell is not None and spell.first == day,
    )


def grouped(found: Iterable[Holding]) -> list[Group]:
    """By what is said of them: held first, the largest group leading; what is not known last."""
    together: dict[str, list[Holding]] = {}
    for holding in found:
        together.setdefault(holding.state, []).append(holding)
    groups = sorted(together.values(), key=_rank)
    return [Group(each[0].paint, _capital(each[0].state), _known(each[0]), each) for each in groups]


def _rank(holdings: list[Holding]) -> tuple[int, int, str]:
    spell = holdings[0].spell
    state = spell.state if spell else ControlState.UNKNOWN
    return ORDER.index(state), -len(holdings), holdings[0].state


def _known(holding: Holding) -> bool:
    return holding.spell is not None and holding.spell.state != ControlState.UNKNOWN


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Every change of a record by its day."""

    changes: list[Change]
    days: list[date]

    def before(self, day: date) -> list[Change]:
        """The changes of the last day before this one on which there were any."""
        place = bisect_left(self.days, day)
        return self.of(self.days[place - 1]) if place else []

    def after(self, day: date) -> list[Change]:
        place = bisect_right(self.days, day)
        return self.of(self.days[place]) if place < len(self.days) else []

    def of(self, first: date, last: date | None = None) -> list[Change]:
        """The changes of a day, or from one to another, both inclusive."""
        start, end = bisect_left(self.days, first), bisect_right(self.days, last or first)
        return self.changes[start:end]

    def around(self, day: date) -> list[Change]:
        """As many days before it as after, as far as the calendar goes."""
        first = max(day.toordinal() - AROUND, 1)
        last = min(day.toordinal() + AROUND, date.max.toordinal())
        return self.of(date.fromordinal(first), date.fromordinal(last))


def calendar_of(courses: Mapping[int, Course]) -> Calendar:
    changes = all_changes(courses)
    return Calendar(changes, [change.day for change in changes])


def turn(change: Change, cities: Mapping[int, City], names: Names) -> Turn:
    city = cities[change.after.city]
    return Turn(
        day=change.day,
        city=city,
        words=words.change(change, city.called, names),
        paint=paint_of(change.after),
        proofs=names.proofs(change.after),
    )


def dots(changes: Sequence[Change], days: Days, cities: Mapping[int, City]) -> list[Dot]:
    """The days of change on a scale; those that would stand upon each other as one."""
    step = max((days.last - days.first).days // MOST_DOTS, 1)
    together = groupby(changes, lambda change: change.day.toordinal() // step)
    return [_dot(list(each), days, cities) for _, each in together]


def _dot(changes: list[Change], days: Days, cities: Mapping[int, City]) -> Dot:
    last = changes[-1]
    named = dict.fromkeys(cities[change.after.city].called for change in changes)
    title = f"{wording.day(last.day)}: {wording.listed(named)}"
    return Dot(last.day, days.at(last.day), paint_of(last.after), title)
