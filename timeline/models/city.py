"""Places events happen in, with every spelling they are known by."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from timeline.models.address import NONE, NOT_AN_ADDRESS, address
from timeline.models.dataset import Dataset
from timeline.models.name import Called, Name, SpelledQuerySet, search_key
from timeline.models.vocabulary import Grade, NameKind, Status


class CityQuerySet(SpelledQuerySet["City"]):
    def most_used_first(self) -> CityQuerySet:
        return self.annotate(uses=Count("events", distinct=True)).order_by(
            "-uses", "sort_key", "id"
        )

    def with_public_events(self) -> CityQuerySet:
        """Only cities that readers find events in; adds their number as `public_events`."""
        published = Q(events__status=Status.PUBLISHED) & ~Q(events__grade=Grade.REFUTED)
        counted = self.annotate(public_events=Count("events", filter=published))
        return counted.filter(public_events__gt=0)


class City(Called):
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("name in its address"), max_length=80, unique=True, allow_unicode=True
    )
    sort_key = models.CharField(max_length=200, editable=False, db_index=True)
    country = CountryField(_("country"), blank=True)
    province = models.CharField(_("province"), max_length=200, blank=True)
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    population = models.PositiveIntegerField(
        _("population"), null=True, blank=True, help_text=_("Empty: not known.")
    )
    geonames_id = models.PositiveIntegerField(
        _("GeoNames number"), null=True, blank=True, unique=True
    )
    dataset = models.ForeignKey(
        Dataset, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )

    objects = CityQuerySet.as_manager()

    class Meta:
        verbose_name = _("city")
        verbose_name_plural = _("cities")
        ordering = ["sort_key", "id"]
        permissions = [("merge_city", "Can merge cities")]
        constraints = [
            models.CheckConstraint(
                name="city_address_is_not_none",
                condition=~Q(slug=NONE),
                violation_error_message=NOT_AN_ADDRESS,
            ),
            models.CheckConstraint(
                name="city_latitude_on_earth",
                condition=Q(latitude__isnull=True) | Q(latitude__range=(-90, 90)),
                violation_error_message=_("Latitudes run from -90 to 90."),
            ),
            models.CheckConstraint(
                name="city_longitude_on_earth",
                condition=Q(longitude__isnull=True) | Q(longitude__range=(-180, 180)),
                violation_error_message=_("Longitudes run from -180 to 180."),
            ),
            models.CheckConstraint(
                name="city_both_coordinates_or_none",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message=_("Give both coordinates or none."),
            ),
        ]

    def save(self, **kwargs: Any) -> None:
        self.sort_key = search_key(self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return address("city", self.slug)

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude in degrees; None where they are not known."""
        if self.longitude is None or self.latitude is None:
            return None
        return float(self.longitude), float(self.latitude)


class CityName(Name):
    city = models.ForeignKey(City, on_delete=models.CASCADE, related_name="names")
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=[
            (kind.value, kind.label)
            for kind in (
                NameKind.OFFICIAL,
                NameKind.ALIAS,
                NameKind.FORMER,
                NameKind.TRANSLITERATION,
            )
        ],
        default=NameKind.ALIAS,
    )

    class Meta(Name.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["city", "name"],
                name="city_name_once",
                violation_error_message=_("This city has that spelling already."),
            )
        ]
