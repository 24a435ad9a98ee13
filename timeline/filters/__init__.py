"""One question, many answers: the query string of every timeline address, read in one place.

`EventFilter` knows no SQL (that is the QuerySet's) and nothing of how an answer is shown.
"""

from timeline.filters.asked import LANES, LIST, MAP, NEWEST, OLDEST, TABLE, VIEWS
from timeline.filters.chips import Chip
from timeline.filters.question import EventFilter

__all__ = ["LANES", "LIST", "MAP", "NEWEST", "OLDEST", "TABLE", "VIEWS", "Chip", "EventFilter"]
