"""What templates say about an event: its date, mark, grade, family, factions, its month's ruler."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from timeline import ruler as days_of_month
from timeline import wording
from timeline.dates import When
from timeline.models import Article, City, Event, Faction
from timeline.models.dated import Dated
from timeline.models.vocabulary import FAMILY_OF, Family, Kind, Role, Status
from timeline.rail import Choice
from timeline.templatetags.graphic import warned
from timeline.wording.quoting import quoted

register = template.Library()

CHECKED, DISABLED = SafeString(" checked"), SafeString("disabled")

# Tone and texture only: hue means a faction.
TEXTURES = {
    Family.CONTROL: mark_safe('class="k1"'),
    Family.FIGHTING: mark_safe('class="k2"'),
    Family.CIVILIANS: mark_safe('class="k4"'),
    Family.DEMONSTRATIONS: mark_safe('fill="url(#k3)"'),
    Family.POLITICAL: mark_safe('class="k5"'),
    Family.HUMANITARIAN: mark_safe('fill="url(#k6)"'),
    Family.OTHER: mark_safe('fill="url(#k7)"'),
}


@register.simple_tag
def when(dated: Dated) -> SafeString:
    """The date of an event or account, as the gutter beside it shows it."""
    return _when(get_language(), dated.when, wording.printed(dated))


@lru_cache(maxsize=10_000)
def _when(language: str | None, when: When, printed: str) -> SafeString:
    parts = wording.when_parts(when, printed=printed)
    context = {"parts": parts, "line": _line(parts)}
    return mark_safe(render_to_string("events/_when.html", context))  # noqa: S308 - a template's


def _line(parts: wording.Gutter) -> SafeString:
    """The date itself; a single one is marked up for machines as a whole by the template."""
    if parts.first is None:
        return format_html("{}", parts.pattern)
    if parts.last is None:
        return format_html(parts.pattern, first=_alone(parts.first))
    return format_html(parts.pattern, first=_one_of_two(parts.first), last=_one_of_two(parts.last))


def _alone(piece: wording.Piece) -> SafeString:
    if not piece.rest:
        return format_html("<b>{}</b>", piece.big)
    return format_html("<b>{}</b> <span>{}</span>", piece.big, piece.rest)


def _one_of_two(piece: wording.Piece) -> SafeString:
    date = format_html("<b>{}</b> {}", piece.big, piece.rest) if piece.rest else _alone(piece)
    if not piece.value:
        return date
    return format_html('<time datetime="{}">{}</time>', piece.value, date)


@register.filter
def day(value: date) -> str:
    """A day in full, 17 October 2017; a list says the same ones over and over."""
    return _day(get_language(), value)


@lru_cache(maxsize=10_000)
def _day(language: str | None, value: date) -> str:
    return wording.day(value)


@register.filter
def mark(date: When) -> str:
    """Which mark of uncertainty: the end of a symbol's name, `m-…`."""
    return wording.mark(date)


@register.inclusion_tag("events/_ruler.html")
def ruler(heading: Any) -> dict[str, Any]:
    """The days of a month that has `year`, `month` and `events`, and the marks upon them."""
    laid_out = days_of_month.of_month(
        heading.events, heading.year, heading.month, mirrored=get_language_bidi()
    )
    return {"ruler": laid_out}


@register.inclusion_tag("_sprite.html")
def sprite() -> dict[str, Any]:
    """The drawings that marks, grades and families refer to; once on a page, before them."""
    return {}


@register.filter
@cache
def family_mark(kind: str) -> SafeString:
    """The little square of a family, or of the family that a kind belongs to."""
    family = Family(kind) if kind in Family else FAMILY_OF[Kind(kind)]
    return square(TEXTURES[family])


def square(texture: SafeString) -> SafeString:
    return format_html(
        '<svg viewBox="0 0 10 10" aria-hidden="true">'
        '<rect {} x=".5" y=".5" width="9" height="9"/></svg>',
        texture,
    )


@register.simple_tag
def grade(event: Event) -> SafeString:
    """How well the event is known: a disc and the word; withdrawn says so instead."""
    symbol, word = event.grade, event.grade_label
    if event.status == Status.WITHDRAWN:
        symbol, word = "withdrawn", _("Withdrawn")
    return format_html(
        '<p class="gr"><svg class="ev-g" aria-hidden="true"><use href="#g-{}"/></svg>{}</p>',
        symbol,
        word,
    )


