"""Where in a text a date can begin: at a word of time, or at the small words that lead up to it.

To try every pattern at every word is slow, and most words begin no date. One cheap pattern picks
the places that are worth the rest; a rule that begins otherwise has its words added here.
"""

from __future__ import annotations

import re

from .words import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    PART_OF_DAY,
    ROUGHLY,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    UNITS,
    WEEKDAYS,
    any_of,
)

STARTS = r"(?<![\w$€£#/+@])(?=\w)(?<!\w[-.'])(?<!\d[,:])"

_TIMES = frozenset(
    (
        *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *SEASONS, *PART_OF_DAY.split("|"),
        *(unit + plural for unit in f"{UNITS}|minute|weekend".split("|") for plural in ("", "s")),
        "today", "yesterday", "tomorrow", "tonight", "overnight", "christmas",
    )
)  # fmt: skip
_LEADING = frozenset(
    " ".join(
        (
            *NUMBERS, *ORDINALS, ROUGHLY.replace("|", " "),
            "a about after ahead all amid an and any anytime as at before beginning between",
            "boxing by close closing coming consecutive couple current dated despite during",
            "earlier early end ending entered entering enters eve ever far few final following",
            "for from half her his in into its just last late later latter least mid middle",
            "midway near",
            "new next no not of on opening or past pre predawn previous prior quarter recent",
            "running shortly since small so some sometime sooner start straight successive than",
            "the their this through throughout till time to turn until up very whole within",
        )
    ).split()
) - _TIMES  # fmt: skip
_MOST = 20  # leading words; more are no language, and take long to pass at each of them
_ANY_WORDS = r"(?:[\w'-]+ +){1,2}"  # "in the army's final days"
_LEADS_TO_A_TIME = (
    rf"(?:(?:{any_of(_LEADING)})[ ,-]+){{0,{_MOST}}}+"
    rf"(?:\d|[qh]\d|(?:{any_of(_TIMES)})\b|{_ANY_WORDS}(?:final|last|closing) +days)"
)
_BEGINS = re.compile(rf"{STARTS}(?={_LEADS_TO_A_TIME})")
_GOES_ON = re.compile(rf"(?:the +)?(?:present|now|date)\b|{_LEADS_TO_A_TIME}")


def beginnings(text: str) -> list[int]:
    """The places of a plain text in small letters where an expression can begin, in order."""
    return [found.start() for found in _BEGINS.finditer(text)]


def can_end_a_span(text: str, place: int) -> bool:
    """Whether words that begin at a place can be the second of two dates that are joined."""
    return bool(_GOES_ON.match(text, place))
