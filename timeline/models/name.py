"""Spellings: what a city or a faction is called, by whom, in which script."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from timeline.models.vocabulary import NameKind
from timeline.names import fold


class Name(models.Model):
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=8, default="en")
    script = models.CharField(_("script"), max_length=4, default="Latn")
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind, default=NameKind.ALIAS)
    folded = models.CharField(_("search key"), max_length=200, editable=False, db_index=True)

    class Meta:
        abstract = True
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.folded = fold(self.name)
        super().save(**kwargs)
