"""The page of one event."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.changes import told
from timeline.models import Edition, Event, OldAddress, Revision
from timeline.models.grading import assessments
from timeline.views.citing import cited, to_cite
from timeline.views.edition import of_one_edition
from timeline.views.linked import linked_event
from timeline.views.places import as_asked, is_asked_at, moved


@require_safe
@of_one_edition
def event(request: HttpRequest, edition: Edition, number: int, slug: str = "") -> HttpResponse:
    """One event; merged ones lead on, withdrawn ones answer 410 and say why they went."""
    found = Event.objects.with_accounts().with_texts().filter(pk=number).first()
    if found is None or not found.is_published:
        return gone(request, edition, number, found)
    if not is_asked_at(request, found.get_absolute_url()):
        return moved(as_asked(request, found.get_absolute_url()))
    context = page_context(request, edition, found)
    context["cited"] = cited(request, context["changes"])
    context["linked"] = linked_event(request, found)
    return render(request, "events/page.html", context)


def gone(request: HttpRequest, edition: Edition, number: int, found: Event | None) -> HttpResponse:
    """To what it was merged into; else 410 for what readers knew, and 404 for what they did not."""
    old = OldAddress.objects.filter(kind=OldAddress.Kind.EVENT, slug=str(number)).first()
    target = Event.objects.filter(pk=old.target).first() if old else None
    if target is not None and target.was_public:
        return moved(target.get_absolute_url())
    if found is None or not found.was_public:
        raise Http404
    return withdrawn(request, edition, found)


def withdrawn(request: HttpRequest, edition: Edition, event: Event) -> HttpResponse:
    revision = Revision.objects.of(event).public().filter(change=Revision.Change.WITHDRAWN).last()
    context = {"edition": edition, "event": event, "revision": revision}
    return render(request, "events/withdrawn.html", context, status=410)


def page_context(request: HttpRequest, edition: Edition, event: Event) -> dict[str, Any]:
    history = list(Revision.objects.of(event).public().order_by("-number"))
    beside = Event.objects.listed().filter(city=event.city_id)
    return {
        "edition": edition,
        "event": event,
        "citations": list(event.citations.all()),
        "assessment": assessments([event.pk])[event.pk],
        "revisions": history,
        "changes": told(history),
        **to_cite(request, event, history),
        "previous": beside.earlier_than(event.position).newest_first().first(),
        "next": beside.later_than(event.position).oldest_first().first(),
        "parts": Event.objects.published().filter(parent=event).oldest_first(),
        "month_url": month_url(event),
    }


def month_url(event: Event) -> str:
    path = event.city.get_absolute_url() if event.city else reverse("timeline")
    month = f"{event.sorted_on:%Y-%m}"
    return f"{path}?from={month}&to={month}"
