"""Two that are one: what belongs to one of them goes over to the other, which is kept.

The address of what goes leads to what is kept, for good; its history stays, and both say what
became of them.
"""

from timeline.actions.merging.events import merge_events
from timeline.actions.merging.places import merge_cities, merge_factions
from timeline.actions.merging.plan import Plan, Share, plan

__all__ = ["Plan", "Share", "merge_cities", "merge_events", "merge_factions", "plan"]
