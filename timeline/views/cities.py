"""All cities; one city: its names and its timeline."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.caching import kept
from timeline.models import City, Edition, Event
from timeline.views import lists
from timeline.views.course import told
from timeline.views.edition import of_one_edition
from timeline.views.linked import linked_city
from timeline.views.places import elsewhere
from timeline.views.timeline import answer
from timeline.vocabulary import vocabulary


@require_safe
@of_one_edition
def index(request: HttpRequest, edition: Edition) -> HttpResponse:
    context = {"edition": edition, "list": lists.cities(edition)}
    return render(request, "cities/index.html", context)


@require_safe
@of_one_edition
def city(request: HttpRequest, edition: Edition, slug: str) -> HttpResponse:
    entry = vocabulary(edition).city.get(slug)
    if entry is None:
        return elsewhere(request, edition, City, slug)
    about = kept(edition, f"about city {entry.id}", lambda: describe(entry.id))
    return answer(
        request,
        "cities/page.html",
        about | {"linked": linked_city(request, about["city"])},
        edition=edition,
        subject=("city", slug),
    )


def describe(number: int) -> dict[str, Any]:
    """A city, and what stands above its timeline, whatever is asked of it."""
    city = City.objects.get(pk=number)
    record = Event.objects.published().in_cities([city.pk])
    span = record.span()  # of refuted events too: the strip has to reach over all it can be asked
    facts = record.not_refuted().facts()
    return {
        "city": city,
        "spellings": list(city.names.exclude(name=city.called)),
        "facts": facts,
        "course": told(city, (span["first"], span["last"])),
    }
