"""How many events are counted in each period.

An event is counted once, where lists have it: in the period of the first day on which it can have
happened, or of the last where only that is known. So the numbers of a strip add up to that of its
question. A period that is opened can show more than its number, since what stands elsewhere may
reach into it; the words say that so many are *counted here*, and the drawn-out range how many more
it shows.
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
    """Events by family; `loose` are those of them that may belong to another period."""

    families: Counter[Family] = field(default_factory=Counter)
    loose: Counter[Family] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.families.total()


Tallies = dict[date, Tally]
"""By the first day of the period; those without any event are left out."""

NONE = Tally()


def tallied(events: EventQuerySet, unit: Unit) -> Tallies:
    """One query."""
    tallies: Tallies = {}
    for first, kind, surely, number in events.per_period(unit):
        tally, family = tallies.setdefault(first, Tally()), FAMILY_OF[Kind(kind)]
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
        edition, f"strip {question.subject} {unit}", lambda: tallied(subject.events(), unit)
    )
    undated = whole
    if rest != subject.question():
        undated = kept(
            edition, f"strip {rest} {unit}", lambda: tallied(question.events(without="dates"), unit)
        )
    return Shares(whole, undated, tallied(question.events(), unit) if ranged else undated)


def of_subject(question: EventFilter) -> EventFilter:
    """The question for all that is on record of the page's city or faction, or at all."""
    return EventFilter(QueryDict(), question.words, subject=question.subject)
