"""The whole record in words: where and when, and how much there is of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from timeline.wording import calendar
from timeline.wording.lists import joined

NAMED = 3  # countries


def headline(countries: Sequence[str], first: date | None, last: date | None) -> str:
    """ "Syria and Iraq, 2013–2019", "Syria, Iraq, Libya and elsewhere, 2017"; "" for nothing."""
    where, years = _where(countries), _years(first, last)
    if where and years:
        return pgettext("headline of the record", "%(where)s, %(years)s") % {
            "where": where,
            "years": years,
        }
    return where or years


def _where(countries: Sequence[str]) -> str:
    if len(countries) <= NAMED:
        return joined(countries)
    return joined([*countries[:NAMED], pgettext("after the names of countries", "elsewhere")])


def _years(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    if first.year == last.year:
        return calendar.year(first)
    return _("%(first)s–%(last)s") % {"first": calendar.year(first), "last": calendar.year(last)}


def size(facts: Mapping[str, Any]) -> str:
    """How much there is, from which day to which, and by whose word; of one event or more.

    `facts`: numbers of `events`, `cities` and `sources`, the `first` and the `last` day.
    """
    sentence = (
        _("%(events)s in %(cities)s, from %(first)s to %(last)s, on the word of %(sources)s.")
        if facts["cities"]
        else _("%(events)s, from %(first)s to %(last)s, on the word of %(sources)s.")
    )
    events, cities, sources = facts["events"], facts["cities"], facts["sources"]
    return sentence % {
        "events": _counted(ngettext("%(number)s event", "%(number)s events", events), events),
        "cities": _counted(ngettext("%(number)s city", "%(number)s cities", cities), cities),
        "sources": _counted(ngettext("%(number)s source", "%(number)s sources", sources), sources),
        "first": calendar.day(facts["first"]),
        "last": calendar.day(facts["last"]),
    }


def _counted(words: str, number: int) -> str:
    return words % {"number": number_format(number, force_grouping=True)}
