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
from timeline.bands import Days, Stretch
from timeline.courses import Names, names_of
from timeline.models import City, Faction
from timeline.models.vocabulary import ControlState
from timeline.tenures import Tenure, tenures_of
from timeline.views.course import Part, Row, part, row
from timeline.wording import control as words

MOST_CITIES = 40  # with a band of their own: those held longest
MOST_OPEN = 14  # of these in sight; the rest unfold
MOST_ROWS = 10  # of a city in the table: the latest
MANY = 400  # from so many stretches on bands are drawn more coarsely
COARSE = 0.02


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
    longest = sorted(found, key=lambda city: -held_for(found[city], days))[:MOST_CITIES]
    cities = City.objects.in_bulk(found)
    held = held_cities({city: found[city] for city in longest}, cities, days)
    context = {
        "cities": held,
        "longest": [each for each in held if each.city.pk in longest[:MOST_OPEN]],
        "shorter": [each for each in held if each.city.pk not in longest[:MOST_OPEN]],
        "number": len(found),
        "further": [cities[city] for city in found if city not in longest],
        "days": days,
        "paints": {row.paint for each in held for row in each.rows}
        | {part.row.paint for each in held for part in each.parts},
    }
    return render_to_string("factions/_cities_held.html", context)


def held_for(tenures: list[Tenure], days: Days) -> float:
    """The share of the axis that tenures take up."""
    edges = (days.edges(tenure.spell.first, tenure.spell.last) for tenure in tenures)
    return sum(end - begin for begin, end in filter(None, edges))


def held_cities(
    found: Mapping[int, list[Tenure]], cities: Mapping[int, City], days: Days
) -> list[HeldCity]:
    """In the order in which the faction came to hold them first."""
    least = COARSE if sum(map(len, found.values())) > MANY else bands.LEAST
    stretches = {
        city: bands.band([each.spell for each in tenures], days, least=least)
        for city, tenures in found.items()
    }
    shown = [each.spell for band in stretches.values() for each in band]
    latest = [each.spell for tenures in found.values() for each in tenures[-MOST_ROWS:]]
    names = names_of([*shown, *latest])
    ordered = sorted(found, key=lambda city: (found[city][0].spell.first or date.min, city))
    return [held_city(cities[city], found[city], stretches[city], names) for city in ordered]


def held_city(city: City, tenures: list[Tenure], band: list[Stretch], names: Names) -> HeldCity:
    of_spell = {tenure.spell: tenure for tenure in tenures}
    parts = [part(each, of_tenure(of_spell[each.spell], names)) for each in band]
    return HeldCity(city, parts, [of_tenure(each, names) for each in tenures[-MOST_ROWS:]])


def of_tenure(tenure: Tenure, names: Names) -> Row:
    """Its words name the groups it held the city through; its own name stands above them all."""
    told = row(tenure.spell, names)
    groups = words.factions(tenure.through, names)
    through = _("through %(groups)s") % {"groups": groups} if groups else ""
    held = tenure.spell.state == ControlState.HELD
    who = through if held else told.who
    return replace(told, who=who, paint=tenure.paint)
