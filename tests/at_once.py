"""Two at the same moment: a test in its transaction, and somebody who has to wait for it."""

import time
from collections.abc import Callable
from threading import Thread

import pytest
from django.db import connection

PATIENCE_SECONDS = 60


def made_to_wait(act: Callable[[], object]) -> Thread:
    """Has `act` done on a connection of its own, once it waits for a lock of the caller's.

    Join the thread when the caller's transaction has ended.
    """

    def acting() -> None:
        act()
        connection.close()

    other = Thread(target=acting)
    other.start()
    patience = time.monotonic() + PATIENCE_SECONDS
    while not somebody_waits():
        if time.monotonic() > patience:
            pytest.fail("nobody had to wait")
        time.sleep(0.02)
    return other


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        # A transaction is shown the activity as it was when it first asked.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return bool(cursor.rowcount)
