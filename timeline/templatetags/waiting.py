"""How long something waits, in words."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils.timesince import timesince

register = template.Library()


@register.filter
def waited(since: datetime | None) -> str:
    """The time from then to now, "3 hours, 5 minutes"; "" under a minute and for no moment."""
    if since is None:
        return ""
    words = timesince(since)
    return "" if words == timesince(since, since) else words
