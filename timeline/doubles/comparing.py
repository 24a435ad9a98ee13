"""Two events field by field: what agrees, what differs, and what one of them does not tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from timeline.dates import When
from timeline.doubles.kinds import kindred
from timeline.doubles.numbers import Number, at_odds, numbers_of
from timeline.models import City, Event, Faction
from timeline.names import fold


class Agreement(StrEnum):
    """`meets`: the two can be the same, and are not told the same; `unsaid`: one tells nothing."""

    SAME = "same"
    MEETS = "meets"
    DIFFERS = "differs"
    UNSAID = "unsaid"


class Quoted(NamedTuple):
    """Words that tell the event, the outlet that printed them and when."""

    words: str
    outlet: str
    published_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event as far as it is known: one on record, or one that is being typed."""

    when: When | None
    city: City | None
    kind: str
    factions: tuple[tuple[Faction, str], ...] = ()
    locality: str = ""
    headline: str = ""
    quotations: tuple[Quoted, ...] = ()
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of both; `shared` of `of` factions are in both, with the same role or another."""

    field: str
    mine: Any
    theirs: Any
    agreement: Agreement
    shared: int = 0
    of: int = 0

    @property
    def agrees(self) -> bool:
        return self.agreement in {Agreement.SAME, Agreement.MEETS}


def told(event: Event) -> Told:
    """What the record tells of an event; asks for its rows where they were not loaded."""
    citations = event.citations.all()
    return Told(
        when=event.when if event.earliest or event.latest else None,
        city=event.city,
        kind=event.kind,
        factions=tuple((row.faction, row.role) for row in event.participations.all()),
        locality=event.locality,
        headline=event.headline,
        quotations=tuple(
            Quoted(each.quotation, each.article.outlet.name, each.article.published_on)
            for each in citations
            if each.quotation
        ),
        numbers=tuple(numbers_of(event)),
    )


def compare(mine: Told, other: Event) -> list[Compared]:
    """What the one at hand and one on record tell, in the order of the form.

    Localities and numbers that neither tells are left out.
    """
    theirs = told(other)
    rows = [
        Compared("date", mine.when, theirs.when, _dates(mine.when, theirs.when)),
        Compared("city", mine.city, theirs.city, _same(mine.city, theirs.city)),
        Compared("kind", mine.kind, theirs.kind, _kinds(mine.kind, theirs.kind)),
        _factions(mine, theirs),
        Compared(
            "headline", mine.headline, theirs.headline, _words(mine.headline, theirs.headline)
        ),
        Compared("quotations", mine.quotations, theirs.quotations, _quotations(mine, theirs)),
    ]
    if mine.locality or theirs.locality:
        place = _words(mine.locality, theirs.locality)
        rows.insert(2, Compared("locality", mine.locality, theirs.locality, place))
    if mine.numbers or theirs.numbers:
        rows.append(Compared("numbers", mine.numbers, theirs.numbers, _numbers(mine, theirs)))
    return rows


def _same(mine: object, theirs: object) -> Agreement:
    if not mine or not theirs:
        return Agreement.UNSAID
    return Agreement.SAME if mine == theirs else Agreement.DIFFERS


def _words(mine: str, theirs: str) -> Agreement:
    return _same(fold(mine), fold(theirs))


def _kinds(mine: str, theirs: str) -> Agreement:
    same = _same(mine, theirs)
    if same is Agreement.DIFFERS and theirs in kindred(mine):
        return Agreement.MEETS
    return same


def _dates(mine: When | None, theirs: When | None) -> Agreement:
    if mine is None or theirs is None:
        return Agreement.UNSAID
    if (mine.earliest, mine.latest) == (theirs.earliest, theirs.latest):
        return Agreement.SAME
    first = max(mine.earliest or date.min, theirs.earliest or date.min)
    last = min(mine.latest or date.max, theirs.latest or date.max)
    return Agreement.MEETS if first <= last else Agreement.DIFFERS


def _factions(mine: Told, theirs: Told) -> Compared:
    own, others = ({faction for faction, _role in one.factions} for one in (mine, theirs))
    shared, of = len(own & others), len(own | others)
    agreement = Agreement.MEETS if shared else Agreement.DIFFERS
    if not own or not others:
        agreement = Agreement.UNSAID
    elif set(mine.factions) == set(theirs.factions):
        agreement = Agreement.SAME
    return Compared("factions", mine.factions, theirs.factions, agreement, shared, of)


def _quotations(mine: Told, theirs: Told) -> Agreement:
    """What words mean is the editor's to say; only that they are the very same can be seen."""
    both = {each.words for each in mine.quotations} & {each.words for each in theirs.quotations}
    return Agreement.SAME if both else Agreement.UNSAID


def _numbers(mine: Told, theirs: Told) -> Agreement:
    measures = {each.measure for each in mine.numbers} & {each.measure for each in theirs.numbers}
    if not measures:
        return Agreement.UNSAID
    if at_odds(mine.numbers, theirs.numbers):
        return Agreement.DIFFERS
    return Agreement.SAME if set(mine.numbers) == set(theirs.numbers) else Agreement.MEETS
