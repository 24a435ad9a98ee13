"""What the record tells of who held cities, as plain values for the rule in `timeline.spans`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from timeline.models.citation import Participation
from timeline.models.event import Event
from timeline.models.faction import Allegiance
from timeline.models.vocabulary import PlacePrecision, Relation, Role
from timeline.spans.kin import Link, Links, belongs_ever
from timeline.spans.saying import KINDS, ROLES, Happening, Part

if TYPE_CHECKING:
    from timeline.models.events_asked import EventQuerySet

COLUMNS = ("kind", "grade", "earliest", "latest", "lasted", "start_latest", "circa")
NAMES_HOLDER = Exists(Participation.objects.filter(event=OuterRef("pk"), role=Role.HOLDER))


def telling_events() -> EventQuerySet:
    """Published events, not refuted, at a town itself, that may say who holds or held it."""
    here = Event.objects.published().filter(
        city__isnull=False, locality="", place_precision=PlacePrecision.TOWN
    )
    return here.not_refuted().filter(Q(kind__in=KINDS) | NAMES_HOLDER).order_by()


def happenings(cities: Collection[int]) -> dict[int, list[Happening]]:
    """By city, its events that may say who held it; two queries."""
    rows = list(telling_events().in_cities(cities).values("pk", "city", *COLUMNS))
    parts = parts_of([row["pk"] for row in rows])
    found: dict[int, list[Happening]] = defaultdict(list)
    for row in rows:
        city, key = row.pop("city"), row.pop("pk")
        found[city].append(Happening(key=key, parts=tuple(parts[key]), **row))
    return found


def happening(event: Event) -> Happening | None:
    """The event as it would be told if it were published; None if it is not at a town itself."""
    at_town = event.place_precision == PlacePrecision.TOWN and not event.locality
    if event.city_id is None or not at_town:
        return None
    columns = {name: getattr(event, name) for name in COLUMNS}
    return Happening(key=event.pk, parts=tuple(parts_of([event.pk])[event.pk]), **columns)


def parts_of(events: Collection[int]) -> dict[int, list[Part]]:
    found: dict[int, list[Part]] = defaultdict(list)
    rows = Participation.objects.filter(event__in=events, role__in=ROLES).order_by("pk")
    for event, faction, role, side in rows.values_list("event", "faction", "role", "side"):
        found[event].append(Part(faction, role, side))
    return found


def cities_telling_of(factions: Collection[int]) -> set[int]:
    """Numbers of the cities with such an event that names one of these factions."""
    naming = telling_events().involving(factions, with_groups=False)
    return {city for city in naming.values_list("city", flat=True).distinct() if city}


def links() -> Links:
    """Every faction's larger groups, with the days on which it may have belonged to them."""
    found: dict[int, list[Link]] = defaultdict(list)
    rows = Allegiance.objects.filter(relation=Relation.PART_OF).order_by()
    for faction, group, since, until in rows.values_list(
        "faction", "other", "since_earliest", "until_latest"
    ):
        found[faction].append((group, since, until))
    return found


def led_to(factions: Collection[int]) -> set[int]:
    """Numbers of these and of all that `belonging` leads from to one of them."""
    members = (one for one, groups in belonging().items() if not groups.isdisjoint(factions))
    return {*factions, *members}


def belonging() -> dict[int, frozenset[int]]:
    """For every faction what it ever was a part of, was merged into or was succeeded by."""
    direct: dict[int, set[int]] = defaultdict(set)
    rows = Allegiance.objects.order_by().values_list("faction", "relation", "other")
    for faction, relation, other in rows:
        if relation in {Relation.PART_OF, Relation.MERGED_INTO}:
            direct[faction].add(other)
        elif relation == Relation.SUCCESSOR_OF:
            direct[other].add(faction)
    return belongs_ever(direct)
