"""`python -m benchmarks.allegiances`: how long all events take to follow what a faction belongs to.

A group of which every faction is a part joins another, has that day mended, and leaves again;
two that it belonged to are merged; one that is named in many events is merged into another. All
of it is undone at the end.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks import database

if TYPE_CHECKING:
    from timeline.models import Allegiance, Faction, User

EVENTS = 100_000
MOST_SECONDS = 10
JOINED, MENDED = date(2016, 1, 1), date(2013, 1, 1)


def main() -> int:
    """1 if a change of what all events count for takes longer than its budget."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.allegiances")
    parser.add_argument("events", type=int, nargs="?", default=EVENTS, help="how many to seed")
    database.choose()
    database.prepare(parser.parse_args().events, 1)
    from django.db import transaction

    from benchmarks.report import machine, server

    say(f"{server()}, {machine()}")
    with transaction.atomic():
        slowest = max(measured())
        merge_named()
        transaction.set_rollback(True)
    holds = slowest <= MOST_SECONDS
    say(f"slowest: {slowest:.1f} s of {MOST_SECONDS} s: {'within' if holds else 'OVER'} the budget")
    return 0 if holds else 1


def measured() -> Iterator[float]:
    """Seconds of each change of what the group of all belongs to."""
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
    from timeline.actions.merging import merge_factions
    from timeline.models import Event, Faction

    counted = Event.objects.per_faction(with_groups=False)
    fewest, most = min(counted, key=counted.__getitem__), max(counted, key=counted.__getitem__)
    dropped, into = Faction.objects.get(pk=fewest), Faction.objects.get(pk=most)
    by = administrator()
    timed(
        f"one named in {counted[fewest]:,} events is merged into one named in {counted[most]:,}",
        lambda: merge_factions(dropped, into=into, by=by, note="measured"),
    )


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


def made(name: str) -> Faction:
    from timeline.actions import factions
    from timeline.models import Faction
    from timeline.models.vocabulary import FactionKind

    slug = f"measured-{name.lower()}"
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
    with clock() as seconds:
        act()
    say(f"{what}: {seconds[0]:.1f} s")
    return seconds[0]


@contextmanager
def clock() -> Iterator[list[float]]:
    spent = [0.0]
    begun = perf_counter()
    yield spent
    spent[0] = perf_counter() - begun


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
