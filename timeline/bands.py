"""Bands of time: the spells of a city to scale on an axis of days, which other drawings can share.

As on all scales here, places are in per cent, so that a band fits any width and mirrors for
scripts that run from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from timeline.courses import Course, Spell
from timeline.models.vocabulary import ControlState
from timeline.scales import Axis, DayTick, day_ticks, rounded, unit_of

WIDE, NARROW = 1200, 320  # pixels: the band beside a list of filters, and on the smallest phones
CHARACTER = 7.5  # pixels of bold text, on the average
BESIDE = 14  # pixels kept free at both ends of a name together
LEAST = 0.004  # of the width: a single day among years is still seen
FADE = 0.025  # of the width over which an open end fades
FADES = {"start": ("paper-left", "paper-right"), "end": ("paper-right", "paper-left")}


class Paint(NamedTuple):
    """How what is held by these factions is filled: `pattern` is a letter, "" for plain.

    "c" is contested, stripes; "g" changing, from one colour to the other; "j" held jointly, side
    by side. Of more than two factions the first two give the colours; the words name all.
    """

    pattern: str
    factions: tuple[int, ...]

    @property
    def id(self) -> str:
        return "-".join([f"h{self.pattern}", *map(str, self.factions)])


UNKNOWN = Paint("u", ())
PATTERNS = {ControlState.HELD: "j", ControlState.CHANGING: "g", ControlState.CONTESTED: "c"}


def paint_of(spell: Spell | None) -> Paint:
    """The losing side is the first colour, where one loses; unknown is a pattern without any."""
    if spell is None or not spell.factions:
        return UNKNOWN
    if spell.state == ControlState.CHANGING:
        pair = (*spell.losing[:1], *spell.taking[:1])
    else:
        pair = spell.holders[:2]
    return Paint(PATTERNS[spell.state] if len(pair) == 2 else "", pair)


@dataclass(frozen=True, slots=True)
class Days:
    """An axis of whole days, months or years; `first` and `last` are its ends, both inclusive."""

    axis: Axis
    first: date
    last: date
    unit: str
    ticks: list[DayTick]

    def share(self, day: date) -> float:
        """How far along the way a day begins, before mirroring."""
        return self.axis.share(day.toordinal())

    def at(self, day: date) -> str:
        """The middle of a day."""
        return self.axis.at(day.toordinal() + 0.5)

    def edges(
        self, first: date | None, last: date | None, least: float = LEAST
    ) -> tuple[float, float] | None:
        """Where these days begin and end on the axis, None where they miss it; None is open.

        They take up at least so much of its width.
        """
        begin = self.share(first) if first else 0.0
        end = self.axis.share(last.toordinal() + 1) if last else 1.0
        if begin >= 1 or end <= 0:
            return None
        begin = min(max(begin, 0.0), 1 - least)
        return begin, max(min(end, 1.0), begin + least)


def days_of(days: Iterable[date], *, unit: str = "", mirrored: bool = False) -> Days:
    """The axis with room for all of these days, in whole units: "day", "month" or "year".

    Left out, the unit is one that can be labelled. Raises ValueError where there are no days.
    """
    known = [day.toordinal() for day in days]
    unit = unit or unit_of(min(known), max(known))
    first, last = rounded(min(known), max(known), unit)
    axis = Axis(first, last + 1, mirrored, inset=0)
    ticks = day_ticks(first, last, unit, axis)
    return Days(axis, date.fromordinal(first), date.fromordinal(last), unit, ticks)


def days_in(course: Course) -> list[date]:
    """The days on which a course turns."""
    return [day for spell in course for day in (spell.first, spell.last) if day]


@dataclass(frozen=True, slots=True)
class Fade:
    """Where an open end fades, and the gradient that lays paper over it."""

    x: str
    width: str
    gradient: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A spell to scale. `start` is where it begins: at the right where the axis is mirrored.

    `room`: how many characters its name may have on a wide band, and on that of a phone.
    """

    spell: Spell
    paint: Paint
    x: str
    width: str
    start: str
    room: tuple[int, int]
    fades: list[Fade]

    def named(self, words: str, *, wide: float = 1, narrow: float = 1) -> str:
        """On which bands these words have room: "" for none, "roomy" for wide ones, "always".

        `wide` and `narrow` are the shares that bands have of the usual widths.
        """
        on_wide, on_narrow = self.room
        if len(words) <= on_narrow * narrow:
            return "always"
        return "roomy" if len(words) <= on_wide * wide else ""


def band(course: Iterable[Spell], days: Days, *, least: float = LEAST) -> list[Stretch]:
    """The spells of a city that meet the axis, cut to its ends, in the order of their days.

    Each is at least so wide that it is seen. What lies wholly beneath the one before is then left
    out: a band has no more stretches than there is room for, however often a city turned.
    """
    drawn, reached = [], 0.0
    for spell in course:
        exact = days.edges(spell.first, spell.last, least=0)
        edges = days.edges(spell.first, spell.last, least)
        if exact and edges and exact[1] > reached:
            drawn.append(_stretch(spell, *edges, days))
            reached = edges[1]
    return drawn


def _stretch(spell: Spell, begin: float, end: float, days: Days) -> Stretch:
    x, width = days.axis.stretch(begin, end)
    wide, narrow = (int(((end - begin) * pixels - BESIDE) / CHARACTER) for pixels in (WIDE, NARROW))
    return Stretch(
        spell=spell,
        paint=paint_of(spell),
        x=x,
        width=width,
        start=days.axis.place(begin),
        room=(wide, narrow),
        fades=list(_fades(spell, begin, end, days.axis)),
    )


def _fades(spell: Spell, begin: float, end: float, axis: Axis) -> Iterable[Fade]:
    length = min(FADE, end - begin)
    if spell.first is None:
        yield Fade(*axis.stretch(begin, begin + length), FADES["start"][axis.mirrored])
    if spell.last is None:
        yield Fade(*axis.stretch(end - length, end), FADES["end"][axis.mirrored])
