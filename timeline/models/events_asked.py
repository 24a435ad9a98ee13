"""The words for asking about events: each is a method, and they chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.apps import apps
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.db import models
from django.db.models import Count, Exists, F, Func, Max, Min, OuterRef, Prefetch, Q, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from psycopg.types.range import DateRange

from timeline.models.search import SearchQuery
from timeline.models.vocabulary import Grade, Status

if TYPE_CHECKING:
    from timeline.models.citation import CitationQuerySet
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
    "article__published_on",
    "article__language",
    "article__outlet__name",
)
PARTIES = ("event", "role", "faction__name", "faction__slug")
PUBLISHED = Q(status=Status.PUBLISHED)


class Position(NamedTuple):
    """An event's place in the order of the timeline."""

    day: date
    width: int
    id: int


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> EventQuerySet:
        return self.filter(PUBLISHED)

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

    def in_cities(self, cities: Collection[int]) -> EventQuerySet:
        return self.filter(city__in=cities)

    def involving(self, factions: Collection[int], *, with_groups: bool = True) -> EventQuerySet:
        """Events that name one of the factions or, unless told otherwise, one of their groups."""
        if with_groups:
            return self.filter(faction_ids_with_groups__overlap=list(factions))
        return self.filter(faction_ids__overlap=list(factions))

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

    def oldest_first(self) -> EventQuerySet:
        return self.order_by("sorted_on", "width", "id")

    def newest_first(self) -> EventQuerySet:
        return self.order_by("-sorted_on", "-width", "-id")

    def later_than(self, place: Position) -> EventQuerySet:
        return self.filter(TupleGreaterThan(PLACE, place))

    def earlier_than(self, place: Position) -> EventQuerySet:
        return self.filter(TupleLessThan(PLACE, place))

    def with_sources(self) -> EventQuerySet:
        """Loads what a list shows of each event: city, factions with roles, quotations, outlets.

        Three queries in all, however many events; the columns for searching stay behind.
        """
        citations = citation_rows().select_related("article__outlet").only(*SOURCES)
        parties = participation_rows().select_related("faction").only(*PARTIES)
        return self._with(citations, parties).select_related("city")

    def with_accounts(self) -> EventQuerySet:
        """Loads all that is told of an event: claimants, figures and dataset too; four queries.

        Citations say whether their article still has the quotation.
        """
        citations = citation_rows().with_gone_since()
        citations = citations.select_related("article__outlet", "claimant_faction")
        parties = participation_rows().select_related("faction")
        events = self._with(citations, parties).prefetch_related("citations__figures")
        return events.select_related("city", "dataset")

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

    def tally(
        self, first: date | None, last: date | None
    ) -> list[tuple[int | None, str, str, int, int]]:
        """City, kind, grade, events and those certainly in the range, for every combination.

        Without a range all are certainly in it, whatever their dates.
        """
        within = certainly_within(first, last) if first or last else None
        counted = self.order_by().values_list("city", "kind", "grade")
        return list(counted.annotate(n=Count("*"), surely=Count("pk", filter=within)))

    def per_faction_and_outlet(self, *, with_groups: bool) -> tuple[Counter[int], Counter[int]]:
        """`per_faction` and `per_outlet` of the same events in one go.

        PostgreSQL unfolds both arrays side by side: each member stands in one row of its event.
        """
        column = "faction_ids_with_groups" if with_groups else "faction_ids"
        unfolded = self.order_by().annotate(
            faction=Func(F(column), function="unnest"),
            outlet=Func(F("outlet_ids"), function="unnest"),
        )
        factions: Counter[int] = Counter()
        outlets: Counter[int] = Counter()
        for faction, outlet, n in unfolded.values_list("faction", "outlet").annotate(n=Count("*")):
            if faction is not None:
                factions[faction] += n
            if outlet is not None:
                outlets[outlet] += n
        return factions, outlets

    def per_city(self) -> dict[int, int]:
        """City to number of events."""
        return self._counts("city")

    def per_kind(self) -> dict[str, int]:
        return self._counts("kind")

    def per_faction(self, *, with_groups: bool = True) -> dict[int, int]:
        """Faction to number of events that name it or, unless told otherwise, a group of it."""
        column = "faction_ids_with_groups" if with_groups else "faction_ids"
        return self._counts_in(column)

    def per_outlet(self) -> dict[int, int]:
        """Outlet to number of events that cite an article of it."""
        return self._counts_in("outlet_ids")

    def _counts(self, column: str) -> dict[Any, int]:
        counted = self.order_by().values_list(column).annotate(n=Count("*"))
        return {key: number for key, number in counted if key is not None}

    def _counts_in(self, column: str) -> dict[int, int]:
        """Counts of the members of an array column, in which nothing stands twice."""
        counted = self.order_by().annotate(member=Func(F(column), function="unnest"))
        return dict(counted.values_list("member").annotate(n=Count("*")))


def citation_rows() -> CitationQuerySet:
    return apps.get_model("timeline", "Citation")._default_manager.all()


def participation_rows() -> models.QuerySet[Any]:
    return apps.get_model("timeline", "Participation")._default_manager.all()


PLACE = Tuple(F("sorted_on"), F("width"), F("id"))


def certainly_within(first: date | None, last: date | None) -> Q:
    closed = Q(circa=False, earliest__isnull=False, latest__isnull=False)
    return closed & (wholly_inside(first, last) | surely_going_on(first, last))


def wholly_inside(first: date | None, last: date | None) -> Q:
    inside = Q(lasted=False)
    if first:
        inside &= Q(earliest__gte=first)
    if last:
        inside &= Q(latest__lte=last)
    return inside


def surely_going_on(first: date | None, last: date | None) -> Q:
    """Lasted, and some day that is between its latest start and earliest end is in the range."""
    overlap = Q(lasted=True, sure_start__lte=F("sure_end"))
    if first:
        overlap &= Q(sure_end__gte=first)
    if last:
        overlap &= Q(sure_start__lte=last)
    return overlap
