"""How to name an event in a footnote."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.models import Event, Revision


def cite(event: Event, address: str, history: Sequence[Revision]) -> str:
    """Title, record, version and address: enough to find the same state of it again.

    `history` holds the public revisions, the newest first: readers count these as versions.
    """
    words = {"headline": event.headline, "number": event.pk, "address": address}
    if not history:
        return _("Dateline, “%(headline)s”, record %(number)s. %(address)s") % words
    words |= {"version": len(history), "day": date_format(history[0].at, _("j F Y"))}
    return (
        _(
            "Dateline, “%(headline)s”, record %(number)s, version %(version)s of %(day)s."
            " %(address)s"
        )
        % words
    )
