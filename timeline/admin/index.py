"""The desk's front page: what is there to do for whoever is signed in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.db.models import OuterRef, Subquery

from timeline.actions import permits
from timeline.admin.returned import returns_of
from timeline.admin.waiting import waiting
from timeline.models import Article, Citation, Event, Revision, User
from timeline.models.events_asked import EventQuerySet
from timeline.models.vocabulary import Reading, Status

SHOWN = 8  # of each list; the rest is one step away


@dataclass(frozen=True, slots=True)
class ForYou:
    """Lists show the first few, the numbers beside them count all.

    Own events have `article`, the number of the one that they are first taken from, or None.
    `returned` pairs each draft that was sent back with the revision that says why; `waiting` is
    None for those who do not review.
    """

    reading: list[Article]
    unread: list[Article]
    unread_number: int
    returned: list[tuple[Event, Revision]]
    drafts: list[Event]
    drafts_number: int
    submitted_number: int
    waiting: list[Event] | None
    waiting_number: int
    may_add_article: bool


def for_you(user: User) -> ForYou:
    own = Event.objects.filter(entered_by=user)
    drafts = with_article(own).filter(status=Status.DRAFT).order_by("-entered_at", "-id")
    returns = returns_of(drafts)
    unread = Article.objects.filter(reading=Reading.UNREAD).select_related("outlet")
    queue = to_review(user)
    return ForYou(
        reading=list(read_by(user)[:SHOWN]),
        unread=list(unread[:SHOWN]),
        unread_number=unread.count(),
        returned=[(event, returns[event.pk]) for event in drafts if event.pk in returns],
        drafts=[event for event in drafts if event.pk not in returns][:SHOWN],
        drafts_number=len(drafts) - len(returns),
        submitted_number=own.filter(status=Status.SUBMITTED).count(),
        waiting=None if queue is None else list(queue[:SHOWN]),
        waiting_number=0 if queue is None else queue.count(),
        may_add_article=permits.may(user, "add_article"),
    )


def with_article(events: EventQuerySet) -> EventQuerySet:
    cited = Citation.objects.filter(event=OuterRef("pk")).order_by("id").values("article")
    lean = events.defer("words", "search").select_related("city")
    return lean.annotate(article=Subquery(cited[:1]))


def read_by(user: User) -> models.QuerySet[Article]:
    mine = Article.objects.filter(reading=Reading.READING, reader=user).select_related("outlet")
    return mine.order_by("-reading_since", "-id")


def to_review(user: User) -> EventQuerySet | None:
    if not permits.may(user, "publish_event"):
        return None
    return waiting().select_related("city", "entered_by").defer("words", "search")
