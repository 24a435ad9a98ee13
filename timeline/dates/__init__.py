"""Dates as intervals of days: what an editor types or a text says, and EDTF.

Standard library only; values carry keys (``Precision``, ``rule``), never prose.
"""

from .edtf import from_edtf, to_edtf
from .finding import find, look_through
from .months import end_of_month, month_number, month_start
from .reading import read
from .telling import shortly_before, told_at
from .value import RULES, Found, Precision, Unread, UnreadableDate, When

__all__ = [
    "RULES",
    "Found",
    "Precision",
    "Unread",
    "UnreadableDate",
    "When",
    "end_of_month",
    "find",
    "from_edtf",
    "look_through",
    "month_number",
    "month_start",
    "read",
    "shortly_before",
    "to_edtf",
    "told_at",
]
