"""Evidence that meets on the same days, settled before any of it is followed (rules 11 and 12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.spans.kin import Kin
from timeline.spans.pieces import ALWAYS, NEVER, number
from timeline.spans.span import Change, Evidence


@dataclass(frozen=True)
class Word:
    """Evidence with its days as numbers; `keys` also names what became one change with it."""

    keys: frozenset[int]
    change: Change
    holders: frozenset[int]
    former: frozenset[int]
    first: int
    last: int
    contested: bool

    def meets(self, other: Word) -> bool:
        return self.first <= other.last and other.first <= self.last

    def follows(self, other: Word) -> bool:
        """For sure, whatever days of the possible ones were the true ones."""
        return self.first > other.last


def word(evidence: Evidence) -> Word:
    return Word(
        keys=frozenset({evidence.key}),
        change=evidence.change,
        holders=evidence.holders,
        former=evidence.former,
        first=number(evidence.earliest, ALWAYS),
        last=number(evidence.latest, NEVER),
        contested=evidence.contested and len(evidence.holders) > 1,
    )


def settled(evidence: Iterable[Evidence], kin: Kin) -> list[Word]:
    """Handovers with the leavings that are one change with them; what else does not give way."""
    words = [word(one) for one in evidence]
    handovers = [one for one in words if one.change is Change.HANDED_OVER]
    leavings = [one for one in words if one.change is Change.LEFT]
    statements = [
        one for one in words if one.change is Change.STATED and not gives_way(one, handovers, kin)
    ]
    return [
        *(with_leavings(one, leavings, kin) for one in handovers),
        *(rest for one in leavings if (rest := without_handovers(one, handovers, kin)).former),
        *statements,
    ]


def gives_way(statement: Word, handovers: Sequence[Word], kin: Kin) -> bool:
    return any(
        not one.former or kin.fit(statement.holders, one.holders | one.former)
        for one in handovers
        if one.meets(statement)
    )


def takes_from(handover: Word, faction: int, kin: Kin) -> bool:
    return not handover.former or kin.fit(frozenset({faction}), handover.former)


def with_leavings(handover: Word, leavings: Sequence[Word], kin: Kin) -> Word:
    """One change of both; it was taken from those who left, where nobody else is said."""
    same = [
        one
        for one in leavings
        if one.meets(handover) and any(takes_from(handover, gone, kin) for gone in one.former)
    ]
    left = frozenset[int]().union(*(one.former for one in same)) - handover.holders
    keys = handover.keys.union(*(one.keys for one in same))
    return replace(handover, keys=keys, former=handover.former or left)


def without_handovers(leaving: Word, handovers: Sequence[Word], kin: Kin) -> Word:
    met = [one for one in handovers if one.meets(leaving)]
    alone = (gone for gone in leaving.former if not any(takes_from(one, gone, kin) for one in met))
    return replace(leaving, former=frozenset(alone))
