"""Taking the demonstration away, and leaving a newsroom's own rows whole."""

from collections import Counter
from collections.abc import Collection

from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from timeline.actions import control
from timeline.actions.revisions import record
from timeline.importers.demo.accounts import dissolve
from timeline.models import (
    Allegiance,
    Article,
    City,
    Dataset,
    Edition,
    Event,
    Faction,
    OldAddress,
    Outlet,
    Revision,
)
from timeline.models.dataset import DEMONSTRATION
from timeline.models.vocabulary import Relation


@transaction.atomic
def remove() -> Counter[str]:
    """Removes every row of the demonstration that nothing else uses; what went, by table.

    A city, faction, outlet or article that a newsroom's own rows use stays, without its mark.
    Nothing at all happens where there is no demonstration.
    """
    dataset = Dataset.objects.filter(slug=DEMONSTRATION).first()
    if dataset is None:
        return Counter()
    gone = Counter(events=purge(ids(Event.objects.filter(dataset=dataset))))
    articles = unused_articles(dataset)
    Article.objects.filter(pk__in=articles).update(retells=None)
    gone["articles"] = remove_unused(Article, articles, dataset)
    gone["outlets"] = remove_unused(
        Outlet, ids(Outlet.objects.filter(dataset=dataset, articles=None)), dataset
    )
    gone["factions"] = remove_factions(dataset)
    gone["cities"] = remove_unused(
        City, ids(City.objects.filter(dataset=dataset, events=None)), dataset
    )
    dataset.delete()
    dissolve()
    control.rebuild_all()
    Edition.objects.move()
    return gone


def ids(rows: QuerySet[models.Model]) -> set[int]:
    return set(rows.values_list("pk", flat=True))


def purge(events: Collection[int]) -> int:
    """Deletes these events with their history and old addresses; their number.

    An event of a newsroom that was filed as a part of one of them stands alone from now on. Who
    held the cities is left to be derived anew.
    """
    for part in Event.objects.filter(parent__in=events).exclude(pk__in=events):
        part.parent = None
        part.save(update_fields=["parent"])
        record(part, Revision.Change.CHANGED, by=None, note=_("The demonstration was removed."))
    Event.objects.filter(pk__in=events).update(parent=None)
    Event.objects.filter(pk__in=events).delete()
    forget(Event, events)
    return len(events)


def forget(model: type[models.Model], gone: Collection[int]) -> None:
    """Deletes the history and the old addresses of rows that are gone."""
    kind = model._meta.model_name
    Revision.objects.filter(subject_kind=kind, subject_id__in=gone).delete()
    OldAddress.objects.filter(kind=kind, target__in=gone).delete()


def remove_unused(model: type[models.Model], unused: Collection[int], dataset: Dataset) -> int:
    """Deletes the unused rows; the others of the dataset lose their mark."""
    rows = model._default_manager
    rows.filter(pk__in=unused).delete()
    rows.filter(dataset=dataset).update(dataset=None)
    forget(model, unused)
    return len(unused)


def unused_articles(dataset: Dataset) -> set[int]:
    """Articles that no event cites, and that no article which stays is a copy of."""
    ours = Article.objects.filter(dataset=dataset)
    foreign = Article.objects.exclude(dataset=dataset)
    used = ids(ours.exclude(citations=None)) | ids(ours.filter(retold_by__in=foreign))
    while copied := ids(ours.filter(retold_by__in=used)) - used:
        used |= copied
    return ids(ours) - used


def remove_factions(dataset: Dataset) -> int:
    unused = unused_factions(dataset)
    Allegiance.objects.filter(Q(faction__in=unused) | Q(other__in=unused)).delete()
    return remove_unused(Faction, unused, dataset)


def unused_factions(dataset: Dataset) -> set[int]:
    """Factions that nothing names, and that no faction which stays was ever a part of.

    The groups of a faction in use are what its events count for, so they stay with it.
    """
    ours = Faction.objects.filter(dataset=dataset)
    foreign = Faction.objects.exclude(dataset=dataset)
    used = (
        ids(ours.exclude(participations=None))
        | ids(ours.exclude(claims=None))
        | ids(ours.exclude(outlets=None))
        | ids(ours.filter(followers__faction__in=foreign))
    )
    while groups := ids(ours.filter(groups_of(used))) - used:
        used |= groups
    return ids(ours) - used


def groups_of(factions: Collection[int]) -> Q:
    return Q(followers__faction__in=factions, followers__relation=Relation.PART_OF)
