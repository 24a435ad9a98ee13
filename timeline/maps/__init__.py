"""Maps drawn by the server: a frame around places, land and borders in it, marks with names.

Places in a frame are shares of its width and height, from the upper left; drawn in per cent, a map
fits any width. What lies where comes from Natural Earth (public domain), by way of the packages
that are kept beside this file: land, countries and borders, and those in dispute.
"""

from timeline.maps.countries import name_of, numbers_of
from timeline.maps.drawing import Drawing, draw
from timeline.maps.frame import Frame, Point, frame_of
from timeline.maps.labels import WIDE, Label, Layout, Mark, Named, Region, lay_out
from timeline.maps.world import Basemap, CountryName, basemap

__all__ = [
    "WIDE",
    "Basemap",
    "CountryName",
    "Drawing",
    "Frame",
    "Label",
    "Layout",
    "Mark",
    "Named",
    "Point",
    "Region",
    "basemap",
    "draw",
    "frame_of",
    "lay_out",
    "name_of",
    "numbers_of",
]
