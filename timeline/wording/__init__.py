"""Words for readers, in their language: dates, rules of dating, ranges, notes.

Every sentence is translated whole, its dates put in by name. What the words speak of comes from
`timeline.dates`, which knows keys and values only.
"""

from timeline.wording.calendar import day
from timeline.wording.gutter import Gutter, Piece, when_parts
from timeline.wording.intervals import mark, printed, range, when  # noqa: A004 - wording.range
from timeline.wording.lists import listed
from timeline.wording.rules import rule, unreadable

__all__ = [
    "Gutter",
    "Piece",
    "day",
    "listed",
    "mark",
    "printed",
    "range",
    "rule",
    "unreadable",
    "when",
    "when_parts",
]