@register.simple_tag
def parties(event: Event) -> SafeString:
    """The factions of an event with their roles, each once, in the order they were entered."""
    roles: dict[Faction, list[str]] = {}
    for row in event.participations.all():
        roles.setdefault(row.faction, []).append(str(Role(row.role).label))
    items = format_html_join(
        "",
        '<li class="pt p-{}"><a href="{}">{}</a> {}</li>',
        (
            (faction.pk, faction.get_absolute_url(), faction.called, wording.listed(words))
            for faction, words in roles.items()
        ),
    )
    return format_html('<ul class="parties">{}</ul>', items) if items else items


SOURCES_SHOWN = 3
SOURCE = (
    '<li><details class="account folds">'
    "<summary><span><bdi><b>{}</b></bdi> <span>{}</span></span></summary>"
    '{}<p><a href="{}">{}</a></p></details></li>'
)


@register.simple_tag
def sources(event: Event) -> SafeString:
    """The first articles an event rests on, with the words quoted from each."""
    quoted: dict[Article, list[str]] = {}
    for citation in event.citations.all():
        quoted.setdefault(citation.article, []).append(citation.quotation)
    items = format_html_join("", SOURCE, _accounts(event, quoted))
    further = len(quoted) - SOURCES_SHOWN
    return items + _more(event, further) if further > 0 else items


def _accounts(event: Event, quoted: dict[Article, list[str]]) -> Iterator[tuple[object, ...]]:
    word = _("Article")
    for article, quotations in islice(quoted.items(), SOURCES_SHOWN):
        yield (
            article.outlet.name,
            day(article.published_on),
            _quotations(event, article.language, quotations),
            article.get_absolute_url(),
            word,
        )


def _more(event: Event, further: int) -> SafeString:
    words = ngettext("%(number)s more source", "%(number)s more sources", further)
    return format_html(
        '<li><a href="{}">{}</a></li>', event.get_absolute_url(), words % {"number": further}
    )


def _quotations(event: Event, language: str, quotations: list[str]) -> SafeString:
    if not any(quotations):
        return format_html("<p>{}</p>", _("As recorded by this source, without its words."))
    words = format_html_join(
        "",
        '<blockquote lang="{}" dir="auto">{}</blockquote>',
        ((language, quoted(each, language)) for each in quotations if each),
    )
    return warned(words, event)


@register.simple_tag
def kind(event: Event, page_city: City | None = None) -> SafeString:
    """Family, kind and place of an event; the city is left out on its own page."""
    parts = [format_html("<span>{}</span>", event.kind_label)]
    if event.city and event.city != page_city:
        parts.append(format_html("<b>{}</b>", event.city.called))
    if event.locality:
        parts.append(format_html("<bdi>{}</bdi>", event.locality))
    return format_html(
        '<p class="kick">{}<span>{}</span> · {}</p>',
        family_mark(event.kind),
        event.family.label,
        format_html_join(" · ", "{}", ((part,) for part in parts)),
    )


@register.simple_tag
def choice(choice: Choice, parameter: str) -> SafeString:
    """One line of a filter's group: box, sign, label and count. A page has hundreds of them."""
    return format_html(
        '<li class="{}"><label for="{id}" class="{}"><input type="checkbox" id="{id}" {} value="{}"'
        "{}>{}<span>{}</span> <i>{}</i></label></li>",
        "under" if choice.level else "",
        "" if choice.count else "none",
        DISABLED if choice.own else format_html('name="{}"', parameter),
        choice.value,
        CHECKED if choice.checked else "",
        _sign(choice, parameter),
        choice.label,
        _count(get_language(), choice.count),
        id=choice.id,
    )


@lru_cache(maxsize=10_000)
def _count(language: str | None, count: int) -> str:
    return str(number_format(count, force_grouping=True))


def _sign(choice: Choice, parameter: str) -> SafeString:
    """The colour of a faction, the square of a family, the disc of a grade."""
    if choice.colour_class:
        return format_html('<span class="dot {}"></span>', choice.colour_class)
    if not choice.icon:
        return SafeString()
    if parameter == "kind":
        return family_mark(choice.icon)
    return format_html('<svg class="ev-g" aria-hidden="true"><use href="#{}"/></svg>', choice.icon)
