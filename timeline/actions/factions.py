"""Factions: their names, and the allegiances by which a group's events count for a larger one."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import gettext as _

from timeline.actions import allegiances, control, permits
from timeline.actions.addresses import keep_old
from timeline.actions.grading import grade_spoken_for
from timeline.actions.revisions import all_columns, record
from timeline.models import Edition, Event, Faction, Revision, User
from timeline.models.control_told import led_to
from timeline.models.reading import refresh, regroup
from timeline.models.vocabulary import Relation


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
    if stands_anew(faction):
        allegiances.change(Faction.objects.with_members([faction.pk]))
    graded = follow_allegiances(faction)
    if is_spelled_anew(faction):
        follow_spellings(faction)
    Faction.objects.filter(pk=faction.pk).call_anew()
    followed = succeeded_as_recorded(faction)
    record(faction, change, by=by)
    control.follow_factions([faction.pk, *followed], graded=graded)
    Edition.objects.move()


@transaction.atomic
def removed(faction: Faction, *, by: User) -> None:
    """Deletes a faction that nothing names, with its spellings and allegiances."""
    permits.demand(by, "delete_faction")
    led = led_to([faction.pk])
    faction.delete()
    control.follow_factions(led)
    Edition.objects.move()


def follow_allegiances(faction: Faction) -> set[int]:
    """Events that name the faction, or whatever was ever a part of it, count for their groups.

    So do accounts by it for what is said of its groups and parts: the grade tells whose word it is.
    Gives the numbers of the events whose grade moved.
    """
    regroup(Faction.objects.with_members([faction.pk]))
    return grade_spoken_for(faction)


def follow_spellings(faction: Faction) -> None:
    """Events that name the faction are found by all its spellings, and by no others."""
    naming = Event.objects.involving([faction.pk], with_groups=False)
    refresh(list(naming.values_list("pk", flat=True)))


def is_spelled_anew(faction: Faction) -> bool:
    """Whether its name or spellings are others than when it was last recorded."""
    state = as_recorded(faction)
    if not state:
        return True
    recorded = {state["name"], *(row["name"] for row in state["names"])}
    return recorded != {faction.name, *faction.names.values_list("name", flat=True)}


def stands_anew(faction: Faction) -> bool:
    """Whether its allegiances are others than when it was last recorded."""
    now = json.dumps(all_columns(faction.allegiances.all()), cls=DjangoJSONEncoder)
    return bool(as_recorded(faction).get("allegiances", []) != json.loads(now))


def succeeded_as_recorded(faction: Faction) -> set[int]:
    """Numbers of those that it succeeded when it was last recorded, and may do so no more."""
    rows = as_recorded(faction).get("allegiances", ())
    return {row["other_id"] for row in rows if row["relation"] == Relation.SUCCESSOR_OF}


def as_recorded(faction: Faction) -> dict[str, Any]:
    """Its state when it was last recorded, empty if it never was."""
    last = Revision.objects.of(faction).newest_first().first()
    return last.snapshot if last else {}


def refuse_circles(faction: Faction) -> None:
    if Faction.objects.is_part_of_itself(faction.pk):
        raise ValidationError(
            _("%(faction)s would be a part of itself. Change one of its allegiances.")
            % {"faction": faction}
        )
