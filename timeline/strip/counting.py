"""How many events are counted in each period.

An event is counted once, where lists have it: in the period of the first day on which it can have
happened, or of the last where only that is known. So the numbers of a strip add up to that of its
question. A period that is opened can show more than its number, since what stands elsewhere may
reach into it; the words say that so many are *counted here*, and the drawn-out range how many more
it shows.

Where only what is certain is asked for, a period counts none that it would not open: what lasted
is counted in that of the first day on which it went on for sure, and what may have happened in one
period or in another is counted in none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from timeline.caching import kept
from timeline.filters import EventFilter
from timeline.models.events_asked import EventQuerySet
from timeline.models.vocabulary import FAMILY_OF, Family, Kind
from timeline.strip.periods import Unit


@dataclass(slots=True)
class Tally:
    """Events by family; `loose` are those of them that may belong to another period.

    `apart`: how many are not among them, since only what is certain counts.
    """

    families: Counter[Family] = field(default_factory=Counter)
    loose: Counter[Family] = field(default_factory=Counter)
    apart: int = 0

    @property
    def total(self) -> int:
        return self.families.total()


Tallies = dict[date, Tally]
"""By the first day of the period; those without any event are left out."""

NONE = Tally()


def tallied(events: EventQuerySet, unit: Unit, *, certainly: bool) -> Tallies:
    """One query."""
    tallies: Tallies = {}
    for first, kind, surely, number in events.per_period(unit, certainly=certainly):
        tally, family = tallies.setdefault(first, Tally()), FAMILY_OF[Kind(kind)]
        if certainly and not surely:
            tally.apart += number
            continue
        tally.families[family] += number
        tally.loose[family] += 0 if surely else number
    return tallies


@dataclass(frozen=True, slots=True)
class Shares:
    """The whole record of a page's subject, what matches but for its dates, and what matches."""

    whole: Tallies
    undated: Tallies
    matching: Tallies

    def of(self, first: date) -> tuple[Tally, Tally, Tally]:
        """The three of the period that begins on this day."""
        whole, undated, matching = self.whole, self.undated, self.matching
        return whole.get(first, NONE), undated.get(first, NONE), matching.get(first, NONE)


def shares_of(question: EventFilter, unit: Unit) -> Shares:
    """Up to three queries: none for what two of the three have in common.

    The first two do not depend on the dates asked for, and are kept for every such question.
    """
    edition = question.words.edition
    pairs = question.question()
    ranged = [pair for pair in pairs if pair[0] in {"from", "to"}]
    rest = [pair for pair in pairs if pair not in ranged]
    subject = of_subject(question)
    whole = kept(
        edition,
        f"strip {question.subject} {unit}",
        lambda: counted(subject, subject.events(), unit),
    )
    undated = whole
    if rest != subject.question():
        undated = kept(
            edition,
            f"strip {rest} {unit}",
            lambda: counted(question, question.events(without="dates"), unit),
        )
    return Shares(whole, undated, counted(question, question.events(), unit) if ranged else undated)


def counted(question: EventFilter, events: EventQuerySet, unit: Unit) -> Tallies:
    """These events as the question has them counted; one query."""
    return tallied(events, unit, certainly=question.certain)


def of_subject(question: EventFilter) -> EventFilter:
    """The question for all that is on record of the page's city or faction, or at all."""
    return EventFilter(QueryDict(), question.words, subject=question.subject)
