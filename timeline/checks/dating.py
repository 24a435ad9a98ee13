"""Whether the words that were printed lead to the days of the event, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from timeline import dates, quotes, wording
from timeline.checks.check import Check, Quoted
from timeline.models import Event

TYPED = "edtf"  # the rule of a date that an editor wrote, as no paper prints it


def date(event: Event, found: list[Quoted]) -> Iterator[Check]:
    if event.earliest is None and event.latest is None:
        yield Check.wrong(_("No date is given: it has no place on the timeline."))
        return
    about = {"printed": event.date_printed, "days": wording.when(event.when)}
    if not event.date_printed or event.date_rule == TYPED:
        said = _("No words of an article are given for the date: %(days)s.")
        yield Check.doubt(said % about)
        return
    yield _meaning(event, about)
    if found and not any(stands_in(event.date_printed, each.body) for each in found):
        yield Check.doubt(_("“%(printed)s” does not stand in an article cited.") % about)


def stands_in(printed: str, body: str) -> bool:
    """Whether the words stand in the text, whatever their capitals and line breaks."""
    return bool(quotes.locate(_plain(printed), _plain(body)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _meaning(event: Event, about: dict[str, Any]) -> Check:
    try:
        read = dates.read(
            event.date_printed, published=event.read_on, southern=settings.SOUTHERN_SEASONS
        )
    except dates.UnreadableDate:
        said = _("“%(printed)s” cannot be read as a date; the days were set by hand: %(days)s.")
        return Check.doubt(said % about)
    if (read.earliest, read.latest) != (event.earliest, event.latest):
        if event.date_rule in dates.RULES and event.date_rule != read.rule:
            return Check.well(
                _("“%(printed)s” is %(days)s.") % about, wording.rule(event.date_rule)
            )
        said = _("“%(printed)s” reads as %(read)s; set by hand to: %(days)s.")
        return Check.doubt(said % {**about, "read": wording.when(read)})
    return Check.well(_("“%(printed)s” is %(days)s.") % about, wording.rule(read.rule))
