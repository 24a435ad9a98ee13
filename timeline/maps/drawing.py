"""A whole map: the frame around places, what lies in it, and what is written on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.maps.countries import name_of, numbers_of
from timeline.maps.frame import Frame, frame_of
from timeline.maps.labels import Mark, Named, Region, lay_out
from timeline.maps.world import Basemap, basemap


@dataclass(frozen=True, slots=True)
class Drawing:
    """`marks` are in the order in which their places were given."""

    frame: Frame
    base: Basemap
    marks: list[Mark]
    regions: list[Region]


def draw(places: Sequence[Named], countries: Iterable[str], *, shrunk: float = 1) -> Drawing:
    """The map around places, the whole world around none; earlier ones choose where names stand.

    The countries, given by two letters, stand out from those around them. On a phone marks are
    drawn so many times as large.
    """
    frame = frame_of([(place.longitude, place.latitude) for place in places])
    base = basemap(frame, numbers_of(countries))
    layout = lay_out(
        frame, places, ((name_of(one), one.places) for one in base.names), shrunk=shrunk
    )
    return Drawing(frame, base, layout.marks, layout.regions)
