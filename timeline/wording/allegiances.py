"""How a faction stood to others in words: what they were to it, from when to when, by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from timeline import dates
from timeline.dates import Precision, When
from timeline.family.bonds import Bond, Standing
from timeline.family.drawing import ONCE
from timeline.models import Allegiance, Faction
from timeline.wording import calendar
from timeline.wording.intervals import when
from timeline.wording.lists import listed

LABELS = {
    Standing.WHOLE: gettext_lazy("Part of"),
    Standing.MEMBER: gettext_lazy("Its members"),
    Standing.ALLY: gettext_lazy("Allied with"),
    Standing.SUPPORTER: gettext_lazy("Supported by"),
    Standing.SUPPORTED: gettext_lazy("Supports"),
    Standing.OPPONENT: gettext_lazy("Opposed to"),
    Standing.PREDECESSOR: gettext_lazy("Successor of"),
    Standing.SUCCESSOR: gettext_lazy("Succeeded by"),
    Standing.ORIGIN: gettext_lazy("Split from"),
    Standing.SPLINTER: gettext_lazy("Split off from it"),
    Standing.ABSORBED: gettext_lazy("Absorbed"),
    Standing.ABSORBER: gettext_lazy("Merged into"),
}

# What another is to the faction, beside its name.
BESIDE = {
    Standing.WHOLE: gettext_lazy("larger group"),
    Standing.MEMBER: gettext_lazy("member"),
    Standing.ALLY: gettext_lazy("ally"),
    Standing.SUPPORTER: gettext_lazy("supports it"),
    Standing.SUPPORTED: gettext_lazy("supported by it"),
    Standing.OPPONENT: gettext_lazy("opponent"),
    Standing.PREDECESSOR: gettext_lazy("predecessor"),
    Standing.SUCCESSOR: gettext_lazy("successor"),
    Standing.ORIGIN: gettext_lazy("it split from this"),
    Standing.SPLINTER: gettext_lazy("split off from it"),
    Standing.ABSORBED: gettext_lazy("merged into it"),
    Standing.ABSORBER: gettext_lazy("it merged into this"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One bond in words; `counting` says from when events of the one count for the other."""

    label: str
    beside: str
    other: Faction
    time: str
    through: str
    counting: str
    sources: str
    possibly: bool = False


def ties(bonds: Iterable[Bond], *, on: date | None = None) -> list[Tie]:
    """In the order of the bonds; those not certain `on` the day say so."""
    return [tie(bond, possibly=on is not None and not bond.surely_holds(on)) for bond in bonds]


def tie(bond: Bond, *, possibly: bool = False) -> Tie:
    return Tie(
        label=str(LABELS[bond.standing]),
        beside=str(BESIDE[bond.standing]),
        other=bond.other,
        time=time(bond),
        through=through(bond),
        counting=counting(bond),
        sources=pgettext("between two parts of a list", "; ").join(
            dict.fromkeys(link.source for link in bond.links)
        ),
        possibly=possibly,
    )


def through(bond: Bond) -> str:
    names = [faction.called for faction in bond.through]
    return _("through %(groups)s") % {"groups": listed(names)} if names else ""


def time(bond: Bond) -> str:
    """From when to when; of what happened once, when."""
    return begun(bond.links) if bond.standing in ONCE else span(bond.links)


def span(links: Collection[Allegiance]) -> str:
    """From when to when all of them held, as far as is known; empty where nothing is."""
    since, until = begun(links), ended(links)
    if since and until:
        return _("from %(since)s to %(until)s") % {"since": since, "until": until}
    if since:
        return _("since %(since)s") % {"since": since}
    return _("until %(until)s") % {"until": until} if until else ""


def begun(links: Iterable[Allegiance]) -> str:
    """When the last of the links began: the chain is no older."""
    dated = [row for row in links if row.since_earliest or row.since_latest]
    if not dated:
        return ""
    last = max(dated, key=lambda r: (r.since_earliest or date.min, r.since_latest or date.max))
    return told(last.since_printed, last.since_earliest, last.since_latest)


def ended(links: Iterable[Allegiance]) -> str:
    """When the first of the links ended: the chain is no longer."""
    dated = [row for row in links if row.until_earliest or row.until_latest]
    if not dated:
        return ""
    first = min(dated, key=lambda r: (r.until_latest or date.max, r.until_earliest or date.min))
    return told(first.until_printed, first.until_earliest, first.until_latest)


def told(printed: str, earliest: date | None, latest: date | None) -> str:
    """The words as printed, read; or the days themselves where they cannot be."""
    try:
        return when(dates.read(printed)) if printed else when(within(earliest, latest))
    except dates.UnreadableDate:
        return printed


def within(earliest: date | None, latest: date | None) -> When:
    return When(earliest=earliest, latest=latest, precision=Precision.UNKNOWN)


def counting(bond: Bond) -> str:
    """On which days events of the one count for the other: those on which it may have belonged."""
    if bond.standing not in {Standing.MEMBER, Standing.WHOLE}:
        return ""
    first, last = bond.days.first, bond.days.last
    parts = {
        "group": bond.links[-1 if bond.standing == Standing.MEMBER else 0].faction.called,
        "first": calendar.day(first) if first else "",
        "last": calendar.day(last) if last else "",
    }
    if first and last:
        return _("%(group)s events count for it from %(first)s to %(last)s") % parts
    if first:
        return _("%(group)s events count for it from %(first)s") % parts
    if last:
        return _("%(group)s events count for it up to %(last)s") % parts
    return _("%(group)s events count for it on any day") % parts
