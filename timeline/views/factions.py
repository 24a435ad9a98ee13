"""All factions; one faction: its names, whom it belonged to and who to it, its timeline."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.caching import kept
from timeline.models import Edition, Event, Faction
from timeline.models.edition import one_state
from timeline.views import lists
from timeline.views.beside import beside_and_against
from timeline.views.cities_held import cities_held
from timeline.views.edition import of_one_edition
from timeline.views.family import over_time
from timeline.views.linked import linked_faction
from timeline.views.places import elsewhere
from timeline.views.timeline import answer
from timeline.vocabulary import vocabulary


@require_safe
@of_one_edition
def index(request: HttpRequest, edition: Edition) -> HttpResponse:
    context = {"edition": edition, "list": lists.factions(edition)}
    return render(request, "factions/index.html", context)


@require_safe
@of_one_edition
def faction(request: HttpRequest, edition: Edition, slug: str) -> HttpResponse:
    entry = vocabulary(edition).faction.get(slug)
    if entry is None:
        return elsewhere(request, edition, Faction, slug)
    about = kept(edition, f"about faction {entry.id}", lambda: describe(entry.id))
    return answer(
        request,
        "factions/page.html",
        about | {"linked": linked_faction(request, about["faction"])},
        edition=edition,
        subject=("faction", slug),
    )


def describe(number: int) -> dict[str, Any]:
    """A faction, and what stands above its timeline, whatever is asked of it."""
    faction = Faction.objects.get(pk=number)
    facts = Event.objects.listed().involving([faction.pk]).facts()
    return {
        "faction": faction,
        "cities_held": cities_held(faction, (facts["first"], facts["last"])),
        "spellings": list(faction.names.exclude(name=faction.called)),
        **beside_and_against(faction),
        **over_time(faction, (facts["first"], facts["last"])),
        "facts": facts,
    }


@require_safe
def colours(request: HttpRequest, edition: int) -> HttpResponse:
    """The factions' colours as one stylesheet; kept for good where it is of the edition named."""
    with one_state():
        now = Edition.objects.current().number
        response = render(
            request,
            "factions/colours.css",
            {"factions": Faction.objects.by_name()},
            content_type="text/css",
        )
    for_good = "public, max-age=31536000, immutable"
    response["Cache-Control"] = for_good if edition == now else "no-cache"
    return response
