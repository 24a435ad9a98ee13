"""The family of a faction, over time and on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from timeline import wording
from timeline.caching import kept
from timeline.family import Bond, Family, draw, family_of
from timeline.filters.family import FamilyFilter, address
from timeline.models import Edition, Event, Faction
from timeline.views.edition import of_one_edition
from timeline.views.places import elsewhere, is_canonical, moved
from timeline.vocabulary import meant
from timeline.wording.allegiances import Tie, ties


@dataclass(frozen=True, slots=True)
class Turn:
    """A day on which the family became another, with the factions concerned."""

    day: date
    url: str
    names: str


@require_safe
@of_one_edition
def family(request: HttpRequest, edition: Edition, slug: str) -> HttpResponse:
    """Of the day asked for, or over all of time; 400 with the fault if it cannot be read."""
    faction = Faction.objects.filter(slug=slug).first()
    if faction is None:
        return led_on(request, edition, slug)
    question = FamilyFilter(request.GET, slug)
    if not question.faults and not is_canonical(request, question.address()):
        return HttpResponseRedirect(question.address())
    context = {"faction": faction, "edition": edition, "question": question}
    if not question.faults:
        name = f"family {faction.pk} {question.on} {get_language_bidi()}"
        context |= kept(edition, name, lambda: on_day(faction, question.on))
    status = 400 if question.faults else 200
    return render(request, "factions/family.html", context, status=status)


def led_on(request: HttpRequest, edition: Edition, words: str) -> HttpResponse:
    """To the family of the one faction that is meant, else as other addresses of factions lead."""
    slugs = meant("faction", words)
    if len(slugs) != 1:
        return elsewhere(request, edition, Faction, words)
    query = request.META.get("QUERY_STRING", "")
    return moved(f"{address(slugs[0])}?{query}" if query else address(slugs[0]))


def over_time(faction: Faction, record: Iterable[date | None]) -> dict[str, Any]:
    """The drawing and the words; `record` are the first and last day of its events."""
    found = family_of(faction)
    return {
        "drawing": draw(found, record, mirrored=get_language_bidi()),
        "ties": grouped(ties(found.bonds)),
        "bonds": len(found.bonds),
    }


def on_day(faction: Faction, day: date | None) -> dict[str, Any]:
    found = family_of(faction)
    span = Event.objects.listed().involving([faction.pk]).span()
    record = (span["first"], span["last"])
    told = ties(found.on(day).bonds, on=day) if day else ties(found.bonds)
    turns = turns_of(found)
    return {
        "on": day,
        "drawing": draw(found, record, on=day, mirrored=get_language_bidi()),
        "ties": grouped(told),
        "bonds": len(found.bonds),
        "turns": turns,
        "previous": next((turn for turn in reversed(turns) if day and turn.day < day), None),
        "next": next((turn for turn in turns if day and turn.day > day), None),
    }


def grouped(told: Iterable[Tie]) -> list[tuple[str, list[Tie]]]:
    return [(label, list(each)) for label, each in groupby(told, key=lambda tie: tie.label)]


def turns_of(found: Family) -> list[Turn]:
    slug = found.faction.slug
    return [Turn(day, address(slug, day), names(found.bonds, day)) for day in found.turns]


def names(bonds: Iterable[Bond], day: date) -> str:
    return wording.listed(dict.fromkeys(bond.other.called for bond in bonds if day in bond.turns))
