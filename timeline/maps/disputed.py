"""Borders on which states do not agree, and which part of another line is one of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from timeline.maps.frame import Point
from timeline.maps.shapes import Line, stretches

LINES = Path(__file__).parent / "natural-earth-5" / "borders_in_dispute.geojson"
CELL = 0.02  # degrees: two releases of the same border are not farther apart


@cache
def lines() -> list[Line]:
    """Disputed and indefinite borders and lines of control, as Natural Earth has them."""
    features = json.loads(LINES.read_text())["features"]
    return [
        [(x, y) for x, y in line]
        for feature in features
        for line in feature["geometry"]["coordinates"]
    ]


@cache
def _cells() -> frozenset[tuple[int, int]]:
    """The cells of a grid in or beside which a point of such a border lies."""
    return frozenset(
        (column + aside, row + down)
        for line in lines()
        for column, row in map(_cell, line)
        for aside in (-1, 0, 1)
        for down in (-1, 0, 1)
    )


def _cell(point: Point) -> tuple[int, int]:
    return round(point[0] / CELL), round(point[1] / CELL)


def undisputed(line: Sequence[Point]) -> Iterator[Line]:
    """The stretches of a border that do not run along one in dispute."""
    return stretches(line, lambda one, other: not (_is_near(one) and _is_near(other)))


def _is_near(point: Point) -> bool:
    return _cell(point) in _cells()
