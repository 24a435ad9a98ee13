"""Where rows come from that no newsroom entered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.vocabulary import Grade

DEMONSTRATION = "demonstration"
SYNTHETIC = "synthetic"


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

    class Meta:
        verbose_name = _("dataset")
        verbose_name_plural = _("datasets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
