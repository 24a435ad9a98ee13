"""Proposals: the events that a text tells, with the words that made each of them.

Standard library only, and deterministic: the same text, day and spellings give the same proposals.
Values carry keys and places in the text, never prose.
"""

from .proposal import Claimant, KindFound, Part, Proposal, Reason, Sureness, Unknown

__all__ = ["Claimant", "KindFound", "Part", "Proposal", "Reason", "Sureness", "Unknown"]
