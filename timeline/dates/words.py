"""The words of dates in English, and the pattern pieces made of them.

Everything that another language would replace stands here. Patterns are written in lower case
with plain spaces; ``grammar`` compiles them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
NUMBERS: dict[str, tuple[int, int]] = {
    word: (number, number)
    for number, word in enumerate(
        (
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty",
        ),
        start=1,
    )
} | {
    "a": (1, 1), "an": (1, 1), "thirty": (30, 30), "forty": (40, 40), "fifty": (50, 50),
    "sixty": (60, 60), "a dozen": (12, 12), "half a dozen": (6, 6),
    "a couple of": (2, 2), "a couple": (2, 2), "couple of": (2, 2), "couple": (2, 2),
    "a few": (2, 5), "few": (2, 5), "several": (3, 7), "a number of": (3, 7), "many": (3, 10),
}  # fmt: skip
"""Words of number as the fewest and the most they stand for: nobody knows what "a few" is."""

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15,
}  # fmt: skip
FIXED_DAYS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year": (1, 1),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "boxing day": (12, 26),
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first so that none hides another."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)).replace(
        r"\ ", " "
    )


def _names(full: Iterable[str], short: Iterable[str]) -> str:
    """Full names, and abbreviations with or without their dot."""
    return rf"(?:{any_of(full)}|(?:{any_of(short)})\.?)"


MONTH = _names(MONTHS, SHORT_MONTHS)
WEEKDAY = _names(WEEKDAYS, SHORT_WEEKDAYS)
SEASON = rf"(?:{any_of(SEASONS)})"
DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:1[89]|20)\d\d"
DASH = " ?[-–] ?"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_NUMBER = rf"(?:\d{{1,3}}|(?:{any_of(TENS)})-(?:{_ONES})|{any_of(NUMBERS)})"
NUMBER = rf"(?:{_NUMBER}(?:(?: or | to )(?:{_ONES}|\d{{1,3}}|ten|twelve))?|\d{{1,3}}[-–]\d{{1,3}})"
UNITS = "hour|day|night|week|fortnight|month|year|decade"
ORDINAL = rf"(?:{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
ROUGHLY = (
    "about|around|nearly|almost|roughly|approximately|some|just over|just under|over|under|"
    "more than|less than|fewer than|at least|up to|close to|barely|only|just"
)
INEXACT = frozenset(ROUGHLY.split("|")) - {"only", "just"}
"""Of the words before a number, those that leave the number open."""

CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?|midnight|noon|midday)"
PART_OF_DAY = (
    "morning|afternoon|evening|night|dawn|dusk|noon|midday|midnight|sunrise|sunset|daybreak|"
    "lunchtime|nightfall"
)
BEFORE_A_DAY = (
    r"(?:(?:early|earlier|late|later|very early) (?:on )?"
    r"|(?:early |late |later |earlier )?in the (?:early |late )?(?:morning|afternoon|evening)"
    r" (?:of|on) "
    rf"|(?:(?:at|around|about|before|after|near|shortly before|shortly after|just before"
    rf"|just after) )?(?:{PART_OF_DAY}) (?:on |of )?"
    r"|(?:in )?the (?:early |late |small |pre-dawn |predawn )?(?:hours|morning|afternoon|evening)"
    r"(?: hours)? (?:of|on) )"
)
AFTER_A_DAY = (
    rf"(?:'s)? (?:early |late |mid-)?(?:{PART_OF_DAY}|afternoon)"
    r"(?! (?:prayer|market|bazaar|news|post|raid|attack|strike)s?)"
)
FIGHTING = (
    "fighting|war|warfare|battle|battles|siege|offensive|assault|assaults|conflict|campaign|"
    "operation|operations|blockade|insurgency|occupation|bombardment|shelling|bombing|uprising|"
    "rebellion|standoff|stand-off|revolt|push|advance|fight|struggle|clashes|encirclement|rule|"
    "reign|crisis|unrest|violence|protests|protest|airstrikes|strikes|talks|negotiations|"
    "combat|street fighting|lull|calm|control|captivity|detention|invasion|onslaught|mission|"
    "crackdown|curfew|drought|blackout|exile|famine|displacement|truce talks|bloodshed|hostilities"
)


def month_number(word: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or SHORT_MONTHS[word]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 of a weekday's name or abbreviation."""
    word = word.lower().rstrip(".")
    return WEEKDAYS[word] if word in WEEKDAYS else SHORT_WEEKDAYS[word]


def numbers(word: str) -> tuple[int, int]:
    """The fewest and the most that a word of number stands for."""
    word = " ".join(word.lower().split())
    if both := re.fullmatch(r"(.+)(?: or | to )(.+)|(\d+)[-–](\d+)", word):
        low, high = numbers(both[1] or both[3])[0], numbers(both[2] or both[4])[1]
        return min(low, high), max(low, high)
    if word.isdigit():
        return int(word), int(word)
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens in TENS:
        number = TENS[tens] + NUMBERS[ones][0]
        return number, number
    return NUMBERS[word]


def ordinal(word: str) -> int:
    """The number of "third" or "3rd"."""
    word = word.lower()
    return ORDINALS[word] if word in ORDINALS else int(word[:-2])
