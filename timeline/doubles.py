"""Whether an event is on record already: which are alike, how closely, and in what they differ.

Alike are events of one city whose dates can be the same, that share a faction and whose kinds are
kindred. Events of one battle are so many and so near that this alone would find them all alike;
places within the city set them apart (`_elsewhere`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timeline.models import City, Event, Faction
from timeline.models.event import WIDEST
from timeline.models.vocabulary import Family, Kind, Measure
from timeline.names import fold

MOST = 5  # shown at once; whoever has to look through more looks at none
# Kinds that two accounts of one event are told as. A kind may stand in several groups, and groups
# that share a kind stay apart: a surrender is no capture, though both may be told as a hand-over.
KINDRED = (
    # A place changes hands: one tells the taking, another the leaving, with or without a fight.
    {Kind.CAPTURED, Kind.TRANSFERRED, Kind.WITHDREW},
    # Fighters leave under terms: the deal, the laying down of arms, the convoy, the hand-over.
    {Kind.AGREEMENT, Kind.SURRENDER, Kind.WITHDREW, Kind.TRANSFERRED},
    # The first fighting of an offensive is told as a clash by those who see no plan in it.
    {Kind.CLASH, Kind.OFFENSIVE_BEGAN},
    # Fire from afar, whose means few witnesses can tell; or told by whom it killed.
    {Kind.AIR_STRIKE, Kind.SHELLING, Kind.CHEMICAL_ATTACK, Kind.KILLING_CIVILIANS},
    # Blasts on the ground, likewise.
    {Kind.BOMB_IED, Kind.SUICIDE_ATTACK, Kind.GRENADE, Kind.KILLING_CIVILIANS},
    # ACLED tells arrest from abduction by who did it, which is what accounts dispute.
    {Kind.ARREST, Kind.ABDUCTION},
    {Kind.RELEASE, Kind.PRISONER_EXCHANGE},
    # A demonstration, by how it ended.
    {Kind.PROTEST, Kind.PROTEST_INTERVENTION, Kind.PROTEST_REPRESSED, Kind.RIOT},
    {Kind.RIOT, Kind.MOB_VIOLENCE},
    {Kind.PROTEST_REPRESSED, Kind.KILLING_CIVILIANS},
)
# Folded words that many localities have in them, and that tell none from another.
COMMON = frozenset(
    {"al", "el", "the", "of", "in", "and", "central", "old", "new", "city", "town", "area"}
    | {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
    | {"center", "centre", "street", "quarter", "district", "districts"}
    | {"neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods"}
)


class Number(NamedTuple):
    """How many an event struck; null bounds are unknown."""

    measure: str
    low: int | None
    high: int | None


def kindred(kind: str) -> set[str]:
    """The kind itself, and those that another account may give the same event."""
    return {kind}.union(*(map(str, group) for group in KINDRED if kind in group))


def similar(
    *,
    city: City | int | None,
    kind: str,
    factions: Collection[int],
    earliest: date | None,
    latest: date | None,
    leave_out: Collection[int] = (),
    locality: str = "",
    numbers: Sequence[Number] = (),
    most: int = MOST,
) -> list[Event]:
    """Events on record, drafts too, that could be the one described; closest first.

    Bounds are inclusive, None is open. Without a city, a kind or any date nothing is found: all
    would be alike. Where either names no faction, only the very same kind counts.
    """
    if city is None or kind not in Kind.values or (earliest is None and latest is None):
        return []
    place = city.pk if isinstance(city, City) else city
    alike = (
        Event.objects.not_withdrawn()
        .in_cities([place])
        .between(earliest, latest)
        .of_kinds(kindred(kind))
        .exclude(pk__in=leave_out)
        .select_related("city")
        .defer("words", "search")
        .prefetch_related("participations__faction", "citations__article__outlet")
        .prefetch_related("citations__figures")
    )
    groups = Faction.objects.with_groups(factions, earliest, latest)
    sought = _Sought(kind, set(factions), set(groups), earliest, latest, locality, numbers)
    found = [event for event in alike if sought.may_be(event)]
    return sorted(found, key=sought.distance)[:most]


@dataclass(frozen=True, slots=True)
class _Sought:
    """The event at hand, as far as it is compared with those on record."""

    kind: str
    factions: set[int]
    groups: set[int]
    earliest: date | None
    latest: date | None
    locality: str
    numbers: Sequence[Number]

    def may_be(self, event: Event) -> bool:
        if _elsewhere(self.kind, self.locality, event):
            return False
        if self.factions and event.faction_ids:
            return bool(self.shared(event))
        return event.kind == self.kind

    def shared(self, event: Event) -> set[int]:
        """Factions that both have; one that either names counts for its larger groups."""
        theirs = set(event.faction_ids_with_groups)
        return (self.factions & theirs) | (self.groups & set(event.faction_ids))

    def distance(self, event: Event) -> tuple[bool, int, int, bool, bool, int]:
        """What is told in another kind comes last, then what spans more days, and so on.

        After kind and days: fewer shared factions, another or no locality, other numbers.
        """
        return (
            event.kind != self.kind,
            _reach(self.earliest, self.latest, event),
            -len(self.shared(event)),
            not (_names(self.locality) & _names(event.locality)),
            at_odds(self.numbers, numbers_of(event)),
            event.pk,
        )


def _names(locality: str) -> set[str]:
    return set(fold(locality).split()) - COMMON


def _elsewhere(kind: str, locality: str, event: Event) -> bool:
    """Whether the two happened at different places of their city.

    Localities are different where they share no name. Where control changed, a hospital taken is
    another event than the city taken; of a strike, one account may just not know where it hit.
    """
    mine, theirs = _names(locality), _names(event.locality)
    if mine and theirs:
        return not mine & theirs
    of_control = Kind(kind).family == Family.CONTROL
    return of_control and bool(mine or theirs)


def _reach(earliest: date | None, latest: date | None, event: Event) -> int:
    """Days from the first to the last that either date allows; open ends reach furthest."""
    if not (earliest and latest and event.earliest and event.latest):
        return WIDEST
    return (max(latest, event.latest) - min(earliest, event.earliest)).days


def numbers_of(event: Event) -> list[Number]:
    """All numbers of an event: the record's own, and those its citations give."""
    figures = [figure for citation in event.citations.all() for figure in citation.figures.all()]
    given = [Number(figure.measure, figure.low, figure.high) for figure in figures]
    own = [
        Number(Measure.KILLED, event.killed_low, event.killed_high),
        Number(Measure.INJURED, event.injured_low, event.injured_high),
    ]
    return [each for each in [*own, *given] if (each.low, each.high) != (None, None)]


def at_odds(mine: Iterable[Number], theirs: Iterable[Number]) -> bool:
    """Whether both give numbers of one measure, and none of them can be the same."""
    there = list(theirs)
    pairs = [(each, other) for each in mine for other in there if each.measure == other.measure]
    return bool(pairs) and not any(_meet(each, other) for each, other in pairs)


def _meet(one: Number, other: Number) -> bool:
    def below(first: Number, second: Number) -> bool:
        return first.high is not None and second.low is not None and first.high < second.low

    return not below(one, other) and not below(other, one)
