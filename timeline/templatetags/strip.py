"""How the layers of the strip are filled: families by tone and texture, as in lists."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from timeline.models.vocabulary import Family
from timeline.strip.stacks import LOOSE, OUTSIDE, REST

register = template.Library()

FILLS = {
    Family.CONTROL: mark_safe('class="k1"'),
    Family.FIGHTING: mark_safe('class="k2"'),
    Family.CIVILIANS: mark_safe('class="k4"'),
    Family.DEMONSTRATIONS: mark_safe('fill="url(#k3)"'),
    Family.POLITICAL: mark_safe('class="k5"'),
    Family.HUMANITARIAN: mark_safe('fill="url(#k6)"'),
    Family.OTHER: mark_safe('fill="url(#k7)"'),
    LOOSE: mark_safe('class="loose"'),
    OUTSIDE: mark_safe('class="outside"'),
    REST: mark_safe('class="rest"'),
}


@register.filter
def filled(layer: str) -> SafeString:
    """The attribute that fills a layer."""
    return FILLS[layer]


@register.filter
def layer_mark(layer: str) -> SafeString:
    """The little square of a layer in the key."""
    return format_html(
        '<svg viewBox="0 0 10 10" aria-hidden="true">'
        '<rect {} x=".5" y=".5" width="9" height="9"/></svg>',
        FILLS[layer],
    )
