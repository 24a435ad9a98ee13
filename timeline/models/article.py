"""What editors read: outlets, their articles, and the texts of those as a growing series."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from timeline.models.address import address
from timeline.models.articles_waiting import WaitingQuerySet
from timeline.models.dataset import Dataset
from timeline.models.faction import Faction
from timeline.models.name import search_key
from timeline.models.url import normal_url, url_key
from timeline.models.vocabulary import Reading, Scale, Status
from timeline.names import fold
from timeline.quotes import normalise

COPIES = """
WITH RECURSIVE copy (id) AS (
    SELECT unnest(%(articles)s::bigint[])
  UNION
    SELECT a.id FROM timeline_article a JOIN copy c ON a.retells_id = c.id
)
SELECT id FROM copy
"""


class OutletQuerySet(models.QuerySet["Outlet"]):
    def public(self) -> OutletQuerySet:
        """Outlets that a published event rests on."""
        taken = Article.objects.public().filter(outlet=OuterRef("pk"))
        return self.filter(Exists(taken))

    def by_name(self) -> OutletQuerySet:
        return self.order_by("name", "id")


class Outlet(models.Model):
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("name in its address"), max_length=80, unique=True, allow_unicode=True
    )
    homepage = models.URLField(_("homepage"), blank=True)
    country = CountryField(_("country"), blank=True)
    scale = models.CharField(_("scale"), max_length=20, choices=Scale, default=Scale.OTHER)
    run_by = models.ForeignKey(
        Faction,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outlets",
        verbose_name=_("run by"),
        help_text=_("The faction that runs it, if one does: then it speaks for a party."),
    )
    dataset = models.ForeignKey(
        Dataset, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )

    objects = OutletQuerySet.as_manager()

    class Meta:
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class ArticleQuerySet(WaitingQuerySet):
    def public(self) -> ArticleQuerySet:
        """Articles that a published event rests on; the others are nobody's business."""
        citations = apps.get_model("timeline", "Citation")._default_manager
        cited = citations.filter(article=OuterRef("pk"), event__status=Status.PUBLISHED)
        return self.filter(Exists(cited))

    def copied_by(self, article: Article) -> ArticleQuerySet:
        """The article that this one retells, if it does."""
        return self.filter(retold_by=article)

    def with_copies(self, articles: Collection[int]) -> list[int]:
        """Numbers of these articles and of all that retell them, through any chain."""
        with connection.cursor() as cursor:
            cursor.execute(COPIES, {"articles": list(articles)})
            return [row[0] for row in cursor.fetchall()]

    def at_url(self, url: str) -> ArticleQuerySet:
        """The article at this address, however it is written; none for an empty one."""
        return self.filter(url_key=url_key(url)).exclude(url_key="")

    def titled_like(self, words: str) -> ArticleQuerySet:
        """Articles whose title, outlet or address has every one of these words in it."""
        found = self
        for word in fold(words).split():
            found = found.filter(
                Q(search_key__contains=word)
                | Q(outlet__name__icontains=word)
                | Q(url__icontains=word)
            )
        return found

    def most_used_first(self) -> ArticleQuerySet:
        counted: ArticleQuerySet = self.annotate(uses=Count("citations"))
        return counted.order_by("-published_on", "-uses", "-id")


class Article(models.Model):
    outlet = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, related_name="articles", verbose_name=_("outlet")
    )
    title = models.CharField(_("title"), max_length=300)
    search_key = models.CharField(max_length=300, editable=False)
    byline = models.CharField(_("byline"), max_length=200, blank=True)
    url = models.URLField(_("address"), max_length=1000, blank=True)
    url_key = models.CharField(max_length=64, blank=True, editable=False)
    archive_url = models.URLField(_("archived copy"), max_length=1000, blank=True)
    published_on = models.DateField(
        _("published on"), help_text=_("The day the outlet printed: “on Tuesday” counts from it.")
    )
    dateline = models.CharField(_("dateline"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=8, default="en")
    retells = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="retold_by",
        verbose_name=_("retells"),
        help_text=_("The article this one copies, an agency's for instance: both count once."),
    )
    reading = models.CharField(_("reading"), max_length=10, choices=Reading, default=Reading.UNREAD)
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles_read",
        verbose_name=_("reader"),
    )
    reading_since = models.DateTimeField(_("reading since"), null=True, blank=True, editable=False)
    dataset = models.ForeignKey(
        Dataset, on_delete=models.PROTECT, null=True, blank=True, editable=False
    )
    entered_at = models.DateTimeField(_("entered"), default=timezone.now, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="articles_entered",
        verbose_name=_("entered by"),
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-published_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["url_key"],
                name="article_url_once",
                condition=~Q(url_key=""),
                violation_error_message=_("An article with this address was entered already."),
            ),
            models.CheckConstraint(
                name="article_does_not_retell_itself",
                condition=Q(retells__isnull=True) | ~Q(retells=F("id")),
                violation_error_message=_("An article cannot be a copy of itself."),
            ),
        ]
        indexes = [models.Index(fields=["outlet", "published_on"], name="article_outlet_day")]

    def __str__(self) -> str:
        return f"{self.title} ({self.outlet}, {self.published_on})"

    def save(self, **kwargs: Any) -> None:
        self.clean()
        self.search_key = search_key(self.title, longest=300)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return address("article", self.pk)

    def clean(self) -> None:
        self.url, self.url_key = normal_url(self.url), url_key(self.url)

    @property
    def current_text(self) -> ArticleText | None:
        """The newest of its texts; None where only the reference was entered."""
        return self.texts.order_by("-number").first()


class ArticleText(models.Model):
    """One state of an article's words. Never public, never changed: a new state is a new row."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField(_("number"))
    body = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64, editable=False)
    taken_at = models.DateTimeField(_("taken"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("text of an article")
        verbose_name_plural = _("texts of articles")
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="article_text_number_once"),
            models.CheckConstraint(name="article_text_not_empty", condition=~Q(body="")),
        ]

    def __str__(self) -> str:
        return f"{self.article} #{self.number}"

    def save(self, **kwargs: Any) -> None:
        self.body = normalise(self.body)
        self.sha256 = hashlib.sha256(self.body.encode()).hexdigest()
        super().save(**kwargs)
