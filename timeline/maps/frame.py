"""Which part of the earth a map shows, and where on it a place lies."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import cos, radians

Point = tuple[float, float]
"""Longitude and latitude in degrees, or a place in a frame: across and down."""

PADDING = 0.14  # of the places' extent, kept free on every side
LEAST = 2.4  # degrees of latitude: a single city is shown with its surroundings
ASPECT = 1.6  # width by height


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of degrees, drawn equirectangular: true to scale along its middle latitude.

    East is greater than west: no frame reaches over the 180th meridian.
    """

    west: float
    south: float
    east: float
    north: float

    @property
    def aspect(self) -> float:
        """Width by height, as drawn."""
        return (self.east - self.west) * self.shrinkage / (self.north - self.south)

    @property
    def shrinkage(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return max(cos(radians((self.south + self.north) / 2)), 0.1)

    def at(self, longitude: float, latitude: float) -> Point:
        """Shares of the width from the left and of the height from the top."""
        across = (longitude - self.west) / (self.east - self.west)
        return across, (self.north - latitude) / (self.north - self.south)


WORLD = Frame(-180, -60, 180, 84)


def frame_of(places: Collection[Point], *, aspect: float = ASPECT) -> Frame:
    """The frame of this aspect with room for all places (longitude, latitude); the world for none.

    Where the earth ends, it is moved back onto it; only if it is larger than that it gets narrower.
    """
    if not places:
        return WORLD
    longitudes, latitudes = zip(*places, strict=True)
    middle = (min(latitudes) + max(latitudes)) / 2
    shrinkage = max(cos(radians(middle)), 0.1)
    height = max((max(latitudes) - min(latitudes)) * (1 + 2 * PADDING), LEAST)
    width = max((max(longitudes) - min(longitudes)) * (1 + 2 * PADDING) * shrinkage, LEAST * aspect)
    height, width = max(height, width / aspect), max(width, height * aspect)
    west, east = _within((min(longitudes) + max(longitudes)) / 2, width / shrinkage, 180)
    south, north = _within(middle, height, 90)
    return Frame(west, south, east, north)


def _within(middle: float, length: float, end: float) -> tuple[float, float]:
    """A stretch around a middle, as far as needed moved or cut to stay between two ends."""
    half = min(length, 2 * end) / 2
    middle = min(max(middle, half - end), end - half)
    return middle - half, middle + half
