"""Whether the quoted words name what the event names: its city, factions and kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from timeline import suggestions, wording
from timeline.checks.check import Check, Quoted
from timeline.models import City, Event, Faction, Participation
from timeline.models.vocabulary import Basis, FactionKind, Kind
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


NAMELESS = (FactionKind.CIVILIANS, FactionKind.PROTESTERS, FactionKind.RIOTERS)
"""Kinds of people, whom no article calls by a name."""


def factions(event: Event, found: list[Quoted]) -> Iterator[Check]:
    """One line for all that are named where they are quoted, else one for each reason why not."""
    parties = parties_of(event)
    if not parties:
        yield Check.doubt(_("No faction is given: it appears on no faction’s page."))
    named = [row for row in parties if row.faction.kind not in NAMELESS]
    if not named or not found:
        return
    sentences, bodies = [each.sentences for each in found], [each.body for each in found]
    unnamed = [row for row in named if not names(row.faction, sentences)]
    inferred = [row for row in unnamed if row.basis == Basis.INFERRED_BY_EDITOR]
    stated = [row for row in unnamed if row not in inferred]
    elsewhere = [row for row in stated if names(row.faction, bodies)]
    nowhere = [row for row in stated if row not in elsewhere]
    if not unnamed:
        yield Check.well(_("Every faction is named in the sentences quoted from."))
    yield from _told(_("Not named where they are quoted, but inferred: %(factions)s."), inferred)
    yield from _told(_("Named elsewhere in the article only: %(factions)s."), elsewhere)
    yield from _told(_("No article cited has a spelling on record of: %(factions)s."), nowhere)


def _told(said: str, rows: list[Participation]) -> Iterator[Check]:
    factions = dict.fromkeys(row.faction.name for row in rows)
    if factions:
        yield Check.doubt(said % {"factions": wording.listed(factions)})


def kind(event: Event, found: list[Quoted]) -> Iterator[Check]:
    """Whether the words quoted would be read as that kind on the desk.

    Nothing is said where they are not read as any: there are more ways to say so than any
    lexicon has.
    """
    read = kinds_read(event, found)
    if event.kind in read:
        about = {"words": read[event.kind], "kind": event.kind_label}
        yield Check.well(_("“%(words)s” tells of “%(kind)s”.") % about)
    elif read:
        other, words = next(iter(read.items()))
        about = {"words": words, "kind": str(Kind(other).label)}
        yield Check.doubt(_("“%(words)s” may rather tell of “%(kind)s”.") % about)


def kinds_read(event: Event, found: list[Quoted]) -> dict[str, str]:
    """The kinds of the events that the words quoted would be proposed as, and what made them."""
    kinds: dict[str, str] = {}
    cities = Matcher(spellings([event.city] if event.city else []))
    factions = Matcher(spellings(each.faction for each in parties_of(event)))
    for quoted in found:
        start = quoted.sentences.find(quoted.quotation)
        end = start + len(quoted.quotation)
        published = quoted.citation.article.published_on
        for proposal in suggestions.propose(
            quoted.sentences, published=published, cities=cities, factions=factions
        ):
            if proposal.start < end and start < proposal.end:
                why = proposal.why("kind")
                kinds.setdefault(proposal.kind, why[0].words if why else quoted.quotation)
    return kinds


def parties_of(event: Event) -> list[Participation]:
    rows = Participation.objects.filter(event=event).select_related("faction")
    return list(rows.prefetch_related("faction__names"))


def spellings(subjects: Iterable[City | Faction]) -> Iterator[tuple[str, int]]:
    for subject in subjects:
        yield subject.name, subject.pk
        for each in subject.names.all():
            yield each.name, subject.pk


def names(subject: City | Faction, texts: list[str]) -> bool:
    """Whether one of the texts has one of its spellings in it."""
    matcher = Matcher(spellings([subject]))
    return any(matcher.find(text) for text in texts)
