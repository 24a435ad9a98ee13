"""What an editor found when two events looked alike, for whoever reviews them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from timeline.models.event import Event


class Comparison(models.Model):
    class Finding(models.TextChoices):
        SAME = "same", _("the same event")
        DIFFERS = "differs", _("the same event, told differently")
        PART = "part", _("one is a part of the other")
        APART = "apart", _("another event")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="comparisons")
    other = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="compared_with")
    finding = models.CharField(_("finding"), max_length=10, choices=Finding)
    words = models.TextField(
        _("why"), blank=True, help_text=_("What sets them apart, or on what they differ.")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, verbose_name=_("who")
    )

    class Meta:
        verbose_name = _("comparison")
        verbose_name_plural = _("comparisons")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "other"], name="compared_once"),
            models.CheckConstraint(
                name="compared_with_another",
                condition=~Q(event=F("other")),
                violation_error_message=_("An event cannot be compared with itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event}: {self.get_finding_display()}: {self.other}"
