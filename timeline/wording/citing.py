"""How to name an event, or the answer to a question, in a footnote."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.models import Edition, Event
from timeline.wording.lists import listed


def cite(event: Event, address: str, version: int, at: datetime | None) -> str:
    """Title, record, version and address: enough to find the same state of it again.

    Versions are its public revisions, counted from 1; 0, and no time, before there is any.
    """
    words = {"headline": event.headline, "number": event.pk, "address": address}
    if at is None:
        return _("Dateline, “%(headline)s”, record %(number)s. %(address)s") % words
    words |= {"version": version, "day": in_full(at)}
    return (
        _(
            "Dateline, “%(headline)s”, record %(number)s, version %(version)s of %(day)s."
            " %(address)s"
        )
        % words
    )


def cite_answer(asked: Iterable[str], total: int, edition: Edition, address: str) -> str:
    """What was asked for, how many events that was, in which edition, and where."""
    return ngettext(
        "Dateline, “%(asked)s”, %(number)s event, edition %(edition)s of %(day)s. %(address)s",
        "Dateline, “%(asked)s”, %(number)s events, edition %(edition)s of %(day)s. %(address)s",
        total,
    ) % {
        "asked": listed(asked),
        "number": number_format(total, force_grouping=True),
        "edition": edition.number,
        "day": in_full(edition.moved_at),
        "address": address,
    }


def in_full(at: datetime) -> str:
    return date_format(at, _("j F Y"))
