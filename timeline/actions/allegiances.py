"""Who names a faction in an event, and who changes what it belongs to, wait for each other.

Else the one would count the event for the groups of before, and the other not see the event.
"""

from __future__ import annotations

from collections.abc import Collection

from timeline.actions.locks import Lock, take
from timeline.models import Event, Participation


def keep(event: Event) -> None:
    """What the factions that the event names belong to stays until the transaction ends."""
    named = Participation.objects.filter(event=event).values_list("faction", flat=True)
    take(Lock.BELONGING, named, shared=True)


def change(factions: Collection[int]) -> None:
    """Waits for whoever saves an event that names one of these, and lets nobody name them."""
    naming = Event.objects.involving(factions, with_groups=False).order_by("pk")
    list(naming.select_for_update(no_key=True).values_list("pk"))
    take(Lock.BELONGING, factions)
