"""Factions: their names, and the allegiances by which a group's events count for a larger one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.actions import permits
from timeline.actions.addresses import keep_old
from timeline.actions.revisions import record
from timeline.models import Edition, Event, Faction, Revision, User
from timeline.models.reading import refresh


@transaction.atomic
def entered(faction: Faction, *, by: User) -> None:
    """A new faction was saved; raises ValidationError if it would be a part of itself."""
    permits.demand(by, "add_faction")
    settle(faction, Revision.Change.ENTERED, by=by)


@transaction.atomic
def saved(faction: Faction, *, by: User | None, old_slug: str = "") -> None:
    """A faction, its spellings and allegiances were saved: the events they concern follow.

    Raises ValidationError if it would be a part of itself at some time. `by` is None where no
    person did it.
    """
    if by:
        permits.demand(by, "change_faction")
    if old_slug and old_slug != faction.slug:
        keep_old(faction, old_slug)
    settle(faction, Revision.Change.CHANGED, by=by)


def settle(faction: Faction, change: Revision.Change, *, by: User | None) -> None:
    refuse_circles(faction)
    refresh(events_of(faction))
    record(faction, change, by=by)
    Edition.objects.move()


def events_of(faction: Faction) -> list[int]:
    """Numbers of the events that name the faction or whatever was ever a part of it."""
    members = Faction.objects.with_members([faction.pk])
    concerned = Event.objects.involving(members, with_groups=False)
    return list(concerned.values_list("pk", flat=True))


def refuse_circles(faction: Faction) -> None:
    if Faction.objects.is_part_of_itself(faction.pk):
        raise ValidationError(
            _("%(faction)s would be a part of itself. Change one of its allegiances.")
            % {"faction": faction}
        )
