"""What describes violence in detail stays folded behind a warning until a reader opens it."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from timeline.models import Event

register = template.Library()


@register.simple_block_tag
def warned(content: str, event: Event | None) -> SafeString:
    """What is between the tags; of a graphic event folded, and left out in print while it is.

    What links lead to has its name outside of it: browsers unfold whatever a link leads into.
    """
    if event is None or not event.graphic or not content.strip():
        return SafeString(content)
    return mark_safe(render_to_string("events/_warned.html", {"content": content}))  # noqa: S308
