"""What changed between two states of a thing, in words for editors and readers."""

from timeline.differences.comparing import Change, Difference, differences
from timeline.differences.naming import Names, Snapshot, names_in
from timeline.differences.pieces import Piece, pieces

__all__ = [
    "Change",
    "Difference",
    "Names",
    "Piece",
    "Snapshot",
    "differences",
    "names_in",
    "pieces",
]
