"""Numbers of people in news text: what printed words stand for, and where a sentence has some.

English, as the rules for proposals are. `read` turns the words of one number into its bounds,
`find` looks for numbers that say how many were killed, injured, captured, displaced or missing.
"""

from .count import BY_ACLED, BY_DATELINE, LARGEST, REASONS, Count, NotANumber, Rule
from .finding import Found, find
from .reading import read
from .whom import everybody

__all__ = [
    "BY_ACLED",
    "BY_DATELINE",
    "LARGEST",
    "REASONS",
    "Count",
    "Found",
    "NotANumber",
    "Rule",
    "everybody",
    "find",
    "read",
]
