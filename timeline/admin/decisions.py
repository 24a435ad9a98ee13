"""Pages on which an editor returns or withdraws an event and says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from timeline.actions import events, permits
from timeline.actions.conflicts import ChangedMeanwhile, demand_unchanged, latest
from timeline.admin import changing
from timeline.admin.entry import who
from timeline.admin.site import site
from timeline.models import Event, Revision
from timeline.models.vocabulary import Status

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Decision(NamedTuple):
    act: Callable[..., None]
    permission: str
    status: Status
    title: StrOrPromise
    consequence: StrOrPromise
    done: StrOrPromise


DECISIONS = {
    "return": Decision(
        events.return_to_author,
        "return_event",
        Status.SUBMITTED,
        _("Return to its author"),
        _("It becomes a draft again. Say what should be done; its author reads it in the history."),
        _("Returned to its author."),
    ),
    "withdraw": Decision(
        events.withdraw,
        "withdraw_event",
        Status.PUBLISHED,
        _("Withdraw"),
        _(
            "It goes from the timeline at once. Its address stays and says why it went: readers"
            " see the sentence that you write here. This cannot be taken back: if it happened"
            " after all, it is entered anew as an event of its own."
        ),
        _("Withdrawn. Its address now says why."),
    ),
}


class ReasonForm(forms.Form):
    """`seen` is the number of the revision that whoever decides was shown."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    note = forms.CharField(label=_("Why"), max_length=1000, widget=forms.Textarea({"rows": 3}))


def is_open(name: str, request: HttpRequest, event: Event) -> bool:
    """Whether this decision can be taken on the event by whoever is signed in."""
    decision = DECISIONS[name]
    return event.status == decision.status and permits.may(who(request), decision.permission)


def decide(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Asks why, then acts on what was seen; a refusal keeps the reason in its field."""
    decision = DECISIONS[name]
    if not permits.may(who(request), decision.permission):
        raise PermissionDenied
    # Asked for before the event is read: a change that comes between the two is noticed.
    seen = latest(Event(pk=number))
    event, form = find(number), ReasonForm(request.POST or None, initial={"seen": seen})
    try:
        if form.is_valid() and carried_out(decision, event, form, request):
            messages.success(request, decision.done)
            return redirect("admin:timeline_event_change", event.pk)
    except ChangedMeanwhile as changed:
        return shown_anew(request, number, decision, form, changed.revisions)
    return shown(request, event, decision, form)


def shown_anew(
    request: HttpRequest,
    number: int,
    decision: Decision,
    form: ReasonForm,
    meanwhile: list[Revision],
) -> HttpResponse:
    """The event as it is by now, what others changed in it, and the reason as it was typed."""
    again = ReasonForm(initial={**form.cleaned_data, "seen": meanwhile[-1].number})
    changed = changing.meanwhile(find(number), meanwhile)
    return shown(request, find(number), decision, again, meanwhile=meanwhile, changed=changed)


def find(number: int) -> Event:
    event = Event.objects.filter(pk=number).first()
    if event is None:
        raise Http404
    return event


def carried_out(decision: Decision, event: Event, form: ReasonForm, request: HttpRequest) -> bool:
    given = form.cleaned_data
    try:
        with transaction.atomic():
            demand_unchanged(event, seen=given["seen"])
            event.refresh_from_db()
            decision.act(event, by=who(request), note=given["note"])
    except ChangedMeanwhile:
        raise
    except ValidationError as refusal:
        form.add_error(None, ValidationError(refusal.messages))
        return False
    return True


def shown(
    request: HttpRequest, event: Event, decision: Decision, form: ReasonForm, **told: Any
) -> HttpResponse:
    context = {
        **site.each_context(request),
        "opts": Event._meta,
        "event": event,
        "decision": decision,
        "title": decision.title,
        "form": form,
        **told,
    }
    return TemplateResponse(request, "admin/timeline/event/decision.html", context)
