"""Events that were sent back to their author, and what was written with them."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.models import Event, Revision
from timeline.models.vocabulary import Status

SENT = (Revision.Change.SUBMITTED, Revision.Change.RETURNED)


def returns_of(events: Iterable[Event]) -> dict[int, Revision]:
    """Of each draft that was sent back and not submitted again, the revision that says why."""
    drafts = [event.pk for event in events if event.status == Status.DRAFT]
    sent = Revision.objects.filter(subject_kind="event", subject_id__in=drafts, change__in=SENT)
    newest = sent.order_by("subject_id", "-number").distinct("subject_id").select_related("by")
    return {row.subject_id: row for row in newest if row.change == Revision.Change.RETURNED}


def return_of(event: Event) -> Revision | None:
    return returns_of([event]).get(event.pk)
