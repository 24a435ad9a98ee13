"""The demonstration: true, checkable events told by plainly named outlets of its own.

Its rows carry the dataset `demonstration`. Its two accounts cannot sign in; they hold the
permissions of a reporter and of an editor, so that every event is entered by the one and published
by the other through the same actions as a newsroom's, whatever rule of two persons is on.
"""

from timeline.importers.demo.loading import FOLDER, Loaded, holds_other_events, load
from timeline.importers.demo.removal import remove

__all__ = ["FOLDER", "Loaded", "holds_other_events", "load", "remove"]
