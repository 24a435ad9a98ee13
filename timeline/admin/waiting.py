"""What waits for review, who sent it in and since when."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from timeline.models import Citation, Event, Revision, User
from timeline.models.events_asked import EventQuerySet
from timeline.models.vocabulary import Status

Change = Revision.Change


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands in the queue: `number` from 1, None where it does not wait in it."""

    number: int | None
    total: int
    previous: int | None
    next: int | None


def waiting(author: int | None = None) -> EventQuerySet:
    """Submitted events, longest waiting first; only those that this user entered, if one is given.

    Each has `submitted_at`, None where no revision tells, and `returned`, how often it was sent
    back before.
    """
    events = Event.objects.filter(status=Status.SUBMITTED)
    if author is not None:
        events = events.filter(entered_by=author)
    done = Revision.objects.filter(subject_kind="event", subject_id=OuterRef("pk"))
    submitted = done.filter(change=Change.SUBMITTED).order_by("-number")
    returned = done.filter(change=Change.RETURNED).order_by().values("subject_id")
    return events.annotate(
        submitted_at=Subquery(submitted.values("at")[:1]),
        returned=Coalesce(Subquery(returned.annotate(n=Count("*")).values("n")), 0),
    ).order_by("submitted_at", "id")


def listed(events: EventQuerySet) -> EventQuerySet:
    """With what the queue shows of each: city, author, and `sources`, the number of citations."""
    cited = Citation.objects.filter(event=OuterRef("pk")).order_by().values("event")
    sources = Coalesce(Subquery(cited.annotate(n=Count("*")).values("n")), 0)
    return events.annotate(sources=sources).select_related("city", "entered_by")


def authors() -> QuerySet[User]:
    """Whose events wait, by name; `waiting` is the number of them."""
    submitted = User.objects.filter(events_entered__status=Status.SUBMITTED)
    return submitted.annotate(waiting=Count("events_entered")).order_by("username")


def place_of(event: Event, author: int | None = None) -> Place:
    """Its neighbours in the queue; of an event that does not wait, the first to come is next."""
    numbers = list(waiting(author).values_list("pk", flat=True))
    if event.pk not in numbers:
        return Place(None, len(numbers), None, numbers[0] if numbers else None)
    at = numbers.index(event.pk)
    return Place(
        at + 1,
        len(numbers),
        numbers[at - 1] if at else None,
        numbers[at + 1] if at + 1 < len(numbers) else None,
    )


def beside(number: int, author: int | None = None) -> list[int] | None:
    """What waits with the event of this number: those after it, then those before, nearest first.

    None where it does not wait itself.
    """
    numbers = list(waiting(author).values_list("pk", flat=True))
    if number not in numbers:
        return None
    at = numbers.index(number)
    return [*numbers[at + 1 :], *reversed(numbers[:at])]
