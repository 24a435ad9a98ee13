"""One event told twice: its accounts stand together from now on."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.actions import allegiances, control, permits
from timeline.actions.comparing import one_at_a_time
from timeline.actions.events import reason_given
from timeline.actions.merging import pair
from timeline.actions.merging.rows import carry, fill
from timeline.actions.merging.rules import FILLED, RULES
from timeline.actions.revisions import check_promises, record
from timeline.models import Edition, Event, Revision, User
from timeline.models.grading import regrade
from timeline.models.reading import refresh
from timeline.models.vocabulary import Status


@transaction.atomic
def merge_events(
    dropped: Event, *, into: Event, by: User, note: str, seen: pair.Seen = None
) -> None:
    """Sources, factions, parts and findings of `dropped` go over; `into` keeps its own columns.

    What readers saw is withdrawn, and its address leads to what is kept; what they never saw is
    deleted, with its history left. What both have stays where it is. Raises ValidationError where
    `refuse` does, and ChangedMeanwhile if the two are not as `seen`.
    """
    permits.demand(by, "merge_event")
    reason = reason_given(note)
    one_at_a_time()
    pair.hold(dropped, into, seen=seen, beside=dropped.parts.values_list("pk", flat=True))
    refuse(dropped, into)
    pair.let_nobody_refer_to(dropped)
    number, name, was_public = dropped.pk, shown_name(dropped, into), dropped.was_public
    if was_public:
        withdraw(dropped)
    pair.record_going(dropped, into, by=by, note=reason, public=was_public)
    parts = bring_over(dropped, into)
    if was_public:
        pair.lead_on(dropped, into, str(number))
        refresh([number], words=True)
        regrade([number])
    else:
        dropped.delete()
    settle_parts(parts, by=by, note=reason)
    settle(into)
    pair.record_kept(into, number, name, by=by, note=reason, public=into.is_published)
    check_promises()
    control.follow([number, into.pk])
    if into.is_published:
        Edition.objects.move()


def refuse(dropped: Event, into: Event) -> None:
    """Raises ValidationError, in words, if these two cannot be merged this way round."""
    for event in (dropped, into):
        if event.status == Status.WITHDRAWN:
            raise ValidationError(
                _("“%(event)s” was withdrawn; nothing is merged with it.") % {"event": event}
            )
    if dropped.is_published and not into.is_published:
        raise ValidationError(
            _("Readers know “%(event)s”. Keep that one, or publish the other first.")
            % {"event": dropped}
        )
    if dropped in list(above(into))[1:]:
        raise ValidationError(
            _("“%(event)s” is a part of a part of “%(other)s”: they are not the same.")
            % {"event": into, "other": dropped}
        )


def above(event: Event) -> Iterator[Event]:
    """The events that this one is a part of, the nearest first."""
    seen = {event.pk}
    while event.parent is not None and event.parent.pk not in seen:
        event = event.parent
        seen.add(event.pk)
        yield event


def shown_name(dropped: Event, into: Event) -> str:
    """What may be said of it in the history of what is kept: nothing that readers never saw."""
    return dropped.headline if dropped.was_public or not into.is_published else ""


def withdraw(event: Event) -> None:
    event.status, event.changed_at = Status.WITHDRAWN, timezone.now()
    event.save(update_fields=["status", "changed_at"])


def bring_over(dropped: Event, into: Event) -> list[Event]:
    """Has all rows go over; the parts among them."""
    if into.parent_id == dropped.pk:
        into.parent_id = dropped.parent_id
        into.save(update_fields=["parent"])
    moved = [carry(rule, dropped, into) for rule in RULES[Event]]
    fill(into, dropped, FILLED[Event])
    return [row for rows in moved for row in rows.follow if isinstance(row, Event)]


def settle_parts(parts: list[Event], *, by: User, note: str) -> None:
    """They are parts of another event now, which for readers of a published one is a change."""
    for part in parts:
        change = Revision.Change.CORRECTED if part.is_published else Revision.Change.CHANGED
        record(part, change, by=by, note=note)


def settle(event: Event) -> None:
    if event.is_published:
        event.changed_at = timezone.now()
        event.save(update_fields=["changed_at"])
    allegiances.keep(event)
    refresh([event.pk], words=True)
    regrade([event.pk])
