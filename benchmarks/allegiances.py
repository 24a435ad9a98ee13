"""`python -m benchmarks.allegiances`: how long all events take to follow what a faction belongs to.

A group of which every faction is a part joins another, has that day mended, and leaves again;
two that it belonged to are merged; one that is named in many events is merged into another. Each is
a transaction of its own, after the database has cleaned up; all is undone at the end. Beside the
time that passes stands that of the processor, in this process and in the database's: other work on
the machine counts for little in it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from benchmarks import database

if TYPE_CHECKING:
    from timeline.models import Allegiance, Faction, User

EVENTS = 100_000
MOST_SECONDS = 10
MADE = "measured-"  # how addresses begin of what is made to measure by
JOINED, MENDED = date(2016, 1, 1), date(2013, 1, 1)


def main() -> None:
    """A time over the budget is only said: it depends on the machine, and what else that does."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.allegiances")
    parser.add_argument("events", type=int, nargs="?", default=EVENTS, help="how many to seed")
    database.choose()
    database.prepare(parser.parse_args().events, 1)
    from benchmarks.report import machine, server

    say(f"{server()}, {machine()}")
    forget()
    try:
        slowest = max(measured())
        merge_named()
    finally:
        forget()
    holds = "within" if slowest <= MOST_SECONDS else "OVER"
    say(f"slowest: {slowest:.1f} s of the processor, of {MOST_SECONDS} s: {holds} the budget")


def measured() -> Iterator[float]:
    """Seconds of the processor for each change of what the group of all belongs to."""
    from timeline.actions import factions
    from timeline.actions.merging import merge_factions

    everybody, larger, twin = everyone(), made("Larger"), made("Twin")
    link = join(everybody, larger, JOINED)
    yield timed("joins a larger group", lambda: factions.saved(everybody, by=None))
    link.since_earliest = link.since_latest = MENDED
    link.save()
    yield timed("has that day mended", lambda: factions.saved(everybody, by=None))
    link.delete()
    yield timed("leaves it again", lambda: factions.saved(everybody, by=None))
    join(everybody, twin, JOINED)
    factions.saved(everybody, by=None)
    by = administrator()
    yield timed(
        "what it belongs to is merged",
        lambda: merge_factions(twin, into=larger, by=by, note="measured"),
    )


def merge_named() -> None:
    """A faction that events name themselves: each of them gets a revision of its own."""
    from django.db import transaction

    from timeline.actions.merging import merge_factions
    from timeline.models import Event, Faction

    counted = Event.objects.per_faction(with_groups=False)
    fewest, most = min(counted, key=counted.__getitem__), max(counted, key=counted.__getitem__)
    dropped, into = Faction.objects.get(pk=fewest), Faction.objects.get(pk=most)
    by = administrator()
    with transaction.atomic():
        timed(
            f"one named in {counted[fewest]:,} events is merged into one in {counted[most]:,}",
            lambda: merge_factions(dropped, into=into, by=by, note="measured"),
        )
        transaction.set_rollback(True)


def everyone() -> Faction:
    """A group of which every faction was always a part; all events count for it."""
    from timeline.models import Event, Faction
    from timeline.models.reading import regroup

    parts = list(Faction.objects.all())
    group = made("Everybody")
    for part in parts:
        join(part, group, None)
    regroup([part.pk for part in parts])
    say(f"{Event.objects.involving([group.pk]).count():,} events concerned")
    return group


def forget() -> None:
    """Takes away what was made to measure by, and has the events follow."""
    from timeline.models import Allegiance, Faction, OldAddress
    from timeline.models.reading import regroup

    measured = Faction.objects.filter(slug__startswith=MADE)
    Allegiance.objects.filter(other__in=measured).delete()
    measured.delete()
    OldAddress.objects.filter(slug__startswith=MADE).delete()
    regroup(list(Faction.objects.values_list("pk", flat=True)))


def made(name: str) -> Faction:
    from timeline.actions import factions
    from timeline.models import Faction
    from timeline.models.vocabulary import FactionKind

    slug = f"{MADE}{name.lower()}"
    faction = Faction.objects.create(name=name, slug=slug, kind=FactionKind.COALITION)
    factions.saved(faction, by=None)
    return faction


def join(part: Faction, group: Faction, since: date | None) -> Allegiance:
    from timeline.models import Allegiance
    from timeline.models.vocabulary import Relation

    return Allegiance.objects.create(
        faction=part,
        other=group,
        relation=Relation.PART_OF,
        since_printed=str(since or ""),
        since_earliest=since,
        since_latest=since,
        source="measured",
    )


def administrator() -> User:
    from timeline.models import User

    return User.objects.get_or_create(username="measured", is_superuser=True)[0]


def timed(what: str, act: Callable[[], object]) -> float:
    clean_up()
    begun, worked = perf_counter(), processor()
    act()
    passed, worked = perf_counter() - begun, processor() - worked
    say(f"{what}: {passed:.1f} s, of the processor {worked:.1f} s")
    return worked


def clean_up() -> None:
    """As the database does by itself in time; not within a transaction."""
    from django.db import connection

    if not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE timeline_event")


def processor() -> float:
    """Seconds that this process worked and, on Linux, the database for it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Path(f"/proc/{cursor.fetchone()[0]}/stat")
    if not server.exists():
        return process_time()
    user, system = server.read_text().rpartition(")")[2].split()[11:13]
    return process_time() + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
