"""Stretches of days while they are worked on: days are numbers, ends inclusive."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline.spans.kin import Kin
from timeline.spans.span import Evidence, Span, State

ALWAYS = 0  # before the first day of the calendar: an open start
NEVER = date.max.toordinal() + 1  # after its last day: an open end
NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Piece:
    """`since`: keys of what began it; `by`: keys of all that it rests on."""

    first: int
    last: int
    state: State
    holders: frozenset[int] = NOBODY
    coming: frozenset[int] = NOBODY
    since: frozenset[int] = frozenset()
    by: frozenset[int] = frozenset()

    def says_what(self, other: Piece) -> bool:
        return (self.state, self.holders, self.coming) == (
            other.state,
            other.holders,
            other.coming,
        )


def number(day: date | None, missing: int) -> int:
    return missing if day is None else day.toordinal()


def day_of(day: int) -> date | None:
    return date.fromordinal(day) if ALWAYS < day < NEVER else None


def joined(pieces: Sequence[Piece], evidence: Sequence[Evidence], kin: Kin) -> list[Span]:
    """Adjacent pieces that say the same made one, each with what began, ended and proves it."""
    whole = list(alike_joined(pieces))
    proofs = proven(whole, evidence, kin)
    ends = [*(piece.since for piece in whole[1:]), frozenset[int]()]
    return [
        Span(
            first=day_of(piece.first),
            last=day_of(piece.last),
            state=piece.state,
            holders=piece.holders,
            coming=piece.coming,
            began_by=piece.since,
            ended_by=end,
            proven_by=(piece.by | proof) - piece.since - end,
        )
        for piece, proof, end in zip(whole, proofs, ends, strict=False)
    ]


def alike_joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    current: Piece | None = None
    for piece in pieces:
        if current and current.says_what(piece):
            current = replace(current, last=piece.last, by=current.by | piece.by)
            continue
        if current:
            yield current
        current = piece
    if current:
        yield current


def proven(pieces: Sequence[Piece], evidence: Iterable[Evidence], kin: Kin) -> list[set[int]]:
    """For each piece the keys of the evidence that names its holders on some of its days."""
    proofs: list[set[int]] = [set() for _ in pieces]
    lasts = [piece.last for piece in pieces]
    for one in evidence:
        last = number(one.latest, NEVER)
        for at in range(bisect_left(lasts, number(one.earliest, ALWAYS)), len(pieces)):
            if pieces[at].first > last:
                break
            if one.holders and kin.fit(one.holders, pieces[at].holders | pieces[at].coming):
                proofs[at].add(one.key)
    return proofs
