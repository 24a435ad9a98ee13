"""Cities: entered from the gazetteer or by hand, renamed, spelled."""

from django.db import transaction

from timeline.actions import permits
from timeline.actions.addresses import keep_old
from timeline.actions.revisions import record
from timeline.models import City, Edition, Event, Revision, User
from timeline.models.reading import refresh


@transaction.atomic
def entered(city: City, *, by: User) -> None:
    """A new city and its spellings were saved."""
    permits.demand(by, "add_city")
    settle(city, Revision.Change.ENTERED, by=by)


@transaction.atomic
def saved(city: City, *, by: User | None, old_slug: str = "") -> None:
    """A city and its spellings were saved: events there are found by all of them at once.

    An `old_slug` that differs is kept as an old address. `by` is None where no person did it.
    """
    if by:
        permits.demand(by, "change_city")
    if old_slug and old_slug != city.slug:
        keep_old(city, old_slug)
    settle(city, Revision.Change.CHANGED, by=by)


def settle(city: City, change: Revision.Change, *, by: User | None) -> None:
    City.objects.filter(pk=city.pk).call_anew()
    refresh(list(Event.objects.in_cities([city.pk]).values_list("pk", flat=True)))
    record(city, change, by=by)
    Edition.objects.move()
