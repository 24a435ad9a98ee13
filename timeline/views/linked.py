"""What a page says of itself to machines: an event, an article, the site, and the way to it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.exports import as_jsonld
from timeline.exports.as_jsonld import Thing
from timeline.models import Article, City, Edition, Event, Faction


def linked_event(request: HttpRequest, event: Event) -> Thing:
    url = request.build_absolute_uri
    steps = [(_("Cities"), reverse("cities")), step(event.city)] if event.city else [front()]
    return as_jsonld.graph(
        as_jsonld.event(event, url=url), as_jsonld.trail([*steps, step(event)], url=url)
    )


def linked_article(request: HttpRequest, article: Article, events: list[Event]) -> Thing:
    """An article with what was taken from it, and none of its words."""
    url = request.build_absolute_uri
    about = [
        {"@type": "Event", "@id": url(event.get_absolute_url()), "name": event.headline}
        for event in events
    ]
    steps = [front(), (article.title, article.get_absolute_url())]
    return as_jsonld.graph(
        as_jsonld.article(article, url=url) | {"about": about}, as_jsonld.trail(steps, url=url)
    )


def linked_city(request: HttpRequest, city: City) -> Thing:
    url = request.build_absolute_uri
    steps = [(_("Cities"), reverse("cities")), step(city)]
    return as_jsonld.graph(as_jsonld.town(city, url=url), as_jsonld.trail(steps, url=url))


def linked_faction(request: HttpRequest, faction: Faction) -> Thing:
    url = request.build_absolute_uri
    steps = [(_("Factions"), reverse("factions")), step(faction)]
    return as_jsonld.graph(
        as_jsonld.organization(faction, url=url), as_jsonld.trail(steps, url=url)
    )


def linked_front(request: HttpRequest, facts: dict[str, Any], edition: Edition) -> Thing:
    """The site, and the record as a set of data once it holds events that are no demonstration."""
    url, path = request.build_absolute_uri, reverse("timeline")
    site = as_jsonld.site(path, url=url)
    if not facts["events"] or edition.demonstration:
        return as_jsonld.graph(site)
    told = as_jsonld.Facts(
        name=_("Dateline, a timeline of dated events"),
        description=_(
            "What happened, where, who took part, and how well it is known. Every line names its"
            " sources; every doubt is drawn."
        ),
        licence=settings.LICENCE_URL,
        edition=edition.number,
        changed_at=edition.moved_at,
        first=facts["first"],
        last=facts["last"],
    )
    return as_jsonld.graph(site, as_jsonld.record(told, path, url=url))


def front() -> tuple[str, str]:
    return _("Timeline"), reverse("timeline")


def step(thing: City | Faction | Event) -> tuple[str, str]:
    return str(thing), thing.get_absolute_url()
