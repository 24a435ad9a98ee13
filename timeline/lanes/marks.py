"""The mark of each event in its lane: its shape, and from where to where it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline import wording
from timeline.bands import Days
from timeline.dates import When
from timeline.models import Event
from timeline.models.vocabulary import Family, Kind
from timeline.ruler import FILLS

FADE = 0.05  # of the width over which an open end fades
LEAST = 0.02  # of the width that anything fading takes up

# What turns the course of things: such marks are labelled, and stand above counts.
TELLING = (
    *(Kind.CAPTURED, Kind.TRANSFERRED, Kind.WITHDREW, Kind.BESIEGED, Kind.SIEGE_LIFTED),
    Kind.OFFENSIVE_BEGAN,
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Shares of the way from which to which a mark goes; `stop` is where its known end lies."""

    begin: float
    end: float
    stop: float | None = None

    def meets(self, other: Reach, apart: float = 0.0) -> bool:
        """Whether less than this lies between them."""
        return self.begin < other.end + apart and other.begin < self.end + apart


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a mark; `room` is "roomy" where they fit on any desk, else "roomiest"."""

    words: str
    language: str
    room: str
    before: bool = False


@dataclass(slots=True)
class Mark:
    """`row` and `row_on_phones` count from the ground up; None where it is counted instead."""

    event: Event
    shape: str
    reach: Reach
    row: int | None = None
    row_on_phones: int | None = None
    label: Label | None = None

    @property
    def telling(self) -> bool:
        return self.event.kind in TELLING

    @property
    def family(self) -> Family:
        return self.event.family

    def fill(self, *, mirrored: bool) -> str:
        """The gradient of what fades, "" for the rest."""
        return FILLS[self.shape][mirrored] if self.shape in FILLS else ""


def marks_of(events: Iterable[Event], days: Days) -> list[Mark]:
    """In the order in which they begin on the axis."""
    marks = [Mark(event, wording.mark(event.when), reach(event.when, days)) for event in events]
    return sorted(marks, key=lambda mark: (mark.reach.begin, mark.reach.end, mark.event.pk))


def reach(when: When, days: Days) -> Reach:
    """Cut to the axis; what has one end only fades away from it."""
    first = days.share(when.earliest) if when.earliest else None
    last = days.axis.share(when.latest.toordinal() + 1) if when.latest else None
    if first is None or last is None:
        return open_ended(first, last)
    begin, end = max(first, 0.0), min(last, 1.0)
    middle = (begin + end) / 2
    shape = wording.mark(when)
    if shape == "day":
        return Reach(middle, middle)
    if shape == "about" and end - begin < LEAST:
        middle = min(max(middle, LEAST / 2), 1 - LEAST / 2)
        return Reach(middle - LEAST / 2, middle + LEAST / 2)
    return Reach(begin, end)


def open_ended(first: float | None, last: float | None) -> Reach:
    """Next to its known end, or at the end of the axis beyond which that lies."""
    if last is not None:
        end = min(max(last, FADE), 1.0)
        return Reach(end - FADE, end, last if 0 <= last <= 1 else None)
    first = first or 0.0
    begin = max(min(first, 1 - FADE), 0.0)
    return Reach(begin, begin + FADE, first if 0 <= first <= 1 else None)
