"""Who held each city on a day, as one JSON document (RFC 8259)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from timeline.courses import Since, Until
from timeline.holdings import Holding
from timeline.models import Event
from timeline.models.vocabulary import ControlState


def document(
    day: date | None,
    found: Iterable[Holding],
    *,
    about: Mapping[str, Any],
    address: Callable[[Event], str],
) -> dict[str, Any]:
    """`about` says what was asked and of which edition; `address` gives the URL of an event.

    `on` is null where nothing is published. Fields of a city are those of `city`.
    """
    return {
        "about": dict(about),
        "on": day.isoformat() if day else None,
        "edition": about["edition"],
        "cities": [city(holding, address) for holding in found],
    }


def city(holding: Holding, address: Callable[[Event], str]) -> dict[str, Any]:
    """`city` and `factions` are slugs, by name; `faction` is the one that holds it, if one does.

    `factions`: who holds it jointly, contests it, or loses and takes it while it is changing
    hands. `state`: held, changing, contested or unknown. `since` and `until`: the first and last
    day that can have been its beginning, or its last day; null within them is open, null for the
    whole: the record knows of none. `events` prove it, the sure ones first.
    """
    spell, slugs = holding.spell, [faction.slug for faction in holding.factions]
    state = spell.state if spell else ControlState.UNKNOWN
    alone = state == ControlState.HELD and len(slugs) == 1
    return {
        "city": holding.city.slug,
        "name": holding.city.name,
        "faction": slugs[0] if alone else None,
        "factions": slugs,
        "state": state.value,
        "contested": state == ControlState.CONTESTED,
        "since": bounds(spell.since if spell else None),
        "until": bounds(spell.until if spell else None),
        "events": [{"id": event.pk, "url": address(event)} for event in holding.proofs],
    }


def bounds(days: Since | Until | None) -> dict[str, str | None] | None:
    if days is None:
        return None
    earliest, latest = (day.isoformat() if day else None for day in days)
    return {"earliest": earliest, "latest": latest}
