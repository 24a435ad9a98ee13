"""Land, borders and the names of countries within a frame, from Natural Earth's map of the world.

The map is TopoJSON (https://github.com/topojson/topojson-specification): lines that countries
share are stored once, so that a border which is made simpler stays one for both its sides.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from timeline.maps import disputed
from timeline.maps.frame import Frame, Point
from timeline.maps.shapes import Line, cut, drawn, inside, simpler, stretches, within

WORLD = Path(__file__).parent / "world-atlas-2.0.2" / "countries-50m.json"
WIDTH = 1000  # of the box that paths are drawn in; its height follows from the frame
MARGIN = 20  # drawn beyond the edges of the box, so that no cut shows
TOLERANCE = 1.0  # how far a line may be off, in units of the box
GRID = (16, 10)  # places tried for the name of a country, across and down
PLACES = 6  # kept for each, the roomiest first


@dataclass(frozen=True, slots=True)
class CountryName:
    """A country in the frame. `code` is its ISO 3166 number, "" for what has none.

    `places` are shares of width and height at which there is room for its name, the best first.
    """

    code: str
    name: str
    places: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Basemap:
    """Paths for a box `WIDTH` wide and `height` high.

    `land` is all land, `home` the countries that were asked for; `borders` lie between two
    countries, `disputed` where that is in dispute, `coasts` between one and the sea.
    """

    height: int
    land: str
    home: str
    borders: str
    disputed: str
    coasts: str
    names: tuple[CountryName, ...]


@dataclass(frozen=True, slots=True)
class Country:
    code: str
    name: str
    rings: list[list[int]]


@dataclass(frozen=True, slots=True)
class World:
    """Lines of longitudes and latitudes; rings are numbers of lines, ~n is line n backwards.

    `borders`, `disputed` and `coasts` are numbers of lines too.
    """

    lines: list[Line]
    land: list[list[int]]
    countries: list[Country]
    borders: list[int]
    disputed: list[int]
    coasts: list[int]


@cache
def world() -> World:
    atlas = json.loads(WORLD.read_text())
    scale, origin = atlas["transform"]["scale"], atlas["transform"]["translate"]
    countries = [
        Country(shape.get("id", ""), shape["properties"]["name"], list(_rings(shape)))
        for shape in atlas["objects"]["countries"]["geometries"]
    ]
    land = [ring for shape in atlas["objects"]["land"]["geometries"] for ring in _rings(shape)]
    lines = [_unpacked(line, scale, origin) for line in atlas["arcs"]]
    sides = Counter(_lines_of(countries))
    shared = [line for line, number in sides.items() if number > 1]
    borders, in_dispute = _told_apart(lines, shared, set(_lines_of(_unlisted(countries))))
    coasts = [line for line, number in sides.items() if number == 1]
    return World(lines, land, countries, borders, in_dispute, coasts)


def _unlisted(countries: Iterable[Country]) -> list[Country]:
    """Those that the list of countries (ISO 3166) leaves out, since not all call them one."""
    return [country for country in countries if not country.code]


def _lines_of(countries: Iterable[Country]) -> Iterator[int]:
    for country in countries:
        for ring in country.rings:
            yield from (line if line >= 0 else ~line for line in ring)


def _told_apart(
    lines: list[Line], shared: Iterable[int], unlisted: Container[int]
) -> tuple[list[int], list[int]]:
    """Borders, and those in dispute; stretches of either are put behind the lines there are."""
    agreed: list[int] = []
    in_dispute = list(_added(lines, disputed.lines()))
    for number in shared:
        stretches = list(disputed.undisputed(lines[number]))
        whole = stretches == [lines[number]]
        found = [number] if whole else list(_added(lines, stretches))
        (in_dispute if number in unlisted else agreed).extend(found)
    return agreed, in_dispute


def _added(lines: list[Line], more: Iterable[Line]) -> range:
    first = len(lines)
    lines.extend(more)
    return range(first, len(lines))


def _rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    if shape["type"] == "Polygon":
        yield from shape["arcs"]
    elif shape["type"] == "MultiPolygon":
        for polygon in shape["arcs"]:
            yield from polygon


def _unpacked(line: list[list[int]], scale: list[float], origin: list[float]) -> Line:
    """Steps on a grid, each from the point before, as degrees."""
    across, down = (accumulate(steps) for steps in zip(*line, strict=True))
    return [
        (x * scale[0] + origin[0], y * scale[1] + origin[1])
        for x, y in zip(across, down, strict=True)
    ]


@lru_cache(maxsize=64)
def basemap(frame: Frame, home: frozenset[str] = frozenset()) -> Basemap:
    """What lies in a frame; `home` are the ISO 3166 numbers of countries that stand out."""
    whole, canvas = world(), Canvas(frame)
    mine = [country for country in whole.countries if country.code in home]
    return Basemap(
        height=canvas.height,
        land=canvas.areas(whole.land),
        home=canvas.areas([ring for country in mine for ring in country.rings]),
        borders=canvas.strokes(whole.borders),
        disputed=canvas.strokes(whole.disputed),
        coasts=canvas.strokes(whole.coasts),
        names=tuple(canvas.names(whole.countries)),
    )


class Canvas:
    """Draws lines of the world into the box of one frame."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.height = round(WIDTH / frame.aspect)
        self.box = (-MARGIN, -MARGIN, WIDTH + MARGIN, self.height + MARGIN)
        self.lines: dict[int, Line] = {}

    def line(self, number: int) -> Line:
        """A line as drawn, simpler than it is."""
        if number < 0:
            return self.line(~number)[::-1]
        if number not in self.lines:
            points = [self.frame.at(*point) for point in world().lines[number]]
            placed = [(x * WIDTH, y * self.height) for x, y in points]
            self.lines[number] = simpler(placed, TOLERANCE) if self.meets(placed) else _ends(placed)
        return self.lines[number]

    def meets(self, points: Sequence[Point]) -> bool:
        """Whether the box around these points and that of the frame have something in common."""
        across, down = zip(*points, strict=True)
        west, north, east, south = self.box
        return not (
            max(across) < west or min(across) > east or max(down) < north or min(down) > south
        )

    def area(self, ring: Iterable[int]) -> Line:
        """The part of an area that lies in the box; empty where none does."""
        points = [point for number in ring for point in self.line(number)]
        return cut(points, self.box) if self.meets(points) else []

    def areas(self, rings: Iterable[list[int]]) -> str:
        return "".join(f"{drawn(area)}z" for ring in rings if len(area := self.area(ring)) > 2)

    def strokes(self, numbers: Iterable[int]) -> str:
        return "".join(
            drawn(part)
            for number in numbers
            if self.meets(line := self.line(number))
            for part in self.parts(line)
        )

    def parts(self, line: Line) -> Iterator[Line]:
        """The stretches of a line that run through the box.

        A step halfway round the earth only leads from one end of the map to the other.
        """
        halfway = WIDTH * 180 / (self.frame.east - self.frame.west)
        return stretches(
            line,
            lambda one, other: abs(other[0] - one[0]) < halfway and self.meets((one, other)),
        )

    def names(self, countries: Iterable[Country]) -> Iterator[CountryName]:
        for country in countries:
            areas = [self.area(ring) for ring in country.rings]
            if places := self.room(max(areas, key=len, default=[])):
                yield CountryName(country.code, country.name, tuple(places))

    def room(self, area: Line) -> list[Point]:
        """The places in an area from which its edges are farthest, as shares of the box."""
        if len(area) < 3:
            return []
        across, down = GRID
        tried = [
            ((column + 0.5) / across * WIDTH, (row + 0.5) / down * self.height)
            for column in range(across)
            for row in range(down)
        ]
        roomy = sorted((-within(point, area), point) for point in tried if inside(point, area))
        return [(x / WIDTH, y / self.height) for _, (x, y) in roomy[:PLACES]]


def _ends(points: Line) -> Line:
    """A line that is out of sight, as short as it can be and still close its areas."""
    return [points[0], points[-1]]
