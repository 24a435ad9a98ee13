"""What pages draw of control: fills in the colours of factions, and the rule beside events."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from timeline.bands import Paint
from timeline.filters import NEWEST
from timeline.models import Event

register = template.Library()

STRIPES = (
    '<pattern id="{id}" width="8" height="8" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path class="f p-{one}" d="M0 0h4v8H0z"/>'
    '<path class="f p-{other}" d="M4 0h4v8H4z"/></pattern>'
)
HALVES = (
    '<pattern id="{id}" width="1" height="1" patternContentUnits="objectBoundingBox">'
    '<path class="f p-{one}" d="M0 0h1v.5H0z"/><path class="f p-{other}" d="M0 .5h1V1H0z"/>'
    "</pattern>"
)
PASSING = (
    '<linearGradient id="{id}" x1="{start}" x2="{end}"><stop class="s p-{one}" offset=".1"/>'
    '<stop class="s p-{other}" offset=".9"/></linearGradient>'
)
HATCHED = (
    '<pattern id="{id}" width="6" height="6" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><path class="pp" d="M0 0h6v6H0z"/>'
    '<path class="hatch" d="M0 0v6"/></pattern>'
)
DRAWINGS = {"c": STRIPES, "j": HALVES, "g": PASSING, "u": HATCHED}
FADES = (
    '<linearGradient id="{of}paper-left"><stop class="paper" offset="0"/>'
    '<stop class="paper" offset="1" stop-opacity="0"/></linearGradient>'
    '<linearGradient id="{of}paper-right"><stop class="paper" offset="0" stop-opacity="0"/>'
    '<stop class="paper" offset="1"/></linearGradient>'
)
RULES = {"": "plain", "c": "contested", "g": "changing", "j": "jointly"}


@register.simple_tag
def fills(paints: Iterable[Paint], of: str = "") -> SafeString:
    """The patterns that these paints refer to, and the fades; once on a page, before them.

    A drawing on a page that may have others says whose they are, in a word, here and to `fill`.
    """
    drawn = [paint for paint in sorted(paints) if paint.pattern]
    start, end = (1, 0) if get_language_bidi() else (0, 1)
    patterns = (
        (
            format_html(
                DRAWINGS[paint.pattern],
                id=of + paint.id,
                one=paint.factions[0] if paint.factions else "",
                other=paint.factions[-1] if paint.factions else "",
                start=start,
                end=end,
            ),
        )
        for paint in drawn
    )
    return format_html(
        '<svg class="sprite" aria-hidden="true" focusable="false"><defs>{}{}</defs></svg>',
        format_html(FADES, of=of),
        format_html_join("", "{}", patterns),
    )


@register.filter
def fill(paint: Paint, of: str = "") -> SafeString:
    """The attribute that fills a shape: a faction's own colour, or a pattern of several."""
    if paint.pattern:
        return format_html('fill="url(#{})"', of + paint.id)
    return format_html('class="f p-{}"', paint.factions[0])


@register.filter
def tint(paint: Paint, of: str = "") -> SafeString:
    """The same, pale: what is written upon it can be read."""
    if paint.pattern:
        return format_html('class="pale" fill="url(#{})"', of + paint.id)
    return format_html('class="f pale p-{}"', paint.factions[0])


@register.filter
def swatch(paint: Paint, of: str = "") -> SafeString:
    """The little square that stands before a name."""
    return format_html(
        '<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">'
        '<rect width="10" height="10" {}/><rect class="edge" width="10" height="10"/></svg>',
        fill(paint, of),
    )


@register.simple_tag(takes_context=True)
def held_beside(context: Context, event: Event) -> SafeString:
    """The vertical rule beside an event of a city's page: who held it before and after.

    Along the rule time runs as down the list, so that the later half stands above the mark where
    the newest events come first.
    """
    halves = _halves(context, event)
    if halves is None:
        return SafeString()
    above, below = halves
    if above == below:
        return _rule(above, "whole")
    return _rule(above, "above") + _rule(below, "below")


@register.simple_tag(takes_context=True)
def held_meanwhile(context: Context, event: Event) -> SafeString:
    """The rule beside the gap that comes before an event in the list."""
    halves = _halves(context, event)
    return _rule(halves[0], "whole") if halves else SafeString()


@register.simple_tag(takes_context=True)
def turned(context: Context, event: Event) -> SafeString:
    """What the event did to the city whose page it is, if a spell of its course began with it."""
    course = context.get("course")
    words = course.turns.get(event.pk) if course else None
    return format_html('<p class="turned">{}</p>', words) if words else SafeString()


def _halves(context: Context, event: Event) -> tuple[Paint, Paint] | None:
    """How the rule is painted above and below the mark; None without a course."""
    course: Any = context.get("course")
    if not course:
        return None
    before = course.paint_on(event.sorted_on - timedelta(days=1))
    after = course.paint_on(event.sorted_on)
    newest = context["question"].order == NEWEST
    return (after, before) if newest else (before, after)


def _rule(paint: Paint, place: str) -> SafeString:
    if paint.pattern not in RULES:
        return SafeString()
    one, other = paint.factions[0], paint.factions[-1]
    return format_html(
        '<i class="held {} {} p-{} q-{}"></i>', place, RULES[paint.pattern], one, other
    )
