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
def saved(faction: Faction, *, by: User | None, old_slug: str = "") -> None:
    """A faction, its spellings and allegiances were saved: the events they concern follow.

    Raises ValidationError if it would be a part of itself at some time. `by` is None where no
    person did it.
    """
    if by:
        permits.demand(by, "change_faction")
    refuse_circles(faction)
    if old_slug and old_slug != faction.slug:
        keep_old(faction, old_slug)
    concerned = Event.objects.involving(
        Faction.objects.with_members([faction.pk]), with_groups=False
    )
    refresh(list(concerned.values_list("pk", flat=True)))
    record(faction, Revision.Change.CHANGED, by=by)
    Edition.objects.move()


def refuse_circles(faction: Faction) -> None:
    if Faction.objects.is_part_of_itself(faction.pk):
        raise ValidationError(
            _("%(faction)s would be a part of itself. Change one of its allegiances.")
            % {"faction": faction}
        )
