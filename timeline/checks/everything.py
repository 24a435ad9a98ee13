"""All checks of one event, in the order a reviewer asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline.checks import control, dating, evidence, likeness, naming
from timeline.checks.check import Check, quoted, sources
from timeline.models import Event, User

LONG_HEADLINE = 80  # characters that a list shows whole

ORDER = (False, None, True)


def checks(event: Event, *, reviewer: User) -> list[Check]:
    """What can be told by machine before the reviewer decides; nothing here decides.

    What is wrong comes first, then what is in doubt.
    """
    return sorted(all_checks(event, reviewer), key=lambda check: ORDER.index(check.passed))


def all_checks(event: Event, reviewer: User) -> list[Check]:
    citations = sources(event)
    found = quoted(citations)
    return [
        *evidence.quotations(event, citations, found),
        *dating.date(event, found),
        *author(event, reviewer),
        *naming.city(event, found),
        *naming.factions(event, found),
        *naming.kind(event, found),
        *control.held(event),
        *evidence.figures(found),
        headline(event),
        evidence.grade(event, citations),
        *likeness.others(event),
    ]


def author(event: Event, reviewer: User) -> Iterator[Check]:
    if event.entered_by is None:
        return
    if event.entered_by != reviewer:
        said = _("Entered by %(author)s, not by you.")
        yield Check.well(said % {"author": event.entered_by})
    elif settings.TWO_PERSON_RULE:
        yield Check.wrong(_("You entered it yourself: somebody else must publish it."))
    else:
        yield Check.doubt(_("You entered it yourself."))


def headline(event: Event) -> Check:
    length = len(event.headline)
    about = {"number": length}
    if length > LONG_HEADLINE:
        return Check.doubt(_("The headline is long: %(number)s characters.") % about)
    if event.headline.rstrip().endswith("."):
        return Check.doubt(_("The headline ends with a full stop; headlines have none."))
    said = ngettext(
        "The headline has %(number)s character.", "The headline has %(number)s characters.", length
    )
    return Check.well(said % about)
