"""Contradictions and weak evidence: days on which somebody else may have held it (14 and 16)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.spans.kin import Kin
from timeline.spans.pieces import ALWAYS, NEVER, NOBODY, Piece, number
from timeline.spans.settling import Word
from timeline.spans.span import Change, Evidence, State


@dataclass(frozen=True)
class Doubt:
    """From `first` to `last`, inclusive, the city is contested by `factions` too.

    `former` are those they are said to have it from, `keys` the evidence, `ended_by` the keys of
    what ended the doubt where that is not plain from the course itself.
    """

    first: int
    last: int
    factions: frozenset[int]
    former: frozenset[int]
    keys: frozenset[int]
    ended_by: frozenset[int] = frozenset()


def claims(evidence: Iterable[Evidence], words: Iterable[Word]) -> Iterator[Doubt]:
    """Weak evidence as doubts, each until a better word of the same latest day or a later one."""
    said = (one for one in words if one.change is not Change.LEFT)
    better = sorted((one.last, key) for one in said for key in one.keys)
    for one in evidence:
        if not one.weak or one.change is Change.LEFT:
            continue
        at = bisect_left(better, (number(one.latest, NEVER), 0))
        end = better[at][0] if at < len(better) else NEVER
        by = frozenset(key for day, key in better if day == end)
        last = NEVER if end == NEVER else end - 1
        first = number(one.earliest, ALWAYS)
        yield Doubt(first, last, one.holders, one.former, frozenset({one.key}), by)


def doubted(pieces: Sequence[Piece], doubts: Iterable[Doubt], kin: Kin) -> list[Piece]:
    """The pieces, cut where a doubt begins or ends, and contested in between."""
    real = [one for one in doubts if one.first <= one.last]
    if not real:
        return list(pieces)
    cuts = sorted(
        {piece.first for piece in pieces}
        | {one.first for one in real}
        | {one.last + 1 for one in real if one.last < NEVER}
    )
    waiting = sorted(real, key=lambda one: one.first, reverse=True)
    found: list[Piece] = []
    here: list[Doubt] = []
    at = 0
    for first, following in zip(cuts, [*cuts[1:], NEVER + 1], strict=True):
        while at < len(pieces) and pieces[at].last < first:
            at += 1
        base = pieces[at] if at < len(pieces) and pieces[at].first <= first else None
        ended = [one.ended_by for one in here if one.last < first]
        here = [one for one in here if one.last >= first]
        while waiting and waiting[-1].first == first:
            here.append(waiting.pop())
        if base or here:
            piece = contested(part(base, first, following - 1), here, kin)
            found.append(replace(piece, since=piece.since.union(*ended)))
    return found


def part(base: Piece | None, first: int, last: int) -> Piece:
    """The days of a piece from `first` to `last`; what began it began its first part only."""
    if base is None:
        return Piece(first, last, State.UNKNOWN)
    since = base.since if base.first == first else frozenset[int]()
    return replace(base, first=first, last=last, since=since)


def contested(piece: Piece, doubts: Sequence[Doubt], kin: Kin) -> Piece:
    if piece.state is State.CHANGING:
        return piece
    rivals = [one for one in doubts if not kin.covers(piece.holders, one.factions)]
    if not rivals:
        return piece
    named = piece.holders.union(*(one.factions for one in rivals))
    if piece.state is State.UNKNOWN:
        named = named.union(*(one.former for one in rivals))
    keys = NOBODY.union(*(one.keys for one in rivals))
    begun = NOBODY.union(*(one.keys for one in rivals if one.first == piece.first))
    return replace(
        piece,
        state=State.CONTESTED if len(named) > 1 else State.UNKNOWN,
        holders=named if len(named) > 1 else NOBODY,
        since=piece.since | begun,
        by=piece.by | keys,
    )
