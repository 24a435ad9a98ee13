"""Proposals: the events that a text tells, with the words that made each of them.

Standard library only, and deterministic: the same text, day and spellings give the same proposals.
Values carry keys and places in the text, never prose.
"""

from .proposal import Claimant, KindFound, Part, Proposal, Reason, Sureness, Unknown
from .proposing import kinds_in, propose
from .rules import RULES
from .unknown import unknown_names

__all__ = [
    "RULES",
    "Claimant",
    "KindFound",
    "Part",
    "Proposal",
    "Reason",
    "Sureness",
    "Unknown",
    "kinds_in",
    "propose",
    "unknown_names",
]
