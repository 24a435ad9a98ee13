"""The names that a question may contain: cities, factions and outlets, by their addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy

from timeline.caching import kept
from timeline.models import Allegiance, City, Edition, Faction, OldAddress, Outlet
from timeline.models.address import NONE
from timeline.models.name import in_order_of_names, search_key
from timeline.models.vocabulary import Relation

# What can be asked for beside all that is named: `NONE`.
NAMELESS = {
    "city": gettext_lazy("No city given"),
    "faction": gettext_lazy("No faction named"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A city or a faction as readers meet it: its name in their language and its page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Entries by slug, in the order of their names; `groups_of` maps faction to its groups."""

    city: dict[str, Entry]
    faction: dict[str, Entry]
    source: dict[str, Entry]
    groups_of: dict[int, list[int]] = field(default_factory=dict)
    edition: Edition = field(default_factory=lambda: Edition(number=0))

    def of(self, parameter: str) -> dict[str, Entry]:
        """The entries that a parameter names; a second faction and a holder are factions."""
        noun = "faction" if parameter in {"with", "held"} else parameter
        entries: dict[str, Entry] = getattr(self, noun)
        return entries

    def number(self, parameter: str, slug: str) -> int | None:
        """Of what a value stands for; None for `NONE`."""
        return None if slug == NONE else self.of(parameter)[slug].id

    def name(self, parameter: str, slug: str) -> str:
        return str(NAMELESS[parameter]) if slug == NONE else self.of(parameter)[slug].name


def vocabulary(edition: Edition) -> Vocabulary:
    return replace(kept(edition, "vocabulary", _load), edition=edition)


def _load() -> Vocabulary:
    links = Allegiance.objects.filter(relation=Relation.PART_OF).values_list("other", "faction")
    groups_of: dict[int, list[int]] = {}
    for whole, group in links.distinct():
        groups_of.setdefault(whole, []).append(group)
    return Vocabulary(
        city=_entries(in_order_of_names(City.objects.all())),
        faction=_entries(in_order_of_names(Faction.objects.all())),
        source=_entries(Outlet.objects.public().by_name()),
        groups_of=groups_of,
    )


def _entries(rows: Iterable[Any]) -> dict[str, Entry]:
    return {row.slug: Entry(row.pk, row.slug, str(row)) for row in rows}


def meant(parameter: str, words: str) -> list[str]:
    """Slugs that an old address or another spelling stands for; several if it is ambiguous."""
    kind = {"source": OldAddress.Kind.OUTLET}.get(parameter, parameter)
    old = OldAddress.objects.filter(kind=kind, slug=words).values("target")
    if parameter == "source":
        return _slugs(Outlet.objects.public().filter(pk__in=old))
    things = City.objects if parameter == "city" else Faction.objects
    return _slugs(things.filter(pk__in=old)) or _slugs(things.spelled(words))


def namesakes(words: str, edition: Edition) -> list[Titled]:
    """Cities and factions with this very spelling: what a reader who typed it may have meant."""

    def find() -> list[Titled]:
        things: list[City | Faction] = [
            *City.objects.spelled(words).order_by("pk"),
            *Faction.objects.spelled(words).order_by("pk"),
        ]
        return [Titled(thing.called, thing.get_absolute_url()) for thing in things]

    return kept(edition, f"namesakes {search_key(words)}", find) if search_key(words) else []


def _slugs(rows: models.QuerySet[Any]) -> list[str]:
    return list(rows.order_by("pk").values_list("slug", flat=True))
