"""Numbers in digits and in English words: patterns that find them, and what they are worth."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from .count import Rule

_BELOW_TWENTY = """
one two three four five six seven eight nine
ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ONES, _TEENS = (line.split() for line in _BELOW_TWENTY.strip().splitlines())
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {
    **{word: number for number, word in enumerate(_ONES + _TEENS, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_LARGE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_UNITS = {"couple": 2, "dozen": 12, "score": 20, "hundred": 100, **_LARGE}


def _any(words: list[str]) -> str:
    return "|".join(words)


_DIGITS = r"\d{1,3}(?:[,\u066c\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_TO_99 = rf"(?:(?:{_any(_TENS)})(?:[- ](?:{_any(_ONES)}))?|{_any(_TEENS + _ONES)})"
_TO_999 = rf"(?:(?:{_TO_99}|an?) hundred(?:(?: and)? {_TO_99})?|{_TO_99})"
_LARGER = rf"(?:{_TO_999}|an?) (?:{_any(list(_LARGE))})"
_SPELLED = rf"(?:{_LARGER}(?:,?(?: and)? {_LARGER})*(?:,?(?: and)? {_TO_999})?|{_TO_999})"
_HALF = rf"half an? (?:dozen|{_any(list(_LARGE))})"
_BY_DOZENS = "couple|dozen|score"
_COUNTED = (
    rf"(?:(?:{_DIGITS})[ -](?:{_any(list(_UNITS))})|{_SPELLED}[ -](?:{_BY_DOZENS})|"
    rf"a couple of (?:{_any(list(_UNITS))})|an? (?:{_BY_DOZENS}))"
)
PLAIN = rf"(?:{_HALF}|{_COUNTED}|{_DIGITS}|{_SPELLED})(?!\w)"
"""A number that says how many: "40", "1.2 million", "forty-one", "two dozen", "half a million"."""

# The least of its kind, and the rule that says so.
_VAGUE = {
    "tens": (10, Rule.TENS),
    "dozens": (12, Rule.DOZENS),
    "scores": (20, Rule.SCORES),
    "hundreds": (100, Rule.HUNDREDS),
    "thousands": (1_000, Rule.THOUSANDS),
    "millions": (1_000_000, Rule.MILLIONS),
    "several": (3, Rule.SEVERAL),
    "a few": (3, Rule.FEW),
    "few": (3, Rule.FEW),
    "a handful": (3, Rule.HANDFUL),
    "many": (3, Rule.MANY),
    "numerous": (3, Rule.MANY),
}
_PLURALS = "tens|dozens|scores|hundreds|thousands|millions"
_SOME = "several|a few|many"
_ADDED_TO = r"dozen|hundred|thousand|million"
VAGUE = (
    rf"(?:(?:{_SOME}) (?:{_ADDED_TO})(?!\w)(?: of(?= (?:{_PLURALS})(?!\w)))?|"
    rf"(?:many )?(?:{_PLURALS})(?: of (?:{_PLURALS}))*|{_SOME}|few|a handful|numerous)(?!\w)"
)
"""Words that say no number: "dozens", "tens of thousands", "several hundred", "a few"."""

_WORD = re.compile(r"[^\W\d_]+")


def value(plain: str) -> int | None:
    """The number that words which `PLAIN` matches stand for; None for "2.5", which counts nobody.

    Digits of any script count; a fraction is well before "million" only.
    """
    words = plain.casefold()
    digits = re.match(_DIGITS, words)
    factor = _factor(words[digits.end() :]) if digits else 1
    if digits:
        number = Decimal(_ascii(digits[0])) * factor
    elif words.startswith("half "):
        number = Decimal(_UNITS[words.split()[-1]]) / 2
    else:
        number = Decimal(_spelled(_WORD.findall(words)))
    return int(number) if number == int(number) else None


def lower(plain: str, higher: str) -> int | None:
    """The value of the first of two numbers: “two to three hundred” says the unit of both once."""
    last = ["", *_WORD.findall(higher.casefold())][-1]
    if last not in _UNITS or any(word in _UNITS for word in _WORD.findall(plain.casefold())):
        return value(plain)
    most, shared = value(higher), value(f"{plain} {last}")
    return shared if shared and most and shared < most else value(plain)


def _ascii(digits: str) -> str:
    return "".join(
        str(unicodedata.digit(sign)) if sign.isdigit() else sign
        for sign in digits
        if sign.isdigit() or sign == "."
    )


def _factor(words: str) -> int:
    product = 1
    for word in _WORD.findall(words):
        product *= _UNITS.get(word, 1)
    return product


def _spelled(words: list[str]) -> int:
    """“two hundred and fifty thousand”: small numbers add up, units multiply what they follow."""
    total = current = 0
    for word in words:
        if word in _LARGE:
            total, current = total + max(current, 1) * _LARGE[word], 0
        elif word in _UNITS:
            current = max(current, 1) * _UNITS[word]
        else:
            current += _SMALL.get(word, 0)
    return total + current


def least(vague: str) -> tuple[int, Rule]:
    """The least that words which `VAGUE` matches stand for, and the rule that says so.

    One unit of each: dozens 12, tens of thousands 10 times 1,000, several hundred 3 times 100.
    """
    words = " ".join(vague.casefold().split())
    if words in _VAGUE:
        return _VAGUE[words]
    several = re.match(rf"({_SOME}) ({_ADDED_TO})$", words)
    if several:
        number, rule = _VAGUE[several[1]]
        return number * _UNITS[several[2]], rule
    found = re.findall(_PLURALS, words)
    product = 1
    for word in found:
        product *= _VAGUE[word][0]
    return product, _VAGUE[found[-1]][1]
