"""For search engines: every public page in every language, and what they need not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple, overload

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline.models import Article, City, Edition, Event, Faction

PART = 5_000
"""Addresses in one file; the protocol allows 50,000, which would be held in memory at once."""

LANGUAGES = [code for code, _name in settings.LANGUAGES]
FOLLOWING = ("timeline", "cities", "factions", "control", "changes")
STANDING = ("method", "licence", "privacy")


class InLanguages(Sequence[tuple[Any, str]]):
    """Things, each once in every language: only the slice that is asked for is read."""

    def __init__(self, things: QuerySet[Any] | Sequence[Any]) -> None:
        self.things = things

    @cached_property
    def size(self) -> int:
        things = self.things
        return things.count() if isinstance(things, QuerySet) else len(things)

    def __len__(self) -> int:
        return len(LANGUAGES) * self.size

    @overload
    def __getitem__(self, place: int) -> tuple[Any, str]: ...
    @overload
    def __getitem__(self, place: slice) -> list[tuple[Any, str]]: ...
    def __getitem__(self, place: int | slice) -> tuple[Any, str] | list[tuple[Any, str]]:
        if isinstance(place, int):
            return self[place : place + 1][0]
        first, last, _step = place.indices(len(self))
        return list(self.paired(first // len(LANGUAGES), -(-last // len(LANGUAGES))))

    def paired(self, first: int, last: int) -> Iterator[tuple[Any, str]]:
        for thing in self.things[first:last]:
            for language in LANGUAGES:
                yield thing, language


class Section(Sitemap[Any]):
    """One kind of page; a part holds each of its things in all languages."""

    i18n = alternates = True
    limit = PART - PART % len(LANGUAGES)

    def items(self) -> QuerySet[Any] | Sequence[Any]:
        """What has such pages, in an order that stays."""
        raise NotImplementedError

    def _items(self) -> InLanguages:
        return InLanguages(self.items())

    def get_latest_lastmod(self) -> datetime | None:
        """Django would read all of them to find it."""
        return moved_at()


def moved_at() -> datetime | None:
    """When the record last changed; None while it is empty."""
    edition = Edition.objects.current()
    return edition.moved_at if edition.number else None


class Page(NamedTuple):
    name: str
    changed_at: datetime | None


class Pages(Section):
    """Pages that there is one of; those that tell of the record change with it."""

    def items(self) -> list[Page]:
        moved = moved_at()
        return [Page(name, moved) for name in FOLLOWING] + [Page(name, None) for name in STANDING]

    def location(self, item: Page) -> str:
        return reverse(item.name)

    def lastmod(self, item: Page) -> datetime | None:
        return item.changed_at


class Cities(Section):
    def items(self) -> QuerySet[City]:
        return City.objects.with_public_events().order_by("pk")


class Factions(Section):
    def items(self) -> list[Faction]:
        seen = Event.objects.listed().per_faction()
        return [faction for faction in Faction.objects.order_by("pk") if faction.pk in seen]


class Events(Section):
    def items(self) -> QuerySet[Event]:
        found = Event.objects.listed()
        return found.only("pk", "slug", "changed_at", "published_at").order_by("pk")

    def lastmod(self, item: Event) -> datetime | None:
        return item.changed_at or item.published_at


class Articles(Section):
    def items(self) -> QuerySet[Article]:
        return Article.objects.public().only("pk").order_by("pk")


SECTIONS: dict[str, type[Section]] = {
    "pages": Pages,
    "cities": Cities,
    "factions": Factions,
    "events": Events,
    "articles": Articles,
}
# The desk is nobody's; of files, the whole is enough, and of questions there is no end.
CLOSED = ("/admin/", "/events.*?", "/control.json?")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
