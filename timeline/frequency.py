"""How many events readers find of a city and of each faction."""

from __future__ import annotations

from timeline.caching import kept
from timeline.models import City, Edition, Event


def events_in(city: City) -> int:
    """As `with_public_events` counted them."""
    number: int = city.public_events  # type: ignore[attr-defined]
    return number


def events_of_factions(edition: Edition) -> dict[int, int]:
    """Faction to number of events, those of its groups too; counted once for an edition."""
    return kept(edition, "events of factions", Event.objects.listed().per_faction)
