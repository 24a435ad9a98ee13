"""The cities that a faction held, over time: itself, or through groups while part of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from timeline.bands import Paint
from timeline.courses import Course, Spell, courses
from timeline.models import ControlSpan, Faction
from timeline.models.vocabulary import ControlState

Membership = tuple[int, date | None, date | None]
"""A faction, and the first and last day on which it was part of another; None is open."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Days on which a faction held, contested, took or lost a city; `spell` is cut to them.

    `through` are the groups it did so through, none where it is named itself. `paint` has the
    faction's own colour, whoever of its groups is named.
    """

    spell: Spell
    through: tuple[int, ...]
    paint: Paint


def tenures_of(faction: int) -> dict[int, list[Tenure]]:
    """City to the faction's tenures there in the order of days; two queries."""
    memberships = Faction.objects.memberships(faction)
    members = {member for member, _, _ in memberships}
    named = ControlSpan.objects.naming(members)
    found = courses(ControlSpan.objects.in_cities_of(named))
    held = {city: list(_in(course, faction, memberships)) for city, course in found.items()}
    return {city: tenures for city, tenures in held.items() if tenures}


def _in(course: Course, faction: int, memberships: Sequence[Membership]) -> Iterator[Tenure]:
    for spell in course:
        if faction in spell.factions:
            yield Tenure(spell, (), paint(spell, {faction}, faction))
        else:
            yield from _through(spell, faction, memberships)


def _through(spell: Spell, faction: int, memberships: Sequence[Membership]) -> Iterator[Tenure]:
    """The parts of a spell in which those who are named in it were groups of the faction."""
    named = [each for each in memberships if each[0] in spell.factions and _meets(each, spell)]
    for part in _parts(spell, named):
        groups = tuple(each[0] for each in named if _meets(each, part))
        if groups:
            yield Tenure(part, groups, paint(part, set(groups), faction))


def _meets(membership: Membership, spell: Spell) -> bool:
    _, first, last = membership
    begins_in_time = first is None or spell.last is None or first <= spell.last
    return begins_in_time and (last is None or spell.first is None or last >= spell.first)


def _parts(spell: Spell, memberships: Sequence[Membership]) -> Iterator[Spell]:
    """The spell, cut wherever a membership begins or ends."""
    first, last = spell.first or date.min, spell.last or date.max
    starts = {first.toordinal()}
    for _, begun, ended in memberships:
        starts |= {begun.toordinal()} if begun else set()
        starts |= {ended.toordinal() + 1} if ended else set()
    inside = sorted(start for start in starts if first.toordinal() <= start <= last.toordinal())
    for start, following in pairwise([*inside, last.toordinal() + 1]):
        yield _cut(spell, date.fromordinal(start), date.fromordinal(following - 1))


def _cut(spell: Spell, first: date, last: date) -> Spell:
    """A part of a spell; where it was cut, its end is a day that is known."""
    if first not in {spell.first, date.min}:
        spell = replace(spell, first=first, since=(first, first))
    if last not in {spell.last, date.max}:
        spell = replace(spell, last=last, until=(last, last))
    return spell


def paint(spell: Spell, own: set[int], faction: int) -> Paint:
    """The faction's colour for whoever is its own, beside that of the first of the others."""
    others = [number for number in spell.factions if number not in own]
    if not others:
        return Paint("", (faction,))
    if spell.state == ControlState.CHANGING:
        leaving = own & set(spell.holders)
        return Paint("g", (faction, others[0]) if leaving else (others[0], faction))
    pattern = "c" if spell.state == ControlState.CONTESTED else "j"
    return Paint(pattern, (faction, others[0]))
