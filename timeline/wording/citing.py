"""How to name an event in a footnote."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from timeline.models import Event, Revision


def cite(event: Event, address: str, version: Revision | None) -> str:
    """Title, record, version and address: enough to find the same state of it again."""
    if version is None:
        return _("Dateline, “%(headline)s”, record %(number)s. %(address)s") % {
            "headline": event.headline,
            "number": event.pk,
            "address": address,
        }
    return _(
        "Dateline, “%(headline)s”, record %(number)s, version %(version)s of %(day)s. %(address)s"
    ) % {
        "headline": event.headline,
        "number": event.pk,
        "version": version.number,
        "day": date_format(version.at, _("j F Y")),
        "address": address,
    }
