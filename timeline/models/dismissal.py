"""What an editor has said no to on the reading desk, so that nobody is asked again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import MD5
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from timeline.models.article import Article
from timeline.models.vocabulary import Kind


class Dismissal(models.Model):
    """A proposal that is no event, or a word that is no name; it outlives a changed text.

    `words` are the proposed quotation, or the name; `kind` is empty for a name.
    """

    class What(models.TextChoices):
        EVENT = "event", _("proposed event")
        NAME = "name", _("unknown name")

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="dismissals")
    what = models.CharField(_("what"), max_length=10, choices=What)
    words = models.TextField(_("words"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, verbose_name=_("who")
    )

    class Meta:
        verbose_name = _("dismissal")
        verbose_name_plural = _("dismissals")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("article", "what", "kind", MD5("words"), name="dismissed_once")
        ]

    def __str__(self) -> str:
        return self.words[:60]
