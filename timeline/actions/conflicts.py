"""Two at the same thing at once: who saves second is told what the first changed."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from timeline.models import Revision


class ChangedMeanwhile(ValidationError):  # noqa: N818 - what happened, in a word
    """Others saved it since it was looked at; `revisions` are theirs, oldest first."""

    def __init__(self, revisions: list[Revision]) -> None:
        super().__init__(told(revisions), code="changed_meanwhile")
        self.revisions = revisions


def told(revisions: list[Revision]) -> str:
    return _(
        "%(who)s saved this while you worked on it. Look at what changed, then save again:"
        " nothing that you typed is lost."
    ) % {"who": revisions[-1].by or _("Somebody else")}


def latest(subject: models.Model) -> int:
    """The number of the subject's newest revision, 0 where nothing was recorded of it yet."""
    newest = Revision.objects.of(subject).aggregate(newest=Max("number"))["newest"]
    return int(newest or 0)


@transaction.atomic
def demand_unchanged(subject: models.Model, *, seen: int) -> None:
    """Raises ChangedMeanwhile if there are revisions after number `seen`.

    The row is held until the transaction of the caller ends: what was unchanged stays so.
    """
    rows = subject._meta.model._default_manager.select_for_update(no_key=True)
    rows.filter(pk=subject.pk).values_list("pk").first()
    later = Revision.objects.of(subject).filter(number__gt=seen).select_related("by")
    if revisions := list(later.order_by("number")):
        raise ChangedMeanwhile(revisions)
