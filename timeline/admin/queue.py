"""The queue of articles: what is left to read, who reads what, and where to go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline import wording
from timeline.actions import permits
from timeline.admin.desk.addresses import desk_of, proposal_at_hand
from timeline.admin.entry import EntryAdmin, who
from timeline.admin.waiting_filters import FILTERS
from timeline.desk import Reading, readings_of
from timeline.models import Article, Event, Revision, User
from timeline.models.article import ArticleQuerySet
from timeline.models.articles_waiting import IDLE
from timeline.models.vocabulary import Reading as State
from timeline.models.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Row:
    """An article with what is taken and left; `idle` counts days without work, from a week on."""

    article: Article
    reading: Reading
    events: str
    mine: bool
    idle: int

    @property
    def used_percent(self) -> int:
        sentences = len(self.reading.sentences)
        return round(100 * len(self.reading.used) / sentences) if sentences else 0

    @property
    def since(self) -> str:
        """When its state was set: today the time, before that the day; UTC like all instants."""
        moment = self.article.reading_since or self.article.entered_at
        if moment.date() == timezone.now().date():
            return time_format(moment, "H:i")
        return wording.day(moment.date())


MONTHS_SHOWN = 8  # as many as stand beside each other; those before are folded away


class Month(NamedTuple):
    first: date
    articles: int
    left: int
    chosen: bool

    @property
    def read_percent(self) -> int:
        return round(100 * (self.articles - self.left) / self.articles)


@dataclass(frozen=True, slots=True)
class GoOn:
    """The article that somebody is reading, and where its next open proposal stands."""

    article: Article
    address: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Head:
    """Counts over all articles; `today` are events that whoever looks has entered today."""

    unread: int
    being_read: int
    read: int
    months: list[Month]
    today: int
    from_articles: int

    @property
    def left(self) -> int:
        return self.unread + self.being_read

    @property
    def all(self) -> int:
        return self.left + self.read

    @property
    def recent(self) -> list[Month]:
        return self.months[:MONTHS_SHOWN]

    @property
    def earlier(self) -> list[Month]:
        return self.months[MONTHS_SHOWN:]

    @property
    def left_earlier(self) -> int:
        return sum(month.left for month in self.earlier)

    @property
    def earlier_is_chosen(self) -> bool:
        return any(month.chosen for month in self.earlier)


class InTurn(ChangeList):
    """Ordered here and not by the admin, whose order fields that choose an article take over."""

    def get_ordering(self, request: HttpRequest, queryset: Any) -> list[Any]:
        """Theirs first, then what others read, what is unread, what is read; newest first."""
        return ["turn", "-published_on", "-id"]


class QueueAdmin(EntryAdmin[Article]):
    """The list of articles as a queue, on Django's own: search, filters and pages are its."""

    change_list_template = "admin/timeline/article/change_list.html"
    list_display = ("title", "outlet", "published_on")
    list_filter = FILTERS
    list_per_page = 20
    list_max_show_all = 20
    show_facets = admin.ShowFacets.ALWAYS
    date_hierarchy = "published_on"
    search_fields = ("title",)
    search_help_text = gettext_lazy("Words of the title, the outlet or the address")

    def get_queryset(self, request: HttpRequest) -> ArticleQuerySet:
        articles = Article.objects.in_turn_for(who(request)).with_last_work()
        return articles.select_related("outlet", "reader")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return InTurn

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[ArticleQuerySet, bool]:
        return queryset.titled_like(search_term), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data:
            shown = response.context_data.get("cl")
            if shown is not None:
                response.context_data |= about(request, shown.result_list)
        return response


def about(request: HttpRequest, page: Iterable[Any]) -> dict[str, Any]:
    """What the page shows of its own; only the articles of the page are read."""
    user, articles = who(request), list(page)
    own = Article.objects.being_read().filter(reader=user).order_by("-reading_since", "-id").first()
    readings = readings_of([*articles, own] if own and own not in articles else articles)
    unread = Article.objects.unread().order_by("-published_on", "-id").first()
    return {
        "head": head(request),
        "rows": rows(articles, readings, user),
        "go_on": go_on(readings[own.pk]) if own else None,
        "next_unread": desk_of(unread) if unread else "",
        "may_take_over": permits.may(user, "change_article"),
    }


# Over all articles


def head(request: HttpRequest) -> Head:
    states = Article.objects.per_state()
    chosen = tuple(request.GET.get(f"published_on__{part}", "") for part in ("year", "month"))
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    entered = Event.objects.entered_since(today, by=who(request))
    return Head(
        unread=states.get(State.UNREAD, 0),
        being_read=states.get(State.READING, 0),
        read=states.get(State.READ, 0),
        months=[
            Month(first, articles, left, (str(first.year), str(first.month)) == chosen)
            for first, articles, left in reversed(Article.objects.per_month())
        ],
        today=len({event for event, _article in entered}),
        from_articles=len({article for _event, article in entered if article}),
    )


def go_on(reading: Reading) -> GoOn:
    """To the first open proposal of what somebody is reading, else to the article."""
    article, proposal = reading.article, reading.next_proposal()
    if proposal is None:
        return GoOn(article, desk_of(article), 0)
    return GoOn(article, proposal_at_hand(article, proposal), proposal.sentence + 1)


# The articles of the page


def rows(articles: Sequence[Any], readings: dict[int, Reading], user: User) -> list[Row]:
    events = {taken.event.pk for reading in readings.values() for taken in reading.events}
    sent_back = Revision.objects.sent_back(events)
    return [
        Row(
            article=article,
            reading=readings[article.pk],
            events=events_in_words(readings[article.pk], sent_back),
            mine=article.reader_id == user.pk,
            idle=idle_days(article, article.worked_at),
        )
        for article in articles
    ]


def idle_days(article: Article, worked_at: datetime) -> int:
    """Days since anything was taken, from a week on; 0 for what is not being read."""
    rested = timezone.now() - worked_at
    if article.reading != State.READING or rested < IDLE:
        return 0
    return rested.days


def events_in_words(reading: Reading, sent_back: set[int]) -> str:
    """How many events were taken and how far they are: "8: 3 drafts, 1 sent back"."""
    counts: Counter[str] = Counter()
    for taken in reading.events:
        back = taken.event.pk in sent_back and taken.event.status == Status.DRAFT
        counts["sent_back" if back else taken.event.status] += 1
    if not counts:
        return "–"
    told = (counted(kind, counts[kind]) for kind in ORDER if counts[kind])
    return _("%(count)s: %(states)s") % {
        "count": len(reading.events),
        "states": wording.listed(told),
    }


ORDER = (Status.DRAFT, "sent_back", Status.SUBMITTED, Status.PUBLISHED, Status.WITHDRAWN)


def counted(kind: str, number: int) -> str:
    words = {
        Status.DRAFT: ngettext("%(n)s draft", "%(n)s drafts", number),
        "sent_back": ngettext("%(n)s sent back", "%(n)s sent back", number),
        Status.SUBMITTED: ngettext("%(n)s submitted", "%(n)s submitted", number),
        Status.PUBLISHED: ngettext("%(n)s published", "%(n)s published", number),
        Status.WITHDRAWN: ngettext("%(n)s withdrawn", "%(n)s withdrawn", number),
    }
    return words[kind] % {"n": number}
