"""The demonstration in a database of its own: filled once, for all tests that only read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

from django.core.management import call_command
from django.db import connection, connections
from django.db.backends.utils import CursorWrapper

# The same in all workers of a run, and in no other run.
RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
NAME = f"test_dateline_{RUN}_demonstration"


@contextmanager
def shared() -> Iterator[None]:
    """Keeps the database `NAME` for the block: the first worker fills it, the last one drops it.

    One lock is held shared by all who use it, another by whoever fills or drops it just now. They
    are the server's, held by a connection, so that a worker which dies lets go of them.
    """
    with connection._nodb_cursor() as cursor:
        with alone(cursor):
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME])
            if not cursor.fetchone():
                fill()
            cursor.execute("SELECT pg_advisory_lock_shared(hashtext(%s), 1)", [NAME])
        yield
        with alone(cursor):
            cursor.execute("SELECT pg_advisory_unlock_shared(hashtext(%s), 1)", [NAME])
            cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s), 1)", [NAME])
            if cursor.fetchone()[0]:
                remove()


@contextmanager
def alone(cursor: CursorWrapper) -> Iterator[None]:
    cursor.execute("SELECT pg_advisory_lock(hashtext(%s), 0)", [NAME])
    try:
        yield
    finally:
        cursor.execute("SELECT pg_advisory_unlock(hashtext(%s), 0)", [NAME])


def fill() -> None:
    """Makes a database `NAME` that holds the demonstration, and to which nobody can write."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {NAME}")
    try:
        with used():
            call_command("migrate", verbosity=0)
            call_command("load_demo", stdout=StringIO())
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
                cursor.execute(f"ALTER DATABASE {NAME} SET default_transaction_read_only = on")
    except BaseException:
        remove()
        raise


def remove() -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


@contextmanager
def used() -> Iterator[None]:
    """Whoever asks the database in this block, the thread of a server among them, asks this one."""
    settings = connection.settings_dict
    before = settings["NAME"]
    connections.close_all()
    settings["NAME"] = NAME
    try:
        yield
    finally:
        connections.close_all()
        settings["NAME"] = before
