"""Which buttons the form of an event has."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from timeline.actions import permits
from timeline.admin import decisions
from timeline.admin.entry import who
from timeline.models import Event
from timeline.models.vocabulary import Status


def buttons(request: HttpRequest, event: Event | None) -> dict[str, bool]:
    """By the status of the event, None for a new one, and by who looks at it."""
    return {
        "submit": may_submit(request, event),
        "publish": may_publish(request, event),
        "correct": may_save(request, event) and event is not None and event.was_public,
        "review": event is not None and permits.may(who(request), "publish_event"),
        **{
            name: event is not None and decisions.is_open(name, request, event)
            for name in decisions.DECISIONS
        },
    }


def may_save(request: HttpRequest, event: Event | None) -> bool:
    return event is None or permits.may_edit(who(request), event)


def may_submit(request: HttpRequest, event: Event | None) -> bool:
    draft = event is None or event.status == Status.DRAFT
    return draft and may_save(request, event) and permits.may(who(request), "submit_event")


def may_publish(request: HttpRequest, event: Event | None) -> bool:
    if event is not None and event.was_public:
        return False
    own = event is None or event.entered_by_id == who(request).pk
    if own and settings.TWO_PERSON_RULE:
        return False
    return may_save(request, event) and permits.may(who(request), "publish_event")
