"""The words an event rests on: who prints them, who claims it, which numbers they give."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from timeline.models.article import Article, ArticleText
from timeline.models.dated import Dated, date_constraints
from timeline.models.event import Event
from timeline.models.faction import Faction
from timeline.models.vocabulary import Basis, ClaimantKind, Measure, Role, Stance, Status


class Participation(models.Model):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    faction = models.ForeignKey(
        Faction,
        on_delete=models.PROTECT,
        related_name="participations",
        verbose_name=_("faction"),
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.PARTICIPANT)
    side = models.PositiveSmallIntegerField(
        _("side"), choices=[(1, "1"), (2, "2")], null=True, blank=True
    )
    basis = models.CharField(_("basis"), max_length=20, choices=Basis, default=Basis.STATED)
    quotation = models.TextField(_("quotation"), blank=True)

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "faction", "role"],
                name="participation_once_a_role",
                violation_error_message=_("This faction has that role here already."),
            ),
            models.CheckConstraint(
                name="participation_side_one_or_two",
                condition=Q(side__isnull=True) | Q(side__in=[1, 2]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.faction}: {self.get_role_display()}"


class CitationQuerySet(models.QuerySet["Citation"]):
    def public(self) -> CitationQuerySet:
        """Citations of published events."""
        return self.filter(event__status=Status.PUBLISHED)

    def taken_from(self, articles: Collection[Article]) -> CitationQuerySet:
        """Those of these articles, oldest event first, each with its event's city.

        They say whether their article still has the quotation.
        """
        return (
            self.filter(article__in=articles)
            .with_gone_since()
            .select_related("event__city")
            .defer("event__words", "event__search")
            .order_by("event__sorted_on", "event__width", "event", "start", "id")
        )

    def on_earlier_texts(self, text: ArticleText) -> CitationQuerySet:
        """Quotations of the same article that stand in texts before this one."""
        return self.filter(article=text.article_id, text__number__lt=text.number)

    def speaking_for(self, factions: Collection[int] | None = None) -> CitationQuerySet:
        """Accounts by one of these factions, or by any, or printed by an outlet that it runs.

        A copy is printed by its own outlet and by that of the article it retells.
        """
        if factions is None:
            owned = Article.objects.filter(outlet__run_by__isnull=False)
            claimed = Q(claimant_faction__isnull=False)
        else:
            owned = Article.objects.filter(outlet__run_by__in=factions)
            claimed = Q(claimant_faction__in=factions)
        printed = Article.objects.with_copies(owned.values_list("pk", flat=True))
        return self.filter(claimed | Q(article__in=printed))

    def with_gone_since(self) -> CitationQuerySet:
        """Adds `gone_since`: when the text was taken that no longer has the quotation, or None."""
        later = ArticleText.objects.filter(
            article=OuterRef("article"), number__gt=OuterRef("text__number")
        )
        first = later.order_by("number").values("taken_at")[:1]
        return self.annotate(gone_since=Subquery(first))  # type: ignore[no-redef]

    def in_order_of_events(self) -> CitationQuerySet:
        """Grouped by event, oldest first, with what a list shows of each event."""
        return (
            self.with_gone_since()
            .select_related("event__city", "claimant_faction", "text")
            .defer("event__words", "event__search", "text__body")
            .prefetch_related("event__participations__faction", "figures")
            .order_by("event__sorted_on", "event__width", "event", "start", "id")
        )


class Citation(Dated):
    """One account of an event. Its date columns are filled only where it gives another date."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="citations")
    article = models.ForeignKey(
        Article, on_delete=models.PROTECT, related_name="citations", verbose_name=_("article")
    )
    text = models.ForeignKey(
        ArticleText,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="citations",
        verbose_name=_("text it was taken from"),
    )
    quotation = models.TextField(
        _("quotation"),
        blank=True,
        help_text=_("The words of the article, to the letter. Select and copy them."),
    )
    prefix = models.CharField(max_length=32, blank=True, editable=False)
    suffix = models.CharField(max_length=32, blank=True, editable=False)
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    claimant_words = models.CharField(
        _("claimed by"), max_length=200, blank=True, help_text=_("As printed: “a spokesman said”.")
    )
    claimant_kind = models.CharField(
        _("kind of claimant"),
        max_length=20,
        choices=ClaimantKind,
        default=ClaimantKind.MEDIA,
    )
    claimant_faction = models.ForeignKey(
        Faction,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("claiming faction"),
    )
    stance = models.CharField(_("stance"), max_length=10, choices=Stance, default=Stance.ASSERTS)

    objects = CitationQuerySet.as_manager()

    gone_since: datetime | None = None  # set by `with_gone_since`

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["id"]
        constraints = [
            *date_constraints("citation"),
            models.CheckConstraint(
                name="citation_quotation_has_its_text_and_place",
                condition=Q(text__isnull=True, start__isnull=True, quotation="")
                | (Q(text__isnull=False, start__isnull=False) & ~Q(quotation="")),
                violation_error_message=_("A quotation needs the text it stands in."),
            ),
            models.UniqueConstraint(
                fields=["event", "text", "start"],
                name="citation_same_place_once",
                violation_error_message=_("This event has that quotation already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article.outlet}: {self.quotation[:60]}"


class Figure(models.Model):
    """A number that a citation gives. Null is unknown, 0 is none."""

    citation = models.ForeignKey(Citation, on_delete=models.CASCADE, related_name="figures")
    measure = models.CharField(_("measure"), max_length=10, choices=Measure)
    whom = models.CharField(_("of whom"), max_length=100, blank=True)
    low = models.PositiveIntegerField(_("at least"), null=True, blank=True)
    high = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    printed = models.CharField(_("as printed"), max_length=100)

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="figure_low_not_above_high",
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                violation_error_message=_("The lower number must not exceed the higher."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()}: {self.printed}"
