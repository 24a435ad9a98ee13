"""Grades follow what they are made of, in the transaction that changed it."""

from __future__ import annotations

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from timeline.evidence import is_above
from timeline.models import Article, Citation, Dataset, Event, Faction, Outlet
from timeline.models.grading import regrade
from timeline.models.vocabulary import Grade


def grade_taken_from(article: Article) -> set[int]:
    """Of events that the article, or one that retells it, is cited for."""
    return regrade(numbers_resting_on([article.pk]))


def grade_printed_by(outlet: Outlet) -> set[int]:
    """Of events that an article of the outlet, or one that retells such, is cited for."""
    printed = Article.objects.filter(outlet=outlet).values_list("pk", flat=True)
    return regrade(numbers_resting_on(list(printed)))


def numbers_resting_on(articles: Collection[int]) -> list[int]:
    resting = Event.objects.taken_from(Article.objects.with_copies(articles))
    return list(resting.values_list("pk", flat=True))


def grade_spoken_for(faction: Faction) -> set[int]:
    """Of events on which its allegiances bear: an account speaks for one side, a part for a whole.

    They name the faction or what was ever a part of it and have an account that speaks for any
    faction, or have one that speaks for these.
    """
    members = Faction.objects.with_members([faction.pk])
    named = Event.objects.involving(members, with_groups=False)
    told = named.among(Citation.objects.speaking_for().values("event"))
    claimed = Citation.objects.speaking_for(members)
    return regrade({*told.values_list("pk", flat=True), *claimed.values_list("event", flat=True)})


def grade_recorded_in(dataset: Dataset) -> set[int]:
    """Of the records of a data set that nobody tells of."""
    untold = Event.objects.filter(dataset=dataset, citations__isnull=True)
    return regrade(list(untold.values_list("pk", flat=True)))


def demand_reason(event: Event) -> None:
    """Raises ValidationError if an editor's grade is above the rule's and no reason is given."""
    kept = Event.objects.only("grade_set", "grade_reason", "grade_by_rule").get(pk=event.pk)
    if not kept.grade_set or kept.grade_reason.strip():
        return
    if is_above(kept.grade_set, kept.grade_by_rule):
        raise ValidationError(
            _("By the rule the grade is “%(rule)s”. Say why it should be “%(grade)s”.")
            % {"rule": Grade(kept.grade_by_rule).label, "grade": Grade(kept.grade_set).label}
        )
