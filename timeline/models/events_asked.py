"""The words for asking about events: each is a method, and they chain."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Func,
    Max,
    Min,
    OuterRef,
    Prefetch,
    Q,
    Value,
    When,
)
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from psycopg.types.range import DateRange

from timeline.models.events_counted import CLOSED, certainly_within
from timeline.models.events_laid_out import LaidOutEvents, among_those
from timeline.models.search import SearchQuery
from timeline.models.vocabulary import Grade, Status

if TYPE_CHECKING:
    from timeline.models.citation import CitationQuerySet
    from timeline.models.control_asked import Stretch
    from timeline.models.event import Event  # noqa: F401 - named in quotes below
    from timeline.models.user import User

# What questions are put to; nobody who has the event in hand asks for it.
FOR_ASKING = (
    "words",
    "search",
    "days",
    "faction_ids",
    "faction_ids_with_groups",
    "outlet_ids",
    "sure_start",
    "sure_end",
)
SOURCES = (
    "event",
    "quotation",
    "stance",
    "claimant_words",
    "claimant_faction_id",
    "article__published_on",
    "article__language",
    "article__outlet__name",
)
TOLD_BY = ("article__outlet", "article__retells__outlet", "claimant_faction")
PARTIES = ("event", "role", "faction__name", "faction__called_in", "faction__slug")
BEST_KNOWN = (Grade.CONFIRMED, Grade.CORROBORATED, Grade.REPORTED)
PUBLISHED = Q(status=Status.PUBLISHED)


class Position(NamedTuple):
    """An event's place in the order of the timeline."""

    day: date
    width: int
    id: int


