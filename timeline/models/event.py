"""Dated events: what happened, when and where, and how well it is known."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from timeline.models.address import address
from timeline.models.city import City
from timeline.models.dataset import Dataset
from timeline.models.dated import Dated, date_constraints, day_range
from timeline.models.events_asked import PUBLISHED, EventQuerySet, Position
from timeline.models.vocabulary import FAMILY_OF, Family, Grade, Kind, PlacePrecision, Status

WIDEST = 2**31 - 1  # days; stands for an open interval, so that it sorts after any closed one
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
    "changed_at",
]


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
    # What counts, by the rule and an editor's word; kept by `timeline.models.grading`.
    grade = models.CharField(
        _("grade"), max_length=20, choices=Grade, default=Grade.UNCONFIRMED, editable=False
    )
    reference = models.CharField(
        _("reference"),
        max_length=300,
        blank=True,
        help_text=_("Where this can be checked beside the articles: a data set's row, a book."),
    )
    grade_by_rule = models.CharField(
        _("grade by the rule"),
        max_length=20,
        choices=Grade,
        default=Grade.UNCONFIRMED,
        editable=False,
    )
    grade_set = models.CharField(
        _("another grade"),
        max_length=20,
        choices=Grade,
        blank=True,
        help_text=_("Empty: as the rule has it. Lower it at will; raising it needs a reason."),
    )
    grade_reason = models.CharField(
        _("why another grade"),
        max_length=300,
        blank=True,
        help_text=_("A sentence that readers see. With it, the grade stands whatever the rule."),
    )

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
    # Given to the form it is entered with: a form that is sent twice makes one event.
    entry_key = models.UUIDField(unique=True, null=True, editable=False)
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
            ("merge_event", "Can merge events"),
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
    def coordinates(self) -> tuple[float | None, float | None]:
        """Latitude and longitude in degrees: its own, else its city's, else unknown."""
        for place in (self, self.city):
            if place is not None and place.latitude is not None and place.longitude is not None:
                return float(place.latitude), float(place.longitude)
        return None, None

    @property
    def kind_label(self) -> str:
        """The kind in words; `get_kind_display` would translate all kinds to find it."""
        return str(Kind(self.kind).label)

    @property
    def grade_label(self) -> str:
        return str(Grade(self.grade).label)

    @property
    def is_published(self) -> bool:
        return self.status == Status.PUBLISHED

    @property
    def was_public(self) -> bool:
        return self.status in {Status.PUBLISHED, Status.WITHDRAWN}

    @property
    def position(self) -> Position:
        return Position(self.sorted_on, self.width, self.pk)
