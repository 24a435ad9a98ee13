"""Several events chosen in the list, submitted or published one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.actions import events, permits
from timeline.admin.entry import EntryAdmin, in_words, who
from timeline.admin.site import site
from timeline.models import Event, User

if TYPE_CHECKING:
    from django.db.models import QuerySet


class Refused(NamedTuple):
    event: Event
    why: str


class BulkDecisions(EntryAdmin[Event]):
    """The actions of the list of events; each event is asked about and done on its own."""

    actions = ("submit_chosen", "publish_chosen")

    def has_submit_permission(self, request: HttpRequest) -> bool:
        return permits.may(who(request), "submit_event")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return permits.may(who(request), "publish_event")

    @admin.action(description=gettext_lazy("Submit for review"), permissions=["submit"])
    def submit_chosen(self, request: HttpRequest, chosen: QuerySet[Event]) -> None:
        done, refused = one_by_one(events.submit, in_order(chosen), by=who(request))
        said = ngettext(
            "%(number)s event submitted for review.",
            "%(number)s events submitted for review.",
            done,
        )
        tell(request, said % {"number": done} if done else "", refused)

    @admin.action(description=gettext_lazy("Publish"), permissions=["publish"])
    def publish_chosen(self, request: HttpRequest, chosen: QuerySet[Event]) -> HttpResponse | None:
        """Asks first: what was public cannot be made as if it had never been."""
        if "confirmed" not in request.POST:
            return to_confirm(request, in_order(chosen))
        done, refused = one_by_one(events.publish, in_order(chosen), by=who(request))
        said = ngettext("%(number)s event published.", "%(number)s events published.", done)
        tell(request, said % {"number": done} if done else "", refused)
        return None


def in_order(chosen: QuerySet[Event]) -> list[Event]:
    return list(Event.objects.among(chosen.order_by().values("pk")).oldest_first())


def one_by_one(
    act: Callable[..., None], chosen: Iterable[Event], *, by: User
) -> tuple[int, list[Refused]]:
    """How many were done, and why the others were not; each is done whole or not at all."""
    done, refused = 0, []
    for event in chosen:
        try:
            act(event, by=by)
        except (ValidationError, IntegrityError) as fault:
            refused.append(Refused(event, " ".join(in_words(fault).messages)))
        except PermissionDenied as fault:
            refused.append(Refused(event, str(fault)))
        else:
            done += 1
    return done, refused


def to_confirm(request: HttpRequest, chosen: list[Event]) -> HttpResponse:
    context = {
        **site.each_context(request),
        "title": _("Publish"),
        "opts": Event._meta,
        "chosen": chosen,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/timeline/event/publish_chosen.html", context)


def tell(request: HttpRequest, done: str, refused: list[Refused]) -> None:
    if done:
        messages.success(request, done)
    if refused:
        messages.warning(request, told(refused))


def told(refused: list[Refused]) -> SafeString:
    """One line for each event that stays as it was, with the reason."""
    lines = format_html_join("", "<li>{}: {}</li>", refused)
    return format_html("{}<ul>{}</ul>", _("These stay as they were:"), lines)
