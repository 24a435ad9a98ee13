"""The bonds of a faction: each a chain of allegiances, and the days on which all its links held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timeline.family.days import ALWAYS, Days, certainly, possibly
from timeline.models import Allegiance, Faction
from timeline.models.vocabulary import Relation


class Standing(StrEnum):
    """What another faction is to the one whose family it is, in the order they are told."""

    WHOLE = "whole"
    MEMBER = "member"
    ALLY = "ally"
    SUPPORTER = "supporter"
    SUPPORTED = "supported"
    OPPONENT = "opponent"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"
    ORIGIN = "origin"
    SPLINTER = "splinter"
    ABSORBED = "absorbed"
    ABSORBER = "absorber"


OWN = {
    Relation.PART_OF: Standing.WHOLE,
    Relation.ALLIED_WITH: Standing.ALLY,
    Relation.SUPPORTS: Standing.SUPPORTED,
    Relation.OPPOSED_TO: Standing.OPPONENT,
    Relation.SUCCESSOR_OF: Standing.PREDECESSOR,
    Relation.SPLIT_FROM: Standing.ORIGIN,
    Relation.MERGED_INTO: Standing.ABSORBER,
}
THEIRS = {
    Relation.PART_OF: Standing.MEMBER,
    Relation.ALLIED_WITH: Standing.ALLY,
    Relation.SUPPORTS: Standing.SUPPORTER,
    Relation.OPPOSED_TO: Standing.OPPONENT,
    Relation.SUCCESSOR_OF: Standing.SUCCESSOR,
    Relation.SPLIT_FROM: Standing.SPLINTER,
    Relation.MERGED_INTO: Standing.ABSORBED,
}
ORDER = list(Standing)


@dataclass(frozen=True, slots=True)
class Bond:
    """How `other` stands to the faction, through the factions between, nearest to it first.

    `days` are those on which every link may have held at once, `sure` those on which all did.
    """

    standing: Standing
    other: Faction
    through: tuple[Faction, ...]
    links: tuple[Allegiance, ...]
    days: Days
    sure: Days | None

    def holds(self, day: date) -> bool:
        """Whether it may have held on that day."""
        return day in self.days

    def surely_holds(self, day: date) -> bool:
        return self.sure is not None and day in self.sure

    @property
    def turns(self) -> set[date]:
        """The days on which something else is true of it than on the day before."""
        return {*self.days.turns, *(self.sure.turns if self.sure else ())}


@dataclass(frozen=True, slots=True)
class Family:
    """All bonds of a faction, in the order they are told: by standing, then by their days."""

    faction: Faction
    bonds: tuple[Bond, ...]

    def on(self, day: date) -> Family:
        """As it may have been on that day."""
        return Family(self.faction, tuple(bond for bond in self.bonds if bond.holds(day)))

    @property
    def turns(self) -> list[date]:
        """The days on which it was another than on the day before, oldest first."""
        return sorted({day for bond in self.bonds for day in bond.turns})


def family_of(faction: Faction) -> Family:
    """Whom it ever belonged to and who to it, and whom it was tied to otherwise; five queries.

    Belonging goes along chains whose links may have held at once.
    """
    found = [*_direct(faction), *_larger(faction), *_members(faction)]
    return Family(faction, tuple(sorted(found, key=_place)))


def _place(bond: Bond) -> tuple[int, int, date, str, int]:
    begun = bond.days.first or date.min
    name = bond.other.sort_key
    return ORDER.index(bond.standing), len(bond.through), begun, name, bond.other.pk


def _direct(faction: Faction) -> Iterator[Bond]:
    """Everything but belonging, which also goes by chains."""
    for row in Allegiance.objects.of(faction).exclude(relation=Relation.PART_OF):
        own = row.faction_id == faction.pk
        standing = (OWN if own else THEIRS)[Relation(row.relation)]
        other = row.other if own else row.faction
        yield Bond(standing, other, (), (row,), possibly(row), certainly(row))


def _larger(faction: Faction) -> Iterator[Bond]:
    factions = Faction.objects.with_groups([faction.pk], None, None)
    rows = Allegiance.objects.belonging().filter(faction__in=factions)
    return _chains(faction, list(rows), Standing.WHOLE)


def _members(faction: Faction) -> Iterator[Bond]:
    factions = Faction.objects.with_members([faction.pk])
    rows = Allegiance.objects.belonging().filter(other__in=factions)
    return _chains(faction, list(rows), Standing.MEMBER)


def _chains(faction: Faction, rows: list[Allegiance], standing: Standing) -> Iterator[Bond]:
    """Walks from the faction along the links, as long as all of them may have held at once."""
    ahead: list[tuple[Faction, tuple[Faction, ...], tuple[Allegiance, ...], Days, Days | None]]
    ahead = [(faction, (), (), ALWAYS, ALWAYS)]
    while ahead:
        end, through, links, days, sure = ahead.pop()
        for row in rows:
            here, there = row.other, row.faction
            if standing == Standing.WHOLE:
                here, there = there, here
            both = days.meeting(possibly(row))
            if here != end or both is None or there in (faction, *through):
                continue
            known = certainly(row)
            surely = sure.meeting(known) if sure and known else None
            chain = (*links, row)
            yield Bond(standing, there, through, chain, both, surely)
            ahead.append((there, (*through, there), chain, both, surely))
