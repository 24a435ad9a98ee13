"""Made-up events in any number, shaped like a real conflict's, to measure and try things with.

Nothing here is a claim about anybody: the factions and outlets do not exist, and every article says
so. Only the names and places of cities are real (GeoNames).
"""

from timeline.importers.synthetic.seeding import Held, described, held, seed, settle

__all__ = ["Held", "described", "held", "seed", "settle"]
