"""The cities that a faction held, over time, as its page shows them: a band for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from timeline import bands
from timeline.bands import Days
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


def cities_held(faction: Faction, record: Iterable[date | None]) -> SafeString:
    """Drawn once for all pages of the faction; empty where it never held a city.

    `record`: the first and last day of its events.
    """
    found = tenures_of(faction.pk)
    spells = [tenure.spell for tenures in found.values() for tenure in tenures]
    known = [*bands.days_in(spells), *(day for day in record if day)]
    if not spells or not known:
        return SafeString()
    days = bands.days_of(known, mirrored=get_language_bidi())
    held = held_cities(found, days)
    paints = {row.paint for each in held for row in each.rows}
    context = {"cities": held, "days": days, "paints": paints}
    return render_to_string("factions/_cities_held.html", context)


def held_cities(found: Mapping[int, list[Tenure]], days: Days) -> list[HeldCity]:
    """In the order in which the faction came to hold them first."""
    names = names_of(tenure.spell for tenures in found.values() for tenure in tenures)
    cities = City.objects.in_bulk(found)
    ordered = sorted(found, key=lambda city: (found[city][0].spell.first or date.min, city))
    return [held_city(cities[city], found[city], names, days) for city in ordered]


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
