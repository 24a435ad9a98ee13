"""Whether the quoted words name what the event names: its city, factions and kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from timeline import suggestions
from timeline.checks.check import Check, Quoted
from timeline.models import City, Event, Faction, Participation
from timeline.models.vocabulary import Basis, Kind
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
    parties = parties_of(event)
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
