"""What changed in an event since somebody last decided on it."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.differences import Difference, differences
from timeline.models import Event, Revision

Change = Revision.Change
DECIDED = (Change.RETURNED, Change.PUBLISHED, Change.CORRECTED)


@dataclass(frozen=True, slots=True)
class Since:
    """The differences of the event as it is from `before`; `last` made it what it is."""

    before: Revision
    last: Revision
    differences: list[Difference]


def since_decided(event: Event) -> Since | None:
    """Since it was sent back; of what is public, what its last correction changed.

    None where nobody decided on it yet, or where nothing was public before.
    """
    revisions = Revision.objects.of(event).select_related("by").order_by("-number")
    last = revisions.first()
    if last is None:
        return None
    before = revisions.filter(change__in=DECIDED, number__lt=last.number).first()
    if before is None:
        return None
    return Since(before, last, differences(before.snapshot, last.snapshot))


def meanwhile(event: Event, revisions: list[Revision]) -> Since | None:
    """What these revisions, the newest of the event, changed all together."""
    before = Revision.objects.of(event).filter(number__lt=revisions[0].number).last()
    last = revisions[-1]
    return Since(before, last, differences(before.snapshot, last.snapshot)) if before else None
