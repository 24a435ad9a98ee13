"""The database that is measured: on the server of the settings, and nobody else's."""

import os

import django
from django.conf import settings
from django.core.management import CommandError, call_command

NAME = "dateline_bench"


def choose() -> None:
    """Points the settings to the database of the benchmarks, before anything opens another."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    os.environ.setdefault("DATELINE_ENV", "local")
    settings.DATABASES["default"]["NAME"] = NAME
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    # Hashed names of static files need `collectstatic`; they cost a page a look into a dict.
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES["staticfiles"] = {"BACKEND": plain}
    django.setup()


def prepare(events: int, seed: int) -> None:
    """Makes the database if need be, and seeds it; one that holds other events is made anew."""
    make()
    call_command("migrate", verbosity=0)
    try:
        call_command("seed_events", str(events), seed=seed)
    except CommandError:
        make(anew=True)
        call_command("migrate", verbosity=0)
        call_command("seed_events", str(events), seed=seed)


def make(name: str = NAME, *, anew: bool = False) -> None:
    from django.db import connection

    connection.close()
    with connection._nodb_cursor() as cursor:
        if anew:
            cursor.execute(f"DROP DATABASE {name}")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE DATABASE {name}")
