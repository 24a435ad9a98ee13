"""How a faction stood to others over time: whom it belonged to, who to it, allies and heirs."""

from timeline.family.bonds import Bond, Family, Standing, family_of
from timeline.family.drawing import Drawing, draw

__all__ = ["Bond", "Drawing", "Family", "Standing", "draw", "family_of"]
