"""What the strip over time says: its caption, its bars, what they leave out."""

from __future__ import annotations

from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.models.vocabulary import Family
from timeline.wording import calendar

CAPTIONS = {
    "day": gettext_lazy("Events by day"),
    "month": gettext_lazy("Events by month"),
    "quarter": gettext_lazy("Events by quarter"),
    "year": gettext_lazy("Events by year"),
    "decade": gettext_lazy("Events by decade"),
}


OTHER_LAYERS = {
    "loose": gettext_lazy("perhaps elsewhere: its date is wider than the bar"),
    "outside": gettext_lazy("outside these dates"),
    "rest": gettext_lazy("the rest of the record"),
}


def layer(name: str) -> str:
    """What a tone or texture of the strip stands for: a family, or a reason to be paler."""
    return str(OTHER_LAYERS[name] if name in OTHER_LAYERS else Family(name).label)


def caption(unit: str) -> str:
    return str(CAPTIONS[unit])


def bar(period: str, number: int, whole: int) -> str:
    """How many of the question a period counts, and out of how many on record if not all."""
    if number >= whole:
        words = ngettext(
            "%(period)s: %(number)s event counted here",
            "%(period)s: %(number)s events counted here",
            number,
        )
    else:
        words = ngettext(
            "%(period)s: %(number)s event counted here, of %(whole)s on record",
            "%(period)s: %(number)s events counted here, of %(whole)s on record",
            number,
        )
    return words % {"period": period, "number": _grouped(number), "whole": _grouped(whole)}


def everything(first: date, last: date) -> str:
    """The way back to the whole record, whose years these are."""
    if first.year == last.year:
        return _("All of %(year)s") % {"year": calendar.year(first)}
    years = {"first": calendar.year(first), "last": calendar.year(last)}
    return _("All of %(first)s–%(last)s") % years


def from_elsewhere(number: int) -> str:
    """What a range shows beside those that are counted in it."""
    words = ngettext(
        "%(number)s more reaches, or may reach, into this time from outside.",
        "%(number)s more reach, or may reach, into this time from outside.",
        number,
    )
    return words % {"number": _grouped(number)}


def apart(number: int) -> str:
    """What is certain, and has a date too wide for any one bar."""
    words = ngettext(
        "%(number)s more stands in no bar: its date is wider than one.",
        "%(number)s more stand in no bar: their dates are wider than one.",
        number,
    )
    return words % {"number": _grouped(number)}


def _grouped(number: int) -> str:
    return str(number_format(number, force_grouping=True))
