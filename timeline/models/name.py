"""Spellings: what a city or a faction is called, by whom, in which script."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from timeline.models.vocabulary import NameKind
from timeline.names import fold

M = TypeVar("M", bound=models.Model)
C = TypeVar("C", bound="Called")
LONGEST = 200


def search_key(words: str, *, longest: int = LONGEST) -> str:
    """The folded words, cut to what their column holds: one sign can fold into many letters."""
    return fold(words)[:longest]


# What readers of a language call a thing: the first kind of its spellings there that there is.
CALLED_BY = (NameKind.SHORT, NameKind.OFFICIAL, NameKind.ALIAS)


class Called(models.Model):
    """What has a name, and others in other languages; readers meet it under that of theirs."""

    called_in = models.JSONField(default=dict, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """Its name in the language of the page; the one it is entered under where none is known."""
        name: str = self.called_in.get(get_language(), self.name)  # type: ignore[attr-defined]
        return name


def in_order_of_names(things: Iterable[C]) -> list[C]:
    """By their names in the language of the page, as their words alone count."""
    return sorted(things, key=lambda thing: (search_key(thing.called), thing.pk))


class SpelledQuerySet(models.QuerySet[M]):
    """What has an address, a `sort_key` and any number of `names`: cities and factions."""

    def addressed(self, slugs: Collection[str]) -> Self:
        return self.filter(slug__in=slugs)

    def spelled(self, words: str) -> Self:
        """Those with this very spelling, whatever its case, marks and article."""
        key = search_key(words)
        if not key:
            return self.none()
        return self.filter(Q(sort_key=key) | Q(names__folded=key)).distinct()

    def spelled_like(self, words: str) -> Self:
        """Those one of whose spellings has these letters in it; all of them for no words."""
        key = fold(words)
        if not key:
            return self
        return self.filter(Q(sort_key__contains=key) | Q(names__folded__contains=key)).distinct()

    def spellings(self) -> dict[int, set[str]]:
        """Number to all names of a thing, those of other languages among them."""
        found: dict[int, set[str]] = {}
        for number, *names in self.values_list("pk", "name", "names__name"):
            found.setdefault(number, set()).update(filter(None, names))
        return found

    def by_name(self) -> Self:
        return self.order_by("sort_key", "id")

    def call_anew(self) -> None:
        """Brings `called_in` up to date with the spellings."""
        for thing in self.prefetch_related("names"):
            names = called_by(thing.names.all())  # type: ignore[attr-defined]
            self.filter(pk=thing.pk).update(called_in=names)


def called_by(names: Iterable[Name]) -> dict[str, str]:
    """Language to name, of all languages but that in which things are entered."""
    ranked = [name for name in names if name.kind in CALLED_BY]
    ranked.sort(key=lambda name: (CALLED_BY.index(NameKind(name.kind)), name.pk), reverse=True)
    return {name.language: name.name for name in ranked if name.language != settings.LANGUAGE_CODE}


class Name(models.Model):
    name = models.CharField(_("name"), max_length=LONGEST)
    language = models.CharField(_("language"), max_length=8, default="en")
    script = models.CharField(_("script"), max_length=4, default="Latn")
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind, default=NameKind.ALIAS)
    folded = models.CharField(_("search key"), max_length=LONGEST, editable=False, db_index=True)

    class Meta:
        abstract = True
        verbose_name = _("spelling")
        verbose_name_plural = _("spellings")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.folded = search_key(self.name)
        super().save(**kwargs)
