"""What was done to the record, by whom and why. Rows are added and never changed."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class RevisionQuerySet(models.QuerySet["Revision"]):
    def of(self, subject: models.Model) -> RevisionQuerySet:
        return self.filter(subject_kind=subject._meta.model_name, subject_id=subject.pk)

    def numbered(self, number: int) -> Revision | None:
        """The one of this number, of the revisions of one subject."""
        return self.filter(number=number).first()

    def last_numbers(self, kind: str, subjects: Collection[int]) -> dict[int, int]:
        """Number of the newest revision of each of these subjects that has one."""
        rows = self.filter(subject_kind=kind, subject_id__in=subjects).order_by()
        return dict(rows.values_list("subject_id").annotate(last=Max("number")))

    def public(self) -> RevisionQuerySet:
        return self.filter(public=True)

    def listed(self) -> RevisionQuerySet:
        """What readers are told of all over the record; a merge once, of what was kept."""
        return self.public().exclude(snapshot__has_key="merged_into")

    def of_changes(self, changes: Collection[str]) -> RevisionQuerySet:
        return self.filter(change__in=changes)

    def of_states(self, states: Collection[tuple[str, int, int]]) -> RevisionQuerySet:
        """By kind and number of the subject, and number of the revision."""
        asked = Q(pk__in=())
        for kind, subject, number in states:
            asked |= Q(subject_kind=kind, subject_id=subject, number=number)
        return self.filter(asked)

    def newest_first(self) -> RevisionQuerySet:
        return self.order_by("-id")

    def oldest_first(self) -> RevisionQuerySet:
        return self.order_by("id")

    def older_than(self, revision: int) -> RevisionQuerySet:
        return self.filter(id__lt=revision)

    def newer_than(self, revision: int) -> RevisionQuerySet:
        return self.filter(id__gt=revision)

    def sent_back(self, events: Collection[int]) -> set[int]:
        """Those of the events that were returned to their author and not submitted again."""
        moves = [Revision.Change.SUBMITTED, Revision.Change.RETURNED]
        asked = self.filter(subject_kind="event", subject_id__in=events, change__in=moves)
        latest = asked.order_by("subject_id", "-number").distinct("subject_id")
        return {
            subject
            for subject, change in latest.values_list("subject_id", "change")
            if change == Revision.Change.RETURNED
        }

    def published_with(self, subject: models.Model) -> RevisionQuerySet:
        """States of events that readers saw with this city, faction or article in them."""
        named = {f"{subject._meta.model_name}_id": subject.pk}
        change = Revision.Change
        published = [change.PUBLISHED, change.CORRECTED, change.MERGED]
        return self.filter(
            Q(snapshot__contains=named)
            | Q(snapshot__contains={"participations": [named]})
            | Q(snapshot__contains={"citations": [named]}),
            subject_kind="event",
            change__in=published,
        )


class Revision(models.Model):
    class Change(models.TextChoices):
        ENTERED = "entered", _("entered")
        CHANGED = "changed", _("changed")
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("returned")
        PUBLISHED = "published", _("published")
        CORRECTED = "corrected", _("corrected")
        WITHDRAWN = "withdrawn", _("withdrawn")
        MERGED = "merged", _("merged")

    subject_kind = models.CharField(_("kind of subject"), max_length=20)
    subject_id = models.BigIntegerField(_("number of the subject"))
    number = models.PositiveIntegerField(_("number"))
    change = models.CharField(_("change"), max_length=10, choices=Change)
    snapshot = models.JSONField(_("state after it"), encoder=DjangoJSONEncoder)
    note = models.TextField(_("why"), blank=True)
    public = models.BooleanField(_("shown to readers"), default=False)
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, verbose_name=_("who")
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["subject_kind", "subject_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "number"], name="revision_number_once"
            )
        ]
        indexes = [models.Index(fields=["-id"], name="revision_newest", condition=Q(public=True))]

    def __str__(self) -> str:
        return f"{self.subject_kind} {self.subject_id} #{self.number}: {self.change}"

    @property
    def in_words(self) -> str:
        """What was done, and of a merge with what, where that may be said to readers."""
        if other := self.snapshot.get("merged_with", {}).get("name"):
            return gettext("merged with “%(other)s”") % {"other": other}
        if other := self.snapshot.get("merged_into_name"):
            return gettext("merged into “%(other)s”") % {"other": other}
        return self.get_change_display()
