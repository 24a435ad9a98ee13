"""Where the names of places stand on a map, so that none hides another or a mark.

Text keeps its size in pixels while the map grows and shrinks. So names are set for a wide map, and
those that would be in each other's way on the map of a phone are marked: there they are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.maps.frame import Frame, Point
from timeline.ruler import percent

WIDE, NARROW = 820, 328  # pixels: the map beside its list, and on the smallest phones
CHARACTER = 6.9  # pixels, on the average
SPACED = 1.5  # times wider: the names of countries
LINE = 15
RADIUS = 7.5  # of a mark with its edge
OFF = 11  # from the middle of a mark to the name beside it
DROP = 4  # from the middle of a line to the foot of its letters


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return not (
            self.right <= other.left
            or other.right <= self.left
            or self.bottom <= other.top
            or other.bottom <= self.top
        )


class Side(NamedTuple):
    """A side of a mark: where its name is anchored, and how far that is from the mark."""

    anchor: str
    dx: float
    dy: float

    def box(self, middle: Point, width: float) -> Box:
        x, y = middle[0] + self.dx, middle[1] + self.dy - DROP
        left = {"start": x, "middle": x - width / 2, "end": x - width}[self.anchor]
        return Box(left, y - LINE / 2, left + width, y + LINE / 2)


SIDES = (
    Side("start", OFF, DROP),
    Side("end", -OFF, DROP),
    Side("middle", 0, -OFF - 2),
    Side("middle", 0, OFF + LINE - 4),
    Side("start", OFF - 3, -OFF + 4),
    Side("start", OFF - 3, OFF + 5),
    Side("end", 3 - OFF, -OFF + 4),
    Side("end", 3 - OFF, OFF + 5),
)


class Named(NamedTuple):
    """A place with its name and, where the map is wide, a note after it."""

    key: int
    name: str
    note: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands beside its mark, in pixels; `narrow`: on small maps too."""

    anchor: str
    dx: str
    dy: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the frame, in per cent; None where its name finds no room."""

    key: int
    x: str
    y: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class Region:
    """The name of a land, around a place in per cent; on wide maps only."""

    name: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What is written on a map."""

    marks: list[Mark]
    regions: list[Region]


def lay_out(
    frame: Frame, places: Sequence[Named], regions: Iterable[tuple[str, Iterable[Point]]] = ()
) -> Layout:
    """Places in the order given: earlier ones choose first where their names stand.

    Regions, each with the points of the frame at which its name may stand, take what is left.
    """
    wide, narrow = Sheet(frame, WIDE, places), Sheet(frame, NARROW, places)
    marked = [_mark(place, wide, narrow) for place in places]
    named = [wide.region(name, points) for name, points in regions]
    return Layout(marked, [region for region in named if region])


def _mark(place: Named, wide: Sheet, narrow: Sheet) -> Mark:
    across, down = wide.frame.at(place.longitude, place.latitude)
    side = wide.side_for(place, f"{place.name} {place.note}", SIDES)
    label = None
    if side:
        small = narrow.side_for(place, place.name, [side])
        label = Label(side.anchor, f"{side.dx:g}", f"{side.dy:g}", narrow=bool(small))
    return Mark(place.key, percent(across), percent(down), label)


class Sheet:
    """A map of one width, in pixels, with what stands on it."""

    def __init__(self, frame: Frame, width: int, places: Iterable[Named]) -> None:
        self.frame, self.width, self.height = frame, width, width / frame.aspect
        self.taken = [
            Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)
            for x, y in (self.middle(place) for place in places)
        ]

    def middle(self, place: Named) -> Point:
        across, down = self.frame.at(place.longitude, place.latitude)
        return across * self.width, down * self.height

    def side_for(self, place: Named, words: str, sides: Iterable[Side]) -> Side | None:
        """The first side on which the words are free and on the sheet; they then take its room."""
        for side in sides:
            box = side.box(self.middle(place), len(words.strip()) * CHARACTER)
            if self.holds(box) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                return side
        return None

    def region(self, name: str, points: Iterable[Point]) -> Region | None:
        """The name at the first of these points where it is free."""
        half = len(name) * CHARACTER * SPACED / 2
        for across, down in points:
            x, y = across * self.width, down * self.height
            box = Box(x - half, y - LINE / 2, x + half, y + LINE / 2)
            if self.holds(box) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                return Region(name, percent(across), percent(down))
        return None

    def holds(self, box: Box) -> bool:
        return (
            box.left >= 0
            and box.right <= self.width
            and box.top >= 0
            and (box.bottom <= self.height)
        )
