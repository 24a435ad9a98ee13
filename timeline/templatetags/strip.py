"""How the layers of the strip are filled: families by tone and texture, as in lists."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from timeline.strip.stacks import LOOSE, OUTSIDE, REST
from timeline.templatetags.dateline import TEXTURES, square

register = template.Library()

FILLS = TEXTURES | {
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
    return square(FILLS[layer])
