"""Filters beside the queue of articles: how far they are, who reads them, what they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.admin.entry import who
from timeline.admin.numbers import number_in
from timeline.models import Article, User
from timeline.models.article import ArticleQuerySet
from timeline.models.vocabulary import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_stubs_ext import StrOrPromise

NOBODY = "nobody"


class StateFilter(admin.SimpleListFilter):
    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, StrOrPromise]]:
        return [
            (Reading.UNREAD.value, _("Unread")),
            (Reading.READING.value, _("Being read")),
            ("idle", _("Idle for a week")),
            (Reading.READ.value, _("Read")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet | None:
        state = self.value()
        if state == "idle":
            found: ArticleQuerySet = queryset.idle()
            return found
        return queryset.filter(reading=state) if state in Reading.values else None


class ReaderFilter(admin.SimpleListFilter):
    title = gettext_lazy("who")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, StrOrPromise]]:
        """Whoever looks, the others by how much they read, and nobody."""
        numbers = [number for number, _articles in Article.objects.per_reader() if number]
        readers = User.objects.in_bulk(numbers)
        own = who(request).pk
        others = [(str(number), str(readers[number])) for number in numbers if number != own]
        return [(str(own), _("You")), *others, (NOBODY, _("No one"))]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet | None:
        chosen = self.value() or ""
        if chosen == NOBODY:
            waiting: ArticleQuerySet = queryset.filter(reader=None)
            return waiting
        reader = number_in(chosen)
        return None if reader is None else queryset.filter(reader=reader)


class WithFilter(admin.SimpleListFilter):
    """What an article has that somebody should look at."""

    title = gettext_lazy("what it has")
    parameter_name = "with"

    CHOICES: tuple[tuple[str, StrOrPromise, Callable[[ArticleQuerySet], ArticleQuerySet]], ...] = (
        ("sent_back", gettext_lazy("an event sent back"), ArticleQuerySet.with_events_sent_back),
        ("draft", gettext_lazy("a draft"), ArticleQuerySet.with_drafts),
        ("none", gettext_lazy("no event yet"), ArticleQuerySet.without_events),
        ("gone", gettext_lazy("words gone since"), ArticleQuerySet.with_quotations_gone),
    )

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, StrOrPromise]]:
        return [(value, label) for value, label, _narrow in self.CHOICES]

    def queryset(self, request: HttpRequest, queryset: Any) -> ArticleQuerySet | None:
        narrow = {value: narrowed for value, _label, narrowed in self.CHOICES}
        chosen = narrow.get(self.value() or "")
        return chosen(queryset) if chosen else None


FILTERS = (
    StateFilter,
    ReaderFilter,
    ("outlet", admin.RelatedOnlyFieldListFilter),
    WithFilter,
    "language",
)
