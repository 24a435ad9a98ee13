"""What printed words of number stand for, and the rule that says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """Why words stand for these bounds; `timeline.wording.figures` has a sentence for each.

    The vague ones name the least of the word's kind: one dozen, one hundred. `DOZENS`, `HUNDREDS`
    and `SEVERAL` are as in ACLED's codebook, which has 12, 100, and 3 for what is not known better
    (10 in heavy fighting, which a sentence does not tell, so that 3 stands). The other vague ones
    are Dateline's own and follow the same thought.
    """

    EXACT = "exact"
    NONE = "none"
    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    BETWEEN = "between"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    SEVERAL = "several"
    THOUSANDS = "thousands"
    MILLIONS = "millions"
    SCORES = "scores"
    TENS = "tens"
    FEW = "few"
    HANDFUL = "handful"
    MANY = "many"


BY_ACLED = frozenset({Rule.DOZENS, Rule.HUNDREDS, Rule.SEVERAL})
BY_DATELINE = frozenset(
    {
        *(Rule.THOUSANDS, Rule.MILLIONS, Rule.SCORES, Rule.TENS),
        *(Rule.FEW, Rule.HANDFUL, Rule.MANY, Rule.NEARLY),
    }
)


@dataclass(frozen=True, slots=True)
class Count:
    """Lowest and highest number that words can stand for, both included; None is open.

    One of the two is always known.
    """

    low: int | None
    high: int | None
    rule: Rule


class NotANumber(ValueError):  # noqa: N818 - what the words are, in a word
    """Words that give no number, with `reason`.

    `empty`; `no_number`: no number stands first; `several_numbers`: it is left to an editor to
    choose or add up; `no_count`: a share, an age, or another number that counts nobody; `no_bound`:
    "up to dozens" has no known end; `crossed`: the lower number stands last; `too_large`.
    """

    def __init__(self, printed: str, reason: str) -> None:
        super().__init__(f"{printed!r}: {reason}")
        self.printed = printed
        self.reason = reason


REASONS = (
    *("empty", "no_number", "several_numbers", "no_count", "no_bound", "crossed", "too_large"),
)
LARGEST = 2**31 - 1
"""The largest number that is kept."""
