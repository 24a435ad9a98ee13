"""What changed between two states of a thing, in words for editors and readers."""

from timeline.differences.comparing import Change, Difference, as_stored, differences
from timeline.differences.naming import Names, Snapshot, names_in
from timeline.differences.pieces import Piece, pieces
from timeline.differences.telling import Told, told

__all__ = [
    "Change",
    "Difference",
    "Names",
    "Piece",
    "Snapshot",
    "Told",
    "as_stored",
    "differences",
    "names_in",
    "pieces",
    "told",
]
