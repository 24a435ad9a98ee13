"""Whether the quoted words name what the event names: its city, its factions, its kind."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from timeline.checks.check import Check, Quoted
from timeline.models import City, Event, Faction, Participation
from timeline.models.vocabulary import Basis
from timeline.names import Matcher


def city(event: Event, found: list[Quoted]) -> Iterator[Check]:
    if event.city is None:
        yield Check.doubt(_("No city is given: it appears on no city’s page."))
        return
    if not found:
        return
    about = {"city": event.city}
    if names(event.city, [each.quotation for each in found]):
        yield Check.well(_("%(city)s is named in the words quoted.") % about)
    elif names(event.city, [each.sentences for each in found]):
        yield Check.well(_("%(city)s is named in the sentence quoted from.") % about)
    elif names(event.city, [each.body for each in found]):
        yield Check.doubt(_("%(city)s is named elsewhere in the article only.") % about)
    else:
        yield Check.doubt(_("No article cited names %(city)s in a spelling on record.") % about)


def factions(event: Event, found: list[Quoted]) -> Iterator[Check]:
    """One line for all that are named where they are quoted, one for each that is not."""
    rows = Participation.objects.filter(event=event).select_related("faction")
    parties = list(rows.prefetch_related("faction__names"))
    if not parties:
        yield Check.doubt(_("No faction is given: it appears on no faction’s page."))
    if not found:
        return
    unnamed = set()
    for row in parties:
        inferred = row.basis == Basis.INFERRED_BY_EDITOR
        if row.faction in unnamed or names(row.faction, [each.sentences for each in found]):
            continue
        unnamed.add(row.faction)
        yield _unnamed(row.faction, found, inferred=inferred)
    if parties and not unnamed:
        yield Check.well(_("Every faction is named in the sentences quoted from."))


def _unnamed(faction: Faction, found: list[Quoted], *, inferred: bool) -> Check:
    about = {"faction": faction}
    if inferred:
        said = _("%(faction)s is not named where it is quoted: an editor inferred it.")
    elif names(faction, [each.body for each in found]):
        said = _("%(faction)s is named elsewhere in the article only.")
    else:
        said = _("No article cited names %(faction)s in a spelling on record.")
    return Check.doubt(said % about)


def names(subject: City | Faction, texts: list[str]) -> bool:
    """Whether one of the texts has one of its spellings in it."""
    spellings = [subject.name, *(each.name for each in subject.names.all())]
    matcher = Matcher((spelling, subject.pk) for spelling in spellings)
    return any(matcher.find(text) for text in texts)
