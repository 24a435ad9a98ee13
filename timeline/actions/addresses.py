"""Old addresses: whatever once led to a page leads there for good."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from timeline.models import OldAddress


def keep_old(subject: models.Model, slug: str) -> None:
    """Remembers that this slug led to the subject, which has another one now."""
    kind = subject._meta.model_name
    OldAddress.objects.filter(kind=kind, slug=getattr(subject, "slug", "")).delete()
    OldAddress.objects.update_or_create(kind=kind, slug=slug, defaults={"target": subject.pk})


def demand_free(subject: models.Model, slug: str) -> None:
    """Raises ValidationError if the slug is an old address of something else."""
    taken = OldAddress.objects.filter(kind=subject._meta.model_name, slug=slug)
    if taken.exclude(target=subject.pk).exists():
        raise ValidationError(
            {"slug": _("This address led to something else before. Take another one.")}
        )
