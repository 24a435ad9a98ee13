"""Advisory locks: who changes what others derive from waits for them, until a transaction ends.

Rows of events are held first, then what factions belong to, then cities, and the edition last.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from django.db import connection

LOCKS = 1024  # at most so many of a kind are held at once; subjects share them


class Lock(IntEnum):
    """What is held: what a faction belongs to, or who held a city."""

    BELONGING = 2015_10_10
    CONTROL = 2016_05_01


def take(lock: Lock, numbers: Iterable[int], *, shared: bool = False) -> None:
    """Holds these subjects, in one order, so that nobody waits in a circle.

    Those who share a lock do not wait for each other.
    """
    function = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        for key in sorted({number % LOCKS for number in numbers}):
            cursor.execute(f"SELECT {function}(%s, %s)", [lock.value, key])
