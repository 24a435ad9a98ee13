"""What a page says on paper that its reader sees elsewhere on a screen."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils import timezone

register = template.Library()


@register.simple_tag
def today() -> date:
    """The day on which the page is read, where the site keeps its time."""
    return timezone.localdate()
