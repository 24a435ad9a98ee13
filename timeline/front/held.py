"""Who held which city: bands of the cities with most events, by country, on one axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from timeline import bands
from timeline.bands import Days, Paint, Stretch
from timeline.countries import Country, by_country
from timeline.courses import Course, Names, Spell, names_of
from timeline.frequency import events_in
from timeline.front.addresses import between
from timeline.holdings import Record
from timeline.models import City, Faction
from timeline.wording import control as words

MOST_CITIES = 12
FEWER = 8  # cities, where they turned so often that their bands are heavy
MANY = 120  # from so many spells on bands are drawn more coarsely
COARSE = 0.03
MOST_IN_KEY = 16  # factions: those that have the most of the bands
MOST_TOLD = 6  # spells of a city in words: the latest
# Names of cities stand beside: what is left of the width that a band has elsewhere.
WIDE_LEFT = 0.6
NARROW_LEFT = 0.72


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a band; it leads to what happened in the city in these days.

    `named` says on which widths its name has room: "", "roomy" or "always".
    """

    stretch: Stretch
    who: str
    told: Told
    named: str


class Told(NamedTuple):
    """A spell in words, and the address of what happened in its days."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Band:
    """A city; `said` is the whole course in a few words, `told` its latest spells in full."""

    city: City
    parts: list[Part]
    said: str
    told: list[Told]


@dataclass(frozen=True, slots=True)
class Held:
    """`factions` stand in the key, by name; `more` are in the bands only."""

    days: Days
    countries: list[Country[Band]]
    factions: list[Faction]
    more: int
    paints: set[Paint]

    @property
    def samples(self) -> list[tuple[Paint, str]]:
        """What is no plain colour, one of each kind, with what it stands for."""
        of = {paint.pattern: paint for paint in sorted(self.paints)}
        meant = {
            "c": _("striped: contested"),
            "g": _("fading: changing hands"),
            "j": _("halved: held jointly"),
            "u": _("hatched: not known"),
        }
        return [(of[pattern], meant[pattern]) for pattern in meant if pattern in of]


def held(record: Record) -> Held | None:
    """None where nothing is known of who held any city."""
    cities, least = chosen(record)
    if not cities:
        return None
    courses = [record.courses[city.pk] for city in cities]
    days = axis(record, courses)
    names = names_of((spell for course in courses for spell in course), proving=[])
    drawn = [
        band(city, course, days, least=least, names=names)
        for city, course in zip(cities, courses, strict=True)
    ]
    shares = shares_of(drawn)
    most = {faction for faction, _share in shares.most_common(MOST_IN_KEY)}
    return Held(
        days=days,
        countries=by_country(drawn, lambda each: each.city),
        factions=names.of(most),
        more=len(shares) - len(most),
        paints={part.stretch.paint for each in drawn for part in each.parts},
    )


def shares_of(drawn: Iterable[Band]) -> Counter[int]:
    """How much of all bands each faction has, alone or with others."""
    shares: Counter[int] = Counter()
    for stretch in (part.stretch for each in drawn for part in each.parts):
        wide, _narrow = stretch.room
        shares.update(dict.fromkeys(stretch.paint.factions, wide))
    return shares


def chosen(record: Record) -> tuple[list[City], float]:
    """The cities with most events of those whose holders are known, and the least of a band."""
    known = [city for city in record.cities.values() if record.courses.get(city.pk)]
    most = sorted(known, key=lambda city: -events_in(city))[:MOST_CITIES]
    crowded = sum(len(record.courses[city.pk]) for city in most) > MANY
    return (most[:FEWER], COARSE) if crowded else (most, bands.LEAST)


def axis(record: Record, courses: Iterable[Course]) -> Days:
    """Room for all of the record and all of these courses."""
    known = [day for course in courses for day in bands.days_in(course)]
    known += [day for day in (record.first, record.last) if day]
    return bands.days_of(known, mirrored=get_language_bidi())


def band(city: City, course: Course, days: Days, *, least: float, names: Names) -> Band:
    stretches = bands.band(course, days, least=least)
    return Band(
        city=city,
        parts=[part(city, stretch, names) for stretch in stretches],
        said=said(city, [stretch.spell for stretch in stretches], names),
        told=[told(city, spell, names) for spell in course[-MOST_TOLD:]],
    )


def told(city: City, spell: Spell, names: Names) -> Told:
    return Told(words.title(spell, names), between(city, spell.first, spell.last))


def part(city: City, stretch: Stretch, names: Names) -> Part:
    who = words.short(stretch.spell, names)
    return Part(
        stretch=stretch,
        who=who,
        told=told(city, stretch.spell, names),
        named=stretch.named(who, wide=WIDE_LEFT, narrow=NARROW_LEFT),
    )


def said(city: City, spells: Sequence[Spell], names: Names) -> str:
    """ "Raqqa: not known, then ISIS, then contested, then SDF"."""
    holders = [who for who, _same in groupby(words.short(spell, names) for spell in spells)]
    return _("%(city)s: %(course)s") % {"city": city.called, "course": in_turn(holders)}


def in_turn(told: Iterable[str]) -> str:
    first, *others = told
    for other in others:
        first = _("%(before)s, then %(after)s") % {"before": first, "after": other}
    return first
