"""What pages say of how many an event struck."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from timeline import scales, tolls
from timeline.models import Citation, Event, Figure
from timeline.wording import figures

register = template.Library()


class Row(NamedTuple):
    """A number by an account, with its mark; without an account, that of the record."""

    told: tolls.Told | None
    words: SafeString
    mark: scales.NumberMark


class Group(NamedTuple):
    """The numbers of the same people; `recorded` is the record's own."""

    toll: tolls.Toll
    rows: list[Row]


@register.simple_tag
def toll(event: Event) -> SafeString:
    """How many in all, a line for each measure; nothing where no account or record says."""
    items = format_html_join(
        "",
        "<dt>{}</dt> <dd>{}</dd> ",
        ((figures.what(one.measure), in_words(one)) for one in tolls.estimates(event)),
    )
    return format_html('<dl class="toll">{}</dl>', items) if items else items


def in_words(one: tolls.Estimate) -> SafeString:
    if one.spread is None:
        return figures.between(one.low, one.high, one.best)
    return spread_words(one.spread)


def spread_words(given: tolls.Spread) -> SafeString:
    lowest, highest, at_most, at_least, bounds = given
    if lowest == highest or not (at_most or at_least):
        return figures.between(*bounds)
    return figures.spread(lowest, highest, at_most=at_most, at_least=at_least)


@register.simple_tag
def toll_by_source(event: Event) -> SafeString:
    """As `toll`, with whose numbers they are: the record's own, and beside them the accounts'."""
    told: dict[str, list[SafeString]] = {}
    for one in [*tolls.recorded(event), *tolls.counted(event)]:
        line = format_html("<dd>{} <span>{}</span></dd> ", in_words(one), source_of(event, one))
        told.setdefault(one.measure, []).append(line)
    items = format_html_join(
        "",
        "<dt>{}</dt> {}",
        ((figures.what(each), SafeString("".join(lines))) for each, lines in told.items()),
    )
    return format_html('<dl class="toll">{}</dl>', items) if items else items


def source_of(event: Event, one: tolls.Estimate) -> str:
    if not one.recorded:
        return _("by the accounts")
    if event.dataset:
        return _("by %(dataset)s") % {"dataset": event.dataset}
    return _("by the editors’ estimate")


@register.inclusion_tag("events/_how_many_by_account.html")
def how_many_by_account(citations: Sequence[Citation]) -> dict[str, Any]:
    """How many people, by account; drawn where there are two numbers to compare."""
    found = tolls.of(citations)
    ranges = [(one.figure.low, one.figure.high) for each in found for one in each.told]
    if len(ranges) < 2:
        return {}
    scale = scales.of_numbers(ranges, mirrored=get_language_bidi())
    marks = iter(scale.marks)
    groups = [
        Group(each, [Row(one, range_of(one.figure), next(marks)) for one in each.told])
        for each in found
    ]
    return {"groups": groups, "scale": scale}


@register.filter
def range_of(figure: Figure) -> SafeString:
    """The bounds of a figure; nothing where only its words are known."""
    return figures.between(figure.low, figure.high)


@register.filter
def is_in_words(figure: Figure) -> bool:
    """Whether the words as printed say more than the bounds beside them do."""
    return figure.printed not in {str(figure.low), figures.number(figure.low or 0)} or (
        figure.low != figure.high
    )


@register.filter
def counted_as(figure: Figure) -> str:
    """What words that say no number were counted as, in brackets."""
    return figures.note(tolls.read_as(figure))


@register.filter
def what(counted: Figure | tolls.Toll) -> str:
    """What is counted, and of whom: “Killed, civilians”."""
    return figures.what(counted.measure, counted.whom)


@register.filter
def spread(toll: tolls.Toll) -> SafeString:
    """From the lowest to the highest number that counts, or the one that all give."""
    return spread_words(toll.spread) if toll.spread else SafeString()
