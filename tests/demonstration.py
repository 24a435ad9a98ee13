"""The demonstration in a database of its own: filled once, for all tests that only read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

from django.core.management import call_command
from django.db import connection, connections

NAME = f"test_dateline_{os.getpid()}_demonstration"


def fill() -> None:
    """Makes a database `NAME` that holds the demonstration, and to which nobody can write."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {NAME}")
    with used():
        call_command("migrate", verbosity=0)
        call_command("load_demo", stdout=StringIO())
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            cursor.execute(f"ALTER DATABASE {NAME} SET default_transaction_read_only = on")


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
