"""Addresses that once led somewhere and still must."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OldAddress(models.Model):
    class Kind(models.TextChoices):
        CITY = "city", _("city")
        FACTION = "faction", _("faction")
        EVENT = "event", _("event")
        OUTLET = "outlet", _("outlet")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    slug = models.CharField(_("address"), max_length=80)
    target = models.BigIntegerField(_("leads to number"))

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="old_address_leads_to_one")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.slug}"
