"""Who names a faction in an event, and who changes what it belongs to, wait for each other.

Else the one would count the event for the groups of before, and the other not see the event.
Rows of events are held before these locks, cities and the edition after them.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db import connection

from timeline.models import Event, Participation

LOCK = 2015_10_10  # names the locks of what factions belong to
LOCKS = 1024  # at most so many are held at once; factions share them


def keep(event: Event) -> None:
    """What the factions that the event names belong to stays until the transaction ends."""
    named = Participation.objects.filter(event=event).values_list("faction", flat=True)
    take("pg_advisory_xact_lock_shared", set(named))


def change(factions: Collection[int]) -> None:
    """Waits for whoever saves an event that names one of these, and lets nobody name them."""
    naming = Event.objects.involving(factions, with_groups=False).order_by("pk")
    list(naming.select_for_update(no_key=True).values_list("pk"))
    take("pg_advisory_xact_lock", factions)


def take(lock: str, factions: Collection[int]) -> None:
    """In one order, so that nobody waits in a circle."""
    with connection.cursor() as cursor:
        for key in sorted({faction % LOCKS for faction in factions}):
            cursor.execute(f"SELECT {lock}(%s, %s)", [LOCK, key])
