"""The page of an event as readers would see it, for those who may see what is not public."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from timeline.actions import permits
from timeline.models import Edition, Event, User
from timeline.models.edition import one_state
from timeline.views.events import page_context


@never_cache
@require_safe
def event(request: HttpRequest, number: int) -> HttpResponse:
    """What is public is shown at its own address; what has no date yet has no page."""
    if not permits.may(cast(User, request.user), "view_event"):
        raise PermissionDenied
    with one_state():
        edition = Edition.objects.current()
        found = get_object_or_404(Event.objects.with_accounts().with_texts(), pk=number)
        if found.was_public:
            return redirect(found)
        if found.sorted_on is None:
            messages.warning(request, _("Without a date it has no page yet: give one first."))
            return redirect("admin:timeline_event_change", number)
        return render(request, "events/preview.html", page_context(request, edition, found))
