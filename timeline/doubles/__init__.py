"""Whether an event is on record already: which are alike, how closely, and in what they differ.

Alike are events of one city whose dates can be the same, that share a faction and whose kinds are
kindred. Events of one battle are so many and so near that this alone would find them all alike;
places within the city set them apart.
"""

from timeline.doubles.closeness import MOST, similar
from timeline.doubles.comparing import Agreement, Compared, Quoted, Told, compare, told
from timeline.doubles.kinds import kindred
from timeline.doubles.numbers import Number, at_odds

__all__ = [
    "MOST",
    "Agreement",
    "Compared",
    "Number",
    "Quoted",
    "Told",
    "at_odds",
    "compare",
    "kindred",
    "similar",
    "told",
]
