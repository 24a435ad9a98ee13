"""Addresses of things, and those that once led somewhere and still must."""

from functools import lru_cache

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# Where a question names a city or a faction: events that have none.
NONE = "none"
NOT_AN_ADDRESS = _("In questions this says that none is given. Take another address.")


def address(name: str, *args: object) -> str:
    """The address of a page in the language of the moment; a list asks for hundreds of them."""
    return _address(get_language(), name, args)


@lru_cache(maxsize=20_000)
def _address(language: str | None, name: str, args: tuple[object, ...]) -> str:
    return reverse(name, args=args)


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
