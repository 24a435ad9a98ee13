"""The words for asking which articles wait, for whom, and what for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Greatest, TruncMonth
from django.utils import timezone

from timeline.models.revision import Revision
from timeline.models.vocabulary import Reading, Status

if TYPE_CHECKING:
    from datetime import date

    from timeline.models.article import Article  # noqa: F401 - named in quotes below
    from timeline.models.user import User

IDLE = timedelta(days=7)  # after which somebody else may well take over
LEFT = Q(reading__in=[Reading.UNREAD, Reading.READING])


class WaitingQuerySet(models.QuerySet["Article"]):
    def unread(self) -> Self:
        return self.filter(reading=Reading.UNREAD)

    def being_read(self) -> Self:
        return self.filter(reading=Reading.READING)

    def in_turn_for(self, reader: User) -> Self:
        """Adds `turn` for sorting a queue: 0 theirs, 1 with others, 2 unread, 3 read."""
        being_read = Q(reading=Reading.READING)
        return self.annotate(
            turn=Case(
                When(being_read & Q(reader=reader), then=Value(0)),
                When(being_read, then=Value(1)),
                When(reading=Reading.UNREAD, then=Value(2)),
                default=Value(3),
            )
        )

    def with_last_work(self) -> Self:
        """Adds `worked_at`: when it was taken up, or an event of it was last worked on."""
        events = citations().filter(article=OuterRef(OuterRef("pk"))).values("event")
        changes = Revision.objects.filter(subject_kind="event", subject_id__in=events)
        newest = Subquery(changes.order_by("-at").values("at")[:1])
        # Null counts for nothing here: PostgreSQL takes the greatest of the others.
        return self.annotate(worked_at=Greatest("entered_at", "reading_since", newest))

    def idle(self) -> Self:
        """Those being read of which nothing was taken for a week."""
        return self.being_read().with_last_work().filter(worked_at__lt=timezone.now() - IDLE)

    def without_events(self) -> Self:
        return self.exclude(cited())

    def with_drafts(self) -> Self:
        """Those that an event was taken from which waits for its author."""
        return self.filter(cited(event__status=Status.DRAFT))

    def with_events_sent_back(self) -> Self:
        returned = Revision.objects.filter(
            subject_kind="event", subject_id=OuterRef("event"), change=Revision.Change.RETURNED
        )
        drafts = citations().filter(article=OuterRef("pk"), event__status=Status.DRAFT)
        return self.filter(Exists(drafts.filter(Exists(returned))))

    def with_quotations_gone(self) -> Self:
        """Those whose newest text lacks words that were quoted from an earlier one."""
        texts = apps.get_model("timeline", "ArticleText")._default_manager
        later = texts.filter(article=OuterRef("article"), number__gt=OuterRef("text__number"))
        quoted = citations().filter(article=OuterRef("pk"), text__isnull=False)
        return self.filter(Exists(quoted.filter(Exists(later))))

    def per_state(self) -> dict[str, int]:
        """State of reading to number of articles."""
        counted = self.order_by().values_list("reading").annotate(n=Count("*"))
        return {str(state): number for state, number in counted}

    def per_month(self) -> list[tuple[date, int, int]]:
        """The first day of each month with articles, how many, and how many are left to read."""
        months = self.order_by().annotate(month=TruncMonth("published_on")).values_list("month")
        counted = months.annotate(n=Count("*"), left=Count("pk", filter=LEFT)).order_by("month")
        return [(month, number, left) for month, number, left in counted]

    def per_reader(self) -> list[tuple[int | None, int]]:
        """Number of a reader, None for nobody, to number of articles; the busiest first."""
        counted = self.order_by().values_list("reader").annotate(n=Count("*"))
        return list(counted.order_by("-n", F("reader").asc(nulls_last=True)))


def citations() -> models.QuerySet[Any]:
    return apps.get_model("timeline", "Citation")._default_manager.all()


def cited(**asked: Any) -> Exists:
    return Exists(citations().filter(article=OuterRef("pk"), **asked))
