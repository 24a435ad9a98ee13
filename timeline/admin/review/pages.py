"""The queue of what waits, and the screen on which one event is decided."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from timeline.actions import permits
from timeline.actions.conflicts import ChangedMeanwhile, latest
from timeline.admin import changing
from timeline.admin.entry import who
from timeline.admin.review import deciding
from timeline.admin.review.deciding import DecisionForm, Way
from timeline.admin.review.onwards import WayBack, author_asked_for, queue_query, review_of
from timeline.admin.review.quoting import quoted_articles
from timeline.admin.site import site
from timeline.admin.waiting import Place, authors, listed, place_of, waiting
from timeline.checks import Check, checks
from timeline.models import Edition, Event, Revision
from timeline.models.vocabulary import Status

A_PAGE = 50


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for review, longest waiting first."""
    demand_reviewer(request)
    author = author_asked_for(request)
    page = Paginator(listed(waiting(author)), A_PAGE).get_page(request.GET.get("page"))
    context = {
        **site.each_context(request),
        "title": _("For review"),
        "opts": Event._meta,
        "page": page,
        "authors": list(authors()),
        "author": author,
        "query": queue_query(author),
    }
    return TemplateResponse(request, "admin/timeline/review/queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, number: int) -> HttpResponse:
    """One event, what it rests on, and the decision."""
    demand_reviewer(request)
    if request.method == "POST":
        return decide(request, number)
    # Asked for before the event is read: a change that comes between the two is noticed.
    seen = latest(Event(pk=number))
    return screen(request, found(number), DecisionForm(initial={"seen": seen}))


def decide(request: HttpRequest, number: int) -> HttpResponse:
    """Does what was decided and goes on to the next; a refusal keeps the reason as typed."""
    event, form = found(number), DecisionForm(request.POST)
    place = place_of(event, author_asked_for(request))
    if not form.is_valid():
        return screen(request, event, form)
    try:
        deciding.carry_out(event, form, by=who(request))
    except ChangedMeanwhile as changed:
        return shown_anew(request, found(number), form, changed.revisions)
    except ValidationError as refused:
        form.add_error(None, refused)
        return screen(request, found(number), form)
    say_done(request, event, form.cleaned_data["decision"])
    return onwards(event, place, author_asked_for(request))


def shown_anew(
    request: HttpRequest, event: Event, form: DecisionForm, meanwhile: list[Revision]
) -> HttpResponse:
    """The event as it is by now, what others changed in it, and the reason as it was typed."""
    kept = {**form.cleaned_data, "seen": meanwhile[-1].number}
    changed = changing.meanwhile(event, meanwhile)
    again = DecisionForm(initial=kept)
    return screen(request, event, again, meanwhile=meanwhile, changed=changed)


def screen(request: HttpRequest, event: Event, form: DecisionForm, **told: Any) -> HttpResponse:
    author, user = author_asked_for(request), who(request)
    checked = checks(event, reviewer=user)
    ways = deciding.open_ways(request, event)
    if event.status == Status.SUBMITTED:
        offer(form, ways, checked)
    context = {
        **site.each_context(request),
        "title": event.headline,
        "opts": Event._meta,
        "event": event,
        "edition": Edition.objects.current(),
        "articles": quoted_articles(event),
        "since": changing.since_decided(event),
        "comparisons": event.comparisons.select_related("other", "by"),
        "checks": checked,
        "form": form,
        "ways": ways,
        "kept_from": deciding.is_kept_from(user, event),
        "may_correct": event.is_published and permits.may_edit(user, event),
        "may_merge": permits.may(user, "merge_event"),
        "place": place_of(event, author),
        "query": queue_query(author),
        "from_here": urlencode(WayBack(event.pk, author, None).query),
        **told,
    }
    return TemplateResponse(request, "admin/timeline/review/page.html", context)


def offer(form: DecisionForm, ways: list[Way], checked: list[Check]) -> None:
    """Publishing is chosen beforehand where no check speaks against it."""
    may_publish = any(way.name == "publish" for way in ways)
    if may_publish and not any(check.passed is False for check in checked):
        form.initial.setdefault("decision", "publish")


def demand_reviewer(request: HttpRequest) -> None:
    if not permits.may(who(request), "publish_event"):
        raise PermissionDenied(_("Reviewing is for editors."))


def found(number: int) -> Event:
    """With what the entry in the list shows; 404 where there is none."""
    event = Event.objects.with_sources().select_related("city", "entered_by").filter(pk=number)
    if (one := event.first()) is None:
        raise Http404
    return one


def say_done(request: HttpRequest, event: Event, decision: str) -> None:
    address = review_of(event.pk, None)
    link = format_html('<a href="{}">{}</a>', address, event)
    done = deciding.BY_NAME[decision].done
    messages.success(request, format_html("{}: {}", done, link))


def onwards(event: Event, place: Place, author: int | None) -> HttpResponse:
    """To the next that waits, or to the queue where none does; back to what did not wait."""
    following = (place.next or place.previous) if place.number else event.pk
    return redirect(review_of(following, author))
