"""The map as a way to look at an answer: drawn once for each question and edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timeline import maps
from timeline.atlas import Atlas, Place, atlas
from timeline.caching import kept
from timeline.filters import EventFilter
from timeline.holdings import record_of
from timeline.models import Edition
from timeline.models.address import NONE
from timeline.rail import counts_of

EDGE = 1.5  # pixels: of a mark, and kept free around it
SHRUNK = 0.7  # times as large are marks on phones, as map.css says
TARGET = 12.0  # pixels: the radius of what a finger can hit
MOST_MARKS = 250  # of the cities with the most events; more could not be told apart
MOST_ROWS = 20  # of the list, open; the rest unfold


@dataclass(frozen=True, slots=True)
class Mark:
    """A city on the map; `target` is the radius in which a click means it."""

    place: Place
    on_map: maps.Mark
    target: float


@dataclass(frozen=True, slots=True)
class Map:
    """`marks` as they are drawn, small ones upon large ones; `left_out`: cities beyond the most."""

    drawing: maps.Drawing
    marks: list[Mark]
    left_out: int

    @property
    def frame(self) -> str:
        """The same for maps of the same part of the earth."""
        frame = self.drawing.frame
        return " ".join(
            f"{edge:.3f}" for edge in (frame.west, frame.south, frame.east, frame.north)
        )


def mapped(question: EventFilter, edition: Edition) -> dict[str, Any]:
    name = f"map {question.address()}"
    return {"map": kept(edition, name, lambda: drawn(question, edition))}


def drawn(question: EventFilter, edition: Edition) -> SafeString:
    """Empty where nothing is on record: no day would say who held what."""
    shown = atlas(question, counts_of(question, edition), record_of(edition))
    if shown.day is None:
        return SafeString()
    context = {
        "question": question,
        "atlas": shown,
        "map": on_map(shown),
        "rows": shown.places[:MOST_ROWS],
        "more": shown.places[MOST_ROWS:],
        "list": question.turned(view=None, city=NONE),
        "paints": {place.holding.paint for place in shown.places},
    }
    return render_to_string("events/_map_drawn.html", context)


def on_map(shown: Atlas) -> Map | None:
    """None where the place of no city is known."""
    placed = [place for place in shown.places if place.city.point]
    if not placed:
        return None
    most = by_prominence(placed)[:MOST_MARKS]
    countries = (place.city.country.code for place in most if place.city.country)
    drawing = maps.draw([named(place) for place in most], countries, shrunk=SHRUNK)
    marks = [
        Mark(place, mark, target)
        for place, mark, target in zip(
            most, drawing.marks, targets(drawing.frame, most), strict=True
        )
    ]
    marks.sort(key=lambda mark: -mark.place.number)
    return Map(drawing, marks, left_out=len(placed) - len(most))


def targets(frame: maps.Frame, places: Sequence[Place]) -> list[float]:
    """Of each place a radius large enough for a finger, or as far as the marks beside it allow."""
    middles = [frame.at(*place.city.point) for place in places if place.city.point]
    points = [(x * maps.WIDE, y * maps.WIDE / frame.aspect) for x, y in middles]
    found = []
    for place, point in zip(places, points, strict=True):
        gaps = (
            dist(point, other) - neighbour.radius
            for neighbour, other in zip(places, points, strict=True)
            if neighbour is not place
        )
        found.append(round(max(place.radius, min((TARGET, *gaps))), 2))
    return found


def by_prominence(places: Sequence[Place]) -> list[Place]:
    """What is chosen is named first, then what has the most events."""
    return sorted(places, key=lambda place: not place.chosen)


def named(place: Place) -> maps.Named:
    city = place.city
    longitude, latitude = city.point or (0.0, 0.0)
    radius = EDGE + (place.ring if place.chosen else place.radius)
    return maps.Named(city.pk, city.called, place.holding.who, longitude, latitude, radius)