class EventQuerySet(LaidOutEvents["Event"]):
    def published(self) -> EventQuerySet:
        return self.filter(PUBLISHED)

    def listed(self) -> EventQuerySet:
        """What readers find: all that is published, but what is refuted only if they ask for it."""
        return self.published().not_refuted()

    def were_public(self) -> EventQuerySet:
        """Whatever readers ever saw: published and withdrawn."""
        return self.filter(status__in=[Status.PUBLISHED, Status.WITHDRAWN])

    def not_withdrawn(self) -> EventQuerySet:
        """Whatever may still be worked on: drafts, submitted and published."""
        return self.exclude(status=Status.WITHDRAWN)

    def not_refuted(self) -> EventQuerySet:
        return self.exclude(grade=Grade.REFUTED)

    def graded(self, grades: Iterable[str]) -> EventQuerySet:
        return self.filter(grade__in=list(grades))

    def between(
        self, first: date | None, last: date | None, *, certainly: bool = False
    ) -> EventQuerySet:
        """Events that possibly, or certainly, fall in these days; both ends inclusive, None open.

        Possibly: the intervals meet. Certainly: what happened within its interval lies wholly
        inside; what lasted, overlaps with the days it went on for sure. What is only about a
        date, or has an open end, is never certain.
        """
        if first is None and last is None and not certainly:
            return self
        if not certainly:
            days = Func(
                Value(first, output_field=models.DateField()),
                Value(last, output_field=models.DateField()),
                Value("[]"),
                function="daterange",
                output_field=DateRangeField(),
            )
            return self.filter(days__overlap=days)
        possibly = self.between(first, last) if first or last else self
        return possibly.filter(certainly_within(first, last))

    def in_cities(self, cities: Collection[int | None]) -> EventQuerySet:
        """Events in one of the cities; None is for those of no city."""
        return self.filter(among_those("city", cities))

    def involving(
        self, factions: Collection[int | None], *, with_groups: bool = True
    ) -> EventQuerySet:
        """Events that name one of the factions or, unless told otherwise, one of their groups.

        None is for those that name nobody.
        """
        column = "faction_ids_with_groups" if with_groups else "faction_ids"
        return self.filter(among_those(column, factions))

    def while_held(
        self, stretches: Collection[Stretch], *, certainly: bool = False
    ) -> EventQuerySet:
        """Events in a city that possibly, or certainly, fall in days on which it was held.

        Possibly: the intervals meet. Certainly: the event has two known ends, is not only about a
        date, and lies wholly within days on which the city was held for certain.
        """
        fitting = [each for each in stretches if each.certain or not certainly]
        rows = Func(
            Value([each.city for each in fitting], ArrayField(models.BigIntegerField())),
            Value(
                [DateRange(each.first, each.last, "[]") for each in fitting],
                ArrayField(DateRangeField()),
            ),
            function="unnest",
        )
        meets = Func(
            F("days"),
            F("city"),
            template="%(expressions)s",
            arg_joiner=f" {'<@' if certainly else '&&'} held.days AND held.city = ",
        )
        found = Func(
            rows,
            meets,
            template="EXISTS (SELECT FROM %(expressions)s)",
            arg_joiner=" AS held (city, days) WHERE ",
            output_field=models.BooleanField(),
        )
        events = self.filter(CLOSED) if certainly else self
        return events.in_cities({each.city for each in fitting}).filter(found)

    def of_kinds(self, kinds: Collection[str]) -> EventQuerySet:
        return self.filter(kind__in=kinds)

    def reported_by(self, outlets: Collection[int]) -> EventQuerySet:
        """Events that an article of one of these outlets is cited for."""
        return self.filter(outlet_ids__overlap=list(outlets))

    def taken_from(self, articles: Collection[int]) -> EventQuerySet:
        """Events that one of these articles is cited for, each once."""
        return self.filter(
            Exists(citation_rows().filter(event=OuterRef("pk"), article__in=articles))
        )

    def saying(self, words: str) -> EventQuerySet:
        """Events with these words in headline, summary, locality, names or quotations.

        Quotation marks, `or` and a leading minus work as in search engines.
        """
        return self.filter(search=SearchQuery(words))

    def among(self, found: models.QuerySet[Any, Any]) -> EventQuerySet:
        """The events whose numbers another query gives."""
        return self.filter(pk__in=found)

    def entered_since(self, moment: datetime, *, by: User) -> list[tuple[int, int | None]]:
        """Numbers of the events that somebody entered since then, each with its articles'."""
        entered = self.filter(entered_by=by, entered_at__gte=moment).order_by()
        return list(entered.values_list("pk", "citations__article").distinct())

    def dated_on(self, month: int, day: int | None = None) -> EventQuerySet:
        """Events known to the day that happened or began on this one, or in the month, any year."""
        exact = Q(lasted=False, width=0) | Q(lasted=True, sure_start=F("earliest"))
        dated = self.filter(exact, circa=False, earliest__month=month)
        return dated.filter(earliest__day=day) if day else dated

    def before_year(self, year: int) -> EventQuerySet:
        return self.filter(earliest__year__lt=year)

    def best_known_first(self) -> EventQuerySet:
        """By grade; of the same grade the newest first."""
        ranks = [When(grade=grade, then=rank) for rank, grade in enumerate(BEST_KNOWN)]
        rank = Case(*ranks, default=len(ranks))
        return self.order_by(rank, "-sorted_on", "-width", "-id")

    def with_cities(self) -> EventQuerySet:
        """Loads what a short list names of each event: its city; columns for searching stay."""
        return self.defer(*FOR_ASKING).select_related("city")

    def oldest_first(self) -> EventQuerySet:
        return self.order_by("sorted_on", "width", "id")

    def newest_first(self) -> EventQuerySet:
        return self.order_by("-sorted_on", "-width", "-id")

    def later_than(self, place: Position) -> EventQuerySet:
        return self.filter(TupleGreaterThan(PLACE, place))

    def earlier_than(self, place: Position) -> EventQuerySet:
        return self.filter(TupleLessThan(PLACE, place))

    def with_sources(self) -> EventQuerySet:
        """Loads what a list shows of each event: city, factions, quotations, outlets, numbers.

        Four queries in all, however many events; the columns for searching stay behind.
        """
        citations = citation_rows().select_related("article__outlet").only(*SOURCES)
        parties = participation_rows().select_related("faction").only(*PARTIES)
        events = self._with(citations, parties).prefetch_related("citations__figures")
        return events.select_related("city")

    def with_accounts(self) -> EventQuerySet:
        """Loads all that is told of an event: claimants, figures and dataset too; four queries.

        Citations say whether their article still has the quotation.
        """
        citations = citation_rows().with_gone_since()
        citations = citations.select_related(*TOLD_BY)
        parties = participation_rows().select_related("faction")
        events = self._with(citations, parties).prefetch_related("citations__figures")
        return events.select_related("city", "dataset")

    def with_texts(self) -> EventQuerySet:
        """Loads the texts that the quotations stand in, one query. They are nobody's to show."""
        return self.prefetch_related("citations__text")

    def _with(
        self, citations: models.QuerySet[Any], parties: models.QuerySet[Any]
    ) -> EventQuerySet:
        return self.defer(*FOR_ASKING).prefetch_related(
            Prefetch("participations", parties), Prefetch("citations", citations)
        )

    def touching(
        self, gaps: Collection[tuple[date, date]]
    ) -> list[tuple[date | None, date | None]]:
        """Bounds of the events that meet one of these stretches of days, inclusive ends."""
        ranges = [DateRange(first, last, "[]") for first, last in gaps]
        multirange = Func(
            Value(ranges, output_field=ArrayField(DateRangeField())),
            template="(SELECT range_agg(r) FROM unnest(%(expressions)s::daterange[]) r)",
            output_field=DateRangeField(),
        )
        return list(
            self.filter(days__overlap=multirange).values_list("earliest", "latest").distinct()
        )

    def span(self) -> dict[str, Any]:
        """Number of events, their first and last days, and when one of them last changed."""
        return self.aggregate(
            events=Count("pk"),
            changed_at=Max("changed_at"),
            first=Min("sorted_on"),
            last=Max("sorted_on"),
        )

    def facts(self) -> dict[str, Any]:
        """The span, and the number of outlets the events rest on."""
        outlets = self.annotate(outlet=Func(F("outlet_ids"), function="unnest"))
        return self.span() | {"sources": outlets.values("outlet").distinct().count()}


def citation_rows() -> CitationQuerySet:
    return apps.get_model("timeline", "Citation")._default_manager.all()


def participation_rows() -> models.QuerySet[Any]:
    return apps.get_model("timeline", "Participation")._default_manager.all()


PLACE = Tuple(F("sorted_on"), F("width"), F("id"))
