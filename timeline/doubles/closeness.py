"""Events on record that could be the one described, by how closely they are alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.doubles.kinds import kindred
from timeline.doubles.numbers import Number, at_odds, numbers_of
from timeline.models import City, Event, Faction
from timeline.models.event import WIDEST
from timeline.models.vocabulary import Family, Kind
from timeline.names import fold

MOST = 5  # shown at once; whoever has to look through more looks at none
# Folded words that many localities have in them, and that tell none from another.
COMMON = frozenset(
    {"al", "el", "the", "of", "in", "and", "central", "old", "new", "city", "town", "area"}
    | {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
    | {"center", "centre", "street", "quarter", "district", "districts"}
    | {"neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods"}
)


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
