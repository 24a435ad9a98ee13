"""The two that are merged: held in one order, so that nobody waits in a circle, and told of."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.actions.conflicts import demand_unchanged
from timeline.actions.merging.rules import Mergeable
from timeline.actions.revisions import record
from timeline.models import Event, OldAddress, Revision, User

Seen = tuple[int, int] | None
"""The numbers of the revisions of what goes and of what is kept that were looked at."""


def hold(
    dropped: Mergeable, into: Mergeable, *, seen: Seen = None, beside: Collection[int] = ()
) -> None:
    """Waits for whoever changes either, and sees what they made of it.

    `beside` are numbers of others of their kind that are held too. Raises ValidationError if the
    two are one, or if one of them is gone, and ChangedMeanwhile if they are not as `seen`.
    """
    if dropped.pk == into.pk:
        raise ValidationError(_("Choose another one: nothing is merged with itself."))
    rows = type(into)._default_manager.select_for_update(no_key=True).order_by("pk")
    held = {row.pk for row in rows.filter(pk__in={dropped.pk, into.pk, *beside})}
    if not {dropped.pk, into.pk} <= held:
        raise ValidationError(_("One of the two is gone by now: merged or deleted meanwhile."))
    for subject, number in zip((dropped, into), seen or (), strict=False):
        demand_unchanged(subject, seen=number)
    dropped.refresh_from_db()
    into.refresh_from_db()


def let_nobody_refer_to(dropped: Mergeable) -> None:
    """Waits for those who save something that leads to it, and refuses the next ones."""
    type(dropped)._default_manager.select_for_update().get(pk=dropped.pk)


def hold_events(events: Collection[int]) -> None:
    list(
        Event.objects.filter(pk__in=events)
        .select_for_update(no_key=True)
        .order_by("pk")
        .values_list("pk")
    )


def lead_on(dropped: Mergeable, into: Mergeable, old: str) -> None:
    """The address `old`, and all that led to what goes, lead to what is kept."""
    addresses = OldAddress.objects.filter(kind=into._meta.model_name)
    addresses.filter(target=dropped.pk).update(target=into.pk)
    addresses.update_or_create(kind=into._meta.model_name, slug=old, defaults={"target": into.pk})


def record_going(dropped: Mergeable, into: Mergeable, *, by: User, note: str, public: bool) -> None:
    """The last revision of what goes says what it was merged into."""
    told = {"merged_into": into.pk, "merged_into_name": str(into)}
    record(dropped, Revision.Change.MERGED, by=by, note=note, public=public, told=told)


def record_kept(
    into: Mergeable, number: int, name: str, *, by: User, note: str, public: bool
) -> None:
    """A revision of what is kept says what was merged into it; "" keeps a name secret."""
    told = {"merged_with": {"id": number, "name": name}}
    record(into, Revision.Change.MERGED, by=by, note=note, public=public, told=told)
