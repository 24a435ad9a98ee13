"""Loading the demonstration from its files, as often as one likes."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.db import transaction

from timeline.actions import control
from timeline.importers.demo import files
from timeline.importers.demo.accounts import desk
from timeline.importers.demo.dispatches import bring_dispatches
from timeline.importers.demo.events import World, bring_event, kept_events
from timeline.importers.demo.removal import ids, purge, unused_articles
from timeline.importers.demo.world import bring_city, bring_factions, bring_outlet
from timeline.models import Article, City, Dataset, Edition, Event
from timeline.models.dataset import DEMONSTRATION
from timeline.models.vocabulary import Grade

FOLDER = settings.BASE_DIR / "timeline" / "demo"


class Loaded(NamedTuple):
    """How many events came to be, were brought to the files' state, stood as they were, went."""

    added: int
    changed: int
    unchanged: int
    removed: int


def holds_other_events() -> bool:
    """Whether any event is not the demonstration's."""
    return Event.objects.exclude(dataset__slug=DEMONSTRATION).exists()


@transaction.atomic
def load(folder: Path = FOLDER) -> Loaded:
    """Brings the demonstration in the database to the state of the files, in one transaction.

    What is as the files say is left untouched, so a second time adds and changes nothing. Where a
    newsroom has a city, faction or outlet of the same address already, that one is used as it is.
    """
    told = files.read(folder)
    control.hold(City.objects.values_list("pk", flat=True))  # before the first edition moves
    world = bring_world(told)
    done = Counter(bring_event(happening, world) for happening in told.happenings)
    done["removed"] = remove_untold(told, world)
    loaded = Loaded(done["added"], done["changed"], done["unchanged"], done["removed"])
    if loaded.unchanged < len(told.happenings) or loaded.removed:
        Edition.objects.move()
    return loaded


def bring_world(told: files.Files) -> World:
    dataset, staff = demonstration(), desk()
    factions = bring_factions(told.parties, told.bonds, dataset=dataset, desk=staff)
    outlets = {
        teller["slug"]: bring_outlet(teller, factions, dataset=dataset) for teller in told.tellers
    }
    return World(
        dataset=dataset,
        desk=staff,
        cities={
            place["slug"]: bring_city(place, dataset=dataset, desk=staff) for place in told.places
        },
        factions=factions,
        articles=bring_dispatches(told.dispatches, outlets, dataset=dataset, desk=staff),
        events=kept_events(dataset),
    )


def demonstration() -> Dataset:
    dataset, _made = Dataset.objects.get_or_create(
        slug=DEMONSTRATION,
        defaults={
            "name": "Demonstration",
            "attribution": "Written for Dateline's demonstration",
            "grade": Grade.REPORTED,
        },
    )
    return dataset


def remove_untold(told: files.Files, world: World) -> int:
    """Removes what an earlier state of the files told and this one does not; number of events."""
    keys = [happening["key"] for happening in told.happenings]
    untold = Event.objects.filter(dataset=world.dataset).exclude(external_id__in=keys)
    numbers = ids(untold)
    removed = purge(numbers)
    control.follow(numbers)
    known = {article.pk for article in world.articles.values()}
    Article.objects.filter(pk__in=unused_articles(world.dataset) - known).delete()
    return removed
