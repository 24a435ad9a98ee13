"""The map of an answer: cities as large as their numbers of events, coloured by who held them."""

from timeline.atlas.places import Atlas, Place, atlas
from timeline.atlas.sizes import Scale, Size

__all__ = ["Atlas", "Place", "Scale", "Size", "atlas"]
