"""The page on which an earlier state of an event is looked at, and brought back with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from timeline.actions import permits, restoring
from timeline.actions.conflicts import demand_unchanged, latest
from timeline.actions.revisions import snapshot
from timeline.admin.entry import in_words, who
from timeline.admin.site import site
from timeline.differences import differences
from timeline.models import Event, Revision


class RestoreForm(forms.Form):
    note = forms.CharField(
        label=_("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a sentence. It is kept with the change."),
    )
    public = forms.BooleanField(label=_("Show to readers"), required=False, initial=True)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, event: Event, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = latest(event)
        if not event.is_published:
            del self.fields["public"]


def urls(admin_site: AdminSite) -> list[URLPattern]:
    return [
        path(
            "<int:number>/history/<int:state>/restore/",
            admin_site.admin_view(look),
            name="timeline_event_restore",
        )
    ]


def look(request: HttpRequest, number: int, state: int) -> HttpResponse:
    """The state, what bringing it back would change, and the form that does it."""
    if not (permits.may(who(request), "view_event") or permits.may(who(request), "change_event")):
        raise PermissionDenied
    event = get_object_or_404(Event, pk=number)
    revision = get_object_or_404(Revision.objects.of(event), number=state)
    form = RestoreForm(event, request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and brought_back(request, event, revision, form)
    ):
        messages.success(request, gettext("Brought back."))
        return redirect("admin:timeline_event_history", event.pk)
    return TemplateResponse(
        request,
        "admin/timeline/event/restore.html",
        about(request, event, revision) | {"form": form},
    )


def brought_back(request: HttpRequest, event: Event, revision: Revision, form: RestoreForm) -> bool:
    given = form.cleaned_data
    try:
        with transaction.atomic():
            restoring.wait_for_wholes(revision)
            demand_unchanged(event, seen=given["seen"])
            restoring.restore(
                event,
                revision,
                by=who(request),
                note=given["note"],
                public=given.get("public", False),
            )
    except (ValidationError, IntegrityError) as refused:
        form.add_error(None, in_words(refused))
        sent = request.POST.copy()
        sent["seen"] = str(latest(event))
        form.data = sent
        return False
    return True


def about(request: HttpRequest, event: Event, revision: Revision) -> dict[str, Any]:
    event.refresh_from_db()
    return {
        **site.each_context(request),
        "opts": Event._meta,
        "event": event,
        "revision": revision,
        "title": pgettext("of an event", "State %(number)s") % {"number": revision.number},
        "state": differences(None, revision.snapshot),
        "changes": differences(snapshot(event), revision.snapshot),
        "may": permits.may_edit(who(request), event),
    }
