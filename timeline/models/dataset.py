"""Where rows come from that no newsroom entered."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from timeline.models.vocabulary import Grade

DEMONSTRATION = "demonstration"
SYNTHETIC = "synthetic"


class DatasetQuerySet(models.QuerySet["Dataset"]):
    def in_use(self) -> DatasetQuerySet:
        """Those that readers meet rows of: places, factions, published events, their articles."""
        rows: list[models.QuerySet[Any]] = [
            apps.get_model("timeline", "City").objects.all(),
            apps.get_model("timeline", "Faction").objects.all(),
            apps.get_model("timeline", "Event").objects.published(),
            apps.get_model("timeline", "Article").objects.public(),
        ]
        met = Q(pk__in=())
        for found in rows:
            met |= Q(Exists(found.filter(dataset=OuterRef("pk"))))
        return self.filter(met)


class Dataset(models.Model):
    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    version = models.CharField(_("version"), max_length=50, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True)
    attribution = models.CharField(_("attribution"), max_length=300, blank=True)
    republish = models.BooleanField(_("may be republished"), default=False)
    grade = models.CharField(
        _("grade of its records"), max_length=20, choices=Grade, default=Grade.REPORTED
    )

    objects = DatasetQuerySet.as_manager()

    class Meta:
        verbose_name = _("dataset")
        verbose_name_plural = _("datasets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
