"""What the page of an event draws and says of its accounts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from timeline import accounts, scales, wording
from timeline.dates import Precision, When
from timeline.models import Citation, Event
from timeline.models.dated import Dated

register = template.Library()


@dataclass(frozen=True, slots=True)
class DatedRow:
    """One account's date in words, with its mark; without a citation, that of the record.

    `own` is False where the account gives no other date than the event's.
    """

    citation: Citation | None
    words: str
    mark: scales.DayMark | None
    own: bool


@register.inclusion_tag("events/_when_by_account.html")
def when_by_account(event: Event, citations: Sequence[Citation]) -> dict[str, Any]:
    """When it was, by account: drawn where one of them gives a date of its own."""
    datings = accounts.dated(event, citations)
    if not any(each.own for each in datings):
        return {}
    dates = [each.when for each in datings if each.when]
    told_apart = all(_bounds(each) != _bounds(event.when) for each in dates)
    scale = scales.of_days([event.when, *dates], mirrored=get_language_bidi())
    marks = iter(scale.marks[1:])
    rows = [
        DatedRow(
            each.citation,
            wording.when(each.when) if each.when else "",
            next(marks) if each.when else None,
            each.own,
        )
        for each in datings
    ]
    if told_apart:
        rows.insert(0, DatedRow(None, wording.when(event.when), scale.marks[0], own=True))
    return {
        "rows": rows,
        "scale": scale,
        "days": days((scale.first, scale.last)),
        "counted": any(row.mark and not row.own for row in rows),
    }


def _bounds(when: When) -> tuple[date | None, date | None, bool]:
    return when.earliest, when.latest, when.lasted


@register.inclusion_tag("events/_agreement.html")
def agreement(event: Event, citations: Sequence[Citation]) -> dict[str, Any]:
    """What the accounts agree on, and where they differ."""
    return {"compared": accounts.compared(event, citations)}


@register.simple_tag
def links(citation: Citation) -> SafeString:
    """To the words in the article itself, in its archived copy, and on our page of the article.

    Where the article has the words no more, its copy may have them still.
    """
    article = citation.article
    original = article.url if citation.gone_since else accounts.landing(citation, article.url)
    places = [
        (original, _("Read it in the article")),
        (accounts.landing(citation, article.archive_url), _("In the archived copy")),
    ]
    elsewhere = format_html_join(
        " ",
        '<a href="{}" rel="external noopener">{}</a>',
        ((address, words) for address, words in places if address),
    )
    own = f"{article.get_absolute_url()}#c{citation.pk}"
    return format_html('{} <a href="{}">{}</a>', elsewhere, own, _("All taken from this article"))


@register.filter
def days(bounds: accounts.Bounds) -> str:
    """The days from one to the other in words, both included; None is open."""
    first, last = (_one_day(each) if each else None for each in bounds)
    return wording.range(first, last)


def _one_day(day: date) -> When:
    return When(earliest=day, latest=day, precision=Precision.EXACT)


@register.filter
def when_words(when: When) -> str:
    """A date in words."""
    return wording.when(when)


@register.inclusion_tag("events/_dating.html")
def dating(dated: Dated) -> dict[str, Any]:
    """The small print of a date: the words that were printed, unless the date says them already,
    and the rule that made days of them. Nothing for EDTF, which editors write and no paper prints.
    """
    if dated.date_rule == "edtf":
        return {}
    printed = wording.printed(dated)
    already_said = printed and wording.when_parts(dated.when, printed=printed).note == printed
    return {
        "words": "" if already_said else dated.date_printed,
        "printed_on": dated.read_on,
        "rule": wording.rule(dated.date_rule),
    }
