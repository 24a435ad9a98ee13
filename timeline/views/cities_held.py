"""The cities that a faction held, over time, as its page shows them: a band for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from timeline import bands
from timeline.bands import Days, Paint
from timeline.courses import Names, names_of
from timeline.models import City, Faction
from timeline.models.vocabulary import ControlState
from timeline.tenures import Tenure, tenures_of
from timeline.views.course import Part, Row, part, row
from timeline.wording import control as words


@dataclass(frozen=True, slots=True)
class HeldCity:
    city: City
    parts: list[Part]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class CitiesHeld:
    """In the order in which the faction came to hold them first, on one axis."""

    cities: list[HeldCity]
    days: Days
    paints: set[Paint]


def cities_held(faction: Faction, record: Iterable[date | None]) -> CitiesHeld | None:
    """None where it never held one; `record`: the first and last day of its events."""
    found = tenures_of(faction.pk)
    spells = [tenure.spell for tenures in found.values() for tenure in tenures]
    known = [*bands.days_in(spells), *(day for day in record if day)]
    if not spells or not known:
        return None
    names, cities = names_of(spells), City.objects.in_bulk(found)
    days = bands.days_of(known, mirrored=get_language_bidi())
    ordered = sorted(found, key=lambda city: (found[city][0].spell.first or date.min, city))
    held = [held_city(cities[city], found[city], names, days) for city in ordered]
    return CitiesHeld(held, days, {row.paint for each in held for row in each.rows})


def held_city(city: City, tenures: list[Tenure], names: Names, days: Days) -> HeldCity:
    rows = {tenure.spell: of_tenure(tenure, names) for tenure in tenures}
    parts = [part(stretch, rows[stretch.spell]) for stretch in bands.band(rows, days)]
    return HeldCity(city, parts, list(rows.values()))


def of_tenure(tenure: Tenure, names: Names) -> Row:
    """Its words name the groups it held the city through; its own name stands above them all."""
    told = row(tenure.spell, names)
    groups = words.factions(tenure.through, names)
    through = _("through %(groups)s") % {"groups": groups} if groups else ""
    held = tenure.spell.state == ControlState.HELD
    who = through if held else told.who
    return replace(told, who=who, paint=tenure.paint)
