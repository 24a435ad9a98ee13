"""Where the names of places stand on a map, so that none hides another or a mark.

Text keeps its size in pixels while the map grows and shrinks. So names are set for a wide map, and
those that would be in each other's way on the map of a phone are marked: there they are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from timeline.maps.frame import Frame, Point
from timeline.ruler import percent

WIDE, NARROW = 640, 328  # pixels: the smallest map beside a list, and that of a phone
CHARACTER = 6.9  # pixels, on the average
SPACED = 1.5  # times wider: the names of countries
LINE = 15
RADIUS = 7.5  # of a mark with its edge, unless a place has one of its own
OFF = 3.5  # from the edge of a mark to the name beside it
ASLANT = 0.7  # of a radius: how far aside and down the edge of a round mark is at its corners
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


@cache
def sides(radius: float) -> tuple[Side, ...]:
    """Those of a mark of this radius, in the order in which they are tried."""
    off, corner = radius + OFF, ASLANT * radius + 2.75
    return (
        Side("start", off, DROP),
        Side("end", -off, DROP),
        Side("middle", 0, -off - 2),
        Side("middle", 0, off + LINE - 4),
        Side("start", corner, -corner + 1),
        Side("start", corner, corner + 8),
        Side("end", -corner, -corner + 1),
        Side("end", -corner, corner + 8),
    )


class Named(NamedTuple):
    """A place with its name and, where the map is wide, a note after it.

    `radius` is that of its mark with the edge, in pixels.
    """

    key: int
    name: str
    note: str
    longitude: float
    latitude: float
    radius: float = RADIUS


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands beside its mark, in pixels.

    `noted`: with its note, on wide maps; `narrow`: on small maps too.
    """

    anchor: str
    dx: str
    dy: str
    noted: bool
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
    frame: Frame,
    places: Sequence[Named],
    regions: Iterable[tuple[str, Iterable[Point]]] = (),
    *,
    shrunk: float = 1,
) -> Layout:
    """Places in the order given: earlier ones choose first where their names stand.

    Notes get the room that the names leave; regions, each with the points of the frame at which
    its name may stand, what is left then. On narrow maps marks are `shrunk` times as large.
    """
    wide, narrow = Sheet(frame, WIDE, places), Sheet(frame, NARROW, places, shrunk)
    chosen = {place.key: wide.name(place, sides(place.radius)) for place in places}
    noted = {place.key for place in places if wide.note(place)}
    small = {
        place.key for place in places if (side := chosen[place.key]) and narrow.name(place, [side])
    }
    marked = []
    for place in places:
        side, across, down = chosen[place.key], *frame.at(place.longitude, place.latitude)
        label = None
        if side:
            within = place.key in noted, place.key in small
            label = Label(side.anchor, f"{side.dx:g}", f"{side.dy:g}", *within)
        marked.append(Mark(place.key, percent(across), percent(down), label))
    named = [wide.region(name, points) for name, points in regions]
    return Layout(marked, [region for region in named if region])


class Sheet:
    """A map of one width, in pixels, with what stands on it."""

    def __init__(
        self, frame: Frame, width: int, places: Iterable[Named], shrunk: float = 1
    ) -> None:
        self.frame, self.width, self.height = frame, width, width / frame.aspect
        self.taken = [self.box(place, place.radius * shrunk) for place in places]
        self.named: dict[int, tuple[Side, Box]] = {}

    def box(self, place: Named, radius: float) -> Box:
        x, y = self.middle(place)
        return Box(x - radius, y - radius, x + radius, y + radius)

    def middle(self, place: Named) -> Point:
        across, down = self.frame.at(place.longitude, place.latitude)
        return across * self.width, down * self.height

    def name(self, place: Named, sides: Iterable[Side]) -> Side | None:
        """The first side on which a name is free and on the sheet; it then takes its room."""
        for side in sides:
            box = side.box(self.middle(place), len(place.name) * CHARACTER)
            if self.is_free(box):
                self.named[place.key] = side, box
                return side
        return None

    def note(self, place: Named) -> bool:
        """Whether there is room for the note beside the name, too; it then takes that."""
        if not place.note or place.key not in self.named:
            return False
        side, box = self.named.pop(place.key)
        wider = side.box(self.middle(place), len(f"{place.name} {place.note}") * CHARACTER)
        free = self.is_free(wider)
        self.named[place.key] = side, wider if free else box
        return free

    def region(self, name: str, points: Iterable[Point]) -> Region | None:
        """The name at the first of these points where it is free."""
        half = len(name) * CHARACTER * SPACED / 2
        for across, down in points:
            x, y = across * self.width, down * self.height
            box = Box(x - half, y - LINE / 2, x + half, y + LINE / 2)
            if self.is_free(box):
                self.taken.append(box)
                return Region(name, percent(across), percent(down))
        return None

    def is_free(self, box: Box) -> bool:
        on_sheet = box.left >= 0 and box.right <= self.width
        on_sheet = on_sheet and box.top >= 0 and box.bottom <= self.height
        names = (other for _, other in self.named.values())
        return on_sheet and not any(box.meets(other) for other in chain(self.taken, names))
