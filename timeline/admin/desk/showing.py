"""The page of the desk around whatever is at hand, whole or its right half for htmx."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from timeline.actions import permits
from timeline.admin.desk.addresses import desk_of
from timeline.admin.desk.at_hand import AtHand
from timeline.admin.desk.pointing import pointed
from timeline.admin.entry import who
from timeline.admin.site import site
from timeline.desk import Reading, known
from timeline.desk.names import meanings
from timeline.models import Article, Edition, Revision, User

PAGE, RIGHT = "admin/timeline/desk/page.html", "admin/timeline/desk/_part.html"
MOST_NAMES_LISTED = 1_000  # beyond that the list weighs more than it helps; any name may be typed


def shown(request: HttpRequest, hand: AtHand) -> TemplateResponse:
    template = RIGHT if part_asked_for(request) == "right" else PAGE
    return TemplateResponse(request, template, about(request, hand.reading) | {"hand": hand})


def article_of(request: HttpRequest, number: int) -> Article:
    """The article, if whoever is signed in may look at it."""
    if not permits.may(who(request), "view_article"):
        raise PermissionDenied
    return get_object_or_404(Article.objects.select_related("outlet", "reader"), pk=number)


def part_asked_for(request: HttpRequest) -> str:
    """The id of the part that htmx replaces; empty for the whole page."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return str(htmx.target or "") if htmx and not htmx.history_restore_request else ""


def about(request: HttpRequest, reading: Reading) -> dict[str, Any]:
    """What all parts of the page are made from."""
    article, user = reading.article, who(request)
    return {
        **site.each_context(request),
        "opts": Article._meta,
        "title": article.title,
        "article": article,
        "reading": reading,
        "pointed": pointed(request, reading),
        "edition": Edition.objects.current(),
        "here": desk_of(article),
        "is_reader": article.reader_id == user.pk,
        "may_read": permits.may(user, "change_article"),
        "may_add_event": permits.may(user, "add_event"),
        "returned": returned(reading),
        **about_names(reading, user),
    }


def about_names(reading: Reading, user: User) -> dict[str, Any]:
    """What may be done about names that no list has, and the names that it may be done with."""
    if not reading.unknown:
        return {"meanings": {}}
    names = known(Edition.objects.current())
    listed = sorted({*names.city_names.values(), *names.faction_names.values()})
    return {
        "meanings": meanings(reading),
        "names_known": listed[:MOST_NAMES_LISTED],
        "may_add_city": permits.may(user, "add_city"),
        "may_spell_cities": permits.may(user, "change_city"),
    }


def returned(reading: Reading) -> set[int]:
    """Drafts among its events that were sent back and not submitted again."""
    return Revision.objects.sent_back([taken.event.pk for taken in reading.events])
