"""Words with marks upon them: stretches that overlap are cut until each lies within another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise


class What(StrEnum):
    """What is said of some words; the first lie outermost where several begin and end together."""

    USED = "used"
    PROPOSED = "proposed"
    DATE = "date"
    FACTION = "faction"
    CITY = "city"
    KIND = "kind"
    UNKNOWN = "unknown"


ORDER = {what: place for place, what in enumerate(What)}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of the words from `start` to before `end`, in code points of the whole text.

    `key` names the thing meant: the number of an event among those of its article, the id of a
    faction or a city, a kind, the key of a proposal. `title` tells a reader. `left` is true for a
    date that nothing was taken from.
    """

    start: int
    end: int
    what: What
    key: int | str | None = None
    title: str = ""
    left: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; with a mark, what it holds in `pieces`. The outermost joined are the text."""

    text: str
    start: int
    mark: Mark | None = None
    pieces: tuple[Piece, ...] = ()

    @property
    def is_last(self) -> bool:
        """Whether the mark ends here; where marks cross, one of them goes on in another piece."""
        return self.mark is not None and self.mark.end <= self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words without a boundary in them, and the marks over them from the outermost inwards."""

    text: str
    start: int
    marks: tuple[Mark, ...]


def marked(text: str, marks: Iterable[Mark], *, start: int = 0) -> tuple[Piece, ...]:
    """The text in pieces, each mark around its words.

    `start` is where these words begin in the text that the marks count in; what marks say of words
    before and after does not matter. Of two that cross, the one that begins later is cut.
    """
    return _nested(list(_stretches(text, marks, start)), 0)


def _stretches(text: str, marks: Iterable[Mark], start: int) -> Iterator[_Stretch]:
    end = start + len(text)
    waiting = sorted(
        (mark for mark in marks if mark.start < mark.end and mark.start < end and mark.end > start),
        key=lambda mark: (mark.start, -mark.end, ORDER[mark.what]),
        reverse=True,
    )
    edges = {place for mark in waiting for place in (mark.start, mark.end) if start < place < end}
    over: list[Mark] = []
    for here, following in pairwise(sorted(edges | {start, end})):
        over = [mark for mark in over if mark.end > here]
        while waiting and waiting[-1].start <= here:
            over.append(waiting.pop())
        yield _Stretch(text[here - start : following - start], here, tuple(over))


def _nested(stretches: list[_Stretch], depth: int) -> tuple[Piece, ...]:
    pieces = []
    for mark, held in groupby(stretches, key=lambda stretch: _mark_at(stretch, depth)):
        inside = list(held)
        words = "".join(stretch.text for stretch in inside)
        within = _nested(inside, depth + 1) if mark else ()
        pieces.append(Piece(words, inside[0].start, mark, within))
    return tuple(pieces)


def _mark_at(stretch: _Stretch, depth: int) -> Mark | None:
    return stretch.marks[depth] if depth < len(stretch.marks) else None
