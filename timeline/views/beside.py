"""Whom a faction fought beside and against, counted from the events that both take part in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.formats import number_format
from django.utils.translation import ngettext

from timeline.models import Event, Faction
from timeline.models.sides import Sides

SHOWN = 6  # of each list; the rest unfold


@dataclass(frozen=True, slots=True)
class Company:
    """Another faction, and the address of the events in common, as many as the words say."""

    other: Faction
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Companies:
    """Those most often seen first; `more` are the rest."""

    shown: list[Company]
    more: list[Company]


def beside_and_against(faction: Faction) -> dict[str, Companies]:
    """The two lists. Its own groups and what it is part of are in neither.

    Nor are civilians: who is shot at beside a faction does not fight beside it.
    """
    record = Event.objects.listed().involving([faction.pk])
    common, sides = record.per_faction(), record.sides_of(faction.pk)
    family = {
        *Faction.objects.with_members([faction.pk]),
        *Faction.objects.with_groups([faction.pk], None, None),
    }
    others = Faction.objects.bearing_arms().in_bulk(sides.keys() - family)

    def listed(count: Callable[[Sides], int]) -> Companies:
        found = [
            (count(sides[key]), common[key], other)
            for key, other in others.items()
            if count(sides[key])
        ]
        found.sort(key=lambda row: (-row[0], row[1], row[2].sort_key))
        companies = [company(faction, other, n, of) for n, of, other in found]
        return Companies(companies[:SHOWN], companies[SHOWN:])

    return {
        "beside": listed(lambda each: each.beside),
        "against": listed(lambda each: each.against),
    }


def company(faction: Faction, other: Faction, fought: int, common: int) -> Company:
    words = ngettext(
        "in %(fought)s of %(common)s event in common",
        "in %(fought)s of %(common)s events in common",
        common,
    )
    numbers = {"fought": number_format(fought), "common": number_format(common)}
    url = f"{faction.get_absolute_url()}?{urlencode({'with': other.slug})}"
    return Company(other, words % numbers, url)
