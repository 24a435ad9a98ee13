"""Dated events, and the words for asking about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Count, Exists, F, Func, Max, OuterRef, Prefetch, Q, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from psycopg.types.range import DateRange

from timeline.models.address import address
from timeline.models.city import City
from timeline.models.dataset import Dataset
from timeline.models.dated import Dated, date_constraints, day_range
from timeline.models.search import SearchQuery
from timeline.models.vocabulary import FAMILY_OF, Family, Grade, Kind, PlacePrecision, Status

WIDEST = 2**31 - 1  # days; stands for an open interval, so that it sorts after any closed one
SOURCES = (
    "event",
    "quotation",
    "article__published_on",
    "article__language",
    "article__outlet__name",
)
PARTIES = ("event", "role", "faction__name", "faction__slug")
PUBLISHED = Q(status=Status.PUBLISHED)
ASKED = [
    "city",
    "kind",
    "grade",
    "faction_ids",
    "faction_ids_with_groups",
    "outlet_ids",
    "days",
    "earliest",
    "latest",
    "lasted",
    "circa",
    "sure_start",
    "sure_end",
]


class Position(NamedTuple):
    """An event's place in the order of the timeline."""

    day: date
    width: int
    id: int


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> EventQuerySet:
        return self.filter(PUBLISHED)

    def withdrawn(self) -> EventQuerySet:
        return self.filter(status=Status.WITHDRAWN)

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
        """Loads all that is told of an event: claimants, figures and dataset too; four queries."""
        citations = citation_rows().select_related("article__outlet", "claimant_faction")
        parties = participation_rows().select_related("faction")
        events = self._with(citations, parties).prefetch_related("citations__figures")
        return events.select_related("city", "dataset")

    def _with(
        self, citations: models.QuerySet[Any], parties: models.QuerySet[Any]
    ) -> EventQuerySet:
        return self.defer("words", "search").prefetch_related(
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

    def facts(self) -> dict[str, Any]:
        """Number of events and of outlets they rest on, and when the last of them changed."""
        outlets = self.annotate(outlet=Func(F("outlet_ids"), function="unnest"))
        return {
            **self.aggregate(events=Count("pk"), changed_at=Max("changed_at")),
            "sources": outlets.values("outlet").distinct().count(),
        }

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


def citation_rows() -> models.QuerySet[Any]:
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


def stored(expression: models.Expression, field: models.Field[Any, Any]) -> Any:
    return models.GeneratedField(expression=expression, output_field=field, db_persist=True)


def bounds(column: str) -> Q:
    """low ≤ best ≤ high, wherever two of them are known."""
    low, best, high = (f"{column}_{end}" for end in ("low", "best", "high"))
    return (
        (
            Q(**{f"{low}__isnull": True})
            | Q(**{f"{best}__isnull": True})
            | Q(**{f"{low}__lte": F(best)})
        )
        & (
            Q(**{f"{best}__isnull": True})
            | Q(**{f"{high}__isnull": True})
            | Q(**{f"{best}__lte": F(high)})
        )
        & (
            Q(**{f"{low}__isnull": True})
            | Q(**{f"{high}__isnull": True})
            | Q(**{f"{low}__lte": F(high)})
        )
    )


class Event(Dated):
    headline = models.CharField(
        _("headline"), max_length=200, help_text=_("Who did what, in the present tense.")
    )
    slug = models.CharField(max_length=80, editable=False)
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two plain sentences."))
    language = models.CharField(_("language"), max_length=8, default="en")
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind,
        help_text=_(
            "One event is one kind at one place. If a city fell without a fight it is “changed"
            " hands without fighting”. Of two tactics at once take the first of: control, clash;"
            " chemical, air, suicide, shelling, bomb, grenade."
        ),
    )

    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("city"),
    )
    locality = models.CharField(
        _("locality"), max_length=200, blank=True, help_text=_("A district, hospital, bridge …")
    )
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    place_precision = models.CharField(
        _("place known to"), max_length=20, choices=PlacePrecision, default=PlacePrecision.TOWN
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The campaign or battle this is a part of."),
    )
    graphic = models.BooleanField(
        _("graphic"), default=False, help_text=_("Readers are warned before the details.")
    )

    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, editable=False
    )
    grade = models.CharField(_("grade"), max_length=20, choices=Grade, default=Grade.UNCONFIRMED)
    reference = models.CharField(
        _("reference"),
        max_length=300,
        blank=True,
        help_text=_("Where this can be checked beside the articles: a data set's row, a book."),
    )
    grade_reason = models.CharField(_("why this grade"), max_length=300, blank=True)

    killed_low = models.PositiveIntegerField(_("killed, at least"), null=True, blank=True)
    killed_best = models.PositiveIntegerField(_("killed, best estimate"), null=True, blank=True)
    killed_high = models.PositiveIntegerField(_("killed, at most"), null=True, blank=True)
    injured_low = models.PositiveIntegerField(_("injured, at least"), null=True, blank=True)
    injured_best = models.PositiveIntegerField(_("injured, best estimate"), null=True, blank=True)
    injured_high = models.PositiveIntegerField(_("injured, at most"), null=True, blank=True)

    dataset = models.ForeignKey(
        Dataset, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )
    external_id = models.CharField(max_length=100, blank=True, editable=False)
    entered_at = models.DateTimeField(_("entered"), default=timezone.now, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="events_entered",
        verbose_name=_("entered by"),
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)
    changed_at = models.DateTimeField(_("changed"), null=True, blank=True, editable=False)

    # For reading: kept by `timeline.models.reading`, never entered.
    faction_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    faction_ids_with_groups = ArrayField(models.BigIntegerField(), default=list, editable=False)
    outlet_ids = ArrayField(models.BigIntegerField(), default=list, editable=False)
    words = models.TextField(blank=True, editable=False)
    search = SearchVectorField(null=True, editable=False)
    sorted_on = stored(Coalesce("earliest", "latest"), models.DateField())
    width = stored(
        Coalesce(
            Func(F("latest"), F("earliest"), arg_joiner=" - ", template="(%(expressions)s)"),
            Value(WIDEST),
            output_field=models.IntegerField(),
        ),
        models.IntegerField(),
    )
    days = day_range("earliest", "latest")
    sure_start = stored(Coalesce("start_latest", "earliest"), models.DateField())
    sure_end = stored(Coalesce("end_earliest", "latest"), models.DateField())

    objects = EventQuerySet.as_manager()

    gap_days = 0  # set by a page: days before this event in which nothing matched

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-sorted_on", "-width", "-id"]
        permissions = [
            ("submit_event", "Can submit own events for review"),
            ("return_event", "Can return submitted events to their author"),
            ("publish_event", "Can publish events"),
            ("correct_event", "Can correct published events"),
            ("withdraw_event", "Can withdraw published events"),
        ]
        constraints = [
            *date_constraints("event"),
            models.CheckConstraint(
                name="event_published_has_time_and_date",
                condition=~Q(status__in=[Status.PUBLISHED, Status.WITHDRAWN])
                | (
                    Q(published_at__isnull=False)
                    & (Q(earliest__isnull=False) | Q(latest__isnull=False))
                ),
                violation_error_message=_("Publishing needs a date with at least one bound."),
            ),
            models.CheckConstraint(name="event_killed_in_order", condition=bounds("killed")),
            models.CheckConstraint(name="event_injured_in_order", condition=bounds("injured")),
            models.CheckConstraint(
                name="event_latitude_on_earth",
                condition=Q(latitude__isnull=True) | Q(latitude__range=(-90, 90)),
            ),
            models.CheckConstraint(
                name="event_longitude_on_earth",
                condition=Q(longitude__isnull=True) | Q(longitude__range=(-180, 180)),
            ),
            models.CheckConstraint(
                name="event_is_not_part_of_itself",
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                violation_error_message=_("An event cannot be a part of itself."),
            ),
            models.UniqueConstraint(
                fields=["dataset", "external_id"],
                condition=~Q(external_id=""),
                name="event_external_id_once_a_dataset",
            ),
        ]
        indexes = [
            # All that pages and counts ask of most events, so that they need not touch the rows.
            models.Index(
                fields=["sorted_on", "width", "id"],
                include=ASKED,
                name="event_order",
                condition=PUBLISHED,
            ),
            models.Index(
                fields=["city", "sorted_on", "width", "id"],
                name="event_city_order",
                condition=PUBLISHED,
            ),
            models.Index(
                fields=["kind", "sorted_on", "width", "id"],
                name="event_kind_order",
                condition=PUBLISHED,
            ),
            GinIndex(fields=["faction_ids_with_groups"], name="event_groups", condition=PUBLISHED),
            GinIndex(fields=["faction_ids"], name="event_factions", condition=PUBLISHED),
            GinIndex(fields=["outlet_ids"], name="event_outlets", condition=PUBLISHED),
            GinIndex(fields=["search"], name="event_search", condition=PUBLISHED),
            GistIndex(fields=["days"], name="event_days", condition=PUBLISHED),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, **kwargs: Any) -> None:
        self.slug = slugify(self.headline, allow_unicode=True)[:80].strip("-") or "event"
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return address("event", self.pk, self.slug)

    @property
    def family(self) -> Family:
        return FAMILY_OF[Kind(self.kind)]

    @property
    def kind_label(self) -> str:
        """The kind in words; `get_kind_display` would translate all kinds to find it."""
        return str(Kind(self.kind).label)

    @property
    def grade_label(self) -> str:
        return str(Grade(self.grade).label)

    @property
    def has_toll(self) -> bool:
        """Whether any number of killed or injured is known, none included."""
        numbers = (
            self.killed_low,
            self.killed_best,
            self.killed_high,
            self.injured_low,
            self.injured_best,
            self.injured_high,
        )
        return any(number is not None for number in numbers)

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED

    @property
    def was_public(self) -> bool:
        return self.status in {Status.PUBLISHED, Status.WITHDRAWN}

    @property
    def position(self) -> Position:
        return Position(self.sorted_on, self.width, self.pk)
