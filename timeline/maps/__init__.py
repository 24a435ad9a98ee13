"""Maps drawn by the server: a frame around places, land and borders in it, marks with names.

Places in a frame are shares of its width and height, from the upper left; drawn in per cent, a map
fits any width. What lies where comes from Natural Earth (public domain), by way of the package
that is kept beside this file with its licence.
"""

from timeline.maps.frame import Frame, Point, frame_of
from timeline.maps.labels import Label, Mark, Named, marks
from timeline.maps.world import Basemap, CountryName, basemap

__all__ = [
    "Basemap",
    "CountryName",
    "Frame",
    "Label",
    "Mark",
    "Named",
    "Point",
    "basemap",
    "frame_of",
    "marks",
]
