"""The same event told twice in one article is proposed once."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from .proposal import Proposal
from .reading import Reading

K = TypeVar("K", bound=Hashable)


def once(reading: Reading[K], proposals: Sequence[Proposal[K]]) -> list[Proposal[K]]:
    """Every event once, told by the sentence that says most; in order of the text."""
    kept: list[Proposal[K]] = []
    for one in proposals:
        double = next((other for other in kept if _same(one, other)), None)
        if double is None:
            kept.append(one)
        elif _told_by(reading, one) > _told_by(reading, double):
            kept[kept.index(double)] = one
    return sorted(kept, key=lambda one: (one.start, one.reasons[0].start))


def _same(one: Proposal[K], other: Proposal[K]) -> bool:
    if one.kind != other.kind or one.background != other.background:
        return False
    if None not in (one.city, other.city) and one.city != other.city:
        return False
    return _meet(one, other)


def _meet(one: Proposal[K], other: Proposal[K]) -> bool:
    if one.when is None or other.when is None:
        return True
    first, second = one.when, other.when
    before = first.latest and second.earliest and first.latest < second.earliest
    behind = second.latest and first.earliest and second.latest < first.earliest
    if (before or behind) and not (_is_carried(one) or _is_carried(other)):
        return False
    return True


def _is_carried(one: Proposal[K]) -> bool:
    return any(reason.inferred for reason in one.why("date"))


def _told_by(reading: Reading[K], one: Proposal[K]) -> int:
    """How much of an event its own sentence says."""
    said = sum(
        not reason.inferred for reason in one.reasons if reason.field in ("date", "city", "faction")
    )
    return said - 3 * reading.sentences[one.sentence].headline
