"""Lines and areas on a plane: made simpler, cut to a box, drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import hypot

from timeline.maps.frame import Point

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

Line = list[Point]


def simpler(line: Sequence[Point], tolerance: float) -> Line:
    """Fewer points of a line, both ends among them, none of the rest farther off than this.

    By Douglas and Peucker's rule: the farthest point stays, and each side is treated alike.
    """
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        distances = [_off(point, line[first], line[last]) for point in line[first + 1 : last]]
        if distances and (farthest := max(distances)) > tolerance:
            middle = first + 1 + distances.index(farthest)
            kept.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [line[place] for place in sorted(kept)]


def _off(point: Point, one: Point, other: Point) -> float:
    """How far a point is from the stretch between two others."""
    (x, y), (ax, ay), (bx, by) = point, one, other
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length if length else 0
    along = min(max(along, 0), 1)
    return hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))


def stretches(line: Sequence[Point], keeps: Callable[[Point, Point], bool]) -> Iterator[Line]:
    """The parts of a line in which every step, from one point to the next, is kept."""
    part: Line = []
    for one, other in pairwise(line):
        if keeps(one, other):
            part = part or [one]
            part.append(other)
        elif part:
            yield part
            part = []
    if part:
        yield part


def cut(area: Sequence[Point], box: Box) -> Line:
    """The part of an area inside a box, by Sutherland and Hodgman's rule: edge after edge."""
    left, top, right, bottom = box
    found = _cut(area, 0, lambda value: value >= left, left)
    found = _cut(found, 0, lambda value: value <= right, right)
    found = _cut(found, 1, lambda value: value >= top, top)
    return _cut(found, 1, lambda value: value <= bottom, bottom)


def _cut(area: Sequence[Point], axis: int, keeps: Callable[[float], bool], edge: float) -> Line:
    found: Line = []
    for place, point in enumerate(area):
        before = area[place - 1]
        if keeps(before[axis]) != keeps(point[axis]):
            found.append(_crossing(before, point, axis, edge))
        if keeps(point[axis]):
            found.append(point)
    return found


def _crossing(one: Point, other: Point, axis: int, edge: float) -> Point:
    share = (edge - one[axis]) / (other[axis] - one[axis])
    across, down = (a + share * (b - a) for a, b in zip(one, other, strict=True))
    return (edge, down) if axis == 0 else (across, edge)


def inside(point: Point, area: Sequence[Point]) -> bool:
    """Whether a ray from the point crosses the edges of the area an odd number of times."""
    x, y = point
    crossings = 0
    for place, (bx, by) in enumerate(area):
        ax, ay = area[place - 1]
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def within(point: Point, area: Sequence[Point]) -> float:
    """How far the nearest edge of an area is."""
    return min(_off(point, area[place - 1], corner) for place, corner in enumerate(area))


def drawn(line: Sequence[Point]) -> str:
    """A path through the points, to whole units; those that fall upon the one before left out."""
    steps: list[str] = []
    for x, y in line:
        step = f"{round(x)} {round(y)}"
        if not steps or steps[-1] != step:
            steps.append(step)
    return "M" + "L".join(steps)
